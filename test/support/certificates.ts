import { generate } from 'selfsigned';
import { FixedClock } from './fixed-clock.js';

const DAY = 24 * 60 * 60 * 1000;

export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
}

interface CertificateOptions {
  readonly name?: string;
  /** From the start of a fixed clock. */
  readonly days?: number;
  /** When it begins to be valid, counted in the same way. */
  readonly fromDays?: number;
  readonly altNames?: readonly (
    { readonly type: 2; readonly value: string } | { readonly type: 7; readonly ip: string }
  )[];
  readonly isCa?: boolean;
  readonly issuer?: TestCertificate;
  /** An RSA key of so many bits; else an EC key. */
  readonly rsaBits?: number;
  /** Of a certificate that this one renews. */
  readonly keyPair?: { readonly privateKey: string; readonly publicKey: string };
}

/** A certificate that is valid at the time of a fixed clock, signed by itself or by an issuer. */
export async function makeCertificate(options: CertificateOptions = {}): Promise<TestCertificate> {
  const {
    name = 'upstream.example',
    days = 365,
    fromDays = -400,
    altNames = [],
    isCa = false,
    issuer,
    rsaBits,
    keyPair,
  } = options;
  const start = new FixedClock().now().getTime();
  const made = await generate([{ name: 'commonName', value: name }], {
    ...(rsaBits === undefined ? { keyType: 'ec', curve: 'P-256' } : { keyType: 'rsa', keySize: rsaBits }),
    algorithm: 'sha256',
    notBeforeDate: new Date(start + fromDays * DAY),
    notAfterDate: new Date(start + days * DAY),
    extensions: [
      { name: 'basicConstraints', cA: isCa, critical: true },
      ...(altNames.length === 0 ? [] : [{ name: 'subjectAltName' as const, altNames: [...altNames] }]),
    ],
    ...(issuer === undefined ? {} : { ca: { cert: issuer.cert, key: issuer.key } }),
    ...(keyPair === undefined ? {} : { keyPair }),
  });
  return { cert: made.cert, key: made.private };
}
