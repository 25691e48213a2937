import { tmpdir } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Dialect } from '../../src/platform/database/dialect.js';
import { NO_IDENTITY } from '../../src/shared/authz/identity-headers.js';
import { CLAIMS } from './recipe-claims.js';
import { readTour, runTour, unmet } from './readme-tour.js';
import { RecipeDocument } from './recipe-document.js';
import { RecipeStage, type EdgeRecipe } from './recipe-stage.js';

const IDENTITY = Object.keys(NO_IDENTITY).map((name) => name.toLowerCase());

const FORGED_NAMES = [...Object.keys(NO_IDENTITY), 'X-Auth-Assertion', 'X-Auth-Transferred-From', ...CLAIMS];
const forged = (spelled: (name: string) => string) =>
  Object.fromEntries(FORGED_NAMES.map((name) => [spelled(name), 'forged']));
const FORGED = forged((name) => name);
/** What a framework behind the proxy might take for them. */
const FORGED_WITH_UNDERSCORES = {
  ...forged((name) => name.replaceAll('-', '_')),
  ...forged((name) => name.toUpperCase().replace(/-([^-]*)$/, '_$1')),
};

export interface RecipeExpectations {
  /** The challenge to somebody who sent nothing. */
  readonly nothingSent: string;
  readonly badToken: string;
  readonly missingScope: (scope: string) => string;
  /** What the API sees of ann, besides the id of the token. */
  readonly identity: (stage: RecipeStage, tokenId: string) => Record<string, string>;
  /** What the client gets when there is no Gatehouse to ask, or none that is trusted. */
  readonly unreachable: number;
  /** What it gets when Gatehouse does not answer. */
  readonly silent: number;
  /** What it gets for a name with `_`, where the proxy can't just leave it out. */
  readonly underscore?: number;
}

export const VERIFY_EXPECTATIONS: Omit<RecipeExpectations, 'unreachable' | 'silent'> = {
  nothingSent: 'Bearer realm="gatehouse"',
  badToken:
    'Bearer realm="gatehouse", error="invalid_token", error_description="The credential is unknown, expired or revoked"',
  missingScope: (scope) => `Bearer realm="gatehouse", error="insufficient_scope", scope="${scope}"`,
  identity: (stage, tokenId) => ({
    'x-auth-user-id': stage.ann.id,
    'x-auth-username': 'ann',
    // what is expected is compared by Jest, whose matchers are typed as anything
    'x-auth-site': expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown as string,
    'x-auth-account': '',
    'x-auth-roles': '', // it holds one scope of the role
    'x-auth-scopes': 'orders:read',
    'x-auth-scopes-omitted': '0',
    'x-auth-token-id': tokenId,
    'x-auth-transferred-from': '',
  }),
};

