import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TokenRetention } from '../../../src/tokens/token-retention.service.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import {
  anonymous,
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** contract §9, "Lineage": every value keeps what made it. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let ann: TestPerson;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
  });
  afterAll(() => app.stop());

  const child = async (token: string) => {
    const made = await bearer(app, token).post('/tokens', { name: 'child', expiresAt: null });
    expect(made.status).toBe(201);
    return made.body as { id: string; token: string; issuedWith: { kind: string; id: string } };
  };
  const areLive = async (...tokens: string[]) =>
    Promise.all(tokens.map(async (token) => (await bearer(app, token).get('/auth/me')).status === 200));
  const report = (...credentials: string[]) => anonymous(app).post('/leaks', { credentials });

  it('says in answers what made a value', async () => {
    const root = await createToken(ann.session);
    expect((await ann.session.get(`/tokens/${root.id}`)).body.issuedWith).toEqual({
      kind: 'session',
      id: expect.any(String),
    });
    const made = await child(root.token);
    expect(made.issuedWith).toEqual({ kind: 'personal', id: root.id });
    const { body: registered } = await bearer(app, made.token).post('/applications', { name: 'key' });
    expect(registered.secrets[0].issuedWith).toEqual({ kind: 'personal', id: made.id });
    const fetched = await fetchToken(app, registered);
    const jti = (await bearer(app, fetched).get('/auth/me')).body.credential.id;
    expect((await ann.session.get(`/tokens/${jti}`)).body.issuedWith).toEqual({
      kind: 'secret',
      id: registered.secrets[0].id,
    });
    const items = (await ann.session.get('/tokens')).body.items as { id: string; issuedWith: unknown }[];
    expect(items.find(({ id }) => id === made.id)?.issuedWith).toEqual({ kind: 'personal', id: root.id });
    // A token that rotates itself keeps what made it; a rotation by something else sets it to that.
    const itself = (await bearer(app, made.token).post('/tokens/current/rotate', {})).body;
    expect(itself.issuedWith).toEqual({ kind: 'personal', id: root.id });
    expect((await ann.session.post(`/tokens/${made.id}/rotate`, {})).body.issuedWith.kind).toBe('session');
  });

  it('[82] a leak ends all that the value made, through what is dead already, and nothing else', async () => {
    const root = await createToken(ann.session);
    const dead = await child(root.token);
    const grandchild = await child(dead.token);
    await ann.session.delete(`/tokens/${dead.id}`);
    const { body: key } = await bearer(app, root.token).post('/applications', { name: 'key' });
    const fetched = await fetchToken(app, key);
    const sibling = await createToken(ann.session);
    expect(await areLive(grandchild.token, fetched, key.accessToken, sibling.token)).toEqual([true, true, true, true]);
    expect((await report(root.token)).status).toBe(202);
    expect(await areLive(root.token, grandchild.token, fetched, key.accessToken, sibling.token)).toEqual([
      ...[false, false, false, false],
      true,
    ]);
  });

  it('[82] a leak of the value that a token replaced by itself reaches what either made', async () => {
    const root = await createToken(ann.session);
    const before = await child(root.token);
    const rotated = (await bearer(app, root.token).post('/tokens/current/rotate', { graceSeconds: 60 })).body;
    const after = await child(rotated.token as string);
    await report(root.token);
    expect(await areLive(root.token, rotated.token, before.token, after.token)).toEqual([false, false, false, false]);
  });

  it('[82] a leak of a value that its owner replaced ends it and what it made, and not its successor', async () => {
    const root = await createToken(ann.session);
    const before = await child(root.token);
    const rotated = (await ann.session.post(`/tokens/${root.id}/rotate`, { graceSeconds: 60 })).body;
    const after = await child(rotated.token as string);
    await report(root.token);
    expect(await areLive(root.token, rotated.token, before.token, after.token)).toEqual([false, true, false, true]);
  });

  it('[82] a leak ends what the value made also where that was rotated away since, and still calls', async () => {
    const root = await createToken(ann.session);
    const made = await child(root.token);
    const rotated = (await ann.session.post(`/tokens/${made.id}/rotate`, { graceSeconds: 60 })).body;
    await report(root.token);
    expect(await areLive(made.token, rotated.token)).toEqual([false, true]);
  });

  it('counts descendants, and ends them when asked', async () => {
    const root = await createToken(ann.session);
    const made = await child(root.token);
    await child(made.token);
    const { body: key } = await bearer(app, made.token).post('/applications', { name: 'key', issueToken: false });
    const counted = await ann.session.get(`/tokens/${root.id}/descendants`);
    expect(counted.body).toEqual({ count: 3, tokens: 2, clientSecrets: 1 });
    const plain = await ann.session.delete(`/tokens/${root.id}`);
    expect([plain.status, plain.body]).toEqual([204, null]);
    expect(await areLive(made.token)).toEqual([true]);
    const both = await ann.session.delete(`/tokens/${made.id}?descendants=true`);
    expect([both.status, both.body]).toEqual([200, { revoked: 3 }]);
    expect((await ann.session.get(`/applications/${key.id}`)).body.secrets).toEqual([]);
  });

  it('of an application are what its tokens made, beside its own', async () => {
    const key = await registerApplication(ann.session);
    const made = await bearer(app, key.accessToken).post('/tokens', {
      name: 'x',
      expiresAt: new Date(app.clock.now().getTime() + 1000_000).toISOString(),
      scopes: ['projects:read'],
    });
    await fetchToken(app, key);
    expect((await ann.session.get(`/applications/${key.id}/descendants`)).body.count).toBe(1);
    const deleted = await ann.session.delete(`/applications/${key.id}?descendants=true`);
    expect([deleted.status, deleted.body.revoked]).toEqual([200, 4]); // the secret, two tokens, and what one of them made
    expect(await areLive(made.body.token)).toEqual([false]);
  });

  it('of a client secret are the tokens that it fetched', async () => {
    const key = await registerApplication(ann.session, { issueToken: false });
    const fetched = await fetchToken(app, key);
    const { items } = (await ann.session.get(`/applications/${key.id}`)).body.secrets.length
      ? { items: (await ann.session.get(`/applications/${key.id}`)).body.secrets as { id: string }[] }
      : { items: [] };
    const path = `/applications/${key.id}/secrets/${items[0]?.id ?? ''}`;
    expect((await ann.session.get(`${path}/descendants`)).body.count).toBe(1);
    expect((await ann.session.delete(`${path}?descendants=true`)).body).toEqual({ revoked: 2 });
    expect(await areLive(fetched)).toEqual([false]);
  });

  it('of the same owner alone end when a deletion asks for it', async () => {
    const robot = (await admin.post('/admin/users', { username: 'robot', kind: 'service', roles: [] })).body
      .id as string;
    const root = await createToken(admin);
    const made = (await bearer(app, root.token).post(`/admin/users/${robot}/tokens`, { name: 'x', expiresAt: null }))
      .body;
    expect((await admin.get(`/tokens/${root.id}/descendants`)).body.count).toBe(0);
    expect((await admin.delete(`/admin/tokens/${root.id}?descendants=true`)).body).toEqual({ revoked: 1 });
    expect(await areLive(made.token)).toEqual([true]);
    const leaked = await createToken(admin);
    const other = (await bearer(app, leaked.token).post(`/admin/users/${robot}/tokens`, { name: 'x', expiresAt: null }))
      .body;
    await report(leaked.token);
    expect(await areLive(other.token)).toEqual([false]); // a leak asks for no owner
  });

  it('are handed to the grandparent when a link of the chain is cleaned up', async () => {
    const root = await createToken(ann.session);
    const first = await child(root.token);
    const second = await child(first.token);
    const third = await child(second.token);
    for (const { id } of [first, second]) await ann.session.delete(`/tokens/${id}`);
    app.clock.advance({ days: 1 });
    const care = app.app.get(TokenRetention, { strict: false });
    const unitOfWork = app.app.get(UnitOfWork, { strict: false });
    expect(await unitOfWork.run((tx) => care.remove(tx, app.clock.now(), 100))).toEqual(
      expect.arrayContaining([first.id, second.id]),
    );
    const later = await signIn(app, 'ann', PERSON_PASSWORD);
    expect((await later.get(`/tokens/${third.id}`)).body.issuedWith).toEqual({ kind: 'personal', id: root.id });
    await report(root.token);
    expect(await areLive(third.token)).toEqual([false]);
  });
});
