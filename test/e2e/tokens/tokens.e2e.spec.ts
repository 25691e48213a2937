import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const HOUR = 3_600_000;

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let ann: TestPerson;

  const inMs = (ms: number) => new Date(app.clock.now().getTime() + ms).toISOString();
  const status = async (token: string) => (await bearer(app, token).get('/auth/me')).status;

  const createAccount = async (name: string): Promise<string> =>
    (await (await signInAsAdmin(app)).post('/accounts', { name })).body.id;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
  });
  afterAll(() => app.stop());

  describe('creating', () => {
    it('[16] [11] shows the value once, in an answer that nobody may store', async () => {
      const created = await ann.session.post('/tokens', { name: 'Export', expiresAt: null });
      expect(created.status).toBe(201);
      expect(created.headers.get('cache-control')).toBe('no-store');
      expect(created.body).toMatchObject({
        name: 'Export',
        kind: 'personal',
        state: 'active',
        ownerId: ann.id,
        scopes: null,
      });
      expect(created.body.token).toMatch(/^gth_pat_[0-9A-Za-z]{49}$/);
      expect(created.body.last4).toBe(created.body.token.slice(-4));
      const read = await ann.session.get(`/tokens/${created.body.id}`);
      const list = await ann.session.get('/tokens');
      expect(read.status).toBe(200);
      expect(JSON.stringify([read.body, list.body])).not.toContain(created.body.token);
    });

    it('works at once, with the roles of its owner', async () => {
      const { token, id } = await createToken(ann.session);
      const me = await bearer(app, token).get('/auth/me');
      expect(me.body).toMatchObject({
        user: { id: ann.id, username: 'ann' },
        roles: ['ROLE_MANAGE_PROXIES'],
        credential: { kind: 'personal', id },
      });
      expect([...me.body.scopes].sort()).toEqual(['projects:read', 'projects:write', 'proxies:read', 'proxies:write']);
    });

    it('[49] refuses scopes that its maker lacks, naming the roles that grant them', async () => {
      const refused = await ann.session.post('/tokens', { name: 'x', expiresAt: null, scopes: ['users:write'] });
      expect(refused.status).toBe(403);
      expect(refused.body).toMatchObject({ code: 'scope_not_held', scope: 'users:write', roles: ['ROLE_ADMIN'] });
    });

    it('refuses a scope that does not exist with a pointer to the field', async () => {
      const refused = await ann.session.post('/tokens', { name: 'x', expiresAt: null, scopes: ['no:such'] });
      expect(refused.status).toBe(400);
      expect(refused.body.code).toBe('validation_failed');
      expect(refused.body.errors[0].path).toMatch(/^scopes/);
    });

    it.each([
      ['no expiry said', { name: 'x' }, 'expiresAt'],
      ['an expiry in the past', { name: 'x', expiresAt: '2001-01-01T00:00:00Z' }, 'expiresAt'],
      ['an expiry without an offset', { name: 'x', expiresAt: '2030-01-01T00:00:00' }, 'expiresAt'],
      ['an expiry past the year 9999 in UTC', { name: 'x', expiresAt: '9999-12-31T23:59:59-14:00' }, 'expiresAt'],
      ['an empty name', { name: '', expiresAt: null }, 'name'],
      ['a name with a line break', { name: 'a\nb', expiresAt: null }, 'name'],
      ['no scope at all', { name: 'x', expiresAt: null, scopes: [] }, 'scopes'],
      ['a network that is none', { name: 'x', expiresAt: null, allowedNetworks: ['10.0.0.0/33'] }, 'allowedNetworks'],
      ['an account that is none', { name: 'x', expiresAt: null, accountId: 'acme' }, 'accountId'],
      ['[47] an owner', { name: 'x', expiresAt: null, ownerId: 'me' }, 'ownerId'],
      ['[47] a site', { name: 'x', expiresAt: null, siteId: 'mine' }, 'siteId'],
    ])('refuses %s', async (_what, body, path) => {
      const refused = await ann.session.post('/tokens', body);
      expect(refused.status).toBe(400);
      expect(refused.body.errors.map((error: { path: string }) => error.path.split('.')[0])).toContain(path);
    });
  });

  describe('expiring', () => {
    it('says when it ends on every answer, and is over at that very instant', async () => {
      const expiresAt = inMs(HOUR);
      const { token } = await createToken(ann.session, { expiresAt });
      app.clock.advance({ milliseconds: HOUR - 1 });
      const last = await bearer(app, token).get('/auth/me');
      expect(last.status).toBe(200);
      expect(last.headers.get('gatehouse-token-expiration')).toBe(expiresAt);
      app.clock.advance({ milliseconds: 1 });
      expect(await status(token)).toBe(401);
    });

    it('is not made to end at this very instant', async () => {
      const refused = await ann.session.post('/tokens', { name: 'x', expiresAt: inMs(0) });
      expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, 'expiresAt']);
    });

    it('shows the state', async () => {
      const { id } = await createToken(ann.session, { expiresAt: inMs(1000) });
      app.clock.advance({ milliseconds: 1000 });
      expect((await ann.session.get(`/tokens/${id}`)).body.state).toBe('expired');
      const listed = async (state: string) =>
        (await ann.session.get(`/tokens?state=${state}`)).body.items.map((item: { id: string }) => item.id);
      expect(await listed('expired')).toContain(id);
      expect(await listed('active')).not.toContain(id);
    });
  });

  it('says once what is wrong with a field, and that null is a choice', async () => {
    const refused = await ann.session.post('/tokens', { name: 'x' });
    expect(refused.body.errors).toEqual([
      {
        path: 'expiresAt',
        message: 'expiresAt must be a time with its offset, like 2027-01-31T00:00:00Z, or null for never',
      },
    ]);
  });

  describe('rotating', () => {
    it('keeps id and settings, and the old value works for the grace and no longer', async () => {
      const first = await createToken(ann.session, { scopes: ['projects:read'] });
      const rotated = await ann.session.post(`/tokens/${first.id}/rotate`, { graceSeconds: 60 });
      expect(rotated.status).toBe(200);
      expect(rotated.body).toMatchObject({ id: first.id, scopes: ['projects:read'] });
      expect(rotated.body.token).not.toBe(first.token);
      app.clock.advance({ milliseconds: 59_999 });
      expect([await status(first.token), await status(rotated.body.token)]).toEqual([200, 200]);
      app.clock.advance({ milliseconds: 1 });
      expect([await status(first.token), await status(rotated.body.token)]).toEqual([401, 200]);
    });

    it('without a grace ends the old value at once', async () => {
      const first = await createToken(ann.session);
      const rotated = await ann.session.post(`/tokens/${first.id}/rotate`, {});
      expect([await status(first.token), await status(rotated.body.token)]).toEqual([401, 200]);
    });

    it('a second rotation leaves the grace of the first alone', async () => {
      const first = await createToken(ann.session);
      const second = await ann.session.post(`/tokens/${first.id}/rotate`, { graceSeconds: 100 });
      app.clock.advance({ milliseconds: 50_000 });
      const third = await ann.session.post(`/tokens/${first.id}/rotate`, { graceSeconds: 10 });
      app.clock.advance({ milliseconds: 10_000 });
      expect(await status(first.token)).toBe(200);
      expect(await status(second.body.token)).toBe(401);
      app.clock.advance({ milliseconds: 40_000 });
      expect([await status(first.token), await status(third.body.token)]).toEqual([401, 200]);
    });

    it('[49] an old value in its grace can do nothing to its token: it would give itself a new life', async () => {
      const first = await createToken(ann.session);
      const rotated = await ann.session.post(`/tokens/${first.id}/rotate`, { graceSeconds: 60 });
      const old = bearer(app, first.token);
      const refusals = [
        await old.post('/tokens/current/rotate', {}),
        await old.post('/tokens/current/rotate', { expiresAt: inMs(60_000) }),
        await old.patch(`/tokens/${first.id}`, { name: 'mine' }),
        await old.delete(`/tokens/${first.id}`),
      ];
      expect(refusals.map(({ body }) => body.code)).toEqual(Array(4).fill('superseded_credential'));
      expect(await status(rotated.body.token)).toBe(200);
    });

    it('[49] an old value in its grace says when it ends, and mints nothing', async () => {
      const first = await createToken(ann.session);
      await ann.session.post(`/tokens/${first.id}/rotate`, { graceSeconds: 60 });
      const old = bearer(app, first.token);
      const me = await old.get('/auth/me');
      expect(me.headers.get('gatehouse-token-expiration')).toBe(inMs(60_000));
      expect(me.body.credential.expiresAt).toBe(inMs(60_000));
      const mint = (expiresAt: string | null) => old.post('/tokens', { name: 'x', expiresAt });
      for (const end of [null, inMs(60_001), inMs(60_000)])
        expect(await mint(end)).toMatchObject({ status: 403, body: { code: 'superseded_credential' } });
    });

    it('[49] an old value ends with its token where that comes first, and with its grace where that does', async () => {
      const endOf = async (value: string) =>
        (await bearer(app, value).get('/auth/me')).headers.get('gatehouse-token-expiration');
      const long = await createToken(ann.session, { expiresAt: inMs(HOUR) });
      await ann.session.post(`/tokens/${long.id}/rotate`, { graceSeconds: 60 });
      expect(await endOf(long.token)).toBe(inMs(60_000));
      const short = await createToken(ann.session, { expiresAt: inMs(30_000) });
      await ann.session.post(`/tokens/${short.id}/rotate`, { graceSeconds: 60 });
      expect(await endOf(short.token)).toBe(inMs(30_000));
    });

    it('audits the use of an old value after its grace as reuse', async () => {
      const first = await createToken(ann.session);
      await ann.session.post(`/tokens/${first.id}/rotate`, {});
      await status(first.token);
      const audit = await admin.get(`/admin/audit?subject=${first.id}&action=credential.used`);
      expect(audit.body.items[0]).toMatchObject({ outcome: 'denied', reason: 'reused_after_rotation' });
    });

    it('is open to the token itself, within its own lifetime', async () => {
      const { token } = await createToken(ann.session, { expiresAt: inMs(HOUR) });
      const later = await bearer(app, token).post('/tokens/current/rotate', { expiresAt: inMs(2 * HOUR) });
      expect(later).toMatchObject({ status: 403, body: { code: 'lifetime_exceeded' } });
      const never = await bearer(app, token).post('/tokens/current/rotate', { expiresAt: null });
      expect(never.status).toBe(403);
      const rotated = await bearer(app, token).post('/tokens/current/rotate', {});
      expect(rotated.status).toBe(200);
      expect([await status(token), await status(rotated.body.token)]).toEqual([401, 200]);
      expect((await ann.session.post('/tokens/current/rotate', {})).body.code).toBe('no_current_token');
    });

    it('[49] of one value many times at once gives one new value, which works', async () => {
      const { token } = await createToken(ann.session);
      const own = bearer(app, token);
      const rotations = await Promise.all(Array.from({ length: 8 }, () => own.post('/tokens/current/rotate', {})));
      const rotated = rotations.filter((rotation) => rotation.status === 200);
      expect(rotated).toHaveLength(1);
      expect(await status(rotated[0]?.body.token)).toBe(200);
    });

    it('takes no null for a grace', async () => {
      const { id, token } = await createToken(ann.session);
      const refused = await ann.session.post(`/tokens/${id}/rotate`, { graceSeconds: null });
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'graceSeconds' }] } });
      expect(await status(token)).toBe(200);
    });

    it('is refused to a token that is over', async () => {
      const { id } = await createToken(ann.session);
      await ann.session.delete(`/tokens/${id}`);
      expect((await ann.session.post(`/tokens/${id}/rotate`, {})).body.code).toBe('token_not_active');
    });
  });

  describe('revoking', () => {
    it('holds at once, answers the same when repeated, and shows in the state', async () => {
      const { id, token } = await createToken(ann.session);
      expect((await ann.session.delete(`/tokens/${id}`)).status).toBe(204);
      expect(await status(token)).toBe(401);
      expect((await ann.session.delete(`/tokens/${id}`)).status).toBe(204);
      expect((await ann.session.get(`/tokens/${id}`)).body).toMatchObject({
        state: 'revoked',
        revokedReason: 'revoked_by_owner',
      });
    });

    it("[46] answers 404 for another user's token, as for none", async () => {
      const { id } = await createToken(admin);
      const another = await ann.session.delete(`/tokens/${id}`);
      const none = await ann.session.delete('/tokens/0199c0de-0000-7000-8000-00000000dead');
      expect([another.status, none.status]).toEqual([404, 404]);
      expect({ ...another.body, requestId: '' }).toEqual({ ...none.body, requestId: '' });
    });
  });

  it('and the policy keep a network that is named twice once, in its place', async () => {
    const allowedNetworks = ['203.0.113.0/24', '127.0.0.0/8', '203.0.113.7/24', '127.0.0.0/8'];
    const once = ['203.0.113.0/24', '127.0.0.0/8'];
    const { body } = await ann.session.post('/tokens', { name: 'Twice', expiresAt: null, allowedNetworks });
    expect(body.allowedNetworks).toEqual(once);
    const changed = await ann.session.patch(`/tokens/${body.id}`, { allowedNetworks: [...allowedNetworks].reverse() });
    expect(changed.body.allowedNetworks).toEqual(['127.0.0.0/8', '203.0.113.7/24']);
    expect((await admin.patch('/admin/site', { policy: { allowedNetworks } })).body.policy.allowedNetworks).toEqual(
      once,
    );
    await admin.patch('/admin/site', { policy: { allowedNetworks: null } });
    const [wrong, many] = [['127.0.0.0/8', 7], Array.from({ length: 51 }, () => '127.0.0.0/8')];
    for (const refused of [wrong, many])
      expect((await ann.session.patch(`/tokens/${body.id}`, { allowedNetworks: refused })).status).toBe(400);
  });

  describe('narrow credentials', () => {
    it('[49] mint nothing wider than themselves, in scopes, networks or lifetime', async () => {
      const { token } = await createToken(ann.session, {
        scopes: ['projects:read'],
        expiresAt: inMs(HOUR),
        allowedNetworks: ['127.0.0.0/8', '::1/128'],
      });
      const narrow = bearer(app, token);
      const mint = async (settings: Record<string, unknown>) =>
        (await narrow.post('/tokens', { name: 'x', scopes: ['projects:read'], expiresAt: inMs(HOUR / 2), ...settings }))
          .body;
      expect((await mint({ scopes: undefined })).code).toBe('scope_not_held');
      expect((await mint({ scopes: ['projects:write'] })).code).toBe('scope_not_held');
      expect((await mint({ expiresAt: null })).code).toBe('lifetime_exceeded');
      expect((await mint({ expiresAt: inMs(HOUR + 1) })).code).toBe('lifetime_exceeded');
      expect((await mint({ allowedNetworks: ['0.0.0.0/0'] })).code).toBe('network_not_held');
      expect((await mint({ allowedNetworks: ['127.0.0.0/7'] })).code).toBe('network_not_held');
      expect((await mint({ allowedNetworks: ['127.0.0.0/8', '::/1'] })).code).toBe('network_not_held');
      expect(await mint({})).toMatchObject({ scopes: ['projects:read'], allowedNetworks: ['127.0.0.0/8', '::1/128'] });
    });

    it('[49] of an account make nothing for another, and inherit their own', async () => {
      const [own, other] = [await createAccount('Own'), await createAccount('Other')];
      const pinned = bearer(app, (await createToken(ann.session, { accountId: own })).token);
      const refused = await pinned.post('/tokens', { name: 'x', expiresAt: null, accountId: other });
      expect([refused.status, refused.body.code]).toEqual([403, 'account_not_held']);
      expect((await pinned.post('/tokens', { name: 'x', expiresAt: null })).body.accountId).toBe(own);
    });

    it('[49] touch nothing that is wider in one way alone: the account, the networks or the lifetime', async () => {
      const accountId = await createAccount('Narrow');
      const allowedNetworks = ['127.0.0.0/8', '::1/128'];
      const pairs = [
        [{ accountId }, {}],
        [{ accountId }, { accountId: await createAccount('Not it') }],
        [{ allowedNetworks }, {}],
        [{ allowedNetworks }, { allowedNetworks: ['0.0.0.0/0'] }],
        [{ expiresAt: inMs(HOUR) }, {}],
        [{ expiresAt: inMs(HOUR) }, { expiresAt: inMs(HOUR + 1) }],
      ] as const;
      for (const [narrow, wide] of pairs) {
        const caller = bearer(app, (await createToken(ann.session, narrow)).token);
        const [wider, equal] = [await createToken(ann.session, wide), await createToken(ann.session, narrow)];
        const refused = (await caller.delete(`/tokens/${wider.id}`)).body.code;
        if ('accountId' in narrow) {
          // What is pinned to an account ends itself and nothing else.
          expect([refused, (await caller.delete(`/tokens/${equal.id}`)).body.code]).toEqual([
            'account_pinned',
            'account_pinned',
          ]);
          continue;
        }
        expect(refused).toBe('credential_too_narrow');
        expect((await caller.delete(`/tokens/${equal.id}`)).status).toBe(204);
      }
    });

    it('change, rotate and revoke nothing wider than themselves', async () => {
      const wide = await createToken(ann.session);
      const narrow = bearer(app, (await createToken(ann.session, { scopes: ['projects:read'] })).token);
      const tries = [
        await narrow.post(`/tokens/${wide.id}/rotate`, {}),
        await narrow.patch(`/tokens/${wide.id}`, { name: 'mine' }),
        await narrow.delete(`/tokens/${wide.id}`),
      ];
      expect(tries.map(({ body }) => body.code)).toEqual(Array(3).fill('credential_too_narrow'));
      expect(await status(wide.token)).toBe(200);
    });

    it('[48] shrink at once when their owner loses the role, and come back with it', async () => {
      const ben = await createPerson(app, `ben-${dialect}`, ['ROLE_MANAGE_PROXIES']);
      const { token } = await createToken(ben.session, { scopes: ['projects:read'] });
      const administrator = await signInAsAdmin(app);
      await administrator.patch(`/admin/users/${ben.id}`, { roles: [] });
      expect((await bearer(app, token).get('/auth/me')).body.scopes).toEqual([]);
      await administrator.patch(`/admin/users/${ben.id}`, { roles: ['ROLE_MANAGE_PROXIES'] });
      expect((await bearer(app, token).get('/auth/me')).body.scopes).toEqual(['projects:read']);
    });
  });

  describe('networks', () => {
    it('are where alone the token works', async () => {
      const here = await createToken(ann.session, { allowedNetworks: ['127.0.0.0/8', '::1/128'] });
      const elsewhere = await createToken(ann.session, { allowedNetworks: ['203.0.113.0/24'] });
      expect(await status(here.token)).toBe(200);
      const refused = await bearer(app, elsewhere.token).get('/auth/me');
      expect(refused).toMatchObject({ status: 403, body: { code: 'network_not_allowed' } });
    });
  });

  it('keeps when and from where a token was last used', async () => {
    const { id, token } = await createToken(ann.session);
    await status(token);
    const { TokenUsage } = await import('../../../src/tokens/token-usage.service.js');
    await app.app.get(TokenUsage, { strict: false }).flush();
    const read = await ann.session.get(`/tokens/${id}`);
    expect(read.body.lastUsedAt).toBe(app.clock.now().toISOString());
    expect(read.body.lastUsedAddress).toMatch(/127\.0\.0\.1|::1/);
  });

  it('lists page by page, newest first', async () => {
    const cora = await createPerson(app, `cora-${dialect}`, []);
    for (const name of ['a', 'b', 'c']) await createToken(cora.session, { name });
    const first = await cora.session.get('/tokens?limit=2');
    const second = await cora.session.get(`/tokens?limit=2&cursor=${first.body.nextCursor}`);
    const names = [...first.body.items, ...second.body.items].map((item: { name: string }) => item.name);
    expect(names).toEqual(['c', 'b', 'a']);
    expect(second.body.nextCursor).toBeNull();
    expect((await cora.session.get('/tokens?limit=201')).status).toBe(400);
    expect((await cora.session.get('/tokens?colour=red')).status).toBe(400);
  });

  it('renames and narrows with PATCH', async () => {
    const { id, token } = await createToken(ann.session);
    const patched = await ann.session.patch(`/tokens/${id}`, { name: 'Renamed', scopes: ['projects:read'] });
    expect(patched).toMatchObject({ status: 200, body: { name: 'Renamed', scopes: ['projects:read'] } });
    expect((await bearer(app, token).get('/auth/me')).body.scopes).toEqual(['projects:read']);
  });
});