/** What every recipe must do, whatever the proxy. */
export function itGuardsTheApi(dialect: Dialect, recipe: EdgeRecipe, expectations: RecipeExpectations): void {
  describe('in front of an API', () => {
    let stage: RecipeStage;

    beforeAll(async () => {
      stage = await RecipeStage.start(dialect, recipe);
    }, 60_000);
    afterAll(() => (stage as RecipeStage | undefined)?.stop());
    beforeEach(() => {
      stage.api.reset();
    });

    it('passes a good token on as an identity, and not as a token', async () => {
      const { id, token } = await stage.token({ scopes: ['orders:read'] });
      const answer = await stage.call({ token, path: '/orders/17?view=full', headers: { cookie: 'theme=dark' } });
      expect(answer.status).toBe(200);
      const { method, url, headers, rawHeaders } = stage.api.last;
      expect([method, url]).toEqual(['GET', '/orders/17?view=full']);
      // nginx sends no header where the value is empty
      const identity = Object.fromEntries(IDENTITY.map((name) => [name, headers[name] ?? '']));
      expect(identity).toEqual(expectations.identity(stage, id));
      expect(headers).not.toHaveProperty('authorization');
      expect(headers).not.toHaveProperty('cookie');
      expect(rawHeaders.join('\n')).not.toContain(token);
    });

    it('passes the body and the method of a write on, for a token that may write', async () => {
      const { token } = await stage.token({ scopes: ['orders:write'] });
      const answer = await stage.call({ token, method: 'POST', path: '/orders/', body: '{"item":"pen"}' });
      expect(answer.status).toBe(200);
      expect(stage.api.last).toMatchObject({ method: 'POST', url: '/orders/', body: '{"item":"pen"}' });
      // the body was for the API alone: what is asked of Gatehouse next must not be taken for a part of it
      expect((await stage.call()).status).toBe(401);
      const chunked = { token, method: 'PUT', headers: { 'transfer-encoding': 'chunked' }, body: 'in chunks' };
      expect((await stage.call(chunked)).status).toBe(200);
      expect(stage.api.last.body).toBe('in chunks');
      expect((await stage.call()).status).toBe(401);
    });

    it('refuses nothing, a bad token and another scheme with 401 and the challenge', async () => {
      const nothing = await stage.call();
      expect([nothing.status, nothing.headers['www-authenticate']]).toEqual([401, expectations.nothingSent]);
      const { token } = await stage.token();
      for (const bad of ['nonsense', `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`]) {
        const { status, headers } = await stage.call({ token: bad });
        expect([bad, status, headers['www-authenticate']]).toEqual([bad, 401, expectations.badToken]);
      }
      const basic = await stage.call({ headers: { authorization: 'Basic YW5uOnNlY3JldA==' } });
      expect([basic.status, stage.api.received]).toEqual([401, []]);
    });

    it('refuses a token from the moment it is revoked', async () => {
      const { id, token } = await stage.token();
      expect((await stage.call({ token })).status).toBe(200);
      await stage.ann.session.delete(`/tokens/${id}`);
      stage.api.reset();
      const { status, headers } = await stage.call({ token });
      expect([status, headers['www-authenticate'], stage.api.received]).toEqual([401, expectations.badToken, []]);
    });

    it('refuses a token without the scope with 403 and the challenge', async () => {
      const reader = await stage.token({ scopes: ['orders:read'] });
      const writer = await stage.token({ scopes: ['orders:write'] });
      const calls = [
        ['orders:write', await stage.call({ token: reader.token, method: 'POST', path: '/orders/', body: 'x' })],
        ['orders:write', await stage.call({ token: reader.token, method: 'DELETE' })],
        ['orders:write', await stage.call({ token: reader.token, method: 'PROPFIND' })],
        ['orders:read', await stage.call({ token: writer.token })],
      ] as const;
      for (const [scope, { status, headers }] of calls)
        expect([status, headers['www-authenticate']]).toEqual([403, expectations.missingScope(scope)]);
      expect(stage.api.received).toEqual([]);
    });

    it('[12] never passes on what a client forges', async () => {
      const { id, token } = await stage.token({ scopes: ['orders:read'] });
      const { status } = await stage.call({ token, headers: FORGED });
      expect(status).toBe(200);
      const { headers, rawHeaders } = stage.api.last;
      expect(rawHeaders.join('\n')).not.toContain('forged');
      expect(Object.fromEntries(IDENTITY.map((name) => [name, headers[name] ?? '']))).toEqual(
        expectations.identity(stage, id),
      );
      stage.api.reset();
      expect((await stage.call({ headers: FORGED })).status).toBe(401);
      expect(stage.api.received).toEqual([]);
      const underscores = await stage.call({ token, headers: FORGED_WITH_UNDERSCORES });
      expect(underscores.status).toBe(expectations.underscore ?? 200);
      expect(stage.api.received.flatMap((request) => request.rawHeaders)).not.toContain('forged');
    });

    it('[80] lets no account through that the token is not for, in no spelling', async () => {
      const [account, other] = await Promise.all(
        ['Acme', 'Bolt'].map(async (name) => (await stage.admin.post('/accounts', { name })).body.id as string),
      );
      const { token } = await stage.token({ accountId: account });
      for (const name of ['X-Account-Id', 'X_Account_Id', 'X-ACCOUNT_ID']) {
        await stage.call({ token, headers: { [name]: other ?? '' } });
        await stage.call({ token, headers: { 'x-account-id': account ?? '', [name]: other ?? '' } });
      }
      expect(stage.api.received.filter(({ rawHeaders }) => rawHeaders.includes(other ?? ''))).toEqual([]);
    });

    it('lets no path around the guard', async () => {
      const { token } = await stage.token();
      const around = ['/orders/../secret', '/orders/%2e%2e/secret', '/orders/..%2fsecret', '/orders/./../secret'];
      for (const path of ['/', '/orders', '/other/17', '/_verify', '//orders/17', ...around]) {
        await stage.call({ path });
        expect(stage.api.received).toEqual([]);
        await stage.call({ path, token });
        // decoded once, as an API would
        const reached = stage.api.received.map(({ url }) => new URL(`http://api${decodeURIComponent(url)}`).pathname);
        expect([path, reached.filter((each) => !/^\/+orders\//.test(each))]).toEqual([path, []]);
        stage.api.reset();
      }
    });

    it("leaves the API's own refusals and failures as they are", async () => {
      const { token } = await stage.token();
      for (const status of [401, 403, 404, 500, 503]) {
        stage.api.answer = (_, response) => {
          response.writeHead(status, { 'x-from': 'api' }).end('of the API');
        };
        const answer = await stage.call({ token });
        expect([answer.status, answer.headers['x-from'], answer.body]).toEqual([status, 'api', 'of the API']);
        expect(answer.headers['www-authenticate']).toBeUndefined();
      }
    });

    it('does what docs/recipes/README.md says to try', async () => {
      const { token } = await stage.token({ scopes: ['orders:read'] });
      const { port, certificateFile } = stage.edge;
      const { text } = RecipeDocument.read('README.md');
      const blocks = readTour(text.replaceAll('https://orders.example.com', `https://localhost:${port}`));
      expect(blocks).toHaveLength(2);
      const environment = { TOKEN: token, CURL_CA_BUNDLE: certificateFile };
      const outputs = await runTour(blocks, { folder: tmpdir(), port, environment });
      expect(outputs.flatMap(unmet)).toEqual([]);
    }, 60_000);

    it('does not trust just any certificate of Gatehouse', async () => {
      const { token } = await stage.token();
      const edge = await stage.otherEdge(recipe, (own) => own);
      try {
        const { status } = await stage.callAt(edge, { token });
        expect(status).toBe(expectations.unreachable);
        expect(stage.api.received).toEqual([]);
      } finally {
        await edge.stop();
      }
    }, 60_000);

    it('[56] fails closed while Gatehouse does not answer, and heals', async () => {
      const { token } = await stage.token();
      expect((await stage.call({ token })).status).toBe(200);
      stage.api.reset();
      stage.link.stop();
      const hanging = await stage.call({ token }).finally(() => {
        stage.link.go();
      });
      expect(hanging.status).toBe(expectations.silent);
      expect(stage.api.received).toEqual([]);
      expect((await stage.call({ token })).status).toBe(200);
    }, 60_000);

    it('[56] fails closed when Gatehouse is gone', async () => {
      const { token } = await stage.token();
      expect((await stage.call({ token })).status).toBe(200);
      stage.api.reset();
      await stage.stopGatehouse();
      const { status } = await stage.call({ token });
      expect(status).toBe(expectations.unreachable);
      expect(stage.api.received).toEqual([]);
    }, 60_000);
  });
}
