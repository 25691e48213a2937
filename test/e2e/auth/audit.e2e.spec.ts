import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEvent } from '../../../src/platform/audit/audit-event.entity.js';
import { Database } from '../../../src/platform/database/database.js';
import { CredentialFormat } from '../../../src/shared/crypto/credential-format.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';
import {
  anonymous,
  ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
} from '../../support/api-client.js';
import { auditLog, auditOf } from '../../support/audit-log.js';
import { CHANGES, Stage } from '../../support/changes.js';
import { describedOperations } from '../../support/described-operations.js';
import { forEachDialect } from '../../support/dialects.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** Calls that change nothing, though their method would let them. */
const READS = [
  'POST /oauth/introspect',
  'POST /admin/site/policy/preview',
  'POST /projects/{id}/proxies/import',
  'POST /proxies/rules/test',
];
/** Calls that are two acts: each can also happen without the other. */
const TWO_ACTS: Readonly<Record<string, string[]>> = {
  'PUT /auth/password': ['session.started', 'user.password_changed'],
  'POST /auth/accept-invitation': ['invitation.accepted', 'user.password_changed'],
  'DELETE /admin/users/{id}': ['tokens.transferred', 'user.removed'],
  'POST /connections': ['connection.created', 'credential.updated'],
};
/** What is noted behind the answer, and is no change that anybody asked for. */
const NOTED_BEHIND = /"(?:last_used_at|last_used_address|last_seen_at)":(?:"[^"]*"|null),?/g;

const FAILING_TRIGGER = {
  sqlite: `CREATE TRIGGER audit_fails BEFORE INSERT ON audit_events BEGIN SELECT RAISE(ABORT, 'no audit'); END`,
  mysql: `CREATE TRIGGER audit_fails BEFORE INSERT ON audit_events FOR EACH ROW SIGNAL SQLSTATE '45000'`,
} as const;

