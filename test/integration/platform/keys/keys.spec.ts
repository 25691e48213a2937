import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { SYSTEM } from '../../../../src/platform/audit/audit.types.js';
import { KeyMaterial } from '../../../../src/platform/keys/key-material.js';
import type { KeyPurpose } from '../../../../src/platform/keys/key.entity.js';
import { KeyRepository } from '../../../../src/platform/keys/key.repository.js';
import { Keys } from '../../../../src/platform/keys/keys.service.js';
import { UnsealError } from '../../../../src/shared/crypto/key-ring.js';
import { forEachDialect } from '../../../support/dialects.js';
import { RetentionFixture } from '../retention/retention-fixture.js';

forEachDialect((dialect) => {
  let fixture: RetentionFixture;
  let keys: Keys;

  beforeEach(async () => {
    fixture = await RetentionFixture.open(dialect);
    keys = fixture.context.get(Keys, { strict: false });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await fixture.close();
  });

  const published = () => keys.publicJwks.map((jwk) => String(jwk['kid']));
  const repository = () => fixture.context.get(KeyRepository, { strict: false });
  /** A key that another instance made and retired by its own clock, which is ahead of ours. */
  const retiredByClockAhead = async (purpose: KeyPurpose) => {
    const ahead = new Date(fixture.clock.now().getTime() + 3600_000);
    const made = fixture.context.get(KeyMaterial, { strict: false }).generate(purpose);
    const row = { ...made, createdAt: ahead, retiredAt: new Date(ahead.getTime() + 1) };
    await fixture.unitOfWork.run((tx) => repository().insert(tx, row));
    return row.id;
  };

  describe('a key that was retired', () => {
    it('verifies and is published until the last token that it can have signed is over, and no longer', async () => {
      const retired = keys.signing.kid;
      const current = await keys.rotate('signing', SYSTEM);
      fixture.clock.advance({ days: 366, milliseconds: -1 });
      expect(await keys.refresh()).toBe(true);
      expect(published()).toEqual([current, retired]);
      expect(await keys.verificationKey(retired)).toBeDefined();
      fixture.clock.advance({ seconds: 1 });
      await keys.refresh();
      expect(published()).toEqual([current]);
      expect(await keys.verificationKey(retired)).toBeUndefined();
    });

    it('is kept for 366 days from its retirement, however old it is, to the millisecond', async () => {
      fixture.clock.advance({ days: 3000 });
      await keys.rotate('cookie', SYSTEM);
      fixture.clock.advance({ days: 366, milliseconds: -1 });
      await keys.refresh();
      expect(keys.cookieKeys).toHaveLength(2);
      fixture.clock.advance({ milliseconds: 1 });
      await keys.rotate('signing', SYSTEM); // which reads all keys again
      expect(keys.cookieKeys).toHaveLength(1);
    });

    it('signs and seals nothing, though by another clock it is newer than the one in force', async () => {
      const [signing, [sealing]] = [keys.signing.kid, keys.cookieKeys];
      fixture.clock.advance({ seconds: 2 });
      const retired = await retiredByClockAhead('signing');
      await retiredByClockAhead('cookie');
      expect(retired > signing).toBe(true);
      await keys.refresh();
      expect(keys.signing.kid).toBe(signing);
      expect(published()).toEqual([signing, retired]);
      expect(keys.cookieKeys[0]).toEqual(sealing);
      expect(keys.cookieKeys).toHaveLength(2);
    });
  });

  describe('the sealed part of a key', () => {
    it.each(['signing', 'cookie'] as const)(
      'opens in its own row alone: of another %s key it is none',
      async (purpose) => {
        const material = fixture.context.get(KeyMaterial, { strict: false });
        const [one, other] = [material.generate(purpose), material.generate(purpose)];
        expect(material.open(one)).not.toBe(material.open(other));
        expect(() => material.open({ ...other, sealed: one.sealed })).toThrow(UnsealError);
        const swapped = purpose === 'signing' ? 'cookie' : 'signing';
        expect(() => material.open({ ...one, purpose: swapped })).toThrow(UnsealError);
      },
    );
  });

  describe('ids of keys that never were', () => {
    it('cost one read of the database a second, however many come', async () => {
      const reads = jest.spyOn(repository(), 'newestFirst');
      const forged = (count: number) =>
        Promise.all(Array.from({ length: count }, () => keys.verificationKey(v7()))).then((found) => new Set(found));
      expect(await forged(100)).toEqual(new Set([undefined]));
      expect(reads).toHaveBeenCalledTimes(0); // the keys were read at this very instant of the clock
      fixture.clock.advance(1_000);
      expect(await forged(100)).toEqual(new Set([undefined]));
      expect(reads).toHaveBeenCalledTimes(1);
      fixture.clock.advance(999);
      await forged(100);
      expect(reads).toHaveBeenCalledTimes(1);
      fixture.clock.advance(1);
      await forged(100);
      expect(reads).toHaveBeenCalledTimes(2);
    });

    it('are no reason not to find a new one of another instance', async () => {
      const second = await fixture.another();
      const kid = await second.get(Keys, { strict: false }).rotate('signing', SYSTEM);
      await second.close();
      await Promise.all(Array.from({ length: 100 }, () => keys.verificationKey(v7())));
      fixture.clock.advance(1_000);
      expect(await keys.verificationKey(kid)).toBeDefined();
    });
  });
});
