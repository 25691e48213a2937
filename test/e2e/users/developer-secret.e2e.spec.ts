import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  ApiClient,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { Database } from '../../../src/platform/database/database.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PASSWORD = 'Correct-Horse-Battery-9';

forEachDialect((dialect) => {
  let app: TestApp;
  let ann: TestPerson;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    ann = await createPerson(app, 'ann', []);
  });
  afterAll(() => app.stop());

  const reveal = (password: unknown, person = ann) => person.session.post('/users/me/secret/reveal', { password });
  const use = (secret: string) => new ApiClient(app, { authorization: `Secret ${secret}` }).get('/auth/secret');

  it('[11] is there from the start, shown to who gives the password, and works', async () => {
    const shown = await reveal(PASSWORD);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    const { secret, last4, createdAt } = shown.body;
    expect(secret).toMatch(/^gth_sec_[0-9A-Za-z]{49}$/);
    expect(last4).toBe(secret.slice(-4));
    expect(createdAt).toBe(app.clock.now().toISOString());
    expect((await reveal(PASSWORD)).body).toEqual(shown.body);
    expect((await use(secret)).status).toBe(200);
  });

  it('is one for each person', async () => {
    const ben = await createPerson(app, 'ben', []);
    expect((await reveal(PASSWORD, ben)).body.secret).not.toBe((await reveal(PASSWORD)).body.secret);
  });

  it('stays hidden from a wrong password, which is audited', async () => {
    const refused = await reveal('Correct-Horse-Battery-0');
    expect([refused.status, refused.body.code]).toEqual([403, 'wrong_password']);
    const admin = await signInAsAdmin(app);
    const { body } = await admin.get(`/admin/audit?subject=${ann.id}&action=developer_secret.revealed`);
    const outcomes = body.items.map((event: { outcome: string }) => event.outcome);
    expect(outcomes).toContain('denied');
    expect(outcomes).toContain('success');
    expect(JSON.stringify(body)).not.toContain('Correct-Horse');
    expect(JSON.stringify(body)).not.toMatch(/gth_sec_/);
  });

  it.each([undefined, null, '', 7, 'x'.repeat(257)])('wants a password: %j is none', async (password) => {
    const refused = await reveal(password);
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'password']);
  });

  it('dies when it is rotated, and the new one works', async () => {
    const before = (await reveal(PASSWORD)).body.secret;
    const rotated = await ann.session.post('/users/me/secret/rotate');
    expect(rotated.status).toBe(200);
    expect(rotated.headers.get('cache-control')).toBe('no-store');
    expect(rotated.body.secret).not.toBe(before);
    expect((await use(before)).status).toBe(401);
    expect((await use(rotated.body.secret)).status).toBe(200);
    expect((await reveal(PASSWORD)).body).toEqual(rotated.body);
  });

  it('is one, also after ten rotations at once', async () => {
    const rotations = await Promise.all(Array.from({ length: 10 }, () => ann.session.post('/users/me/secret/rotate')));
    expect(rotations.map(({ status }) => status)).toEqual(rotations.map(() => 200));
    const statuses = await Promise.all(rotations.map(async ({ body }) => (await use(body.secret)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  it('is for a session alone', async () => {
    const { token } = await createToken(ann.session);
    for (const action of ['reveal', 'rotate']) {
      const refused = await bearer(app, token).post(`/users/me/secret/${action}`, { password: PASSWORD });
      expect([refused.status, refused.body.code]).toEqual([403, 'session_required']);
    }
  });

  it('[54] is not shown to who guesses on with a stolen session', async () => {
    const cid = await createPerson(app, 'cid', []);
    const statuses = [];
    for (let guess = 0; guess < 11; guess++) statuses.push((await reveal(`wrong password ${guess}`, cid)).status);
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 403));
    expect(statuses[10]).toBe(429);
  });

  it('goes on working, but is not shown, when the key that sealed it is gone', async () => {
    const eve = await createPerson(app, 'eve', []);
    const { secret } = (await reveal(PASSWORD, eve)).body;
    const { writer } = app.app.get(Database);
    const sealed = `00000000.${'A'.repeat(100)}`; // of a key that nobody has
    await writer.query('UPDATE developer_secrets SET sealed = ? WHERE user_id = ?', [sealed, eve.id]);
    const refused = await reveal(PASSWORD, eve);
    expect([refused.status, refused.body.code]).toEqual([409, 'developer_secret_unreadable']);
    expect((await use(secret)).status).toBe(200);
    const rotated = await eve.session.post('/users/me/secret/rotate');
    expect((await reveal(PASSWORD, eve)).body).toEqual(rotated.body);
  });
});
