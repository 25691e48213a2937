import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { CredentialFormat } from '../../../../src/shared/crypto/credential-format.js';
import { sha256 } from '../../../../src/shared/crypto/hashing.js';
import { KeyRing } from '../../../../src/shared/crypto/key-ring.js';
import { RowSeal } from '../../../../src/shared/crypto/row-seal.js';
import { Randomness } from '../../../../src/shared/crypto/randomness.js';
import { DeveloperSecretFactory } from '../../../../src/directory/users/developer-secrets/developer-secret-factory.js';
import { DeveloperSecret } from '../../../../src/directory/users/developer-secrets/developer-secret.entity.js';
import { DeveloperSecretRepository } from '../../../../src/directory/users/developer-secrets/developer-secret.repository.js';
import { DeveloperSecrets } from '../../../../src/directory/users/developer-secrets.service.js';
import { forEachDialect } from '../../../support/dialects.js';
import { TEST_KEY } from '../../../support/test-settings.js';
import { People } from './people.js';

/** More than one batch. */
const PERSONS = 205;

forEachDialect((dialect) => {
  let people: People;
  const newKey = randomBytes(32);

  beforeAll(async () => {
    people = await People.open(dialect);
    for (let i = 0; i < PERSONS; i++) await people.add({ username: `person-${i}` });
  });
  afterAll(() => people.close());

  const factoryWith = (...keys: Uint8Array[]) => {
    const randomness = new Randomness();
    return new DeveloperSecretFactory(
      new CredentialFormat('gth'),
      randomness,
      new RowSeal(new KeyRing(keys, randomness)),
      people.clock,
    );
  };

  const resealAll = async (secrets: DeveloperSecrets, after: string | null = null): Promise<number[]> => {
    const { resealed, next } = await people.unitOfWork.run((tx) => secrets.reseal(tx, after));
    return next === null ? [resealed] : [resealed, ...(await resealAll(secrets, next))];
  };

  it('moves every developer secret to the new key in batches, and changes none', async () => {
    const both = factoryWith(newKey, Buffer.from(TEST_KEY, 'base64'));
    const repository = people.context.get(DeveloperSecretRepository, { strict: false });
    const secrets = new DeveloperSecrets(repository, both);
    expect(await resealAll(secrets)).toEqual([200, 5]);
    expect(await resealAll(secrets)).toEqual([0, 0]);
    const newOnly = factoryWith(newKey);
    const rows = await people.tables.of(DeveloperSecret).in(people.site).all();
    expect(rows).toHaveLength(PERSONS);
    for (const row of rows) expect(sha256(newOnly.open(row))).toBe(row.hash);
  });
});
