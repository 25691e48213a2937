import { createPrivateKey, type KeyObject } from 'node:crypto';
import { validationFailed } from '../../../shared/errors/general.errors.js';
import type { Chain } from './certificate-chain.js';

const WEAKEST_RSA_BITS = 2048;

/**
 * The private key of a PEM text (PKCS #8, PKCS #1 or SEC 1). The parser's message is not passed on.
 * @throws validationFailed
 */
export function readPrivateKey(pem: string): KeyObject {
  // Both spellings: PKCS #8 (RFC 5958) and the Proc-Type header of RFC 1421.
  if (/ENCRYPTED/.test(pem)) throw refused('must not be encrypted: Gatehouse seals it itself. Decrypt it first');
  try {
    return createPrivateKey({ key: pem, format: 'pem' });
  } catch {
    throw refused('must be a private key in PEM form (-----BEGIN PRIVATE KEY-----)');
  }
}

/** @throws validationFailed when the key does not belong to the certificate, or is too weak to be accepted anywhere. */
export function requireMatch([certificate]: Chain, key: KeyObject): void {
  if (!certificate.checkPrivateKey(key)) throw refused('is not the private key of this certificate');
  const { modulusLength = WEAKEST_RSA_BITS } = key.asymmetricKeyDetails ?? {};
  if (modulusLength < WEAKEST_RSA_BITS) throw refused(`must have at least ${WEAKEST_RSA_BITS} bits as an RSA key`);
}

function refused(message: string) {
  return validationFailed({ errors: [{ path: 'privateKey', message }] });
}
