import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { OPERATOR, SYSTEM } from '../../../src/audit/audit.types.js';
import { CareLease, LEASE_MS } from '../../../src/care/care-lease.js';
import { BATCH, CareRound } from '../../../src/care/care-round.js';
import { CareSteps } from '../../../src/care/care-steps.js';
import { Lease } from '../../../src/care/lease.entity.js';
import type { Tx } from '../../../src/database/transaction.js';
import { UnitOfWork } from '../../../src/database/unit-of-work.js';
import { Token } from '../../../src/tokens/token.entity.js';
import { forEachDialect } from '../../support/dialects.js';
import { CareFixture } from './care-fixture.js';

forEachDialect((dialect) => {
  let care: CareFixture;
  let other: INestApplicationContext;
  beforeEach(async () => {
    care = await CareFixture.open(dialect);
    other = await care.another();
  });
  afterEach(async () => {
    await other.close();
    await care.close();
  });

  const otherRound = (): CareRound => other.get(CareRound, { strict: false });
  const lease = (): CareLease => care.context.get(CareLease, { strict: false });
  const take = (): Promise<string | null> => care.unitOfWork.run((tx) => lease().take(tx));
  const leases = (): Promise<Lease[]> => care.tables.ofDeployment(Lease).rows().all();
  const deadTokens = (count: number): Promise<void> =>
    care.insert(
      Token,
      Array.from({ length: count }, () => care.tokenRow({ expiresAt: care.ago(31) })),
    );
  /** Does something in the transaction of the batch of that number. */
  const beforeBatch = (number: number, act: (tx: Tx) => unknown): void => {
    const steps = care.context.get(CareSteps, { strict: false });
    const now = steps.now.bind(steps);
    let batches = 0;
    steps.now = async () =>
      (await now()).map((step) => ({
        ...step,
        batch: async (tx, limit) => {
          if (++batches === number) await act(tx);
          return step.batch(tx, limit);
        },
      }));
  };

  describe('the turn to clean', () => {
    it('is had by one of many who want it at once', async () => {
      const others = other.get(CareLease, { strict: false });
      const taken = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          i % 2 === 0 ? take() : other.get(UnitOfWork).run((tx) => others.take(tx)),
        ),
      );
      expect(taken.filter((holder) => holder !== null)).toHaveLength(1);
      expect(await leases()).toMatchObject([{ holder: taken.find((holder) => holder !== null) }]);
    });

    it('is given back at the end of a round, and not had by another before', async () => {
      const answers: unknown[] = [];
      // On SQLite the batch has the writer to itself: the other waits for it, and looks when the round is further on.
      beforeBatch(
        1,
        () =>
          void otherRound()
            .run(SYSTEM)
            .then((answer) => answers.push(answer)),
      );
      await deadTokens(2 * BATCH);
      expect(await care.clean()).toEqual({ tokens: 2 * BATCH });
      expect(answers).toEqual([null]);
      expect(await leases()).toEqual([]);
      expect(await otherRound().run(SYSTEM)).not.toBeNull();
    });

    it('is taken over from one that died when it has run out, and not a millisecond before', async () => {
      await take();
      care.clock.advance(LEASE_MS - 1);
      expect(await care.round.run(SYSTEM)).toBeNull();
      care.clock.advance(1);
      expect(await care.clean()).toEqual({});
    });

    it('is renewed with every batch', async () => {
      await deadTokens(2 * BATCH);
      beforeBatch(1, () => {
        care.clock.advance(LEASE_MS - 1);
      });
      beforeBatch(2, () => {
        care.clock.advance(LEASE_MS - 1);
      });
      const ends: Date[] = [];
      beforeBatch(3, async (tx) => {
        const rows = await care.tables.ofDeployment(Lease).rows(tx).all();
        ends.push(...rows.map(({ expiresAt }) => expiresAt));
      });
      await care.clean();
      expect(ends).toEqual([new Date(care.clock.now().getTime() + LEASE_MS)]);
    });

    it('that was lost ends the round before it changes anything more, and is left to the other', async () => {
      await deadTokens(2 * BATCH);
      beforeBatch(1, (tx) => care.tables.ofDeployment(Lease).rows(tx).update({ name: 'care' }, { holder: 'another' }));
      expect(await care.clean()).toEqual({ tokens: BATCH });
      expect(await leases()).toMatchObject([{ holder: 'another' }]);
      expect(await care.ids(Token)).toHaveLength(BATCH);
      expect(await care.audited('care.done')).toMatchObject([{ details: { tokens: BATCH } }]);
    });
  });

  describe('a round', () => {
    it('goes on batch by batch until nothing is left, and is audited once with who asked for it', async () => {
      await deadTokens(2 * BATCH + 1);
      const live = await care.token();
      const counts = await care.round.run(OPERATOR);
      expect(counts).toMatchObject({ tokens: 2 * BATCH + 1, sessions: 0 });
      expect(await care.ids(Token)).toEqual([live]);
      expect(await care.audited('care.done')).toMatchObject([{ actorKind: 'operator', details: counts }]);
    });

    it('stops between two batches, and says what it did', async () => {
      await deadTokens(3 * BATCH);
      const stop = new AbortController();
      beforeBatch(2, () => {
        stop.abort();
      });
      expect(await care.round.run(SYSTEM, stop.signal)).toMatchObject({ tokens: 2 * BATCH });
      expect(await care.ids(Token)).toHaveLength(BATCH);
      expect(await leases()).toEqual([]);
      expect(await care.audited('care.done')).toHaveLength(1);
    });

    it('that fails keeps what it did, says so, and gives its turn back', async () => {
      await deadTokens(2 * BATCH);
      beforeBatch(2, () => {
        throw new Error('the disk is full');
      });
      await expect(care.round.run(SYSTEM)).rejects.toThrow('the disk is full');
      expect(await care.ids(Token)).toHaveLength(BATCH);
      expect(await leases()).toEqual([]);
      expect(await care.audited('care.done')).toMatchObject([{ details: { tokens: BATCH } }]);
    });
  });
});
