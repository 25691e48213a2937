import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ExposedCredentialLookup } from '../../../src/auth/exposure/exposed-credential-lookup.js';
import { PrincipalQuery } from '../../../src/principals/principal.query.js';
import { CredentialFormat } from '../../../src/shared/crypto/credential-format.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';
import {
  anonymous,
  type ApiClient,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { auditLog } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { eventually } from '../../support/eventually.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { deliver, DELIVERIES, NO_HTTP } from './deliveries.js';

const format = new CredentialFormat('gth');
const randomness = new Randomness();
const strangers = { tokens: Array.from({ length: 900 }, () => format.generate('pat', randomness)) };

forEachDialect((dialect) => {
  let app: TestApp;
  let ann: TestPerson;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
  });
  afterAll(() => app.stop());

  const reasonOf = async (id: string) => (await ann.session.get(`/tokens/${id}`)).body.revokedReason as string | null;
  const events = async () => (await auditLog(app)).filter(({ reason }) => reason === 'sent_in_plaintext');
  const told = async () =>
    ((await ann.session.get('/notifications?limit=200')).body.items as { kind: string; subject: { id: string } }[])
      .filter(({ kind }) => kind === 'credential.sent_in_plaintext')
      .map(({ subject }) => subject.id);

  describe('the plain port', () => {
    it.each(Object.keys(DELIVERIES))('[79] [2] revokes a token that came in %s, and refuses', async (way) => {
      const { id, token } = await createToken(ann.session);
      const answer = await deliver(app.settings.httpPort, DELIVERIES[way]?.(token, strangers) ?? []);
      await eventually(() => reasonOf(id), 'sent_in_plaintext');
      expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
      expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
      expect(answer).toMatch(/\r\ncontent-type: application\/problem\+json/);
      expect(answer).toMatch(/\r\nx-request-id: \S+\r\n/);
      expect(answer).toMatch(/\r\nconnection: close\r\n/);
      expect(answer).not.toContain(token);
      expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'https_required', status: 403 });
    });

    it.each(Object.keys(NO_HTTP))('[79] [2] revokes a token that came in %s', async (way) => {
      const { id, token } = await createToken(ann.session);
      await deliver(app.settings.httpPort, NO_HTTP[way]?.(token) ?? []);
      await eventually(() => reasonOf(id), 'sent_in_plaintext');
    });

    it('[79] revokes also what a connection sent that was cut before it had an answer', async () => {
      const { id, token } = await createToken(ann.session);
      await deliver(app.settings.httpPort, [`GET / HTTP/1.1\r\nAuthorization: Bearer ${token}\r\nHo`], {
        leave: 'sent',
      });
      await eventually(() => reasonOf(id), 'sent_in_plaintext');
    });

    it('[79] revokes what comes behind the answer', async () => {
      const { id, token } = await createToken(ann.session);
      const request = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
      await deliver(app.settings.httpPort, [request, ' '.repeat(10), `Authorization: Bearer ${token}`]);
      await eventually(() => reasonOf(id), 'sent_in_plaintext');
    });

    it('[79] answers a health call at once, and revokes what it brought along or behind it', async () => {
      for (const lines of [`GET /health/live HTTP/1.1`, 'HEAD /health/ready?x=1 HTTP/1.0']) {
        const [one, other] = [await createToken(ann.session), await createToken(ann.session)];
        const pieces = [`${lines}\r\nAuthorization: Bearer ${one.token}\r\n\r\n`, `GET /${other.token}`];
        const answer = await deliver(app.settings.httpPort, pieces);
        expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
        expect(answer.endsWith('\r\n\r\n')).toBe(lines.startsWith('HEAD'));
        for (const { id } of [one, other]) await eventually(() => reasonOf(id), 'sent_in_plaintext');
      }
      const refused = await deliver(app.settings.httpPort, ['POST /health/live HTTP/1.1\r\n\r\n']);
      expect(refused).toMatch(/^HTTP\/1\.1 403 /);
    });

    it('[79] revokes each of the 30 tokens of one body, with one event and one notice each', async () => {
      const tokens = [];
      for (let i = 0; i < 30; i++) tokens.push(await createToken(ann.session));
      const body = JSON.stringify(tokens.map(({ token }) => ({ token })));
      await deliver(app.settings.httpPort, [`POST / HTTP/1.1\r\nContent-Length: ${body.length}\r\n\r\n${body}`]);
      for (const { id } of tokens) expect(await reasonOf(id)).toBe('sent_in_plaintext');
      const [audited, notified] = [await events(), await told()];
      for (const { id } of tokens) {
        expect(audited.filter(({ subjectId }) => subjectId === id)).toHaveLength(1);
        expect(notified.filter((each) => each === id)).toHaveLength(1);
      }
    });
  });

  describe('when much comes', () => {
    it('[79] looks many up with a statement', async () => {
      const look = jest.spyOn(app.app.get(PrincipalQuery), 'tokensNow');
      const body = strangers.tokens.join('\n');
      await deliver(app.settings.httpPort, [`POST / HTTP/1.1\r\nContent-Length: ${body.length}\r\n\r\n${body}`]);
      await eventually(() => Promise.resolve(look.mock.calls.length), Math.ceil(900 / 64));
      look.mockRestore();
    });

    it('[79] keeps what the database could not take, and revokes it when it can', async () => {
      const tokens = [];
      for (let i = 0; i < 3; i++) tokens.push(await createToken(ann.session));
      const [first, second, last] = tokens.map(({ token }) => token);
      const lookup = app.app.get(ExposedCredentialLookup);
      const look = jest
        .spyOn(lookup, 'find')
        .mockImplementationOnce((traces) => ExposedCredentialLookup.prototype.find.call(lookup, traces))
        .mockRejectedValueOnce(new Error('away'))
        .mockRejectedValueOnce(new Error('away'));
      const sent = [first, ...strangers.tokens.slice(0, 100), second, ...strangers.tokens.slice(100, 200), last];
      await deliver(app.settings.httpPort, [`${sent.join(' ')}\r\n\r\n`]);
      for (const { id } of tokens) await eventually(() => reasonOf(id), 'sent_in_plaintext');
      look.mockRestore();
    });

    it('[79] answers busy to whoever comes when a thousand are connected, and serves them when those are gone', async () => {
      const { httpPort: port } = app.settings;
      const idle = Array.from({ length: 1_000 }, () => connect({ port, host: '127.0.0.1' }));
      await Promise.all(idle.map((socket) => once(socket, 'connect')));
      const ask = async () => (await deliver(port, ['GET / HTTP/1.1\r\n\r\n'])).slice(0, 12);
      await eventually(ask, 'HTTP/1.1 503');
      for (const socket of idle) socket.destroy();
      await eventually(ask, 'HTTP/1.1 403');
    });

    it('[79] answers and closes a connection whose sender never stops', async () => {
      const { id, token } = await createToken(ann.session);
      const endless = Array.from({ length: 1_000 }, (_, i) => (i === 5 ? token : `X-${i}: a\r\n`));
      const answer = await deliver(app.settings.httpPort, ['GET / HTTP/1.1\r\n', ...endless], { everyMs: 300 });
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
      expect(await reasonOf(id)).toBe('sent_in_plaintext');
    });
  });

  /** Each with how it shows that it lives. */
  const cookie = async (): Promise<{ value: string; lives: () => Promise<boolean> }> => {
    const session: ApiClient = await signIn(app, 'ann', PERSON_PASSWORD);
    const { cookie: sent = '' } = (session as unknown as { credential: Record<string, string> }).credential;
    return { value: sent, lives: async () => (await session.get('/auth/me')).status === 200 };
  };
  let invited = 0;
  const invitation = async () => {
    const admin = await signInAsAdmin(app);
    const username = `invited-${invited++}`;
    const user = { username, email: `${username}@example.com`, kind: 'person', roles: [] };
    const { body } = await admin.post('/admin/users', user);
    const [, value = ''] = (body.invitation.url as string).split('#');
    const lives = async () => {
      const password = 'short';
      const { body } = await anonymous(app).post('/auth/accept-invitation', { invitation: value, password });
      return body.code !== 'invitation_invalid'; // the link is looked at first, and the password is too weak for it
    };
    return { value: body.invitation.url as string, userId: body.id as string, lives };
  };
  const WAYS: Record<string, (value: string) => string> = {
    'a header': (value) => `GET / HTTP/1.1\r\nCookie: a=b; ${value}\r\nReferer: ${value}\r\n\r\n`,
    'a chunked body': (value) =>
      `POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n${value.slice(0, 5)}\r\n` +
      `${(value.length - 5).toString(16)}\r\n${value.slice(5)}\r\n0\r\n\r\n`,
    'the query, encoded twice': (value) => `GET /?x=${encodeURIComponent(encodeURIComponent(value))} HTTP/1.1\r\n\r\n`,
  };

  describe.each(Object.keys(WAYS))('in %s', (way) => {
    it('[79] a session ends, its owner is told and the event audited', async () => {
      const before = [(await events()).length, (await told()).length];
      const { value, lives } = await cookie();
      expect(await lives()).toBe(true);
      expect(await deliver(app.settings.httpPort, [WAYS[way]?.(value) ?? ''])).toMatch(/^HTTP\/1\.1 403 /);
      expect(await lives()).toBe(false);
      const [event, ...others] = (await events()).slice(before[0]);
      expect(others).toEqual([]);
      expect(event).toMatchObject({
        action: 'credential.revoked',
        subjectType: 'session',
        details: { ownerId: ann.id },
      });
      expect((await told()).length).toBe((before[1] ?? 0) + 1);
      expect((await ann.session.get('/auth/me')).status).toBe(200);
    });

    it('[79] an invitation is withdrawn', async () => {
      const { value, userId, lives } = await invitation();
      expect(await lives()).toBe(true);
      await deliver(app.settings.httpPort, [WAYS[way]?.(value) ?? '']);
      expect(await lives()).toBe(false);
      const event = (await events()).find(({ details }) => details?.['ownerId'] === userId);
      expect(event).toMatchObject({ action: 'credential.revoked', subjectType: 'invitation' });
    });
  });

  describe('POST /leaks', () => {
    const report = (...credentials: string[]) => anonymous(app).post('/leaks', { credentials });

    it('ends a session by its cookie and withdraws an invitation by its link', async () => {
      const [session, link] = [await cookie(), await invitation()];
      expect((await report(session.value, link.value)).status).toBe(202);
      expect([await session.lives(), await link.lives()]).toEqual([false, false]);
      const leaked = (await auditLog(app)).filter(({ reason }) => reason === 'leaked');
      expect(leaked.map(({ subjectType }) => subjectType).sort()).toEqual(['invitation', 'session']);
    });

    it('finds credentials in the text that was pasted', async () => {
      const tokens = [await createToken(ann.session), await createToken(ann.session)];
      const [one = { token: '', id: '' }, other = one] = tokens;
      const text = `  curl -H "Authorization: Bearer ${one.token}" https://…\n`;
      await report(text, `TOKEN=${other.token}\n`);
      for (const { id } of tokens) expect(await reasonOf(id)).toBe('leaked');
    });
  });
});
