import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiAnswer,
  type ApiClient,
  ApiClient as Client,
  basic,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

interface Registered {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let person: TestPerson;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    admin = await signInAsAdmin(app);
    await limit(null);
    person = await createPerson(app, `person-${dialect}-${++count}`, []);
  });

  const limit = async (maxLiveTokens: number | null): Promise<void> => {
    const { status } = await admin.patch('/admin/site', { policy: { maxLiveTokens } });
    expect(status).toBe(200);
  };
  const register = async (changes = {}): Promise<Registered> =>
    (await person.session.post('/applications', { name: 'Shop', description: 'x', issueToken: false, ...changes }))
      .body;
  const fetched = ({ clientId, clientSecret }: Registered): Promise<ApiAnswer> =>
    new Client(app, basic(clientId, clientSecret)).form('/oauth/token', { grant_type: 'client_credentials' });
  const signedIn = (): Promise<ApiAnswer> =>
    anonymous(app).form('/api/v1/auth/token', {
      grant_type: 'client_credentials',
      client_id: person.username,
      client_secret: PERSON_PASSWORD,
    });
  const made = (): Promise<ApiAnswer> => person.session.post('/tokens', { name: 'one', expiresAt: null });
  const times = async (many: number, call: () => Promise<ApiAnswer>): Promise<number[]> => {
    const statuses: number[] = [];
    for (let time = 0; time < many; time++) statuses.push((await call()).status);
    return statuses;
  };
  const news = async (client: ApiClient) =>
    ((await client.get('/notifications')).body.items as { kind: string; subject: object; details: object }[]).filter(
      ({ kind }) => kind === 'tokens.near_limit',
    );

  describe('an application that fetches a token for each request [81]', () => {
    it('is refused the one beyond the limit, in the words of OAuth, until tokens expire', async () => {
      const shop = await register({ tokenTtlSeconds: 600 });
      await limit(3);
      expect(await times(3, () => fetched(shop))).toEqual([200, 200, 200]);
      const refused = await fetched(shop);
      expect(refused).toMatchObject({ status: 429, body: { error: 'temporarily_unavailable' } });
      expect(refused.body.error_description).toContain('3 live tokens');
      expect(refused.headers.get('retry-after')).toBe('60');
      app.clock.advance({ seconds: 600 });
      expect(await times(4, () => fetched(shop))).toEqual([200, 200, 200, 429]);
    });

    it('leaves room for another one, within what its owner may have', async () => {
      const [shop, till] = [await register(), await register({ name: 'Till' })];
      await limit(3);
      expect(await times(3, () => fetched(shop))).toEqual([200, 200, 200]);
      expect((await fetched(till)).status).toBe(429);
      const tokens = (await admin.get(`/admin/tokens?owner=${person.id}`)).body.items as { id: string }[];
      await admin.delete(`/admin/tokens/${tokens[0]?.id ?? ''}`);
      expect(await times(2, () => fetched(till))).toEqual([200, 429]);
    });

    it('still gets its current token regenerated', async () => {
      const shop = await register({ issueToken: true });
      await limit(1);
      const regenerate = () => person.session.post(`/applications/${shop.id}/token`);
      expect(await times(2, regenerate)).toEqual([201, 201]);
      expect((await fetched(shop)).status).toBe(429);
    });
  });

  describe('a user [81]', () => {
    it('is refused a token, a sign-in token and an application with a token, but no rotation', async () => {
      await limit(2);
      const { id } = await createToken(person.session);
      expect(await times(2, signedIn)).toEqual([200, 429]);
      const refused = await made();
      expect([refused.status, refused.body.code, refused.body.limit]).toEqual([429, 'too_many_tokens', 2]);
      expect(refused.headers.get('retry-after')).toBe('60');
      expect((await signedIn()).body.error).toBe('temporarily_unavailable');
      const application = { name: 'Shop', description: 'x' };
      expect((await person.session.post('/applications', application)).status).toBe(429);
      expect((await person.session.get('/applications')).body.items).toEqual([]);
      expect((await person.session.post('/applications', { ...application, issueToken: false })).status).toBe(201);
      expect((await person.session.post(`/tokens/${id}/rotate`, {})).status).toBe(200);
      await person.session.delete(`/tokens/${id}`);
      expect((await made()).status).toBe(201);
    });

    it('is told once a day at 80 %, and a day later again', async () => {
      await limit(5);
      await times(3, made);
      expect(await news(person.session)).toEqual([]);
      await times(2, made);
      const told = await news(person.session);
      expect(told).toEqual([
        expect.objectContaining({ subject: { type: 'user', id: person.id }, details: { count: 4, limit: 5 } }),
      ]);
      await limit(6);
      app.clock.advance({ hours: 24 });
      expect((await signedIn()).status).toBe(200);
      const again = await news(await signIn(app, person.username, PERSON_PASSWORD));
      expect(again.map(({ details }) => details)).toEqual([
        { count: 6, limit: 6 },
        { count: 4, limit: 5 },
      ]);
    });

    it('never goes beyond it by asking at once', async () => {
      await limit(4);
      const answers = await Promise.all(Array.from({ length: 10 }, made));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
    });
  });

  it('a service account has as many, and the administrators are told', async () => {
    const { id } = (await admin.post('/admin/users', { username: `robot-${dialect}`, kind: 'service' })).body;
    await limit(5);
    const make = () => admin.post(`/admin/users/${id}/tokens`, { name: 'one', expiresAt: null });
    expect(await times(6, make)).toEqual([201, 201, 201, 201, 201, 429]);
    expect(await news(admin)).toEqual([expect.objectContaining({ subject: { type: 'user', id } })]);
  });

  it('the limit is a whole number from 1 to 1,000,000', async () => {
    for (const maxLiveTokens of [0, 1_000_001, 1.5, '7'])
      expect((await admin.patch('/admin/site', { policy: { maxLiveTokens } })).body.errors[0].path).toBe(
        'policy.maxLiveTokens',
      );
    await limit(7);
    expect((await admin.get('/admin/site')).body.policy.maxLiveTokens).toBe(7);
  });
});
