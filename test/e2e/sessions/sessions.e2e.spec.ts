import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiAnswer,
  type ApiClient,
  bearer,
  cookieOf,
  createPerson,
  createToken,
  signIn,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { auditOf } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { SessionUse } from '../../../src/directory/sessions/session-use.service.js';

const PASSWORD = 'Correct-Horse-Battery-9';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let people = 0;

  const newPerson = (roles: string[] = []): Promise<TestPerson> => createPerson(app, `person-${people++}`, roles);
  const isIn = async (client: ApiClient): Promise<boolean> => (await client.get('/auth/me')).status === 200;
  const idOf = async (client: ApiClient): Promise<string> => String((await client.get('/auth/me')).body.credential.id);

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  describe('your sessions', () => {
    it('are listed with the current one flagged, and nobody else is in the list', async () => {
      const person = await newPerson();
      const answer = await anonymous(app).post(
        '/auth/login',
        { username: person.username, password: PASSWORD },
        { 'user-agent': 'A browser/1.0' },
      );
      const list = await person.session.get('/auth/sessions');
      expect(list.status).toBe(200);
      expect(list.body.nextCursor).toBeNull();
      expect(list.body.items).toHaveLength(2);
      expect(list.body.items).toContainEqual({
        id: answer.body.credential.id,
        current: false,
        createdAt: app.clock.now().toISOString(),
        lastSeenAt: app.clock.now().toISOString(),
        expiresAt: answer.body.credential.expiresAt,
        address: '127.0.0.1',
        userAgent: 'A browser/1.0',
      });
      const current = (list.body.items as { id: string; current: boolean }[]).find((item) => item.current);
      expect(current?.id).toBe(await idOf(person.session));
    });

    it('are paged', async () => {
      const person = await newPerson();
      await signIn(app, person.username, PASSWORD);
      const first = await person.session.get('/auth/sessions?limit=1');
      expect(first.body.items).toHaveLength(1);
      const second = await person.session.get(`/auth/sessions?limit=1&cursor=${String(first.body.nextCursor)}`);
      expect(second.body.items).toHaveLength(1);
      expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
      expect(second.body.nextCursor).toBeNull();
    });

    it('[38] are over for every copy of the cookie once ended, and leave the list', async () => {
      const person = await newPerson();
      const other = await signIn(app, person.username, PASSWORD);
      const answer = await person.session.delete(`/auth/sessions/${await idOf(other)}`);
      expect(answer.status).toBe(204);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await isIn(other)).toBe(false);
      expect((await person.session.get('/auth/sessions')).body.items).toHaveLength(1);
      expect((await auditOf(app, answer))[0]).toMatchObject({
        action: 'session.ended',
        actorId: person.id,
        details: { reason: 'ended_by_user' },
      });
    });

    it('[38] are over all at once but the one that asks, as one event, and those of others are left alone', async () => {
      const person = await newPerson();
      const stranger = await newPerson();
      const others = [await signIn(app, person.username, PASSWORD), await signIn(app, person.username, PASSWORD)];
      const answer = await person.session.delete('/auth/sessions');
      expect([answer.status, answer.body]).toEqual([200, { ended: 2 }]);
      expect(answer.headers.getSetCookie()).toEqual([]);
      for (const other of others) expect(await isIn(other)).toBe(false);
      expect(await isIn(person.session)).toBe(true);
      expect(await isIn(stranger.session)).toBe(true);
      expect(await auditOf(app, answer)).toMatchObject([
        {
          action: 'sessions.ended',
          actorId: person.id,
          subjectType: 'user',
          subjectId: person.id,
          details: { reason: 'ended_by_user', ended: 2 },
        },
      ]);
      const again = await person.session.delete('/auth/sessions');
      expect([again.body, await auditOf(app, again)]).toEqual([{ ended: 0 }, []]);
    });

    it('are all others to a token', async () => {
      const person = await newPerson();
      const { token } = await createToken(person.session);
      expect((await bearer(app, token).delete('/auth/sessions')).body).toEqual({ ended: 1 });
      expect(await isIn(person.session)).toBe(false);
    });

    it('can be ended from themselves, which clears the cookie', async () => {
      const person = await newPerson();
      const answer = await person.session.delete(`/auth/sessions/${await idOf(person.session)}`);
      expect(answer.status).toBe(204);
      expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=0');
      expect(await isIn(person.session)).toBe(false);
    });

    it('[46] of others look like sessions that never were', async () => {
      const person = await newPerson();
      const stranger = await newPerson();
      const foreign = await stranger.session.delete(`/auth/sessions/${await idOf(person.session)}`);
      const missing = await stranger.session.delete('/auth/sessions/0199c0de-0000-7000-8000-000000000000');
      expect(foreign.status).toBe(404);
      expect({ ...foreign.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
      expect(await isIn(person.session)).toBe(true);
      expect((await stranger.session.delete('/auth/sessions/junk')).status).toBe(400);
    });

    it('[49] are out of reach of a narrowed token', async () => {
      const person = await newPerson(['ROLE_MANAGE_PROXIES']);
      const narrow = await createToken(person.session, { scopes: ['projects:read'] });
      const wide = await createToken(person.session);
      const path = `/auth/sessions/${await idOf(person.session)}`;
      const refused = await bearer(app, narrow.token).delete(path);
      expect(refused.status).toBe(403);
      expect(refused.body.code).toBe('session_out_of_reach');
      expect((await bearer(app, narrow.token).delete('/auth/sessions')).body.code).toBe('session_out_of_reach');
      expect(await isIn(person.session)).toBe(true);
      expect((await bearer(app, wide.token).get('/auth/sessions')).body.items[0].current).toBe(false);
      expect((await bearer(app, wide.token).delete(path)).status).toBe(204);
    });
  });

  describe('[38] a copied cookie', () => {
    it('is refused after a suspension, and stays refused when the person is resumed', async () => {
      const person = await newPerson();
      expect((await admin.post(`/admin/users/${person.id}/suspend`)).status).toBeLessThan(300);
      expect(await isIn(person.session)).toBe(false);
      expect((await admin.post(`/admin/users/${person.id}/resume`)).status).toBeLessThan(300);
      expect(await isIn(person.session)).toBe(false);
      expect(await isIn(await signIn(app, person.username, PASSWORD))).toBe(true);
    });

    it('is refused by another instance as soon as the first has answered', async () => {
      const { database, secretKeys } = app.settings;
      const second = await startTestApp(dialect, { clock: app.clock, settings: { database, secretKeys } });
      try {
        const { username } = await newPerson();
        const cookie = cookieOf(await anonymous(app).post('/auth/login', { username, password: PASSWORD }));
        const there = (): Promise<ApiAnswer> => anonymous(second).get('/auth/me', { cookie });
        expect((await there()).status).toBe(200);
        await anonymous(app).post('/auth/logout', undefined, { cookie, origin: app.url });
        expect((await there()).status).toBe(401);
      } finally {
        await second.stop();
      }
    });
  });

  describe('[39] limits that the server holds', () => {
    /** What is written behind is written before the clock moves on. */
    const use = async (client: ApiClient): Promise<boolean> => {
      const works = await isIn(client);
      await app.app.get(SessionUse, { strict: false }).flush();
      return works;
    };

    it('a session that nobody uses for 12 hours is over', async () => {
      const { session } = await newPerson();
      expect(await use(session)).toBe(true);
      app.clock.advance({ hours: 12 });
      expect(await use(session)).toBe(false);
      admin = await signInAsAdmin(app);
    });

    it('each use gives it another 12 hours', async () => {
      const { session } = await newPerson();
      for (let i = 0; i < 3; i++) {
        app.clock.advance({ hours: 11, minutes: 59 });
        expect(await use(session)).toBe(true);
      }
      app.clock.advance({ hours: 12 });
      expect(await use(session)).toBe(false);
      admin = await signInAsAdmin(app);
    });

    it('30 days after the sign-in it is over, however much it is used', async () => {
      const { session } = await newPerson();
      for (let i = 0; i < 60; i++) {
        app.clock.advance({ hours: 11, minutes: 59 });
        expect(await use(session)).toBe(true);
      }
      app.clock.advance({ minutes: 60, milliseconds: -1 });
      expect(await use(session)).toBe(true);
      app.clock.advance({ milliseconds: 1 });
      expect(await use(session)).toBe(false);
      admin = await signInAsAdmin(app);
    });

    it('is no longer listed when it has run into a limit', async () => {
      const person = await newPerson();
      app.clock.advance({ hours: 12 });
      const again = await signIn(app, person.username, PASSWORD);
      expect((await again.get('/auth/sessions')).body.items).toHaveLength(1);
      admin = await signInAsAdmin(app);
    });

    it('that has expired can’t be ended any more: it is no session, and ending it is no event', async () => {
      const person = await newPerson();
      const id = await idOf(person.session);
      for (let i = 0; i < 60; i++) {
        app.clock.advance({ hours: 11, minutes: 59 });
        await use(person.session);
      }
      app.clock.advance({ hours: 1, milliseconds: -1 });
      const last = await signIn(app, person.username, PASSWORD);
      app.clock.advance({ milliseconds: 1 }); // the instant of its expiry
      const one = await last.delete(`/auth/sessions/${id}`);
      expect([one.status, one.body.code, await auditOf(app, one)]).toEqual([404, 'session_not_found', []]);
      const others = await last.delete('/auth/sessions');
      expect([others.body, await auditOf(app, others)]).toEqual([{ ended: 0 }, []]);
      admin = await signInAsAdmin(app);
    });

    it('notes a use once a minute at most', async () => {
      const { session } = await newPerson();
      const lastSeen = async (): Promise<string> => {
        await app.app.get(SessionUse, { strict: false }).flush();
        const { items } = (await session.get('/auth/sessions')).body as { items: { lastSeenAt: string }[] };
        return items[0]?.lastSeenAt ?? '';
      };
      const first = await lastSeen();
      app.clock.advance({ seconds: 59 });
      expect(await lastSeen()).toBe(first);
      app.clock.advance({ seconds: 1 });
      await isIn(session);
      expect(await lastSeen()).not.toBe(first);
    });
  });
});
