import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CertificatePair } from '../../config/self-signed-certificate.js';
import { SettingsError } from '../../config/settings-error.js';

const CERT = 'GATEHOUSE_TLS_CERT_FILE';
const KEY = 'GATEHOUSE_TLS_KEY_FILE';
const END = '-----END CERTIFICATE-----';
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*(?:-----END CERTIFICATE-----)?/g;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const CERTIFICATE_WANTED = 'a PEM file: the certificate of the service, then those that issued it';
const KEY_WANTED = 'a PEM file with the private key of the certificate';

/** The certificate chain and the key that the operator gives. Throws SettingsError with a sentence for what is wrong. */
export function givenCertificate(certFile: string, keyFile: string): CertificatePair {
  const cert = read(CERT, certFile, CERTIFICATE_WANTED);
  const key = read(KEY, keyFile, KEY_WANTED);
  requireOrder(chainOf(cert, certFile), keyOf(key, keyFile));
  return { cert, key };
}

export function refusedCertificate(setting: string, wants: string, reason: string): SettingsError {
  return new SettingsError([{ setting, wants, reason }]);
}

function read(setting: string, file: string, wants: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw refusedCertificate(setting, wants, `names ${JSON.stringify(file)}, which can't be read (${code})`);
  }
}

/** OpenSSL's own messages are left out: they can quote the input. */
function chainOf(pem: string, file: string): X509Certificate[] {
  const blocks = pem.match(CERTIFICATE) ?? [];
  if (blocks.length === 0) {
    const instead = PRIVATE_KEY.test(pem) ? 'a private key and no certificate' : 'no certificate in PEM form';
    throw refusedCertificate(CERT, CERTIFICATE_WANTED, `names ${JSON.stringify(file)}, which holds ${instead}`);
  }
  return blocks.map((block, index) => {
    const named = `names ${JSON.stringify(file)}, whose certificate ${index + 1}`;
    if (!block.endsWith(END))
      throw refusedCertificate(CERT, CERTIFICATE_WANTED, `${named} has no end: the file was cut`);
    try {
      return new X509Certificate(block);
    } catch {
      throw refusedCertificate(CERT, CERTIFICATE_WANTED, `${named} can't be read`);
    }
  });
}

function keyOf(pem: string, file: string): KeyObject {
  const named = `names ${JSON.stringify(file)}`;
  if (!PRIVATE_KEY.test(pem)) {
    const instead = pem.includes('-----BEGIN CERTIFICATE-----')
      ? 'a certificate and no key'
      : 'no private key in PEM form';
    throw refusedCertificate(KEY, KEY_WANTED, `${named}, which holds ${instead}`);
  }
  // Both spellings: PKCS #8 (RFC 5958) and the Proc-Type header of RFC 1421.
  if (/BEGIN ENCRYPTED|,ENCRYPTED/.test(pem)) {
    const decrypt = 'the key without its passphrase; `openssl pkey -in encrypted.pem -out key.pem` takes it off';
    throw refusedCertificate(KEY, decrypt, `${named}, which holds an encrypted key`);
  }
  try {
    return createPrivateKey(pem);
  } catch {
    throw refusedCertificate(KEY, KEY_WANTED, `${named}, whose key can't be read`);
  }
}

function requireOrder(chain: readonly X509Certificate[], key: KeyObject): void {
  const ofKey = chain.findIndex((certificate) => certificate.checkPrivateKey(key));
  if (ofKey === -1) throw refusedCertificate(KEY, KEY_WANTED, 'holds a key that does not belong to the certificate');
  if (ofKey > 0) {
    const reason = `holds its chain in the wrong order: the certificate of the key is number ${ofKey + 1} of ${chain.length}`;
    throw refusedCertificate(CERT, CERTIFICATE_WANTED, reason);
  }
}
