import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Account } from '../../../../src/directory/accounts/account.entity.js';
import { AuditEvent } from '../../../../src/platform/audit/audit-event.entity.js';
import { Audit } from '../../../../src/platform/audit/audit.service.js';
import { SYSTEM } from '../../../../src/platform/audit/audit.types.js';
import { type HeldCommit, WorkRepeated } from '../../../../src/platform/database/held-commit.js';
import { HeldCommits } from '../../../../src/platform/database/held-commits.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import type { Tx } from '../../../../src/platform/database/transaction.js';
import type { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { unitOfWorkOn } from '../../../support/unit-of-work.js';
import { Randomness } from '../../../../src/shared/crypto/randomness.js';
import { Ids } from '../../../../src/shared/ids/ids.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { forEachDialect } from '../../../support/dialects.js';
import { FixedClock } from '../../../support/fixed-clock.js';
import { accountRow, siteRow } from '../../../support/row-builders.js';
import { openTestDatabase, type TestDatabase } from '../../../support/test-databases.js';

const REQUEST = 'request-1';

forEachDialect((dialect) => {
  const site = siteRow();
  let opened: TestDatabase;
  let held: HeldCommits;
  let units: UnitOfWork;
  let tables: SiteTables;
  let request: HeldCommit;

  beforeEach(async () => {
    opened = await openTestDatabase(dialect);
    held = new HeldCommits();
    units = unitOfWorkOn(opened.database, held);
    tables = new SiteTables(opened.database);
    await units.run(async (tx) => tables.ofDeployment(Site).rows(tx).insert(site));
    request = held.open(REQUEST);
  });
  afterEach(async () => {
    await request.close();
    await opened.close();
  });

  const accounts = () => tables.of(Account).in(site.id).count();
  const insert = (tx: Tx) => tables.of(Account).in(site.id, tx).insert(accountRow());
  /** A change of the request, as its audit row would say. */
  const change = async (tx: Tx) => {
    held.claim(tx, REQUEST, { siteId: site.id, action: 'account.created' });
    await insert(tx);
    return 'changed';
  };

  test('the change of a request is answered before it is committed, and committed with what is written besides', async () => {
    expect(await units.run(change)).toBe('changed');
    expect([request.isReached, request.change?.siteId, await accounts()]).toEqual([true, site.id, 0]);
    await request.commitWith(insert);
    expect(await accounts()).toBe(2);
  });

  test('what is done after the commit waits for it', async () => {
    const seen: number[] = [];
    await units.run(change, { afterCommit: async () => void seen.push(await accounts()) });
    expect(seen).toEqual([]);
    await request.commitWith(insert);
    expect(seen).toEqual([2]);
  });

  test('a request that is closed without a word has changed nothing, and lets the next one have its turn', async () => {
    await units.run(change);
    await request.close();
    expect(await accounts()).toBe(0);
    await units.run(insert);
    expect(await accounts()).toBe(1);
  });

  test('when what is written besides fails, nothing is committed', async () => {
    await units.run(change);
    const failing = request.commitWith(async (tx) => {
      await insert(tx);
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(await accounts()).toBe(0);
  });

  test('after a deadlock it is not the work alone that runs again: its result has been used already', async () => {
    await units.run(change);
    const failing = request.commitWith(async (tx) => {
      await insert(tx);
      throw Object.assign(new Error('deadlock'), { code: 'ER_LOCK_DEADLOCK' });
    });
    await expect(failing).rejects.toThrow(WorkRepeated);
    expect(await accounts()).toBe(0);
  });

  test('a deadlock within the work is retried there, as ever', async () => {
    let runs = 0;
    await units.run(async (tx) => {
      await change(tx);
      if (++runs === 1) throw Object.assign(new Error('deadlock'), { code: 'ER_LOCK_DEADLOCK' });
    });
    await request.commitWith(insert);
    expect([runs, await accounts()]).toEqual([2, 2]);
  });

  test('work that fails before its end is not held', async () => {
    const failing = units.run(async (tx) => {
      await change(tx);
      throw new Error('its own failure');
    });
    await expect(failing).rejects.toThrow('its own failure');
    expect(request.isReached).toBe(false);
  });

  test('units of work of others are committed as ever meanwhile', async () => {
    await units.run(async (tx) => {
      held.claim(tx, 'request-2', { siteId: site.id, action: 'account.created' });
      held.claim(tx, null, { siteId: null, action: 'care.done' });
      await insert(tx);
    });
    expect(await accounts()).toBe(1);
    await request.close();
    await units.run(change);
    expect(await accounts()).toBe(2);
  });

  test('of the audit rows of a request, that of its change says which transaction it is; a refusal is committed at once', async () => {
    const clock = new FixedClock();
    const audit = new Audit(tables, clock, new Ids(clock, new Randomness()), held);
    const entry = { siteId: site.id, action: 'account.created', actor: { ...SYSTEM, requestId: REQUEST } } as const;
    const events = () => tables.of(AuditEvent).in(site.id).count();
    await units.run((tx) => audit.record(tx, { ...entry, outcome: 'denied', reason: 'x' }));
    expect([await events(), request.isReached]).toEqual([1, false]);
    await units.run((tx) => audit.record(tx, { ...entry, outcome: 'success' }));
    expect([await events(), request.isReached]).toEqual([1, true]);
  });

  test('a request that takes too long is over at the deadline of its unit of work', async () => {
    await units.run(change);
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    await expect(request.commitWith(insert)).rejects.toMatchObject({ code: 'database_unavailable' });
    expect(await accounts()).toBe(0);
  });
});
