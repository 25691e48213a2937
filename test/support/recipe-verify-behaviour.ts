import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Dialect } from '../../src/platform/database/dialect.js';
import { anonymous, cookieOf, PERSON_PASSWORD } from './api-client.js';
import { RecipeStage, type EdgeRecipe } from './recipe-stage.js';

const CLIENT = '127.0.0.2';
/** What a client says to seem to come from elsewhere, or to do something harmless. */
const PRETENDED = {
  'x-forwarded-for': CLIENT,
  'x-real-ip': CLIENT,
  forwarded: `for=${CLIENT};proto=https`,
  'x-forwarded-method': 'GET',
  'x-original-method': 'GET',
  'x-forwarded-uri': '/orders/1?scope=orders:read',
  'x-original-uri': '/orders/1?scope=orders:read',
  'x-forwarded-proto': 'http',
};

/** What a recipe does besides when it asks /verify, which looks at the whole request. */
export function itAsksVerify(dialect: Dialect, recipe: EdgeRecipe, malformed: number): void {
  describe('asking /verify', () => {
    let stage: RecipeStage;

    beforeAll(async () => {
      stage = await RecipeStage.start(dialect, recipe);
    }, 60_000);
    afterAll(() => (stage as RecipeStage | undefined)?.stop());
    beforeEach(() => {
      stage.api.reset();
    });

    it('says where the client is, whatever the client says', async () => {
      const { token } = await stage.token({ allowedNetworks: [`${CLIENT}/32`] });
      expect((await stage.call({ token, from: CLIENT })).status).toBe(200);
      stage.api.reset();
      expect((await stage.call({ token })).status).toBe(403);
      expect((await stage.call({ token, headers: PRETENDED })).status).toBe(403);
      expect(stage.api.received).toEqual([]);
      const elsewhere = { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1' };
      expect((await stage.call({ token, from: CLIENT, headers: elsewhere })).status).toBe(200);
    });

    it('[40] says the method of the request, so that a session writes from our own pages alone', async () => {
      const login = await anonymous(stage.app).post('/auth/login', { username: 'ann', password: PERSON_PASSWORD });
      const cookie = cookieOf(login);
      const write = (headers: Record<string, string>) =>
        stage.call({ method: 'POST', path: '/orders/', body: 'x', headers: { cookie, ...headers } });
      expect((await stage.call({ headers: { cookie } })).status).toBe(200);
      expect(stage.api.last.headers).not.toHaveProperty('cookie');
      expect((await write({ origin: stage.app.settings.publicUrl })).status).toBe(200);
      // nor does a client's own word do any harm
      expect((await stage.call({ headers: { cookie, 'x-original-method': 'DELETE' } })).status).toBe(200);
      stage.api.reset();
      expect((await write({})).status).toBe(403);
      expect((await write({ origin: 'https://evil.example' })).status).toBe(403);
      expect((await write(PRETENDED)).status).toBe(403);
      expect(stage.api.received).toEqual([]);
    });

    it("lets the client's own query neither decide nor be decided about", async () => {
      const { token } = await stage.token({ scopes: ['orders:read'] });
      const query = '?scope=users:write&account=x&colour=red';
      expect((await stage.call({ token, path: `/orders/17${query}` })).status).toBe(200);
      expect(stage.api.last.url).toBe(`/orders/17${query}`);
      stage.api.reset();
      const write = { method: 'POST', path: '/orders/?scope=orders:read', body: 'x', token };
      expect((await stage.call(write)).status).toBe(403);
      expect((await stage.call({ path: `/orders/17?access_token=${token}` })).status).toBe(401);
      expect(stage.api.received).toEqual([]);
    });

    it('passes the account header on, and who is pinned to another is refused', async () => {
      const [account, other] = await Promise.all(
        ['Acme', 'Bolt'].map(async (name) => (await stage.admin.post('/accounts', { name })).body.id as string),
      );
      const { token } = await stage.token({ accountId: account });
      const about = (id: string | undefined) => stage.call({ token, headers: { 'x-account-id': id ?? '' } });
      expect((await about(account)).status).toBe(200);
      expect(stage.api.last.headers['x-auth-account']).toBe(account);
      stage.api.reset();
      expect((await about(other)).status).toBe(403);
      expect((await about('no id')).status).toBe(malformed);
      expect(stage.api.received).toEqual([]);
    });
  });
}