forEachDialect((dialect) => {
  let app: TestApp;
  let stage: Stage;

  beforeAll(async () => {
    app = await startTestApp(dialect, { settings: { logLevel: 'silent' } });
    stage = await Stage.of(app);
  });
  afterAll(() => app.stop());

  const act = async (name: string) => {
    const change = CHANGES[name];
    if (change === undefined) throw new Error(`no example of ${name}`);
    return change(stage);
  };

  it('the examples are of every call that changes something', async () => {
    const operations = await describedOperations(app);
    const writes = operations
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path.replace(app.settings.apiPrefix, '')}`);
    expect(Object.keys(CHANGES).sort()).toEqual(writes.filter((name) => !READS.includes(name)).sort());
  });

  describe('[65] one event of one act, in its site and in UTC', () => {
    it.each(Object.keys(CHANGES))('%s', async (name) => {
      const call = await act(name);
      const answer = await call();
      expect([answer.status < 300, answer.status]).toEqual([true, answer.status]);
      const events = await auditOf(app, answer);
      expect(events.map(({ action }) => action).sort()).toEqual(TWO_ACTS[name] ?? [expect.any(String)]);
      expect(events[0]).toMatchObject({
        siteId: expect.any(String),
        at: app.clock.now(),
        outcome: 'success',
        action: expect.stringMatching(/^[a-z_]+\.[a-z_]+$/),
        address: '127.0.0.1',
      });
      expect(events[0]?.subjectId ?? '').not.toBe('');
      const shown = (await stage.admin.get('/admin/audit?limit=200')).body.items as { id: string; at: string }[];
      expect(shown.find(({ id }) => id === events[0]?.id)?.at).toMatch(/^2026-01-15T[\d:.]+Z$/);
    });
  });

  describe('[58] an event that can’t be written undoes the change', () => {
    const database = () => app.app.get(Database, { strict: false }).writer;
    const isNoChange = (table: string) => ['audit_events', 'verification_counts'].includes(table);
    const state = async () =>
      JSON.stringify(await rowsOf(app, (table) => !isNoChange(table))).replaceAll(NOTED_BEHIND, '');

    const withoutAudit = async <T>(work: () => Promise<T>): Promise<T> => {
      await database().query(FAILING_TRIGGER[dialect]);
      try {
        return await work();
      } finally {
        await database().query('DROP TRIGGER audit_fails');
      }
    };

    it.each(Object.keys(CHANGES))('%s', async (name) => {
      const call = await act(name);
      const { answer, before, after } = await withoutAudit(async () => {
        const before = await state();
        const answer = await call();
        return { answer, before, after: await state() };
      });
      expect(answer.status).toBe(500);
      expect(JSON.stringify(answer.body)).not.toMatch(/no audit|45000|SQL|trigger/i);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(after).toBe(before);
      // The same call works once the log can be written: nothing was left half done.
      expect((await call()).status).toBeLessThan(300);
    });
  });

  describe('[65] refusals', () => {
    const denials = (events: readonly AuditEvent[]) => events.map(({ outcome, reason }) => [outcome, reason]);

    it('of a credential are audited with its id and the real reason, which the caller is not told', async () => {
      const ann = await createPerson(app, `ann-${dialect}`, []);
      const revoked = await createToken(ann.session);
      await ann.session.delete(`/tokens/${revoked.id}`);
      const expired = await createToken(ann.session, {
        expiresAt: new Date(app.clock.now().getTime() + 1000).toISOString(),
      });
      const replaced = await createToken(ann.session);
      await ann.session.post(`/tokens/${replaced.id}/rotate`, {});
      app.clock.advance({ seconds: 1 });
      const cases = { revoked, expired, reused_after_rotation: replaced };
      const bodies = new Set<string>();
      for (const [reason, { id, token }] of Object.entries(cases)) {
        const answer = await bearer(app, token).get('/auth/me');
        expect(await auditOf(app, answer)).toMatchObject([
          {
            action: 'credential.used',
            outcome: 'denied',
            reason,
            subjectType: 'token',
            subjectId: id,
            actorId: ann.id,
          },
        ]);
        bodies.add(JSON.stringify({ ...answer.body, requestId: '' }));
      }
      expect(bodies.size).toBe(1);
    });

    it('of a password are one event each, with the site where the name is somebody’s', async () => {
      const ben = await createPerson(app, `ben-${dialect}`, []);
      const form = { grant_type: 'client_credentials', client_id: ben.username, client_secret: 'wrong' };
      const answers = [
        await anonymous(app).post('/auth/login', { username: ben.username, password: 'wrong' }),
        await anonymous(app).form('/api/v1/auth/token', form),
        await ben.session.post('/auth/confirm', { password: 'wrong' }),
        await ben.session.put('/auth/password', { currentPassword: 'wrong', newPassword: 'Something-Else-Entirely-1' }),
        await ben.session.post('/users/me/secret/reveal', { password: 'wrong' }),
      ];
      for (const answer of answers) {
        const events = await auditOf(app, answer);
        expect(denials(events)).toEqual([['denied', 'wrong_password']]);
        expect(events[0]?.siteId).toEqual(expect.any(String));
      }
      const nobody = await anonymous(app).post('/auth/login', { username: 'nobody', password: PERSON_PASSWORD });
      expect(await auditOf(app, nobody)).toMatchObject([{ reason: 'unknown_user', siteId: null, subjectId: null }]);
    });

    it('of a client are one event', async () => {
      const { body } = await (await signInAsAdmin(app)).post('/applications', { name: 'x' });
      const form = { grant_type: 'client_credentials' };
      const secret = `${String(body.clientSecret).slice(0, 8)}${'0'.repeat(43)}`;
      const unknown = app.app.get(CredentialFormat, { strict: false }).generate('sec', new Randomness());
      const answer = await anonymous(app).form('/oauth/token', form, basic(body.clientId, unknown));
      expect(denials(await auditOf(app, answer))).toEqual([['denied', 'unknown']]);
      expect((await anonymous(app).form('/oauth/token', form, basic(body.clientId, secret))).status).toBe(401);
    });
  });

  describe('[69] text of callers', () => {
    const FORGED = 'x\r\n{"level":"forged","action":"user.created"}';

    it('is refused as a name where it holds line breaks', async () => {
      const admin = await signInAsAdmin(app);
      const tries = [
        admin.post('/tokens', { name: FORGED, expiresAt: null }),
        admin.post('/applications', { name: FORGED }),
        admin.post('/accounts', { name: FORGED }),
        admin.post('/admin/roles', { name: `ROLE_X\r\n`, description: 'x', scopes: ['orders:read'] }),
        admin.post('/admin/users', { username: FORGED, kind: 'service' }),
        admin.post('/admin/users', { username: 'x\n', kind: 'service' }),
      ];
      for (const answer of await Promise.all(tries)) expect(answer).toMatchObject({ status: 400 });
    });

    it('leaves one line each in the log and one row each in the audit log', async () => {
      const loud = await startTestApp(dialect, { settings: { logLevel: 'debug' } });
      try {
        await anonymous(loud).post('/auth/login', { username: FORGED, password: FORGED });
        await anonymous(loud).get('/auth/me?x=%0d%0a%7b%22level%22', { 'x-test': 'a\tb' });
        await new ApiClient(loud, { 'user-agent': 'a\u0085b\u00a0{"level":"forged"}' }).get('/nowhere%0d%0aforged');
        await (await signInAsAdmin(loud)).post('/applications', { name: 'x', description: FORGED });
        for (const line of loud.logLines) {
          expect(line.indexOf('\n')).toBe(line.length - 1);
          expect((JSON.parse(line) as { level: string }).level).not.toBe('forged');
        }
        expect((await auditLog(loud)).filter(({ action }) => action === 'session.refused')).toHaveLength(1);
      } finally {
        await loud.stop();
      }
    });
  });
});
