import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { CertificateRepository } from '../../../../src/gateway/certificates/certificate.repository.js';
import { Certificate } from '../../../../src/gateway/certificates/certificate.entity.js';
import { Certificates } from '../../../../src/gateway/certificates/certificates.service.js';
import { Credential } from '../../../../src/gateway/credentials/credential.entity.js';
import { CredentialRepository } from '../../../../src/gateway/credentials/credential.repository.js';
import { Credentials } from '../../../../src/gateway/credentials/credentials.service.js';
import { RowSeal } from '../../../../src/shared/crypto/row-seal.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import type { Tx } from '../../../../src/platform/database/transaction.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { KeyRing, UnsealError } from '../../../../src/shared/crypto/key-ring.js';
import { Randomness } from '../../../../src/shared/crypto/randomness.js';
import { Secret } from '../../../../src/shared/crypto/secret.js';
import { Ids } from '../../../../src/shared/ids/ids.js';
import { makeCertificate, type TestCertificate } from '../../../support/certificates.js';
import { forEachDialect } from '../../../support/dialects.js';
import { People } from '../../directory/users/people.js';

/** More than one batch. */
const ROWS = 205;
const OLD_KEY = randomBytes(32);
const NEW_KEY = randomBytes(32);

const ringOf = (...keys: Uint8Array[]) => new KeyRing(keys, new Randomness());

interface Resealing {
  reseal(tx: Tx, after: string | null): Promise<{ readonly resealed: number; readonly next: string | null }>;
}

forEachDialect((dialect) => {
  let people: People;
  let tables: SiteTables;
  let unitOfWork: UnitOfWork;
  let ids: Ids;
  let pair: TestCertificate;

  beforeAll(async () => {
    people = await People.open(dialect);
    ({ tables, unitOfWork } = people);
    ids = people.context.get(Ids, { strict: false });
    pair = await makeCertificate();
  });
  afterAll(() => people.close());

  const common = (index: number) => {
    const now = people.clock.now();
    return { siteId: people.site, name: `row ${index}`, version: 1, createdAt: now, updatedAt: now };
  };
  const credentialRow = (index: number): Credential => {
    const id = ids.next();
    const sealedSecret = new RowSeal(ringOf(OLD_KEY)).seal('credential-secret', id, new Secret(`secret ${index}`));
    return {
      id,
      ...common(index),
      settings: { type: 'bearer' },
      sealedSecret,
      secretSetBy: null,
      origins: null,
      secretSetAt: people.clock.now(),
    };
  };
  const certificateRow = (index: number, key = pair.key): Certificate => {
    const id = ids.next();
    const sealedKey = new RowSeal(ringOf(OLD_KEY)).seal('certificate-key', id, new Secret(key.replaceAll('\r', '')));
    return { id, ...common(index), chain: pair.cert, sealedKey, validTo: people.clock.now(), warnedAt: null };
  };
  const resealAll = async (sealed: Resealing, after: string | null = null): Promise<number[]> => {
    const { resealed, next } = await unitOfWork.run((tx) => sealed.reseal(tx, after));
    return next === null ? [resealed] : [resealed, ...(await resealAll(sealed, next))];
  };
  const numbers = Array.from({ length: ROWS }, (_, index) => index);

  it('moves the secret of every credential to the new key in batches, and changes none', async () => {
    await unitOfWork.run((tx) => tables.of(Credential).in(people.site, tx).insert(numbers.map(credentialRow)));
    const credentials = new Credentials(new CredentialRepository(tables), new RowSeal(ringOf(NEW_KEY, OLD_KEY)));
    expect(await resealAll(credentials)).toEqual([200, 5]);
    expect(await resealAll(credentials)).toEqual([0, 0]);
    const rows = await tables
      .of(Credential)
      .in(people.site)
      .all({}, { order: { id: 'ASC' } });
    const newOnly = new RowSeal(ringOf(NEW_KEY));
    expect(rows.map((row) => newOnly.open('credential-secret', row.id, row.sealedSecret).reveal())).toEqual(
      numbers.map((index) => `secret ${index}`),
    );
    expect(new Set(rows.map(({ version }) => version))).toEqual(new Set([1]));
  });

  it('moves every private key to the new key in batches, past the certificates that have none', async () => {
    const keyless = numbers.map((index) => ({ ...certificateRow(index + ROWS), sealedKey: null }));
    const rows = numbers.map((index) => certificateRow(index)).flatMap((row, index) => [row, keyless[index] ?? row]);
    await unitOfWork.run((tx) => tables.of(Certificate).in(people.site, tx).insert(rows));
    const repository = new CertificateRepository(tables);
    const certificates = new Certificates(repository, new RowSeal(ringOf(NEW_KEY, OLD_KEY)), people.clock);
    expect(await resealAll(certificates)).toEqual([200, 5]);
    expect(await resealAll(certificates)).toEqual([0, 0]);
    const newOnly = new RowSeal(ringOf(NEW_KEY));
    const opened = (await tables.of(Certificate).in(people.site).all()).map(({ id, sealedKey }) =>
      sealedKey === null ? undefined : newOnly.open('certificate-key', id, sealedKey).reveal(),
    );
    expect(opened.filter((key) => key === undefined)).toHaveLength(ROWS);
    expect(new Set(opened.filter((key) => key !== undefined))).toEqual(new Set([pair.key.replaceAll('\r', '')]));
  });

  it('leaves a secret alone that was replaced meanwhile', async () => {
    const row = credentialRow(ROWS);
    await unitOfWork.run((tx) =>
      tables
        .of(Credential)
        .in(people.site, tx)
        .insert({ ...row, version: 2 }),
    );
    await unitOfWork.run((tx) => new CredentialRepository(tables).replaceSealed(tx, row, 'stale'));
    expect((await tables.of(Credential).in(people.site).one({ id: row.id }))?.sealedSecret).toBe(row.sealedSecret);
    const certificate = certificateRow(3 * ROWS);
    await unitOfWork.run((tx) =>
      tables
        .of(Certificate)
        .in(people.site, tx)
        .insert({ ...certificate, version: 2 }),
    );
    await unitOfWork.run((tx) => new CertificateRepository(tables).replaceSealed(tx, certificate, 'stale'));
    const kept = await tables.of(Certificate).in(people.site).one({ id: certificate.id });
    expect(kept?.sealedKey).toBe(certificate.sealedKey);
  });

  it('a sealed value opens in its own row alone', () => {
    const [one, other] = [credentialRow(0), credentialRow(1)];
    const seal = new RowSeal(ringOf(OLD_KEY));
    expect(() => seal.open('credential-secret', one.id, other.sealedSecret)).toThrow(UnsealError);
    const [first, second] = [certificateRow(0), certificateRow(1)];
    const keySeal = new RowSeal(ringOf(OLD_KEY));
    expect(() => keySeal.open('certificate-key', first.id, second.sealedKey ?? '')).toThrow(UnsealError);
  });
});
