import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiAnswer,
  ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** What stands around a credential that somebody copied or read from a file. */
const AROUND: Record<string, (value: string) => string> = {
  'a line break': (value) => `${value}\n`,
  'CR LF': (value) => `${value}\r\n`,
  'a leading blank': (value) => ` ${value}`,
  'a tab': (value) => `\t${value}\t`,
  'a no-break space': (value) => `\u00a0${value}\u00a0`,
  'a byte order mark': (value) => `\ufeff${value}`,
  'its scheme': (value) => `Bearer ${value}`,
  'its header': (value) => `Authorization: Bearer ${value}`,
  quotes: (value) => `"${value}"`,
  'typographic quotes': (value) => `\u201c${value}\u201d`,
  backticks: (value) => `\`${value}\``,
  'a variable': (value) => `TOKEN=${value}`,
  'an exported variable': (value) => `export TOKEN='${value}'`,
  YAML: (value) => `token: ${value}`,
  JSON: (value) => JSON.stringify({ access_token: value }),
  underscores: (value) => `_${value}_`,
  'a written line break': (value) => `\\n${value}\\n`,
  'encoded quotes': (value) => `%22${value}%22`,
  'the end of a sentence': (value) => `The token of api.example.com is ${value}.`,
};

/** What programs make of a text on its way to whoever copies it. */
const MANGLED: Record<string, (value: string) => string> = {
  Markdown: (value) => value.replaceAll('_', '\\_'),
  'a line that a mail program wrapped': (value) => `${value.slice(0, 30)}\r\n> ${value.slice(30)}`,
  'quoted-printable': (value) => `${value.slice(0, 30)}=\r\n${value.slice(30)}`.replaceAll('_', '=5F'),
  'zero-width spaces': (value) => `${value.slice(0, 12)}\u200b${value.slice(12)}`,
  'soft hyphens': (value) => `${value.slice(0, 20)}\u00ad${value.slice(20)}`,
  'the colours of grep': (value) => `\u001b[01;31m\u001b[K${value.slice(0, 8)}\u001b[m\u001b[K${value.slice(8)}`,
  'a URL': (value) => `https://x:${value}@git.example.com/x.git`,
};

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

  const personJwt = async (): Promise<string> => {
    const form = { grant_type: 'client_credentials', client_id: ann.username, client_secret: PERSON_PASSWORD };
    return (await anonymous(app).form('/api/v1/auth/token', form)).body.access_token as string;
  };
  const works = async (token: string) => (await bearer(app, token).get('/auth/me')).status === 200;
  const report = (...credentials: unknown[]) => anonymous(app).post('/leaks', { credentials });
  const identify = (token: string): Promise<ApiAnswer> => admin.post('/admin/tokens/identify', { token });

  describe('a leak report ends the credential in', () => {
    it.each(Object.entries({ ...AROUND, ...MANGLED }))('%s', async (_, written) => {
      const [{ token }, jwt] = [await createToken(ann.session), await personJwt()];
      expect((await report(written(token), written(jwt))).status).toBe(202);
      expect([await works(token), await works(jwt)]).toEqual([false, false]);
    });

    it('a text of any length that a body can have, wherever it stands in it', async () => {
      const tokens = await Promise.all([1, 2, 3].map(async () => (await createToken(ann.session)).token));
      const [first = '', middle = '', last = ''] = tokens;
      const log = `${first} ${'x '.repeat(20_000)}${middle}${' y'.repeat(20_000)} ${last}`;
      expect((await report('nothing', '', log)).status).toBe(202);
      expect(await Promise.all(tokens.map(works))).toEqual([false, false, false]);
    });

    it('a list that wraps: each of several', async () => {
      const tokens = await Promise.all([1, 2].map(async () => (await createToken(ann.session)).token));
      expect((await report(tokens.join('\n'))).status).toBe(202);
      expect(await Promise.all(tokens.map(works))).toEqual([false, false]);
    });
  });

  describe('identify finds the credential in', () => {
    it.each(Object.entries({ ...AROUND, ...MANGLED }))('%s', async (_, written) => {
      const [{ id, token }, jwt] = [await createToken(ann.session), await personJwt()];
      expect((await identify(written(token))).body).toMatchObject({ id, type: 'token', state: 'active' });
      expect((await identify(written(jwt))).body).toMatchObject({ type: 'token', state: 'active' });
      const { clientId, clientSecret } = await registerApplication(ann.session);
      expect((await identify(written(clientSecret))).body).toMatchObject({ type: 'client_secret' });
      expect(clientId).toMatch(/^app_/);
    });

    it('a text beside others that are none', async () => {
      const { id, token } = await createToken(ann.session);
      const strange = `${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`;
      expect((await identify(`${strange} ${token} eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJlc2ln`)).body.id).toBe(
        id,
      );
      expect((await identify(strange)).body.code).toBe('token_not_found');
    });

    it('no text with two: it says so', async () => {
      const [one, two] = [await createToken(ann.session), await createToken(ann.session)];
      const answer = await identify(`${one.token}\n${two.token}`);
      expect([answer.status, answer.body.errors]).toEqual([
        400,
        [{ path: 'token', message: 'contains 2 credentials of this site; send one at a time' }],
      ]);
      expect((await identify(`${one.token}\n${one.token}`)).body.id).toBe(one.id);
    });
  });

  describe('POST /oauth/revoke ends the token in, and introspection reads it from', () => {
    it.each(Object.entries({ ...AROUND, ...MANGLED }))('%s', async (_, written) => {
      const client = await registerApplication(ann.session);
      for (const format of ['opaque', 'jwt']) {
        await ann.session.patch(`/applications/${client.id}`, { tokenFormat: format });
        const token = await fetchToken(app, client);
        const call = (path: string) =>
          anonymous(app).form(path, { token: written(token) }, basic(client.clientId, client.clientSecret));
        expect((await call('/oauth/introspect')).body.active).toBe(true);
        expect((await call('/oauth/revoke')).status).toBe(200);
        expect([format, await works(token)]).toEqual([format, false]);
      }
    });

    it('no text with two, and no word that only contains one', async () => {
      const client = await registerApplication(ann.session);
      const [one, two] = [await fetchToken(app, client), await fetchToken(app, client)];
      for (const token of [`${one} ${two}`, `${one}x`, `x${one}`, one.slice(0, -1)]) {
        const form = { token };
        const headers = basic(client.clientId, client.clientSecret);
        expect((await anonymous(app).form('/oauth/introspect', form, headers)).body).toEqual({ active: false });
      }
      expect([await works(one), await works(two)]).toEqual([true, true]);
    });

    it('a bearer’s own, as it was sent to it', async () => {
      const { token } = await createToken(ann.session);
      expect((await bearer(app, token).form('/oauth/revoke', { token: `${token}\n` })).status).toBe(200);
      expect(await works(token)).toBe(false);
    });
  });

  describe('an invitation is accepted as', () => {
    it.each([
      ['the whole link', (url: string) => url],
      ['the link with a line break', (url: string) => `${url}\r\n`],
      ['the link in a mail', (url: string) => `<${url}>`],
      ['its value with blanks', (url: string) => ` ${url.split('#')[1] ?? ''} `],
    ])('%s', async (_, written) => {
      const username = `new-${Math.random().toString(36).slice(2)}`;
      const user = { username, email: `${username}@example.com`, kind: 'person' };
      const { url } = (await admin.post('/admin/users', user)).body.invitation as { url: string };
      const body = { invitation: written(url), password: PERSON_PASSWORD };
      expect((await anonymous(app).post('/auth/accept-invitation', body)).body).toEqual({ username });
    });
  });
});
