import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Access } from '../../../src/shared/authz/access.js';
import { BUILT_IN_ROLES } from '../../../src/shared/authz/built-in-roles.js';
import { type ApiAnswer, createPerson, PERSON_PASSWORD, signInAsAdmin } from '../../support/api-client.js';
import { credentialKit, type KitEntry } from '../../support/credential-kit.js';
import { forEachDialect } from '../../support/dialects.js';
import { named, routesOf, type TestRoute } from '../../support/routes.js';
import { openSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NO_SUCH_ID = '0199c0de-0000-7000-8000-00000000dead';
const CUSTOM_ROLE = { name: 'ROLE_CLERK', description: 'Of the site', scopes: ['users:read', 'orders:read'] };
/** The refusals of the guards. A handler that was reached has others. */
const GUARD_CODES = [
  'insufficient_scope',
  'session_required',
  'access_undeclared',
  'csrf',
  'reauthentication_required',
];

/** What they end, others of the same person would be judged with: one by one, and with new ones. */
const END_SIGN_INS = ['POST /api/v1/users/me/secret/rotate', 'DELETE /api/v1/auth/sessions'];

interface Holder {
  readonly username: string;
  readonly password: string;
  readonly scopes: readonly string[];
  kit: KitEntry[];
}

forEachDialect((dialect) => {
  let app: TestApp;
  const holders = new Map<string, Holder>();
  /** Whose credentials a call that worked may have ended. */
  const spent = new Set<Holder>();

  beforeAll(async () => {
    app = await startTestApp(dialect);
    const admin = await signInAsAdmin(app);
    expect((await admin.post('/admin/roles', CUSTOM_ROLE)).status).toBe(201);
    for (const { name, scopes } of [{ name: 'no role', scopes: [] }, ...BUILT_IN_ROLES, CUSTOM_ROLE]) {
      const username = `holder-${holders.size}`;
      await createPerson(app, username, name === 'no role' ? [] : [name]);
      const all = name === 'ROLE_ADMIN' ? [...scopes, 'orders:read'] : scopes;
      holders.set(name, { username, password: PERSON_PASSWORD, scopes: all, kit: [] });
    }
    const other = await openSite(app, 'other');
    const everything = BUILT_IN_ROLES.find(({ name }) => name === 'ROLE_ADMIN')?.scopes ?? [];
    const { adminUsername: username, password } = other;
    holders.set('administrator of another site', { username, password, scopes: everything, kit: [] });
    for (const holder of holders.values()) holder.kit = await credentialKit(app, holder, holder.scopes);
  });
  afterAll(() => app.stop());

  /** What is let in is refused by the handler: the id is nobody's, the body holds a field that no DTO has. */
  const call = async (route: TestRoute, { client }: KitEntry): Promise<ApiAnswer> => {
    const method = methodOf(route);
    const path = route.path.replaceAll(/:\w+/g, NO_SUCH_ID);
    return client.call(method, path, ['GET', 'DELETE'].includes(method) ? undefined : { noSuchField: true });
  };

  const judge = async (route: TestRoute, role: string, holder: Holder, entry: KitEntry): Promise<string[]> => {
    const answer = await call(route, entry);
    if (answer.status < 300 && methodOf(route) !== 'GET') spent.add(holder);
    const wanted = expectationOf(route.access, entry);
    const got = verdictOf(route.access, answer);
    return got === wanted ? [] : [`${role}, ${entry.kind}: ${got} instead of ${wanted}`];
  };

  const renewSpent = async () => {
    for (const holder of spent) holder.kit = await credentialKit(app, holder, holder.scopes);
    spent.clear();
  };

  const mistakesOf = async (route: TestRoute): Promise<string[]> => {
    const entries = [...holders].flatMap(([role, holder]) => holder.kit.map((_, i) => ({ role, holder, i })));
    const judgeAt = async ({ role, holder, i }: (typeof entries)[number]) => {
      const entry = holder.kit[i];
      return entry === undefined ? [`${role} lacks a credential`] : judge(route, role, holder, entry);
    };
    if (!END_SIGN_INS.includes(named(route))) return (await Promise.all(entries.map(judgeAt))).flat();
    const mistakes = [];
    for (const entry of entries) {
      mistakes.push(...(await judgeAt(entry)));
      await renewSpent();
    }
    return mistakes;
  };

  describe('the matrix of routes, credentials and roles', () => {
    it('[45] holds what every route declares, and nothing more is let in', async () => {
      const mistakes: string[] = [];
      for (const route of routesOf(app)) {
        mistakes.push(...(await mistakesOf(route)).map((mistake) => `${named(route)} — ${mistake}`));
        await renewSpent();
      }
      expect(mistakes).toEqual([]);
    }, 180_000);

    it('[45] [8] [10] a refusal says what RFC 6750 wants', async () => {
      const route = routesOf(app).find(({ access }) => access?.to === 'scopes' && access.scopes.includes('users:read'));
      const kit = holders.get('no role')?.kit ?? [];
      for (const entry of kit) {
        const answer = route && (await call(route, entry));
        const challenge = answer?.headers.get('www-authenticate') ?? '';
        if (entry.kind === 'none') expect(challenge).toBe('Bearer realm="gatehouse"');
        else if (['client secret', 'developer secret', 'basic'].includes(entry.kind))
          expect(challenge).toContain('error="invalid_token"');
        else {
          expect(challenge).toBe('Bearer realm="gatehouse", error="insufficient_scope", scope="users:read"');
          expect(answer?.body).toMatchObject({ scope: 'users:read', roles: ['ROLE_ADMIN', 'ROLE_CLERK'] });
        }
      }
    });
  });
});

/** What the guards shall say to this credential, from nothing but the declaration of the route. */
function expectationOf(access: Access | undefined, { kind, scopes }: KitEntry): string {
  if (access === undefined) return '403 access_undeclared';
  if (access.to === 'public') return 'let in';
  if (kind === 'none') return '401 authentication_required';
  const isSecret = kind === 'client secret' || kind === 'developer secret';
  if (access.to === 'secret') return isSecret ? 'let in' : '401 invalid_token';
  if (isSecret || kind === 'basic') return '401 invalid_token';
  if (access.to === 'session') return kind === 'session' ? 'let in' : '403 session_required';
  if (access.to === 'principal') return 'let in';
  return access.scopes.every((scope) => scopes.includes(scope)) ? 'let in' : '403 insufficient_scope';
}

function verdictOf(access: Access | undefined, { status, body }: ApiAnswer): string {
  if (status >= 500) return String(status);
  const code = typeof body?.code === 'string' ? body.code : '';
  if (status === 403 && GUARD_CODES.includes(code)) return `403 ${code}`;
  // The open calls judge their callers themselves.
  return status === 401 && access?.to !== 'public' ? `401 ${code}` : 'let in';
}

function methodOf({ method }: TestRoute): string {
  return method === 'ALL' ? 'GET' : method;
}
