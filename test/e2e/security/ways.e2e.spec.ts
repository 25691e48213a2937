import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { AccessGuard } from '../../../src/auth/guards/access.guard.js';
import { ClientCredentialsGrant } from '../../../src/oauth/grants/client-credentials.grant.js';
import {
  anonymous,
  type ApiAnswer,
  ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** What answers hold of a credential, once. The document is asked which operations answer one: none can be forgotten here. */
const SHOWN_ONCE = ['token', 'accessToken', 'clientSecret', 'secret', 'access_token', 'url', 'invitation'];

/** The ways to a credential with a credential, and what the maker's end makes of each: cut to it, or refused. */
const WITH_A_CREDENTIAL: Readonly<Record<string, (stage: Stage) => [path: string, body: object]>> = {
  'POST /tokens': () => ['/tokens', { name: 'x', expiresAt: null }],
  'POST /tokens/{id}/rotate': ({ tokenId }) => [`/tokens/${tokenId}/rotate`, { expiresAt: null }],
  'POST /tokens/current/rotate': () => ['/tokens/current/rotate', { expiresAt: null }],
  'POST /applications': () => ['/applications', { name: 'x', tokenTtlSeconds: 31_536_000 }],
  'POST /applications/{id}/token': ({ applicationId }) => [`/applications/${applicationId}/token`, {}],
  'POST /applications/{id}/secrets': ({ applicationId }) => [`/applications/${applicationId}/secrets`, {}],
  'POST /admin/users/{id}/tokens': ({ robot }) => [`/admin/users/${robot}/tokens`, { name: 'x', expiresAt: null }],
  'POST /admin/users/{id}/applications': ({ robot }) => [`/admin/users/${robot}/applications`, { name: 'x' }],
  'POST /admin/tokens/{id}/rotate': ({ robotToken }) => [`/admin/tokens/${robotToken}/rotate`, { expiresAt: null }],
  'POST /admin/applications/{id}/secrets': ({ robotApplication }) => [
    `/admin/applications/${robotApplication}/secrets`,
    { graceSeconds: 0 },
  ],
};
/** Calls that give rights to others, for which the same holds. */
const ADMINISTRATION: Readonly<
  Record<string, (stage: Stage) => [path: string, body: object | undefined, method?: string]>
> = {
  'POST /admin/users': () => ['/admin/users', { username: 'made', kind: 'service', roles: ['ROLE_ADMIN'] }],
  'PATCH /admin/users/{id}': ({ robot }) => [`/admin/users/${robot}`, { roles: ['ROLE_ADMIN'] }, 'PATCH'],
  'POST /admin/users/{id}/invitation': ({ person }) => [`/admin/users/${person}/invitation`, {}],
  'POST /admin/users/{id}/suspend': ({ person }) => [`/admin/users/${person}/suspend`, {}],
  'POST /admin/users/{id}/resume': ({ person }) => [`/admin/users/${person}/resume`, {}],
  'DELETE /admin/users/{id}': ({ person }) => [`/admin/users/${person}`, undefined, 'DELETE'],
  'POST /admin/tokens/reassign': ({ robot, person }) => [
    '/admin/tokens/reassign',
    { toUserId: robot, fromUserId: person },
  ],
  'PATCH /admin/site': () => ['/admin/site', { policy: { maxLifetimeSeconds: 315_360_000 } }, 'PATCH'],
  'PUT /admin/site/owner': ({ owner }) => ['/admin/site/owner', { userId: owner }, 'PUT'],
  'DELETE /admin/tokens/{id}': ({ robotToken }) => [`/admin/tokens/${robotToken}`, undefined, 'DELETE'],
  'POST /admin/roles': () => ['/admin/roles', { name: 'ROLE_X', description: 'x', scopes: ['orders:read'] }],
};
const ADMINISTRATION_KEYS = Object.keys(ADMINISTRATION);
/** Ways that take a password, a client secret or a session, or whose bound is no end of life (lifetime, links specs). */
const OTHERWISE = [
  'POST /auth/token',
  '/oauth/token',
  'POST /admin/users',
  'POST /admin/users/{id}/invitation',
  'POST /users/me/secret/reveal',
  'POST /users/me/secret/rotate',
];

interface Stage {
  readonly tokenId: string;
  readonly applicationId: string;
  readonly robot: string;
  readonly person: string;
  /** Of the site: the administrator. */
  readonly owner: string;
  readonly robotToken: string;
  readonly robotApplication: string;
}

interface Document {
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: Ref }> }> }>
  >;
  readonly components: { readonly schemas: Record<string, { properties?: Record<string, unknown>; allOf?: Ref[] }> };
}
interface Ref {
  readonly $ref?: string;
}

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let stage: Stage;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    const robot = (await admin.post('/admin/users', { username: 'robot', kind: 'service', roles: [] })).body
      .id as string;
    stage = {
      tokenId: (await createToken(admin, { expiresAt: inSeconds(30) })).id,
      applicationId: (await registerApplication(admin)).id,
      robot,
      person: (await createPerson(app, 'ben', [])).id,
      owner: (await admin.get('/auth/me')).body.user.id,
      robotToken: (await admin.post(`/admin/users/${robot}/tokens`, { name: 'x', expiresAt: null })).body.id,
      robotApplication: (await admin.post(`/admin/users/${robot}/applications`, { name: 'x' })).body.id,
    };
  });
  afterAll(() => app.stop());

  const inSeconds = (seconds: number) => new Date(app.clock.now().getTime() + seconds * 1000).toISOString();

  async function operationsThatShowCredentials(): Promise<string[]> {
    const document = (await new ApiClient(app).get('/docs/openapi.json')).body as Document;
    const fieldsOf = ({ $ref }: Ref): string[] =>
      Object.keys(document.components.schemas[$ref?.split('/').at(-1) ?? '']?.properties ?? {});
    return Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([, { responses }]) =>
          Object.entries(responses).some(
            ([status, { content = {} }]) =>
              status.startsWith('2') &&
              Object.values(content).some(({ schema }) => fieldsOf(schema).some((field) => SHOWN_ONCE.includes(field))),
          ),
        )
        .map(([method]) => `${method.toUpperCase()} ${path.replace(app.settings.apiPrefix, '')}`),
    );
  }

  it('[71] the ways to a credential are those that the document shows', async () => {
    const known = [...Object.keys(WITH_A_CREDENTIAL), ...OTHERWISE];
    const shown = await operationsThatShowCredentials();
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((each) => !known.some((way) => each === way || each.endsWith(` ${way}`)))).toEqual([]);
    expect(Object.keys(WITH_A_CREDENTIAL).filter((way) => !shown.includes(way))).toEqual([]);
  });

  const endsOf = ({ body }: ApiAnswer): (string | null | undefined)[] => [
    'clientSecretExpiresAt' in body ? body.clientSecretExpiresAt : body.expiresAt,
  ];

  it.each(Object.keys(WITH_A_CREDENTIAL))('[71] %s gives nothing that ends later than its maker', async (way) => {
    const end = inSeconds(60);
    const caller = bearer(app, (await createToken(admin, { expiresAt: end })).token);
    const [path, body] = WITH_A_CREDENTIAL[way]?.(stage) ?? ['', {}];
    const answer = await caller.post(path, body);
    if (answer.status === 403) expect(['lifetime_exceeded', 'credential_too_narrow']).toContain(answer.body.code);
    else expect([answer.status < 300, endsOf(answer)]).toEqual([true, [end]]);
  });

  /** The answer to a call with this token, when this happens between the moment that it is let in and its transaction. */
  async function letInBefore(
    happens: () => Promise<unknown>,
    token: string,
    [path, body, method = 'POST']: [path: string, body: object | undefined, method?: string],
  ): Promise<ApiAnswer> {
    const guard = app.app.get(AccessGuard, { strict: false });
    const mayCall = guard.canActivate.bind(guard);
    const spy = jest.spyOn(guard, 'canActivate').mockImplementation(async (context) => {
      const isLetIn = await mayCall(context);
      const { headers } = context.switchToHttp().getRequest<{ headers: { authorization?: string } }>();
      if (headers.authorization === `Bearer ${token}`) await happens();
      return isLetIn;
    });
    const answer = await bearer(app, token).call(method, path, body);
    spy.mockRestore();
    return answer;
  }

  it.each([...Object.keys(WITH_A_CREDENTIAL), ...ADMINISTRATION_KEYS])(
    '[51] %s is refused to a maker that was ended, or rotated away, after the call was let in',
    async (way) => {
      const call = { ...WITH_A_CREDENTIAL, ...ADMINISTRATION }[way]?.(stage) ?? ['', {}];
      const ended = await createToken(admin);
      const afterItsEnd = await letInBefore(() => admin.delete(`/tokens/${ended.id}`), ended.token, call);
      expect([afterItsEnd.status, afterItsEnd.body?.code]).toEqual([401, 'invalid_token']);
      const rotated = await createToken(admin);
      const rotate = () => admin.post(`/tokens/${rotated.id}/rotate`, { graceSeconds: 60 });
      const afterItsRotation = await letInBefore(rotate, rotated.token, call);
      expect([afterItsRotation.status, afterItsRotation.body?.code]).toEqual([403, 'superseded_credential']);
    },
  );

  it('[51] nor does a client secret that was ended meanwhile fetch a token', async () => {
    const { id, clientId, clientSecret } = await registerApplication(admin);
    const { secrets } = (await admin.get(`/applications/${id}`)).body as { secrets: { id: string }[] };
    const grants = app.app.get(ClientCredentialsGrant, { strict: false });
    const issue = grants.issue.bind(grants);
    jest.spyOn(grants, 'issue').mockImplementationOnce(async (...proved) => {
      await admin.delete(`/applications/${id}/secrets/${secrets[0]?.id ?? ''}`);
      return issue(...proved);
    });
    const grant = { grant_type: 'client_credentials' };
    const answer = await anonymous(app).form('/oauth/token', grant, basic(clientId, clientSecret));
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
  });

  it.each(Object.keys(WITH_A_CREDENTIAL))(
    '[71] [72] [73] %s is closed to a value that was rotated away, pinned, inherited or unconfirmed',
    async (way) => {
      const [path, body] = WITH_A_CREDENTIAL[way]?.(stage) ?? ['', {}];
      const superseded = await createToken(admin);
      await admin.post(`/tokens/${superseded.id}/rotate`, { graceSeconds: 60 });
      const leaver = await createPerson(app, `leaver-${way.length}-${dialect}-${Math.abs(hash(way))}`, ['ROLE_ADMIN']);
      const inherited = await createToken(leaver.session);
      await admin.delete(`/admin/users/${leaver.id}`);
      const codes = [superseded.token, inherited.token].map(
        async (token) => (await bearer(app, token).post(path, body)).body.code,
      );
      expect(await Promise.all(codes)).toEqual(['superseded_credential', 'inherited_credential']);
      const { items } = (await admin.get('/accounts')).body as { items: { id: string }[] };
      const pinned = bearer(app, (await createToken(admin, { accountId: items[0]?.id })).token);
      if (way !== 'POST /tokens' && way !== 'POST /tokens/current/rotate')
        expect((await pinned.post(path, body)).body.code).toBe('account_pinned');
      if (way === 'POST /tokens/current/rotate') return;
      const stale = await signInAsAdmin(app);
      app.clock.advance({ minutes: 15 });
      expect((await stale.unconfirming().post(path, body)).body.code).toBe('reauthentication_required');
      admin = await signInAsAdmin(app);
    },
  );
});

function hash(text: string): number {
  return [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7);
}
