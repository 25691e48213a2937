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

interface Event {
  readonly id: string;
  readonly at: string;
  readonly action: string;
}

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let ann: TestPerson;

  const events = async (query = ''): Promise<Event[]> => (await admin.get(`/admin/audit?limit=200${query}`)).body.items;
  const actions = async (query: string) => (await events(query)).map(({ action }) => action);

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
  });
  afterAll(() => app.stop());

  it('[65] begins with what the first start made', async () => {
    const first = (await events()).slice(-4);
    expect(first.map(({ action }) => action)).toEqual([
      'site.owner_changed',
      'user.created',
      'account.created',
      'site.created',
    ]);
    for (const event of first) expect(event).toMatchObject({ outcome: 'success', actor: { kind: 'system' } });
  });

  it('says who did what to what, from where, by which request', async () => {
    const created = await admin.post('/accounts', { name: 'Audited' });
    const [event] = await events(`&subject=${created.body.id}`);
    const me = (await admin.get('/auth/me')).body;
    expect(event).toEqual({
      id: expect.any(String),
      at: app.clock.now().toISOString(),
      action: 'account.created',
      outcome: 'success',
      reason: null,
      actor: {
        kind: 'user',
        id: me.user.id,
        name: 'admin',
        credential: { kind: 'session', id: me.credential.id },
      },
      subject: { type: 'account', id: created.body.id, name: 'Audited' },
      address: '127.0.0.1',
      requestId: created.headers.get('x-request-id') ?? expect.any(String),
      details: { description: null },
    });
  });

  it('is newest first, in pages that hold every event once', async () => {
    const all = await events();
    expect(all.map(({ id }) => id)).toEqual(
      all
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
    const paged: Event[] = [];
    let cursor = '';
    do {
      const { body } = await admin.get(`/admin/audit?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      paged.push(...body.items);
      cursor = body.nextCursor ?? '';
    } while (cursor !== '');
    expect(paged).toEqual(all);
  });

  describe('a filter', () => {
    it('finds what somebody did, by id or name', async () => {
      const { id } = await createToken(ann.session, { name: 'by ann' });
      expect(await actions('&actor=ann&action=token.created')).toEqual(['token.created']);
      expect(await events(`&actor=${ann.id}`)).toEqual(await events('&actor=ann'));
      expect(await actions(`&subject=${id}`)).toEqual(['token.created']);
      expect(await actions('&subject=by%20ann')).toEqual(['token.created']);
      expect(await actions('&actor=nobody')).toEqual([]);
    });

    it('finds what happened in a time, its start included and its end not', async () => {
      app.clock.advance({ hours: 1 });
      const from = app.clock.now();
      const first = (await admin.post('/accounts', { name: 'At the start' })).body.id;
      app.clock.advance({ milliseconds: 10 });
      const to = app.clock.now();
      await admin.post('/accounts', { name: 'At the end' });
      const query = `&action=account.created&from=${from.toISOString()}&to=${to.toISOString()}`;
      expect(await events(query)).toMatchObject([{ subject: { id: first } }]);
      const withOffset = encodeURIComponent(from.toISOString().replace('Z', '+00:00'));
      expect(await events(`&action=account.created&from=${withOffset}`)).toHaveLength(2);
      expect(await events(`&from=${to.toISOString()}&to=${to.toISOString()}`)).toEqual([]);
    });

    it.each([
      'who=ann',
      'actor=',
      'actor=a&actor=b',
      'action=token',
      'action=token.invented',
      'action=token.created%27',
      'from=yesterday',
      'from=2026-01-01',
      'from=2027-01-02T00:00:00Z&to=2027-01-01T00:00:00Z',
      'limit=201',
      'cursor=x',
    ])('that does not exist is refused: %s', async (query) => {
      const { status, body } = await admin.get(`/admin/audit?${query}`);
      expect([status, body.code]).toEqual([400, 'validation_failed']);
      expect(body.errors[0].path).toMatch(/^query\./);
    });
  });

  it('holds refusals as soon as they were answered', async () => {
    const { id, token } = await createToken(ann.session);
    await ann.session.delete(`/tokens/${id}`);
    expect((await bearer(app, token).get('/auth/me')).status).toBe(401);
    const [refusal] = await events(`&subject=${id}`);
    expect(refusal).toMatchObject({ outcome: 'denied', reason: 'revoked' });
  });

  it('[17] holds no credential', async () => {
    const { token } = await createToken(ann.session, { name: 'secret keeper' });
    await bearer(app, token).get('/auth/me');
    expect(JSON.stringify(await events())).not.toMatch(app.settings.tokenPrefix + '_(pat|app|sec)_');
  });

  it('needs audit:read', async () => {
    const refused = await ann.session.get('/admin/audit');
    expect([refused.status, refused.body.code]).toEqual([403, 'insufficient_scope']);
    const reader = bearer(app, (await createToken(admin, { scopes: ['audit:read'] })).token);
    expect((await reader.get('/admin/audit')).status).toBe(200);
  });
});
