import { expiresSoon } from '../x509/certificate-expiry.js';
import { factsOf } from '../x509/certificate-facts.js';
import type { Certificate } from '../certificate.entity.js';

export class CertificateResponse {
  /** @example "0199c0de-0000-7000-8000-000000000001" */
  id: string;

  /** @example "Orders API, client" */
  name: string;

  /**
   * The subject that it names; empty when only `sans` name one.
   * @example "O=ACME, CN=orders.example.com"
   */
  subject: string;

  /**
   * The authority that signed it.
   * @example "O=ACME, CN=ACME Root"
   */
  issuer: string;

  /**
   * Its alternative names, each with its kind.
   * @example ["DNS:orders.example.com", "IP Address:192.0.2.7"]
   */
  sans: string[];

  /**
   * In hexadecimal.
   * @example "4A7F9C2D1B"
   */
  serialNumber: string;

  /** @example "2026-11-01T00:00:00.000Z" */
  validFrom: string;

  /**
   * When it or the first certificate of its chain expires, whichever is earlier.
   * @example "2027-11-01T00:00:00.000Z"
   */
  validTo: string;

  /**
   * As `openssl x509 -fingerprint -sha256` prints it.
   * @example "5F:0C:9A:3E:71:D4:28:BB:06:A9:C3:7D:E2:14:8F:50:96:6B:21:DA:47:83:FE:19:C0:3A:75:8E:B2:4D:61:07"
   */
  fingerprintSha256: string;

  /**
   * Whether Gatehouse keeps a private key for it. No call returns the key.
   * @example true
   */
  hasPrivateKey: boolean;

  /**
   * Whether it may sign other certificates.
   * @example false
   */
  isCa: boolean;

  /**
   * Whether it expires within 30 days, or has already expired.
   * @example false
   */
  expiresSoon: boolean;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  updatedAt: string;
}

export class CertificatePageResponse {
  items: CertificateResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export function certificateResponse(certificate: Certificate, now: Date): CertificateResponse {
  const { sans, validFrom, validTo, ...facts } = factsOf(certificate.chain);
  return {
    id: certificate.id,
    name: certificate.name,
    ...facts,
    sans: [...sans],
    validFrom: validFrom.toISOString(),
    validTo: validTo.toISOString(),
    hasPrivateKey: certificate.sealedKey !== null,
    expiresSoon: expiresSoon(validTo, now),
    createdAt: certificate.createdAt.toISOString(),
    updatedAt: certificate.updatedAt.toISOString(),
  };
}
