import { endOfChain, readChain } from './certificate-chain.js';

/** What a certificate says about itself. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** Subject alternative names (RFC 5280 §4.2.1.6), each with its kind: `DNS:api.example.com`. */
  readonly sans: readonly string[];
  readonly serialNumber: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly fingerprintSha256: string;
  readonly isCa: boolean;
}

/** A name may contain a comma within quotes. */
const NAME = /(?:"(?:[^"\\]|\\.)*"|[^,"])+/g;

export function factsOf(pem: string): CertificateFacts {
  const chain = readChain(pem);
  const [certificate] = chain;
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    sans: (certificate.subjectAltName?.match(NAME) ?? []).map((name) => name.trim()),
    serialNumber: certificate.serialNumber,
    validFrom: new Date(certificate.validFrom),
    validTo: endOfChain(chain),
    fingerprintSha256: certificate.fingerprint256,
    isCa: certificate.ca,
  };
}

/** Node writes each part of a distinguished name on a line of its own; a subject may be empty (RFC 5280 §4.1.2.6). */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
