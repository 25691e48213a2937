import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type ApiAnswer, basic, createPerson, signIn, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { sampleProxy } from '../../support/sample-proxy.js';

const COMPOSED = 'Caf\u00e9 cr\u00e8me br\u00fbl\u00e9e 9';
const DECOMPOSED = COMPOSED.normalize('NFD');
/** As long as a password can be; decomposed it is twice as long. */
const LONG = '\u00e0\u00e9\u00ee\u00f6\u00fc'.repeat(50);
const HEART = '\u2764\ufe0f';

forEachDialect((dialect) => {
  let stage: GatewayStage;
  let count = 0;

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
  });
  afterAll(() => stage.stop());

  const person = async (password: string, email?: string): Promise<string> => {
    const username = `person-${++count}`;
    const user = { username, email: email ?? `${username}@example.com`, kind: 'person', password };
    const answer = await stage.admin.post('/admin/users', user);
    expect(answer.status).toBe(201);
    return username;
  };

  describe('a password is the same text in either form, wherever it is asked for', () => {
    it.each([
      ['NFC', COMPOSED, DECOMPOSED],
      ['NFD', DECOMPOSED, COMPOSED],
      ['NFC and as long as can be', LONG, LONG.normalize('NFD')],
      ['NFD and as long as can be', LONG.normalize('NFD'), LONG],
    ])('set in %s', async (_, set, typed) => {
      const username = await person(set);
      const session = (await signIn(stage.app, username, typed)).unconfirming();
      expect((await session.post('/auth/confirm', { password: typed })).status).toBe(204);
      expect((await session.post('/users/me/secret/reveal', { password: typed })).status).toBe(200);
      const grant = { grant_type: 'client_credentials' };
      const form = { ...grant, client_id: username, client_secret: typed };
      const client = anonymous(stage.app);
      expect((await client.form('/api/v1/auth/token', form)).status).toBe(200);
      const header = basic(username, encodeURIComponent(typed));
      expect((await client.form('/api/v1/auth/token', grant, header)).status).toBe(200);
      const change = { currentPassword: typed, newPassword: `${typed.slice(0, -1)}x` };
      expect((await session.put('/auth/password', change)).status).toBe(204);
      await signIn(stage.app, username, change.newPassword.normalize('NFC'));
    });
  });

  describe('a name that differs in its form alone is taken', () => {
    const name = () => `Caf\u00e9 ${++count}`;
    const PLACES: Record<string, (name: string) => Promise<ApiAnswer>> = {
      accounts: (name) => stage.admin.post('/accounts', { name }),
      projects: (name) => stage.manage('POST', '/projects', { name }),
      connections: (name) => stage.admin.post('/connections', { name, baseUrl: 'http://10.0.0.7' }),
      credentials: (name) =>
        stage.admin.post('/credentials', { name, type: 'bearer', secret: 'a-long-enough-secret', origins: null }),
      proxies: (name) =>
        stage.manage(
          'POST',
          `/projects/${stage.project}/proxies`,
          sampleProxy(stage.connectionId, { name, path: `/u${++count}` }),
        ),
    };

    it.each(Object.keys(PLACES))('of %s', async (place) => {
      const wanted = name();
      const make = (text: string) => PLACES[place]?.(text);
      expect((await make(wanted.normalize('NFD')))?.body.name).toBe(wanted);
      for (const text of [wanted, wanted.normalize('NFD')])
        expect((await make(text))?.body.code).toBe('duplicate_name');
    });
  });

  describe('a mailbox of an international domain', () => {
    const SPELLINGS = [
      'Ann@b\u00fccher.example',
      'ann@bu\u0308cher.example',
      'ann@B\u00dcCHER.example',
      'ann@xn--bcher-kva.example',
      'ann@XN--BCHER-KVA.EXAMPLE',
      'ann@b\u00fccher\u3002example',
      'ann@\uff42\u00fccher.example',
    ];

    it('is one, however it is written', async () => {
      const username = await person(COMPOSED, SPELLINGS[0]);
      for (const email of SPELLINGS) {
        const other = { username: `other-${++count}`, email, kind: 'person', password: COMPOSED };
        expect([email, (await stage.admin.post('/admin/users', other)).body.code]).toEqual([email, 'duplicate_name']);
        await signIn(stage.app, email, COMPOSED);
        const found = await stage.admin.get(`/admin/users?search=${encodeURIComponent(email)}`);
        expect([email, found.body.items.map((each: { username: string }) => each.username)]).toEqual([
          email,
          [username],
        ]);
      }
      const part = await stage.admin.get(`/admin/users?search=${encodeURIComponent('b\u00fccher')}`);
      expect(part.body.items).toHaveLength(1);
    });
  });

  it('the actor of the audit log is found in either case', async () => {
    const { session, username } = await createPerson(stage.app, 'casey', []);
    await session.post('/tokens', { name: 'x', expiresAt: null });
    const { body } = await stage.admin.get(`/admin/audit?actor=${username.toUpperCase()}`);
    expect((body.items as unknown[]).length).toBeGreaterThan(0);
  });

  it('characters are counted as the database counts them', async () => {
    const make = async (description: string) =>
      (await stage.admin.post('/accounts', { name: `A ${++count}`, description })).status;
    expect(await make('\u{1F600}'.repeat(1000))).toBe(201);
    expect(await make('\u{1F600}'.repeat(1001))).toBe(400);
    expect(await make(HEART.repeat(500))).toBe(201);
    expect(await make(HEART.repeat(501))).toBe(400);
    const named = async (name: string) => (await stage.admin.post('/accounts', { name })).status;
    expect([await named('\u{1F600}'.repeat(100)), await named('\u{1F600}'.repeat(101))]).toEqual([201, 400]);
    expect([await named(HEART.repeat(50)), await named(HEART.repeat(51))]).toEqual([201, 400]);
  });

  describe('what an import proposes can be sent back', () => {
    it.each([
      ['an emoji at the cut', `${'x'.repeat(99)}\u{1F600}yz`, `${'x'.repeat(99)}\u{1F600}`],
      ['an emoji across the cut of UTF-16', `${'x'.repeat(99)}\u{1F600}`, `${'x'.repeat(99)}\u{1F600}`],
      ['emojis alone', '\u{1F600}'.repeat(120), '\u{1F600}'.repeat(100)],
      ['a blank at the cut', `${'x'.repeat(99)} yz`, 'x'.repeat(99)],
      ['line breaks', ' Order\r\n  API\t1 ', 'Order API 1'],
      ['a decomposed letter', 'Cafe\u0301', 'Caf\u00e9'],
      ['a decomposed letter at the cut', `${'x'.repeat(99)}e\u0301`, `${'x'.repeat(99)}\u00e9`],
      ['variation selectors', HEART.repeat(60), HEART.repeat(50)],
      ['invisible and turning characters', '\u202eOrder\u200b API\u0007\u{E0041}', 'Order API'],
      ['nothing visible', '\u200b\u202e', 'imported'],
    ])('with %s in its title and description', async (_, title, name) => {
      const document = {
        openapi: '3.1.0',
        info: { title, description: `${'d'.repeat(999)}\u{1F600}\u0007 and ${title}` },
        paths: { '/a': { get: {} } },
      };
      const proposal = { document, connectionId: stage.connectionId, path: `/i${++count}` };
      const proposed = await stage.manage('POST', `/projects/${stage.project}/proxies/import`, proposal);
      expect([proposed.status, proposed.body.name]).toEqual([200, name]);
      expect(proposed.body.description).toBe(`${'d'.repeat(999)}\u{1F600}`);
      const body = { ...proposed.body, name: proposed.body.name as string } as object;
      const made = await stage.manage('POST', `/projects/${stage.project}/proxies`, body);
      expect([made.status, made.body.name]).toEqual([201, name]);
      await stage.manage('DELETE', `/proxies/${made.body.id}`);
    });
  });

  it('a refusal repeats no half of a character', async () => {
    const admin = await signInAsAdmin(stage.app);
    const field = `${'x'.repeat(79)}\u{1F600}`;
    const refused = await admin.post('/accounts', { name: 'x', [field]: 1 });
    expect(refused.body.errors[0].path).toBe(field);
    const parameter = `${'x'.repeat(39)}\u{1F600}`;
    const verify = await stage.call(await stage.token(), 'GET', `/verify?${encodeURIComponent(parameter)}=1`);
    expect(verify.body.errors[0].path).toBe(`query.${parameter}`);
  });
});
