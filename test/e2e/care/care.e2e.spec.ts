import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../src/platform/audit/audit.types.js';
import { BATCH, RetentionCleanup } from '../../../src/platform/retention/retention-cleanup.js';
import type { CleanupCounts } from '../../../src/platform/retention/retention.types.js';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { sha256 } from '../../../src/shared/crypto/hashing.js';
import { TokenValue } from '../../../src/tokens/token-value.entity.js';
import { Token } from '../../../src/tokens/token.entity.js';
import { anonymous, type ApiClient, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { auditLog } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { registerApplication } from '../../support/registered-application.js';
import { newId } from '../../support/row-builders.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const DEAD = 5_000;

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  beforeEach(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterEach(() => app.stop());

  const clean = async (): Promise<CleanupCounts | null> => app.app.get(RetentionCleanup, { strict: false }).run(SYSTEM);
  const verify = (token: string) => anonymous(app).get('/verify', { authorization: `Bearer ${token}` });
  const refusals = async () =>
    (await auditLog(app)).filter(({ action }) => action === 'credential.used').map(({ reason }) => reason);

  describe('scheduled clean-up', () => {
    it('[70] cleans the token tables of thousands of dead tokens, and no verification fails meanwhile', async () => {
      const { token: live } = await createToken(admin);
      await insertDeadTokens(app, admin);
      const answers: number[] = [];
      let slowest = 0;
      let isDone = false;
      const client = async (): Promise<void> => {
        while (!isDone) {
          const start = performance.now();
          answers.push((await verify(live)).status);
          slowest = Math.max(slowest, performance.now() - start);
        }
      };
      const clients = [client(), client(), client()];
      const counts = await clean().finally(() => (isDone = true));
      await Promise.all(clients);
      expect(counts).toMatchObject({ tokens: DEAD });
      expect(new Set(answers)).toEqual(new Set([200]));
      // Between any two batches there were some.
      expect(answers.length).toBeGreaterThan(DEAD / BATCH);
      expect(slowest).toBeLessThan(2_000);
      const tables = app.app.get(SiteTables);
      expect(await tables.of(Token).acrossSites('a test counts').count()).toBe(1);
      expect(await tables.of(TokenValue).acrossSites('a test counts').count()).toBe(1);
    });

    it('keeps an old value for as long as its reuse is to be recognised; after that it is refused as unknown', async () => {
      const { id, token: old } = await createToken(admin);
      const { token: current } = (await admin.post(`/tokens/${id}/rotate`, {})).body;
      app.clock.advance({ days: 30, milliseconds: -1 });
      await clean();
      expect((await verify(old)).status).toBe(401);
      expect(await refusals()).toEqual(['reused_after_rotation']);
      app.clock.advance(60_000);
      await clean();
      expect((await verify(old)).status).toBe(401);
      expect((await refusals()).sort()).toEqual(['reused_after_rotation', 'unknown']);
      expect((await verify(current)).status).toBe(200);
    });

    it('leaves a revoked JWT refused for as long as its signature holds', async () => {
      const application = await registerApplication(admin, { tokenFormat: 'jwt', tokenTtlSeconds: 365 * 24 * 3600 });
      await admin.delete(`/tokens/${application.accessTokenId}`);
      app.clock.advance({ days: 30 });
      expect(await clean()).toMatchObject({ tokens: 1 });
      expect((await verify(application.accessToken)).status).toBe(401);
      admin = await signInAsAdmin(app);
      expect((await admin.get(`/applications/${application.id}`)).body.accessTokenId).toBeNull();
    });

    it('lets everything of a removed user go in the end, and the audit log still says who it was', async () => {
      const ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
      await createToken(ann.session);
      await registerApplication(ann.session);
      await admin.delete(`/admin/users/${ann.id}?decommission=true`);
      app.clock.advance({ days: 30 });
      expect(await clean()).toMatchObject({ tokens: 2, clientSecrets: 1, applications: 1, removedUsers: 1 });
      const removals = (await auditLog(app)).filter(({ action }) => action === 'user.removed');
      expect(removals).toMatchObject([{ subjectId: ann.id, subjectName: 'ann' }]);
    });
  });
});

/** Expired long ago, with a value each, as a client that fetches a token a minute leaves them. */
async function insertDeadTokens({ app, clock }: TestApp, admin: ApiClient): Promise<void> {
  const { user, site } = (await admin.get('/auth/me')).body;
  const over = new Date(clock.now().getTime() - 31 * 24 * 3600 * 1000);
  const of = { ownerId: user.id, createdBy: user.id, name: 'dead', last4: 'x7Qa', createdAt: over, expiresAt: over };
  const tokens = Array.from({ length: DEAD }, () => {
    return { id: newId(), kind: 'application' as const, format: 'opaque' as const, ...of };
  });
  const values = tokens.map(({ id }) => ({ hash: sha256(id), tokenId: id, createdAt: over }));
  const tables = app.get(SiteTables);
  await app.get(UnitOfWork).run(
    async (tx) => {
      await tables.of(Token).in(site.id, tx).insert(tokens);
      await tables.of(TokenValue).in(site.id, tx).insert(values);
    },
    { deadlineMs: 60_000 },
  );
}
