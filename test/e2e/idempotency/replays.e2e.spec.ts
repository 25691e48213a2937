import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { KeptAnswer } from '../../../src/platform/idempotency/kept-answer.entity.js';
import { MOST_KEPT } from '../../../src/platform/idempotency/kept-answers.service.js';
import { sha256 } from '../../../src/shared/crypto/hashing.js';
import type { SiteId } from '../../../src/shared/ids/site-id.js';
import {
  anonymous,
  type ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { keyedPost, newKey } from '../../support/keyed-client.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const WANTED = { name: 'deployments', expiresAt: null };

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let person: TestPerson;
  let count = 0;
  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    person = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES', 'ROLE_API_SECURITY']);
  });
  afterAll(() => app.stop());

  /** A call by a new token of the person, with its key; `again` repeats it. */
  async function called(path: string, body: unknown, client?: ApiClient) {
    const caller = client ?? bearer(app, (await createToken(person.session)).token);
    const key = newKey();
    const first = await keyedPost(caller, path, body, key);
    expect([first.status, first.body]).toEqual([expect.any(Number), expect.objectContaining({})]);
    expect(first.status).toBeLessThan(300);
    return { caller, key, first, again: (by = caller) => keyedPost(by, path, body, key) };
  }
  const tokensOf = async ({ session }: TestPerson) =>
    (await session.get('/tokens?limit=200')).body.items.length as number;

  describe('a call that is repeated with its Idempotency-Key', () => {
    it('[83] gets the same answer, its secret included, and makes nothing again', async () => {
      const { first, again } = await called('/tokens', WANTED);
      const before = await tokensOf(person);
      for (let i = 0; i < 3; i++) {
        const answer = await again();
        expect([answer.status, answer.body]).toEqual([201, first.body]);
        expect(answer.headers.get('idempotent-replayed')).toBe('true');
        expect(answer.headers.get('cache-control')).toBe('no-store');
      }
      expect(await tokensOf(person)).toBe(before);
      expect((await bearer(app, first.body.token).get('/auth/me')).status).toBe(200);
    });

    it('is the same however its body is spelt, and with a slash at the end of its path', async () => {
      const { caller, key, first } = await called('/tokens', { name: 'x', expiresAt: null, scopes: ['proxies:read'] });
      const response = await app.fetch(`${app.settings.apiPrefix}/tokens/`, {
        method: 'POST',
        headers: { ...credentialOf(caller), 'idempotency-key': key, 'content-type': 'application/json' },
        body: '{ "scopes": ["proxies:read"],\n "expiresAt": null, "n\\u0061me": "x" }',
      });
      expect(await response.json()).toEqual(first.body);
    });

    it('[83] with another body, query, path or account is 409 idempotency_conflict and changes nothing', async () => {
      const { caller, key } = await called('/tokens', WANTED);
      const before = await tokensOf(person);
      for (const [path, body] of [
        ['/tokens', { ...WANTED, name: 'other' }],
        ['/tokens', { ...WANTED, scopes: ['proxies:read'] }],
        ['/tokens?x=1', WANTED],
        ['/applications', WANTED],
      ] as const) {
        const answer = await keyedPost(caller, path, body, key);
        expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency_conflict' } });
      }
      expect(await tokensOf(person)).toBe(before);
      const accounts = ((await admin.get('/accounts')).body.items as { id: string }[]).map(({ id }) => id);
      const other = (await admin.post('/accounts', { name: `account ${++count}` })).body.id as string;
      const project = await called('/projects', { name: 'p' }, admin.about(accounts[0] ?? ''));
      expect(await keyedPost(admin.about(other), '/projects', { name: 'p' }, project.key)).toMatchObject({
        status: 409,
        body: { code: 'idempotency_conflict' },
      });
    });

    it('[83] by another credential of the same user is another call', async () => {
      const { first, again } = await called('/tokens', WANTED);
      const sibling = bearer(app, (await createToken(person.session)).token);
      const other = await signIn(app, person.username, PERSON_PASSWORD);
      for (const caller of [sibling, other, person.session]) {
        const answer = await again(caller);
        expect(answer.status).toBe(201);
        expect(answer.body.id).not.toBe(first.body.id);
      }
    });

    it('is refused as it was when it was refused: only good answers are kept', async () => {
      const key = newKey();
      const body = { username: `user${++count}`, kind: 'service', roles: [`ROLE_LATER${count}`] };
      expect((await keyedPost(admin, '/admin/users', body, key)).status).toBe(400);
      await admin.post('/admin/roles', { name: `ROLE_LATER${count}`, description: 'x', scopes: ['orders:read'] });
      const made = await keyedPost(admin, '/admin/users', body, key);
      expect([made.status, made.headers.has('idempotent-replayed')]).toEqual([201, false]);
    });

    it('of an OAuth client gets the same token', async () => {
      const client = await registerApplication(person.session);
      const headers = { ...basic(client.clientId, client.clientSecret), 'idempotency-key': newKey() };
      const fetched = () =>
        anonymous(app).form('/oauth/token', { grant_type: 'client_credentials', scope: 'proxies:read' }, headers);
      const [first, again] = [await fetched(), await fetched()];
      expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
      const inForm = { client_id: client.clientId, client_secret: client.clientSecret };
      const other = await anonymous(app).form(
        '/oauth/token',
        { grant_type: 'client_credentials', ...inForm },
        { 'idempotency-key': headers['idempotency-key'] },
      );
      expect(other).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
      const wrong = { ...basic('app_nobody', client.clientSecret), 'idempotency-key': headers['idempotency-key'] };
      const form = { grant_type: 'client_credentials', scope: 'proxies:read' };
      expect((await anonymous(app).form('/oauth/token', form, wrong)).status).toBe(401);
    });

    it('with a password is made again: nothing is kept under a password', async () => {
      const headers = { 'idempotency-key': newKey() };
      const form = { grant_type: 'client_credentials', client_id: person.username, client_secret: PERSON_PASSWORD };
      const fetched = () => anonymous(app).form(`${app.settings.apiPrefix}/auth/token`, form, headers);
      const [first, again] = [await fetched(), await fetched()];
      expect([first.status, again.status]).toEqual([200, 200]);
      expect(again.body.access_token).not.toBe(first.body.access_token);
    });
  });

  describe('a caller that may no longer make the call gets its refusal and not the answer:', () => {
    it('[83] one that was revoked', async () => {
      const { caller, again } = await called('/tokens', WANTED);
      const { id } = (await caller.get('/auth/me')).body.credential as { id: string };
      await person.session.delete(`/tokens/${id}`);
      expect(await again()).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
    });

    it('[83] one that was narrowed', async () => {
      const wanted = { ...WANTED, scopes: ['proxies:write'] };
      const { caller, again } = await called('/tokens', wanted);
      const { id } = (await caller.get('/auth/me')).body.credential as { id: string };
      await person.session.patch(`/tokens/${id}`, { scopes: ['proxies:read'] });
      expect(await again()).toMatchObject({ status: 403, body: { code: 'scope_not_held' } });
      await person.session.patch(`/tokens/${id}`, { scopes: null });
      expect((await again()).status).toBe(201);
    });

    it('[83] one whose owner lost the role that the call needs', async () => {
      const clerk = await createPerson(app, `clerk${++count}`, ['ROLE_API_SECURITY']);
      const token = bearer(app, (await createToken(clerk.session)).token);
      const secret = { name: `secret ${count}`, type: 'bearer', secret: 'Upstream-Sesame-Open-11' };
      const { again } = await called('/credentials', secret, token);
      const fresh = await signInAsAdmin(app);
      await fresh.patch(`/admin/users/${clerk.id}`, { roles: [] });
      expect(await again()).toMatchObject({ status: 403, body: { code: 'insufficient_scope' } });
    });

    it('[83] a token of an application that may call no more from where it calls, or in its account', async () => {
      const { id } = (await admin.post('/accounts', { name: `account ${++count}` })).body as { id: string };
      const { token } = await createToken(person.session, { accountId: id });
      const { again } = await called('/projects', { name: 'x' }, bearer(app, token));
      await admin.post(`/accounts/${id}/suspend`);
      expect(await again()).toMatchObject({ status: 403, body: { code: 'account_suspended' } });
    });

    it('[83] a session that is no longer confirmed', async () => {
      const fresh = (await signInAsAdmin(app)).unconfirming();
      const username = `user${++count}`;
      const body = { username, email: `${username}@example.com`, kind: 'person', roles: ['ROLE_API_SECURITY'] };
      const { first, again } = await called('/admin/users', body, fresh);
      expect(first.body.invitation.url).toContain('#');
      app.clock.advance({ minutes: 16 });
      const refused = await again();
      expect(refused).toMatchObject({ status: 403, body: { code: 'reauthentication_required' } });
      await fresh.post('/auth/confirm', { password: app.settings.adminPassword?.reveal() });
      expect((await again()).body).toEqual(first.body);
    });

    it('[83] a client whose secret was deleted', async () => {
      const client = await registerApplication(person.session);
      const form = { grant_type: 'client_credentials' };
      const headers = { ...basic(client.clientId, client.clientSecret), 'idempotency-key': newKey() };
      await anonymous(app).form('/oauth/token', form, headers);
      await person.session.delete(`/applications/${client.id}`);
      expect(await anonymous(app).form('/oauth/token', form, headers)).toMatchObject({
        status: 401,
        body: { error: 'invalid_client' },
      });
    });
  });

  describe('what an answer is kept in', () => {
    it('[83] is over after an hour: the same key is a new call then', async () => {
      const { first, again } = await called('/tokens', WANTED);
      app.clock.advance({ minutes: 59, seconds: 59, milliseconds: 999 });
      expect((await again()).body).toEqual(first.body);
      app.clock.advance(1);
      const later = await again();
      expect([later.status, later.headers.has('idempotent-replayed')]).toEqual([201, false]);
      expect(later.body.id).not.toBe(first.body.id);
      expect((await again()).body).toEqual(later.body);
    });

    it('[15] holds nothing that the database and the deployment key can open', async () => {
      const { caller, key, first } = await called('/tokens', WANTED);
      const dump = JSON.stringify(await rowsOf(app));
      const value = (credentialOf(caller)['authorization'] ?? '').slice('Bearer '.length);
      for (const secret of [key, sha256(key), value, first.body.token]) expect(dump).not.toContain(secret);
      expect(dump).toContain(sha256(`${value}\n${key}`)); // this is what a hit looks like
    });

    it('[55] has a bound for each credential', async () => {
      const { token } = await createToken(person.session);
      const site = (await person.session.get('/auth/me')).body.site.id as SiteId;
      const rows = Array.from({ length: MOST_KEPT - 1 }, (_, i) => ({
        ...{ hash: sha256(`${token}${i}`), callerHash: sha256(token), sealed: 'x', createdAt: app.clock.now() },
      }));
      const get = <T>(type: abstract new (...args: never[]) => T): T => app.app.get<T>(type, { strict: false });
      await get(UnitOfWork).run((tx) => get(SiteTables).of(KeptAnswer).in(site, tx).insert(rows), {
        deadlineMs: 20_000,
      });
      const { again } = await called('/tokens', WANTED, bearer(app, token));
      const before = await tokensOf(person);
      const refused = await keyedPost(bearer(app, token), '/tokens', WANTED, newKey());
      expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_idempotency_keys' } });
      expect(refused.headers.get('retry-after')).toBe('60');
      expect(await tokensOf(person)).toBe(before);
      expect((await again()).status).toBe(201);
    });
  });

  describe('the header', () => {
    it.each([
      ['15 characters', 'k'.repeat(15)],
      ['129 characters', 'k'.repeat(129)],
      ['a blank', 'a key with blanks in it'],
      ['none', ''],
      ['umlauts', 'schlüssel-schlüssel'],
    ])('with %s is 400', async (_, key) => {
      const before = await tokensOf(person);
      const answer = await keyedPost(person.session, '/tokens', WANTED, key);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'header.Idempotency-Key' }] } });
      expect(await tokensOf(person)).toBe(before);
    });

    it('of 16 and of 128 visible ASCII characters is taken', async () => {
      for (const key of ['!"#$%&()*+,-./:~', '~'.repeat(128)])
        expect((await keyedPost(person.session, '/tokens', WANTED, key)).status).toBe(201);
    });

    it('is for a caller who is known: a bad one without a credential is 401', async () => {
      expect((await keyedPost(anonymous(app), '/tokens', WANTED, 'short')).status).toBe(401);
    });

    it('is ignored by calls that can be repeated anyhow', async () => {
      const account = (await admin.get('/accounts')).body.items.at(-1).id as string;
      for (const key of ['short', newKey()]) {
        expect((await admin.get('/tokens', { 'idempotency-key': key })).status).toBe(200);
        expect((await keyedPost(admin, `/accounts/${account}/resume`, undefined, key)).status).toBe(200);
      }
    });
  });

  it('a token of an application is kept apart from its other tokens', async () => {
    const client = await registerApplication(person.session);
    const [one, other] = [await fetchToken(app, client), await fetchToken(app, client)];
    const { first, again } = await called('/tokens', { ...WANTED, ...(await boundsOf(app, one)) }, bearer(app, one));
    expect((await again(bearer(app, other))).body.id).not.toBe(first.body.id);
  });
});

/** What a token that ends may make: one that ends no later, with scopes that it holds. */
async function boundsOf(app: TestApp, token: string) {
  const { credential, scopes } = (await bearer(app, token).get('/auth/me')).body as {
    credential: { expiresAt: string };
    scopes: string[];
  };
  return { expiresAt: credential.expiresAt, scopes };
}

function credentialOf(client: ApiClient): Record<string, string> {
  return (client as unknown as { credential: Record<string, string> }).credential;
}
