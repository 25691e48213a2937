import { X509Certificate, createPublicKey } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { generate } from 'selfsigned';
import type { Clock } from '../../shared/clock/clock.js';
import { isAddress } from '../../shared/networks/network-list.js';
import { DataFolder, TLS_CERTIFICATE, TLS_KEY } from './data-folder.js';
import type { Settings } from './settings.js';

const DAY = 24 * 60 * 60 * 1000;
const LIFETIME_DAYS = 365;
const RENEWED_BEFORE_DAYS = 30;
const LOCAL_NAMES = ['localhost', '127.0.0.1', '::1'];
const logger = new Logger('Config');

export interface CertificatePair {
  readonly cert: string;
  readonly key: string;
}

/** The file with the certificate that the service makes for itself; null when the operator gives one, or none is needed. */
export function selfSignedCertificateFile({ tls, dataDir }: Settings): string | null {
  return tls.mode === 'on' && tls.certFile === null ? new DataFolder(dataDir).file(TLS_CERTIFICATE) : null;
}

/** The certificate that the service makes for itself, and its key; none when the operator gives one, or none is needed. */
export function selfSignedCertificateFiles(settings: Settings): string[] {
  const file = selfSignedCertificateFile(settings);
  return file === null ? [] : [file, new DataFolder(settings.dataDir).file(TLS_KEY)];
}

/**
 * The certificate that the service makes for itself when the operator gives none (contract §2). The service keeps it in the data
 * folder, and replaces it when it is about to expire or does not name the host of the public URL.
 */
export async function selfSignedCertificate(settings: Settings, clock: Clock): Promise<CertificatePair> {
  const folder = new DataFolder(settings.dataDir);
  folder.prepare();
  const names = [...new Set([...LOCAL_NAMES, new URL(settings.publicUrl).hostname.replace(/^\[|\]$/g, '')])];
  const [keptKey, keptCertificate] = [folder.read(TLS_KEY), folder.read(TLS_CERTIFICATE)];
  if (keptKey !== null && keptCertificate !== null && isUsable(keptCertificate, names, clock.now())) {
    return { cert: keptCertificate, key: keptKey };
  }
  if (keptCertificate !== null) folder.remove(TLS_CERTIFICATE);
  return makeAndKeep(folder, names, clock.now());
}

/** Keeps the key first and makes the certificate for the kept key, so that two processes end up with one pair. */
async function makeAndKeep(folder: DataFolder, names: readonly string[], now: Date): Promise<CertificatePair> {
  const key = folder.read(TLS_KEY) ?? folder.writeOnce(TLS_KEY, (await make(names, now, null)).key);
  const made = await make(names, now, key);
  const cert = folder.writeOnce(TLS_CERTIFICATE, made.cert);
  logger.warn(
    `made a self-signed TLS certificate for ${names.join(', ')} in ${folder.file(TLS_CERTIFICATE)}; ` +
      'clients must be told to trust it. Set GATEHOUSE_TLS_CERT_FILE and GATEHOUSE_TLS_KEY_FILE to use your own.',
  );
  return { cert, key };
}

async function make(names: readonly string[], now: Date, key: string | null): Promise<CertificatePair> {
  const pair = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - DAY),
    notAfterDate: new Date(now.getTime() + LIFETIME_DAYS * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map(alternativeName) },
    ],
    ...(key === null ? {} : { keyPair: { privateKey: key, publicKey: publicKeyOf(key) } }),
  });
  return { cert: pair.cert, key: pair.private };
}

function alternativeName(name: string): { type: 2; value: string } | { type: 7; ip: string } {
  return isAddress(name) ? { type: 7, ip: name } : { type: 2, value: name };
}

function publicKeyOf(key: string): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
}

function isUsable(pem: string, names: readonly string[], now: Date): boolean {
  const certificate = new X509Certificate(pem);
  const expires = Date.parse(certificate.validTo);
  const covers = (name: string): boolean =>
    (isAddress(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined;
  return names.every(covers) && expires - now.getTime() > RENEWED_BEFORE_DAYS * DAY;
}
