import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import { selfSignedCertificate, type CertificatePair } from '../../config/self-signed-certificate.js';
import { SettingsError } from '../../config/settings-error.js';
import type { Settings } from '../../config/settings.js';
import type { Clock } from '../../../shared/clock/clock.js';

/**
 * Only AEAD suites with forward secrecy (ASVS V12.1): Node's defaults still offer CBC and RSA key exchange. The first three are
 * TLS 1.3's.
 */
const CIPHERS = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');
const HANDSHAKE_TIMEOUT_MS = 10_000;

/** The options of the HTTPS server, or null when a proxy ends TLS in front of us. Throws SettingsError for unusable files. */
export async function tlsOptions(settings: Settings, clock: Clock): Promise<ServerOptions | null> {
  const { tls } = settings;
  if (tls.mode === 'off') return null;
  const pair =
    tls.certFile === null || tls.keyFile === null
      ? await selfSignedCertificate(settings, clock)
      : givenCertificate(tls.certFile, tls.keyFile);
  return {
    ...pair,
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.3',
    ciphers: CIPHERS,
    honorCipherOrder: true,
    ALPNProtocols: ['http/1.1'],
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
  };
}

function givenCertificate(certFile: string, keyFile: string): CertificatePair {
  const cert = read('GATEHOUSE_TLS_CERT_FILE', certFile);
  const key = read('GATEHOUSE_TLS_KEY_FILE', keyFile);
  const certificate = parsed('GATEHOUSE_TLS_CERT_FILE', certFile, () => new X509Certificate(cert));
  const privateKey = parsed('GATEHOUSE_TLS_KEY_FILE', keyFile, () => createPrivateKey(key));
  if (!certificate.checkPrivateKey(privateKey)) {
    throw problem('GATEHOUSE_TLS_KEY_FILE', 'the key of the certificate', 'holds the key of another certificate');
  }
  return { cert, key };
}

function read(setting: string, file: string): string {
  return parsed(setting, file, () => readFileSync(file, 'utf8'));
}

/** The cause is left out: OpenSSL's messages can quote the input. */
function parsed<T>(setting: string, file: string, parse: () => T): T {
  try {
    return parse();
  } catch {
    throw problem(setting, 'a PEM file that can be read', `names ${JSON.stringify(file)}, which cannot be used`);
  }
}

function problem(setting: string, wants: string, reason: string): SettingsError {
  return new SettingsError([{ setting, wants, reason }]);
}
