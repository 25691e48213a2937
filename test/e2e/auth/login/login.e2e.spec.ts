import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  anonymous,
  type ApiAnswer,
  type ApiClient,
  cookieOf,
  createPerson,
  signIn,
  signInAsAdmin,
  type TestPerson,
} from '../../../support/api-client.js';
import { auditLog, auditOf } from '../../../support/audit-log.js';
import { forEachDialect } from '../../../support/dialects.js';
import { startTestApp, type TestApp } from '../../../support/test-app.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { Passwords } from '../../../../src/directory/users/passwords.service.js';
import { Users } from '../../../../src/directory/users/users.service.js';
import type { UserForLogin } from '../../../../src/directory/users/users.types.js';

const ANNS_PASSWORD = 'Correct-Horse-Battery-9';
const PARTNER = 'https://partner.example';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let ann: TestPerson;
  let attempts = 0;

  /** Each from an address of its own, so that no test runs into the limits of another. */
  const login = (username: string, password: string, headers: Record<string, string> = {}): Promise<ApiAnswer> => {
    const from = `198.51.${Math.floor(attempts / 250)}.${attempts++ % 250}`;
    return anonymous(app).post('/auth/login', { username, password }, { 'x-forwarded-for': from, ...headers });
  };

  beforeAll(async () => {
    app = await startTestApp(dialect, { settings: { trustProxy: ['127.0.0.1/32'], corsOrigins: [PARTNER] } });
    admin = await signInAsAdmin(app);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
  });
  afterAll(() => app.stop());

  describe('signing in', () => {
    it.each(['ann', 'ANN', 'ann@example.com', 'Ann@Example.com'])('takes the name %s', async (name) => {
      expect((await login(name, ANNS_PASSWORD)).status).toBe(200);
    });

    it('answers what GET /auth/me answers, in an answer that nobody may store', async () => {
      const answer = await login('ann', ANNS_PASSWORD);
      const me = await anonymous(app).get('/auth/me', { cookie: cookieOf(answer) });
      expect(me.status).toBe(200);
      expect(answer.body).toEqual(me.body);
      expect(answer.body).toMatchObject({ user: { id: ann.id, username: 'ann' }, credential: { kind: 'session' } });
      expect(answer.headers.get('cache-control')).toBe('no-store');
    });

    it('[36] sets one small cookie with every attribute that a session cookie needs', async () => {
      const [cookie = '', ...others] = (await login('ann', ANNS_PASSWORD)).headers.getSetCookie();
      const [pair = '', ...attributes] = cookie.split('; ');
      expect(others).toEqual([]);
      expect(pair).toMatch(/^__Host-gatehouse=[\w.-]{40,400}$/);
      expect(attributes.sort()).toEqual([
        `Expires=${new Date(app.clock.now().getTime() + 30 * 24 * 3600 * 1000).toUTCString()}`,
        'HttpOnly',
        `Max-Age=${30 * 24 * 3600}`,
        'Path=/',
        'SameSite=Lax',
        'Secure',
      ]);
      expect(Buffer.byteLength(cookie)).toBeLessThanOrEqual(4096);
      expect(cookie).not.toContain(ann.id);
    });

    it('[37] starts a session with a new id, and ends the one that the browser had', async () => {
      const first = await login('ann', ANNS_PASSWORD);
      const second = await login('ann', ANNS_PASSWORD, { cookie: cookieOf(first) });
      expect(second.status).toBe(200);
      expect(second.body.credential.id).not.toBe(first.body.credential.id);
      expect((await anonymous(app).get('/auth/me', { cookie: cookieOf(first) })).status).toBe(401);
      expect((await anonymous(app).get('/auth/me', { cookie: cookieOf(second) })).status).toBe(200);
    });

    it('[37] never takes over a session id that a caller brings', async () => {
      const answer = await login('ann', ANNS_PASSWORD, { cookie: '__Host-gatehouse=chosen-by-somebody-else' });
      expect(answer.status).toBe(200);
      expect(cookieOf(answer)).not.toContain('chosen');
    });

    it('[65] is audited, whether it succeeds or not', async () => {
      const answer = await login('ann', ANNS_PASSWORD);
      const [started, ...others] = await auditOf(app, answer);
      expect(others).toEqual([]);
      expect(started).toMatchObject({
        action: 'session.started',
        outcome: 'success',
        actorId: ann.id,
        actorName: 'ann',
        subjectId: answer.body.credential.id,
        siteId: answer.body.site.id,
      });
    });
  });

  describe('[9] a sign-in that fails', () => {
    beforeAll(async () => {
      const suspended = await createPerson(app, 'sue', []);
      await admin.post(`/admin/users/${suspended.id}/suspend`);
      await admin.post('/admin/users', { username: 'robot', kind: 'service', roles: [] });
      await admin.post('/admin/users', { username: 'newcomer', email: 'new@example.com', kind: 'person', roles: [] });
    });

    const CASES = [
      ['of nobody', 'nobody', ANNS_PASSWORD, 'unknown_user'],
      ['with a wrong password', 'ann', 'Wrong-Horse-Battery-9', 'wrong_password'],
      ['of a suspended person, with the right password', 'sue', ANNS_PASSWORD, 'user_suspended'],
      ['of a service account', 'robot', ANNS_PASSWORD, 'service_account'],
      ['of a person who has no password yet', 'newcomer', ANNS_PASSWORD, 'no_password'],
    ] as const;

    it.each(CASES)('%s looks like any other; the audit log has the reason', async (_, username, password, reason) => {
      const reference = await login('ann', 'Wrong-Horse-Battery-9');
      const answer = await login(username, password);
      expect(answer.status).toBe(401);
      expect({ ...answer.body, requestId: null }).toEqual({ ...reference.body, requestId: null });
      expect(answer.body.code).toBe('invalid_credentials');
      expect([...answer.headers.keys()].sort()).toEqual([...reference.headers.keys()].sort());
      expect(answer.headers.getSetCookie()).toEqual([]);
      const audited = await auditOf(app, answer);
      expect(audited).toEqual([expect.objectContaining({ action: 'session.refused', outcome: 'denied', reason })]);
    });

    it('costs one password check for a name that nobody has, too', async () => {
      const verify = jest.spyOn(app.app.get(Passwords, { strict: false }), 'verify');
      const checksFor = async (username: string): Promise<number> => {
        verify.mockClear();
        await login(username, 'Wrong-Horse-Battery-9');
        return verify.mock.calls.length;
      };
      expect([await checksFor('ann'), await checksFor('nobody')]).toEqual([1, 1]);
      verify.mockRestore();
    });

    it('[17] leaves neither the password nor an unknown name in the log or the audit log', async () => {
      await login('my-password-in-the-wrong-field', 'My-Wrong-Password-77');
      const trail = JSON.stringify([app.logLines, await auditLog(app)]);
      expect(trail).not.toMatch(/My-Wrong-Password-77|wrong-field/);
    });
  });

  describe('bad input', () => {
    it.each([
      ['no body', undefined, null],
      ['no password', { username: 'ann' }, 'password'],
      ['no name', { password: ANNS_PASSWORD }, 'username'],
      ['a name that is no text', { username: ['ann'], password: ANNS_PASSWORD }, 'username'],
      ['a password that is longer than any', { username: 'ann', password: 'x'.repeat(257) }, 'password'],
      ['a field that is unknown', { username: 'ann', password: ANNS_PASSWORD, siteId: 'x' }, 'siteId'],
    ])('%s is a 400 that names the field', async (_, body, path) => {
      const answer = await anonymous(app).post('/auth/login', body);
      expect(answer.status).toBe(400);
      if (path !== null) expect(answer.body.errors).toContainEqual(expect.objectContaining({ path }));
      expect(JSON.stringify(answer.body)).not.toContain(ANNS_PASSWORD);
    });

    it('a form is refused', async () => {
      const fields = { username: 'ann', password: ANNS_PASSWORD };
      expect((await anonymous(app).form('/api/v1/auth/login', fields)).status).toBe(415);
    });
  });

  describe('[40] a sign-in from a page', () => {
    it.each(['https://evil.example', 'null', `${PARTNER}.evil.example`])('of %s is refused', async (origin) => {
      const answer = await login('ann', ANNS_PASSWORD, { origin });
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe('csrf');
      expect(answer.headers.getSetCookie()).toEqual([]);
    });

    it('of ours, or of one that the operator named, works', async () => {
      expect((await login('ann', ANNS_PASSWORD, { origin: app.url })).status).toBe(200);
      const answer = await login('ann', ANNS_PASSWORD, { origin: PARTNER });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe(PARTNER);
      expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    });
  });

  describe('signing out', () => {
    it('ends the session and clears the cookie', async () => {
      const client = await signIn(app, 'ann', ANNS_PASSWORD);
      const answer = await client.post('/auth/logout');
      expect(answer.status).toBe(204);
      expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-gatehouse=; Max-Age=0; .*Secure/);
      expect((await client.get('/auth/me')).status).toBe(401);
      expect((await auditOf(app, answer))[0]).toMatchObject({
        action: 'session.ended',
        actorName: 'ann',
        credentialKind: 'session',
        details: { reason: 'signed_out' },
      });
    });

    it('works again with the dead cookie, with junk and with no cookie at all', async () => {
      const client = await signIn(app, 'ann', ANNS_PASSWORD);
      await client.post('/auth/logout');
      expect((await client.post('/auth/logout')).status).toBe(204);
      const junk = { cookie: '__Host-gatehouse=junk', origin: app.url };
      expect((await anonymous(app).post('/auth/logout', undefined, junk)).status).toBe(204);
      expect((await anonymous(app).post('/auth/logout')).status).toBe(204);
    });

    it('[40] is not done for a foreign page', async () => {
      const signedIn = cookieOf(await login('ann', ANNS_PASSWORD));
      for (const headers of [{ cookie: signedIn }, { cookie: signedIn, origin: 'https://evil.example' }]) {
        expect((await anonymous(app).post('/auth/logout', undefined, headers)).status).toBe(403);
      }
      expect((await anonymous(app).get('/auth/me', { cookie: signedIn })).status).toBe(200);
    });
  });

  describe('a password change', () => {
    const NEW_PASSWORD = 'Another-Horse-Battery-10';
    let person: TestPerson;

    beforeEach(async () => {
      person = await createPerson(app, `p${attempts++}`, []);
    });

    const change = (currentPassword: string, newPassword: string): Promise<ApiAnswer> =>
      person.session.put('/auth/password', { currentPassword, newPassword });

    it('[38] ends every session, and starts a new one in the place of the one that asked', async () => {
      const elsewhere = await signIn(app, person.username, ANNS_PASSWORD);
      const answer = await change(ANNS_PASSWORD, NEW_PASSWORD);
      expect(answer.status).toBe(204);
      expect((await elsewhere.get('/auth/me')).status).toBe(401);
      expect((await person.session.get('/auth/me')).status).toBe(401);
      expect((await anonymous(app).get('/auth/me', { cookie: cookieOf(answer) })).status).toBe(200);
      expect((await login(person.username, ANNS_PASSWORD)).status).toBe(401);
      expect((await login(person.username, NEW_PASSWORD)).status).toBe(200);
      const actions = (await auditOf(app, answer)).map(({ action, outcome }) => `${action} ${outcome}`);
      expect(actions.sort()).toEqual(['session.started success', 'user.password_changed success']);
    });

    it('needs the current password', async () => {
      const answer = await change('Wrong-Horse-Battery-9', NEW_PASSWORD);
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe('wrong_password');
      expect((await person.session.get('/auth/me')).status).toBe(200);
    });

    it('refuses a weak new password and names the field', async () => {
      const answer = await change(ANNS_PASSWORD, 'short');
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toEqual([expect.objectContaining({ path: 'newPassword' })]);
    });

    it('is for sessions alone', async () => {
      const created = await person.session.post('/tokens', { name: 'x', expiresAt: null });
      const answer = await anonymous(app).call(
        'PUT',
        '/auth/password',
        { currentPassword: ANNS_PASSWORD, newPassword: NEW_PASSWORD },
        { authorization: `Bearer ${String(created.body.token)}` },
      );
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe('session_required');
    });

    it('leaves no session behind that was started with the old password meanwhile', async () => {
      const logins = Array.from({ length: 12 }, async () => login(person.username, ANNS_PASSWORD));
      const [changed, ...answers] = await Promise.all([change(ANNS_PASSWORD, NEW_PASSWORD), ...logins]);
      expect(changed.status).toBe(204);
      for (const answer of answers.filter(({ status }) => status === 200)) {
        expect((await anonymous(app).get('/auth/me', { cookie: cookieOf(answer) })).status).toBe(401);
      }
    });

    it('lets one of two changes at once through', async () => {
      const answers = await Promise.all([
        change(ANNS_PASSWORD, NEW_PASSWORD),
        change(ANNS_PASSWORD, `${NEW_PASSWORD}1`),
      ]);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    });
  });

  it('[38] a suspension leaves no session behind that was started meanwhile', async () => {
    const person = await createPerson(app, `p${attempts++}`, []);
    const boss = await signInAsAdmin(app);
    const logins = Array.from({ length: 12 }, async () => login(person.username, ANNS_PASSWORD));
    const [suspended, ...answers] = await Promise.all([boss.post(`/admin/users/${person.id}/suspend`), ...logins]);
    expect(suspended.status).toBe(200);
    await boss.post(`/admin/users/${person.id}/resume`);
    for (const answer of answers.filter(({ status }) => status === 200)) {
      expect((await anonymous(app).get('/auth/me', { cookie: cookieOf(answer) })).status).toBe(401);
    }
  });

  it('[38] a verified password is good for nothing once it was changed, or its owner suspended', async () => {
    const users = app.app.get(Users, { strict: false });
    const stillSignsIn = async (user: UserForLogin): Promise<boolean> =>
      app.app.get(UnitOfWork, { strict: false }).run((tx) => users.stillSignsIn(tx, user));
    const person = await createPerson(app, `p${attempts++}`, []);
    const verified = await users.byLogin(person.username);
    if (verified === null) throw new Error('there is such a person');
    expect(await stillSignsIn(verified)).toBe(true);
    await person.session.put('/auth/password', { currentPassword: ANNS_PASSWORD, newPassword: 'New-Horse-Battery-12' });
    expect(await stillSignsIn(verified)).toBe(false);

    const verifiedAgain = await users.byLogin(person.username);
    if (verifiedAgain === null) throw new Error('there is such a person');
    await (await signInAsAdmin(app)).post(`/admin/users/${person.id}/suspend`);
    expect(await stillSignsIn(verifiedAgain)).toBe(false);
  });

  describe('confirming a session', () => {
    it('opens sensitive calls for 15 minutes', async () => {
      const boss = (await signInAsAdmin(app)).unconfirming();
      const invite = (username: string): Promise<ApiAnswer> =>
        boss.post('/admin/users', {
          username,
          email: `${username}@example.com`,
          kind: 'person',
          roles: ['ROLE_MANAGE_PROXIES'],
        });
      app.clock.advance({ minutes: 15 });
      const late = await invite('late');
      expect(late.status).toBe(403);
      expect(late.body.code).toBe('reauthentication_required');

      const wrong = await boss.post('/auth/confirm', { password: 'Wrong-Horse-Battery-9' });
      expect(wrong.status).toBe(403);
      expect(wrong.body.code).toBe('wrong_password');
      expect((await boss.post('/auth/confirm', { password: 'a password of the tests 1' })).status).toBe(204);
      expect((await invite('late')).status).toBe(201);
      app.clock.advance({ minutes: 14, seconds: 59 });
      expect((await invite('later')).status).toBe(201);
      app.clock.advance({ seconds: 1 });
      expect((await invite('latest')).status).toBe(403);
      const denial = { action: 'session.confirmed', outcome: 'denied', reason: 'wrong_password' };
      expect(await auditOf(app, wrong)).toEqual([expect.objectContaining(denial)]);
    });
  });

  describe('an invitation', () => {
    const accept = (invitation: string, password: string): Promise<ApiAnswer> =>
      anonymous(app).post('/auth/accept-invitation', { invitation, password });

    it('sets the first password, once', async () => {
      const boss = await signInAsAdmin(app);
      const created = await boss.post('/admin/users', {
        username: 'ivy',
        email: 'ivy@example.com',
        kind: 'person',
        roles: [],
      });
      const invitation = new URL(created.body.invitation.url as string).hash.slice(1);
      expect((await accept(invitation, 'short')).status).toBe(400);
      const accepted = await accept(invitation, ANNS_PASSWORD);
      expect(accepted.status).toBe(200);
      expect(accepted.body).toEqual({ username: 'ivy' });
      expect((await login('ivy', ANNS_PASSWORD)).status).toBe(200);
      const again = await accept(invitation, 'Other-Horse-Battery-11');
      expect(again.status).toBe(400);
      expect(again.body.code).toBe('invitation_invalid');
    });

    it('[38] for a new password ends the sessions that were open', async () => {
      const boss = await signInAsAdmin(app);
      const person = await createPerson(app, 'jon', []);
      const link = await boss.post(`/admin/users/${person.id}/invitation`);
      const invitation = new URL(link.body.url as string).hash.slice(1);
      expect((await accept(invitation, 'Other-Horse-Battery-11')).status).toBe(200);
      expect((await person.session.get('/auth/me')).status).toBe(401);
    });
  });
});
