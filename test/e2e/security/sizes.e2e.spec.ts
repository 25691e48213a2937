import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Role } from '../../../src/directory/roles/role.entity.js';
import type { SiteId } from '../../../src/shared/ids/site-id.js';
import { type ApiAnswer, ApiClient, basic, bearer, createPerson, createToken } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { AT, newId } from '../../support/row-builders.js';
import { rawTls } from '../http/raw-request.js';

const MOST_BYTES = 4_096;
const SCOPES = Array.from({ length: 998 }, (_, index) => `s${String(index).padStart(3, '0')}:`.padEnd(60, 'x'));
const ROLES = Array.from({ length: 39 }, (_, index) => `ROLE_S${String(index).padStart(2, '0')}_`.padEnd(60, 'X'));

/** The person who holds as much as anybody can: every scope of a site that has 1,000 of its own, by 40 roles. */
forEachDialect((dialect) => {
  let stage: GatewayStage;
  let holder: { id: string; session: ApiClient };
  const username = 'longest-name-'.padEnd(63, 'n');

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
    for (const [index, name] of ROLES.entries()) {
      const scopes = SCOPES.slice(index * 26, index * 26 + 26);
      const made = await stage.admin.post('/admin/roles', { name, description: '', scopes });
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    }
    holder = await createPerson(stage.app, username, ['ROLE_ADMIN', ...ROLES]);
  });
  afterAll(() => stage.stop());

  const registered = async (tokenFormat: string) =>
    (await holder.session.post('/applications', { name: `Sizes ${tokenFormat}`, description: 'x', tokenFormat }))
      .body as { clientId: string; clientSecret: string; accessToken: string; id: string };
  const personToken = async (): Promise<string> => {
    const form = { grant_type: 'client_credentials', client_id: username, client_secret: 'Correct-Horse-Battery-9' };
    const answer = await new ApiClient(stage.app).form('/api/v1/auth/token', form);
    return answer.body.access_token as string;
  };
  /** The status line and all headers, to the byte. */
  const head = async (token: string, path: string): Promise<string> => {
    const raw = await rawTls(
      { port: stage.app.settings.port, ca: stage.app.certificate },
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
    );
    return raw.slice(0, raw.indexOf('\r\n\r\n') + 4);
  };

  it('holds as much as the limits allow', async () => {
    const me = (await holder.session.get('/auth/me')).body;
    expect([me.roles.length, me.scopes.length]).toEqual([40, 1_017]);
    expect(
      (await stage.admin.post('/admin/roles', { name: 'ROLE_ONE_MORE', description: '', scopes: ['one:more'] })).status,
    ).toBe(409);
  });

  describe('/verify [81]', () => {
    it('answers with headers below 4 KiB: all roles, and no scopes rather than some', async () => {
      const { token } = await createToken(holder.session, { expiresAt: '2027-01-01T00:00:00Z' });
      const answer = await bearer(stage.app, token).get('/verify');
      expect(answer.headers.get('x-auth-roles')?.split(' ')).toHaveLength(40);
      expect([answer.headers.get('x-auth-scopes'), answer.headers.get('x-auth-scopes-omitted')]).toEqual(['', '1017']);
      const bytes = (await head(token, '/verify')).length;
      expect([bytes > 2_500, bytes < MOST_BYTES]).toEqual([true, true]);
    });

    it('has room for one header more when it is as full as it can be', async () => {
      const { token } = await createToken(holder.session, { expiresAt: '2027-01-01T00:00:00Z' });
      const full = await head(token, `/verify?account=${stage.accountId}&scope=${SCOPES.slice(0, 4).join('%20')}`);
      expect(full).toMatch(/x-auth-scopes: s000/i);
      expect(full.length).toBeLessThan(MOST_BYTES - 70);
    });

    it('names the scopes asked for, and how many more there are', async () => {
      const { token } = await createToken(holder.session, { scopes: [...SCOPES.slice(0, 3), 'users:read'] });
      const named = async (query: string) => {
        const { status, headers } = await bearer(stage.app, token).get(`/verify${query}`);
        return [status, headers.get('x-auth-scopes'), headers.get('x-auth-scopes-omitted')];
      };
      expect(await named('?scope=users:read')).toEqual([200, 'users:read', '3']);
      expect(await named(`?scope=users:read%20${SCOPES[1]}%20users:read`)).toEqual([
        200,
        `users:read ${SCOPES[1]}`,
        '2',
      ]);
      expect(await named('')).toEqual([200, ['users:read', ...SCOPES.slice(0, 3)].join(' '), '0']);
      expect(await named('?scope=users:write')).toEqual([403, '', '']);
    });

    it('stays below 4 KiB whatever it is asked, and in what it refuses', async () => {
      const { token } = await createToken(holder.session);
      const narrow = await createToken(holder.session, { scopes: ['users:read'] });
      const many = SCOPES.slice(0, 200).join('%20');
      const passed = await head(token, `/verify?scope=${many}`);
      expect(passed).toMatch(/^HTTP\/1.1 200/);
      expect(passed).toMatch(/x-auth-scopes-omitted: 1017\r\n/i);
      const refused = await head(narrow.token, `/verify?scope=${many}`);
      expect(refused).toMatch(
        /^HTTP\/1.1 403[^]*www-authenticate: Bearer realm="gatehouse", error="insufficient_scope"\r\n/i,
      );
      expect([passed.length < MOST_BYTES, refused.length < MOST_BYTES]).toEqual([true, true]);
    });
  });

  describe('a JWT [81]', () => {
    it.each(['access token', 'sign-in token'])(
      'that is issued as %s is used, introspected, revoked and reported',
      async (kind) => {
        const issue = async () => (kind === 'access token' ? (await registered('jwt')).accessToken : personToken());
        const one = await issue();
        const other = await issue();
        expect(one.length).toBeLessThanOrEqual(MOST_BYTES);
        expect(decodeJwt(one)).toMatchObject({ scope_omitted: 1_017 });
        expect(decodeJwt(one)).not.toHaveProperty('scope');
        const active = async (token: string): Promise<ApiAnswer> =>
          bearer(stage.app, (await createToken(stage.admin)).token).form('/oauth/introspect', { token });
        const used = await bearer(stage.app, one).get('/auth/me');
        expect([used.status, used.body.scopes.length]).toEqual([200, 1_017]);
        expect((await active(one)).body.scope.split(' ')).toHaveLength(1_017);
        expect((await bearer(stage.app, one).form('/oauth/revoke', { token: one })).status).toBe(200);
        expect((await bearer(stage.app, one).get('/auth/me')).status).toBe(401);
        expect((await new ApiClient(stage.app).post('/leaks', { credentials: [other] })).status).toBe(202);
        expect((await active(other)).body).toEqual({ active: false });
      },
    );

    it('of few scopes names them', async () => {
      const { clientId, clientSecret } = await registered('jwt');
      const fetched = async (scope: string) =>
        (
          await new ApiClient(stage.app, basic(clientId, clientSecret)).form('/oauth/token', {
            grant_type: 'client_credentials',
            scope,
          })
        ).body;
      const few = SCOPES.slice(0, 10).join(' ');
      const claims = decodeJwt((await fetched(few)).access_token);
      expect(claims).toMatchObject({ scope: few });
      expect(claims).not.toHaveProperty('scope_omitted');
      const many = [...SCOPES.slice(0, 90), `account:${stage.accountId}`].join(' ');
      const answer = await fetched(many);
      expect(answer.scope).toBe(many);
      expect(decodeJwt(answer.access_token)).toMatchObject({ scope_omitted: 90, account_id: stage.accountId });
    });
  });

  it('[81] the gateway adds less than 4 KiB to a request, and names the scopes that its rule asks for', async () => {
    const asked = [SCOPES[0] ?? '', 'orders:read'];
    const { path } = await stage.deployed({ routes: [{ methods: ['*'], path: '/*', scopes: asked }] });
    const { token } = await createToken(holder.session);
    const host = `${'h'.repeat(60)}.`.repeat(4).slice(0, 240);
    stage.upstream.reset();
    const raw = await rawTls(
      { port: stage.app.settings.port, ca: stage.app.certificate },
      `GET ${path}/x HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
    );
    expect(raw).toMatch(/^HTTP\/1.1 200/);
    const { rawHeaders, headers } = stage.upstream.last;
    const bytes = rawHeaders.reduce((sum, text) => sum + text.length + 2, 0);
    expect([bytes > 2_000, bytes < MOST_BYTES]).toEqual([true, true]);
    expect([headers['x-auth-scopes'], headers['x-auth-scopes-omitted']]).toEqual([asked.join(' '), '1015']);
    const claims = decodeJwt(String(headers['x-auth-assertion']));
    expect(claims).toMatchObject({ scope: asked.join(' '), scope_omitted: 1_015 });
    const roles = String(headers['x-auth-roles']).split(' ');
    expect(claims).toMatchObject({ roles, roles_omitted: 40 - roles.length });
  });

  it('[81] a session cookie is no longer than a browser keeps', async () => {
    const answer = await new ApiClient(stage.app).post('/auth/login', {
      username,
      password: 'Correct-Horse-Battery-9',
    });
    expect((answer.headers.getSetCookie()[0] ?? '').length).toBeLessThan(MOST_BYTES);
  });

  it('[81] who holds so much is removed, and the audit log says what it had no room for', async () => {
    const leaver = await createPerson(stage.app, 'leaver', ['ROLE_ADMIN', ...ROLES]);
    const ids = [];
    for (let count = 0; count < 30; count++) ids.push((await createToken(leaver.session)).id);
    await leaver.session.post('/applications', { name: 'Left', description: 'x' });
    const me = (await stage.admin.get('/auth/me')).body;
    const removed = await stage.admin.delete(`/admin/users/${leaver.id}?reassignTo=${String(me.user.id)}`);
    expect([removed.status, removed.body.tokens]).toEqual([200, { transferred: 31, decommissioned: 0 }]);
    const events = (await stage.admin.get('/admin/audit?action=tokens.transferred&limit=1')).body.items;
    const { ceiling, tokenIds, cut } = events[0].details;
    expect(tokenIds).toEqual(expect.arrayContaining(ids));
    expect(Number(cut.ceiling)).toBe(1_017 - String(ceiling).split(' ').length);
    const token = (await stage.admin.get(`/tokens/${ids[0] ?? ''}`)).body;
    expect(token.ceiling).toHaveLength(1_017);
  });

  it('[81] who holds more than that from before is removed too: six roles of 100 long scopes', async () => {
    const long = (role: number) =>
      Array.from({ length: 100 }, (_, index) => `r${role}-${String(index)}`.padEnd(63, 'x') + ':'.padEnd(64, 'y'));
    const names = [0, 1, 2, 3, 4, 5].map((role) => `ROLE_LONG_${role}`);
    const siteId = (await stage.admin.get('/auth/me')).body.site.id as SiteId;
    const rows = names.map((name, role) => ({
      ...{ id: newId(), name, description: '', scopes: long(role), createdAt: AT, updatedAt: AT },
    }));
    const roles = stage.app.app.get(SiteTables).of(Role);
    await stage.app.app.get(UnitOfWork).run((tx) => roles.in(siteId, tx).insert(rows));
    const leaver = await createPerson(stage.app, 'long-leaver', names);
    const { id } = await createToken(leaver.session);
    const me = (await stage.admin.get('/auth/me')).body;
    const removed = await stage.admin.delete(`/admin/users/${leaver.id}?reassignTo=${String(me.user.id)}`);
    expect(removed.status).toBe(200);
    const { ceiling } = (await stage.admin.get(`/tokens/${id}`)).body;
    expect(rows.flatMap(({ scopes }) => scopes)).toEqual(expect.arrayContaining(ceiling));
    expect(ceiling.length).toBeGreaterThan(500);
  });
});
