import { X509Certificate } from 'node:crypto';
import { validationFailed } from '../../../shared/errors/general.errors.js';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
const LONGEST_CHAIN = 10;

/** A certificate, which comes first, and the chain sent with it to prove it. */
export type Chain = readonly [X509Certificate, ...X509Certificate[]];

/**
 * The certificates of a PEM text (RFC 7468 §5). Text between the blocks is dropped, but any other block is refused: a private key
 * that was pasted along would be stored in the clear.
 * @throws validationFailed
 */
export function readChain(pem: string): Chain {
  const rest = pem.replaceAll(CERTIFICATE, '');
  if (/PRIVATE KEY-----/.test(rest)) throw refused('must not contain a private key; send that as privateKey');
  if (rest.includes('-----')) throw refused('must contain only certificates in PEM form');
  const [first, ...others] = (pem.match(CERTIFICATE) ?? []).map(parse);
  if (first === undefined) throw refused('must be a certificate in PEM form (-----BEGIN CERTIFICATE-----)');
  if (others.length >= LONGEST_CHAIN) throw refused(`must contain at most ${LONGEST_CHAIN} certificates`);
  return [first, ...others];
}

/** @throws validationFailed */
export function requireUnexpired(chain: Chain, now: Date): void {
  const expired = chain.findIndex((certificate) => endOf(certificate) <= now);
  if (expired === -1) return;
  const which = chain.length === 1 ? '' : ` (certificate ${expired + 1} of ${chain.length})`;
  const ended = chain[expired]?.validTo ?? '';
  throw refused(`has expired, on ${ended}${which}: send one that is still valid`);
}

export function endOf(certificate: X509Certificate): Date {
  return new Date(certificate.validTo);
}

/** A chain proves nothing once the first of its certificates has expired. */
export function endOfChain(chain: Chain): Date {
  return chain.map(endOf).reduce((first, end) => (end < first ? end : first));
}

export function pemOf(chain: Chain): string {
  return chain.map((certificate) => certificate.toString()).join('');
}

function parse(block: string, index: number): X509Certificate {
  try {
    return new X509Certificate(block);
  } catch {
    throw refused(`cannot be read: block ${index + 1} is no X.509 certificate`);
  }
}

function refused(message: string) {
  return validationFailed({ errors: [{ path: 'certificate', message }] });
}
