import { expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { DatabaseSettings } from '../../../src/platform/config/settings.js';
import { Clock } from '../../../src/shared/clock/clock.js';
import { createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { FixedClock } from '../../support/fixed-clock.js';
import { registerApplication } from '../../support/registered-application.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { acting } from '../directory/users/people.js';

const ROOT = join(import.meta.dirname, '../../..');
const PROCESS = ['--import', './scripts/typescript.mjs', 'test/support/removing-process.ts'];

/** Every step of the transaction, in its order: patterns of the statement that is not reached any more. */
const FAULT_POINTS = [
  '^(BEGIN|START TRANSACTION)',
  'applications\\.transferred',
  'tokens\\.transferred',
  '^UPDATE applications SET ceiling',
  '^UPDATE tokens SET\\s+ceiling',
  '^DELETE FROM .?sessions',
  '^DELETE FROM .?notifications',
  '^DELETE FROM .?developer_secrets',
  '^DELETE FROM .?user_roles',
  '^UPDATE .?users',
  '^INSERT INTO .?notifications',
  'user\\.removed',
  '^COMMIT',
];

forEachDialect((dialect) => {
  /** Answers the signal that ended it; a process that was not killed reached no such statement. */
  async function removingProcess(app: TestApp, order: Record<string, unknown>): Promise<NodeJS.Signals | null> {
    const { dataDir, database } = app.settings;
    const argument = JSON.stringify({ ...order, dataDir, database: locationOf(database) });
    const child = spawn(process.execPath, [...PROCESS, argument], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'] },
    });
    const [errors, [code, signal]] = await Promise.all([
      text(child.stderr),
      once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
    ]);
    if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the removing process failed: ${errors}`);
    return signal;
  }

  it('[50] kill -9 at any step of a removal leaves all or nothing', async () => {
    const app = await startTestApp(dialect, { clock: new FixedClock(new Clock().now()) }); // the process has the real one
    try {
      const admin = await signInAsAdmin(app);
      const { user, site } = (await admin.get('/auth/me')).body;
      const leaver = await createPerson(app, 'leaver', ['ROLE_MANAGE_PROXIES']);
      await createToken(leaver.session);
      await registerApplication(leaver.session);
      const actor = acting({ ...user, siteId: site.id, roles: ['ROLE_ADMIN'] }, app.clock.now());
      const order = { actor, userId: leaver.id };

      const before = await rowsOf(app);
      for (const killBefore of FAULT_POINTS) {
        expect([killBefore, await removingProcess(app, { ...order, killBefore })]).toEqual([killBefore, 'SIGKILL']);
        expect({ killBefore, rows: await rowsOf(app) }).toEqual({ killBefore, rows: before });
      }

      // Past the commit it has happened, although nobody was told.
      expect(await removingProcess(app, { ...order, killBefore: 'answer' })).toBe('SIGKILL');
      const { users = [], tokens = [], applications = [], audit_events: events = [] } = await rowsOf(app);
      expect(users.find(({ id }) => id === leaver.id)).toMatchObject({ status: 'removed' });
      expect([...tokens, ...applications].filter((row) => row['owner_id'] === leaver.id)).toEqual([]);
      expect(events.filter(({ action }) => action === 'user.removed')).toHaveLength(1);
    } finally {
      await app.stop();
    }
  }, 300_000);
});

function locationOf(database: DatabaseSettings): Record<string, string> {
  return database.kind === 'sqlite' ? { sqlite: database.file } : { mysql: database.url.reveal() };
}
