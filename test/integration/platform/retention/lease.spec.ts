import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { OPERATOR, SYSTEM } from '../../../../src/platform/audit/audit.types.js';
import { CleanupLease, LEASE_MS } from '../../../../src/platform/retention/cleanup-lease.js';
import { BATCH, RetentionCleanup } from '../../../../src/platform/retention/retention-cleanup.js';
import { CleanupSteps } from '../../../../src/platform/retention/cleanup-steps.js';
import { Lease } from '../../../../src/platform/retention/lease.entity.js';
import type { Tx } from '../../../../src/platform/database/transaction.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { Token } from '../../../../src/tokens/token.entity.js';
import { forEachDialect } from '../../../support/dialects.js';
import { RetentionFixture } from './retention-fixture.js';

forEachDialect((dialect) => {
  let fixture: RetentionFixture;
  let other: INestApplicationContext;
  beforeEach(async () => {
    fixture = await RetentionFixture.open(dialect);
    other = await fixture.another();
  });
  afterEach(async () => {
    await other.close();
    await fixture.close();
  });

  const otherRound = (): RetentionCleanup => other.get(RetentionCleanup, { strict: false });
  const lease = (): CleanupLease => fixture.context.get(CleanupLease, { strict: false });
  const take = (): Promise<string | null> => fixture.unitOfWork.run((tx) => lease().take(tx));
  const leases = (): Promise<Lease[]> => fixture.tables.ofDeployment(Lease).rows().all();
  const deadTokens = (count: number): Promise<void> =>
    fixture.insert(
      Token,
      Array.from({ length: count }, () => fixture.tokenRow({ expiresAt: fixture.ago(31) })),
    );
  /** Does something in the transaction of the batch of that number. */
  const beforeBatch = (number: number, act: (tx: Tx) => unknown): void => {
    const steps = fixture.context.get(CleanupSteps, { strict: false });
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
      const others = other.get(CleanupLease, { strict: false });
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
      expect(await fixture.clean()).toEqual({ tokens: 2 * BATCH });
      expect(answers).toEqual([null]);
      expect(await leases()).toEqual([]);
      expect(await otherRound().run(SYSTEM)).not.toBeNull();
    });

    it('is taken over from one that died when it has run out, and not a millisecond before', async () => {
      await take();
      fixture.clock.advance(LEASE_MS - 1);
      expect(await fixture.round.run(SYSTEM)).toBeNull();
      fixture.clock.advance(1);
      expect(await fixture.clean()).toEqual({});
    });

    it('is renewed with every batch', async () => {
      await deadTokens(2 * BATCH);
      beforeBatch(1, () => {
        fixture.clock.advance(LEASE_MS - 1);
      });
      beforeBatch(2, () => {
        fixture.clock.advance(LEASE_MS - 1);
      });
      const ends: Date[] = [];
      beforeBatch(3, async (tx) => {
        const rows = await fixture.tables.ofDeployment(Lease).rows(tx).all();
        ends.push(...rows.map(({ expiresAt }) => expiresAt));
      });
      await fixture.clean();
      expect(ends).toEqual([new Date(fixture.clock.now().getTime() + LEASE_MS)]);
    });

    it('that was lost ends the round before it changes anything more, and is left to the other', async () => {
      await deadTokens(2 * BATCH);
      beforeBatch(1, (tx) =>
        fixture.tables.ofDeployment(Lease).rows(tx).update({ name: 'care' }, { holder: 'another' }),
      );
      expect(await fixture.clean()).toEqual({ tokens: BATCH });
      expect(await leases()).toMatchObject([{ holder: 'another' }]);
      expect(await fixture.ids(Token)).toHaveLength(BATCH);
      expect(await fixture.audited('care.done')).toMatchObject([{ details: { tokens: BATCH } }]);
    });
  });

  describe('a round', () => {
    it('goes on batch by batch until nothing is left, and is audited once with who asked for it', async () => {
      await deadTokens(2 * BATCH + 1);
      const live = await fixture.token();
      const counts = await fixture.round.run(OPERATOR);
      expect(counts).toMatchObject({ tokens: 2 * BATCH + 1, sessions: 0 });
      expect(await fixture.ids(Token)).toEqual([live]);
      expect(await fixture.audited('care.done')).toMatchObject([{ actorKind: 'operator', details: counts }]);
    });

    it('stops between two batches, and says what it did', async () => {
      await deadTokens(3 * BATCH);
      const stop = new AbortController();
      beforeBatch(2, () => {
        stop.abort();
      });
      expect(await fixture.round.run(SYSTEM, stop.signal)).toMatchObject({ tokens: 2 * BATCH });
      expect(await fixture.ids(Token)).toHaveLength(BATCH);
      expect(await leases()).toEqual([]);
      expect(await fixture.audited('care.done')).toHaveLength(1);
    });

    it('that fails keeps what it did, says so, and gives its turn back', async () => {
      await deadTokens(2 * BATCH);
      beforeBatch(2, () => {
        throw new Error('the disk is full');
      });
      await expect(fixture.round.run(SYSTEM)).rejects.toThrow('the disk is full');
      expect(await fixture.ids(Token)).toHaveLength(BATCH);
      expect(await leases()).toEqual([]);
      expect(await fixture.audited('care.done')).toMatchObject([{ details: { tokens: BATCH } }]);
    });
  });
});
