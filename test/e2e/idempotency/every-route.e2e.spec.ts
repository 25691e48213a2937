import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, PERSON_PASSWORD } from '../../support/api-client.js';
import { type Change, CHANGES, Stage } from '../../support/changes.js';
import { forEachDialect } from '../../support/dialects.js';
import { newKey, withKey } from '../../support/keyed-client.js';
import { named, routesOf } from '../../support/routes.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** With the secret of a person: a password is no credential that an answer could be kept for. */
const BY_SECRET: Change = async (stage) => {
  const { session } = await stage.person();
  const { secret } = (await session.post('/users/me/secret/reveal', { password: PERSON_PASSWORD })).body;
  return () => anonymous(stage.app).call('POST', '/auth/token', undefined, { authorization: `Secret ${secret}` });
};

/** Tables to which a service adds in its own time. */
const WRITTEN_LATER = /^(?:verification_counts|leases)$/;

forEachDialect((dialect) => {
  let app: TestApp;
  let keyed: ReturnType<typeof withKey>;
  let stage: Stage;
  beforeAll(async () => {
    app = await startTestApp(dialect);
    keyed = withKey(app);
    stage = await Stage.of(keyed.app);
  });
  afterAll(() => app.stop());

  const taking = () => {
    const names = routesOf(app)
      .filter(({ takesIdempotencyKey }) => takesIdempotencyKey)
      .map((route) =>
        named(route)
          .replace(app.settings.apiPrefix, '')
          .replaceAll(/:(\w+)/g, '{$1}'),
      );
    return names.map((name) => [name, name === 'POST /auth/token' ? BY_SECRET : CHANGES[name]] as const);
  };
  const counts = async () => {
    const rows = await rowsOf(app, (table) => !WRITTEN_LATER.test(table));
    return Object.entries(rows).map(([table, { length }]) => [table, length]);
  };

  describe('every call that takes an Idempotency-Key', () => {
    it('has an example', () => {
      expect(taking().length).toBeGreaterThan(18);
      expect(taking().filter(([, change]) => change === undefined)).toEqual([]);
    });

    it('[83] is made once, and answered the same again', async () => {
      for (const [name, change] of taking()) {
        const call = await change?.(stage);
        keyed.key = newKey();
        const first = await call?.();
        const made = await counts();
        const again = await call?.();
        keyed.key = null;
        expect([name, [200, 201].includes(first?.status ?? 0)]).toEqual([name, true]);
        expect([name, first?.headers.has('idempotent-replayed')]).toEqual([name, false]);
        expect([name, again?.status, again?.body]).toEqual([name, first?.status, first?.body]);
        expect([name, again?.headers.get('idempotent-replayed')]).toEqual([name, 'true']);
        expect([name, await counts()]).toEqual([name, made]);
      }
    }, 120_000);
  });
});
