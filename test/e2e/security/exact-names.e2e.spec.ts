import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type ApiAnswer, basic, createPerson, PERSON_PASSWORD } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { type RegisteredApplication, registerApplication } from '../../support/registered-application.js';

/** A lookup by a text of the caller's. Answers whether it found what is called so. */
type Lookup = (text: string) => Promise<boolean>;

const GRANT = { grant_type: 'client_credentials' };

/** MySQL compares with blanks added (PAD SPACE), SQLite byte by byte: what differs by a blank is another name in both. */
forEachDialect((dialect) => {
  let stage: GatewayStage;
  let client: RegisteredApplication;
  let token: string;
  let proxyPath: string;

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
    await createPerson(stage.app, 'nfcu', ['ROLE_CLERK']);
    client = await registerApplication(stage.admin);
    token = await stage.token();
    proxyPath = (await stage.deployed()).path.slice('/gw/default/'.length);
  });
  afterAll(() => stage.stop());

  const isFound = async (answer: Promise<ApiAnswer>): Promise<boolean> => (await answer).status < 300;
  const inPath = (text: string) => encodeURIComponent(text);
  const items = async (path: string) => ((await stage.admin.get(path)).body.items as unknown[]).length > 0;
  const signIn: Lookup = (username) =>
    isFound(anonymous(stage.app).post('/auth/login', { username, password: PERSON_PASSWORD }));
  const personToken: Lookup = (name) =>
    isFound(
      anonymous(stage.app).form('/api/v1/auth/token', { ...GRANT, client_id: name, client_secret: PERSON_PASSWORD }),
    );
  const replaced: Lookup = async (name) => {
    const body = { description: 'x', scopes: ['orders:read', 'orders:write'] };
    return isFound(stage.admin.put(`/admin/roles/${inPath(name)}`, body));
  };
  const given: Lookup = async (role) => {
    const robot = { username: `robot-${Math.random().toString(36).slice(2)}`, kind: 'service', roles: [role] };
    return isFound(stage.admin.post('/admin/users', robot));
  };

  const LOOKUPS: Record<string, () => readonly [string, Lookup]> = {
    'the username of a sign-in': () => ['nfcu', signIn],
    'the e-mail address of a sign-in': () => ['nfcu@example.com', signIn],
    'the username of a person’s token': () => ['nfcu', personToken],
    'the client id in a form': () => [
      client.clientId,
      (id) =>
        isFound(
          anonymous(stage.app).form('/oauth/token', { ...GRANT, client_id: id, client_secret: client.clientSecret }),
        ),
    ],
    'the client id of HTTP Basic': () => [
      client.clientId,
      (id) => isFound(anonymous(stage.app).form('/oauth/token', GRANT, basic(id, client.clientSecret))),
    ],
    'the name of a role to see': () => [
      'ROLE_CLERK',
      (name) => isFound(stage.admin.get(`/admin/roles/${inPath(name)}`)),
    ],
    'the name of a role to change': () => ['ROLE_CLERK', replaced],
    'the name of a role to give': () => ['ROLE_CLERK', given],
    'the role of a filter': () => ['ROLE_CLERK', (role) => items(`/admin/users?role=${inPath(role)}`)],
    'the site of a proxy': () => [
      'default',
      (slug) => isFound(stage.call(token, 'GET', `/gw/${inPath(slug)}/${proxyPath}/x`)),
    ],
    'the path of a proxy': () => [
      proxyPath,
      (path) => isFound(stage.call(token, 'GET', `/gw/default/${inPath(path)}/x`)),
    ],
    'the actor of the audit log': () => ['nfcu', (actor) => items(`/admin/audit?actor=${inPath(actor)}`)],
    'the subject of the audit log': () => ['nfcu', (subject) => items(`/admin/audit?subject=${inPath(subject)}`)],
  };

  describe('[80] a blank more makes another name of', () => {
    it.each(Object.keys(LOOKUPS))('%s', async (place) => {
      const [name = '', find = signIn] = LOOKUPS[place]?.() ?? [];
      expect(await find(name)).toBe(true);
      for (const other of [`${name} `, ` ${name}`, `${name}\u3000`])
        expect([other, await find(other).catch(() => false)]).toEqual([other, false]);
    });
  });

  it('[80] a username or an e-mail address with a blank more can’t be taken', async () => {
    const user = { username: 'nfcu ', email: 'other@example.com', kind: 'person', roles: [] };
    expect((await stage.admin.post('/admin/users', user)).status).toBe(400);
    const email = { ...user, username: 'other', email: 'nfcu@example.com ' };
    expect((await stage.admin.post('/admin/users', email)).status).toBe(400);
  });

  it('an id is read in either case, wherever it stands', async () => {
    const { id } = (await stage.admin.get('/auth/me')).body.user as { id: string };
    const [upperId, upperAccount] = [id.toUpperCase(), stage.accountId.toUpperCase()];
    expect(await items(`/admin/audit?actor=${upperId}`)).toBe(true);
    expect(await items(`/admin/audit?subject=${upperId}`)).toBe(true);
    expect(await items(`/admin/tokens?owner=${upperId}`)).toBe(true);
    const about = await stage.admin.about(upperAccount).get('/projects');
    expect(about.body.items).toHaveLength(1);
    expect((await stage.call(token, 'GET', `/verify?account=${upperAccount}`)).status).toBe(200);
    expect((await stage.admin.get(`/admin/users/${upperId}`)).body.id).toBe(id);
  });
});
