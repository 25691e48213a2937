import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type ApiClient,
  anonymous,
  bearer,
  createPerson,
  createToken,
  signIn,
  signInAsAdmin,
} from '../../support/api-client.js';
import { auditLog } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PASSWORD = 'Correct-Horse-Battery-5';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const invite = async (username: string) => {
    const wanted = { username, email: `${username}@example.com`, kind: 'person' };
    const { status, body } = await admin.post('/admin/users', wanted);
    expect(status).toBe(201);
    return body;
  };
  const valueOf = (link: { url: string }) => link.url.split('#')[1] ?? '';
  const accept = (link: { url: string }, password = PASSWORD) =>
    anonymous(app).post('/auth/accept-invitation', { invitation: valueOf(link), password });

  it('[16] comes with a new person, is shown once and lets them in', async () => {
    const { id, invitation, passwordSet } = await invite('ann');
    expect(passwordSet).toBe(false);
    expect(invitation.url).toMatch(/^https:\/\/localhost:\d+\/invitation#gth_sec_[0-9A-Za-z]{49}$/);
    expect(Date.parse(invitation.expiresAt) - app.clock.now().getTime()).toBe(7 * 24 * 3600 * 1000);
    const seen = await Promise.all([
      admin.get(`/admin/users/${id}`),
      admin.get('/admin/users'),
      admin.get('/admin/audit'),
    ]);
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toContain(valueOf(invitation));
    expect((await accept(invitation)).status).toBe(200);
    await signIn(app, 'ann', PASSWORD);
    expect((await admin.get(`/admin/users/${id}`)).body.passwordSet).toBe(true);
    const again = await accept(invitation, 'Another-Fine-Password-1');
    expect([again.status, again.body.code]).toEqual([400, 'invitation_invalid']);
    await signIn(app, 'ann', PASSWORD);
  });

  it('can be made anew: the one before ends, and its use ends every session', async () => {
    const { id, session } = await createPerson(app, 'ben', []);
    const first = await admin.post(`/admin/users/${id}/invitation`);
    expect(first.status).toBe(201);
    expect(first.headers.get('cache-control')).toBe('no-store');
    const second = await admin.post(`/admin/users/${id}/invitation`);
    expect((await accept(first.body)).status).toBe(400);
    expect((await session.get('/auth/me')).status).toBe(200);
    expect((await accept(second.body)).status).toBe(200);
    expect((await session.get('/auth/me')).status).toBe(401);
    await signIn(app, 'ben', PASSWORD);
  });

  it('is no credential', async () => {
    const { invitation } = await invite('cid');
    const used = await app.fetch(`${app.settings.apiPrefix}/auth/secret`, {
      headers: { authorization: `Secret ${valueOf(invitation)}` },
    });
    expect(used.status).toBe(401);
    expect((await accept(invitation)).status).toBe(200);
  });

  it('is for active persons alone', async () => {
    const robot = await admin.post('/admin/users', { username: 'robot', kind: 'service' });
    const { id, invitation } = await invite('dan');
    await admin.post(`/admin/users/${id}/suspend`);
    expect((await accept(invitation)).body.code).toBe('invitation_invalid');
    for (const [user, code] of [
      [robot.body.id, 'person_required'],
      [id, 'user_suspended'],
    ]) {
      const refused = await admin.post(`/admin/users/${user}/invitation`);
      expect([refused.status, refused.body.code]).toEqual([409, code]);
    }
  });

  it('ends when the person is given a role: who made it may have less', async () => {
    const { id } = await createPerson(app, 'gus', []);
    const link = (await admin.post(`/admin/users/${id}/invitation`)).body;
    const fresh = await signInAsAdmin(app);
    await fresh.patch(`/admin/users/${id}`, { roles: ['ROLE_API_SECURITY'] });
    expect((await accept(link)).body.code).toBe('invitation_invalid');
    const taking = (await admin.post(`/admin/users/${id}/invitation`)).body;
    await fresh.patch(`/admin/users/${id}`, { roles: [] });
    expect((await accept(taking)).status).toBe(200);
    const { id: newcomer, invitation } = await invite('hal');
    await fresh.patch(`/admin/users/${newcomer}`, { roles: ['ROLE_API_SECURITY'] });
    expect((await accept(invitation)).status).toBe(200);
  });

  it('is not for oneself: a token must not become a password', async () => {
    const { id } = (await admin.get('/auth/me')).body.user;
    const token = bearer(app, (await createToken(admin)).token);
    for (const client of [admin, token])
      expect(await client.post(`/admin/users/${id}/invitation`)).toMatchObject({
        status: 409,
        body: { code: 'own_account', detail: expect.stringContaining('/auth/password') },
      });
  });

  it('points to the password when that is too weak, and stays', async () => {
    const { invitation } = await invite('eve');
    const weak = await accept(invitation, 'eve@example.com');
    expect([weak.status, weak.body.errors[0].path]).toEqual([400, 'password']);
    expect((await accept(invitation)).status).toBe(200);
  });

  it('[17] is in no log line', async () => {
    const { invitation } = await invite('fay');
    await accept(invitation);
    expect(app.logLines.join('\n')).not.toContain(valueOf(invitation).slice(8, 40));
  });

  it('that is used is refused 50 times from an address, a good one works all the same; and it leaves one row a minute in the audit log', async () => {
    const { id, invitation } = await invite(`used-${dialect}`);
    await accept(invitation);
    const statuses: number[] = [];
    for (let count = 0; count < 56; count++) statuses.push((await accept(invitation)).status);
    expect(new Set(statuses.slice(0, 40))).toEqual(new Set([400]));
    expect(statuses.slice(-2)).toEqual([429, 429]);
    const refused = async () =>
      (await auditLog(app)).filter(({ subjectId, reason }) => subjectId === id && reason === 'used');
    expect(await refused()).toHaveLength(1);
    expect((await accept((await invite(`next-${dialect}`)).invitation)).status).toBe(200);
  });
});
