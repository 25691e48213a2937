import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '../../../src/platform/database/database.js';
import {
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { makeLink, outcomeOf, useLink } from '../../support/links.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const USERS = ['users:read', 'users:write'];

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let maker: TestPerson;
  let count = 0;

  const person = (...roles: string[]) => createPerson(app, `person-${dialect}-${++count}`, roles);
  const outcome = async (link: { url: string }) => outcomeOf(app, await useLink(app, link));

  beforeAll(async () => {
    app = await startTestApp(dialect);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    admin = await signInAsAdmin(app);
    maker = await person('ROLE_ADMIN');
  });

  /** A link made with a new token of the maker's, a moment after the token. */
  async function madeWith(settings: Record<string, unknown> = {}, userId?: string) {
    const token = await createToken(maker.session, settings);
    app.clock.advance({ seconds: 1 });
    const link = await makeLink(bearer(app, token.token), userId ?? (await person()).id);
    app.clock.advance({ seconds: 1 });
    return { ...token, link };
  }

  const inSeconds = (seconds: number) => new Date(app.clock.now().getTime() + seconds * 1000).toISOString();

  describe('[74] a link that was made with a token', () => {
    it('works while the token does, after it was renamed too', async () => {
      const { id, link } = await madeWith();
      expect((await maker.session.patch(`/tokens/${id}`, { name: 'other' })).status).toBe(200);
      expect(await outcome(link)).toBe('used');
    });

    it('is refused once the token was revoked', async () => {
      const { id, link } = await madeWith();
      await maker.session.delete(`/tokens/${id}`);
      expect(await outcome(link)).toBe('maker_revoked');
    });

    it('is refused once the token has expired', async () => {
      const { link } = await madeWith({ expiresAt: inSeconds(60) });
      app.clock.advance({ seconds: 60 });
      expect(await outcome(link)).toBe('maker_expired');
    });

    it('is refused once the value that made it was rotated away, in its grace not yet', async () => {
      const [ended, inGrace, over] = [await madeWith(), await madeWith(), await madeWith()];
      for (const [{ id }, graceSeconds] of [
        [ended, 0],
        [inGrace, 60],
        [over, 60],
      ] as const) {
        expect((await maker.session.post(`/tokens/${id}/rotate`, { graceSeconds })).status).toBe(200);
      }
      expect(await outcome(ended.link)).toBe('maker_reused_after_rotation');
      expect(await outcome(inGrace.link)).toBe('used');
      app.clock.advance({ seconds: 60 });
      expect(await outcome(over.link)).toBe('maker_reused_after_rotation');
    });

    it('hangs on the value that made it, not on an older one whose grace is longer, nor on a newer one', async () => {
      const { id } = await createToken(maker.session);
      app.clock.advance({ seconds: 1 });
      const { token } = (await maker.session.post(`/tokens/${id}/rotate`, { graceSeconds: 3600 })).body;
      app.clock.advance({ seconds: 1 });
      const [early, late] = [await person(), await person()];
      const first = await makeLink(bearer(app, token), early.id);
      app.clock.advance({ seconds: 1 });
      const second = (await maker.session.post(`/tokens/${id}/rotate`, { graceSeconds: 0 })).body.token;
      app.clock.advance({ seconds: 1 });
      const third = await makeLink(bearer(app, second), late.id);
      expect(await outcome(first)).toBe('maker_reused_after_rotation');
      expect(await outcome(third)).toBe('used');
    });

    it('is refused once the token was rotated in the same moment', async () => {
      const { id, token } = await createToken(maker.session);
      app.clock.advance({ seconds: 1 });
      const link = await makeLink(bearer(app, token), (await person()).id);
      await maker.session.post(`/tokens/${id}/rotate`, { graceSeconds: 0 });
      expect(await outcome(link)).toBe('maker_reused_after_rotation');
    });

    it('is refused once the token was narrowed below what its user holds', async () => {
      const scopes = [...USERS, 'security:read', 'security:write'];
      const { id, link } = await madeWith({ scopes }, (await person('ROLE_API_SECURITY')).id);
      expect((await maker.session.patch(`/tokens/${id}`, { scopes: USERS })).status).toBe(200);
      expect(await outcome(link)).toBe('maker_too_narrow');
    });

    it('is refused once the token was limited to networks: it could not make the link now', async () => {
      const { id, link } = await madeWith();
      expect((await maker.session.patch(`/tokens/${id}`, { allowedNetworks: ['127.0.0.0/8'] })).status).toBe(200);
      expect(await outcome(link)).toBe('maker_too_narrow');
    });

    it('is refused when its user holds more than the token, though the owner of the token holds that too', async () => {
      const role = `ROLE_R${++count}`;
      const body = { description: 'x', scopes: ['users:read'] };
      expect((await admin.post('/admin/roles', { name: role, ...body })).status).toBe(201);
      const { link } = await madeWith({ scopes: USERS }, (await person(role)).id);
      await admin.put(`/admin/roles/${role}`, { ...body, scopes: ['users:read', 'audit:read'] });
      expect(await outcome(link)).toBe('maker_too_narrow');
    });

    it('is refused when the owner of the token was suspended, lost the roles, or was removed', async () => {
      const suspended = await madeWith();
      await admin.post(`/admin/users/${maker.id}/suspend`);
      expect(await outcome(suspended.link)).toBe('maker_suspended');
      await admin.post(`/admin/users/${maker.id}/resume`);
      await admin.patch(`/admin/users/${maker.id}`, { roles: [] });
      expect(await outcome(suspended.link)).toBe('maker_too_narrow');
      await admin.patch(`/admin/users/${maker.id}`, { roles: ['ROLE_ADMIN'] });
      await admin.delete(`/admin/users/${maker.id}`);
      expect(await outcome(suspended.link)).toBe('maker_removed');
    });

    it('is refused once the token belongs to somebody else', async () => {
      const { id, link } = await madeWith();
      const toUserId = (await person('ROLE_ADMIN')).id;
      expect((await admin.post('/admin/tokens/reassign', { toUserId, tokenIds: [id] })).status).toBe(200);
      expect(await outcome(link)).toBe('maker_transferred');
    });

    it('is refused while the policy of the site stops the token', async () => {
      const { link } = await madeWith();
      expect((await admin.patch('/admin/site', { policy: { allowNeverExpire: false } })).status).toBe(200);
      expect(await outcome(link)).toBe('maker_policy_never_expires');
      await admin.patch('/admin/site', { policy: { allowNeverExpire: true } });
      expect(await outcome(link)).toBe('used');
    });

    it('is refused once the application of the token was deleted or narrowed', async () => {
      const applications = [
        await registerApplication(maker.session),
        await registerApplication(maker.session),
      ] as const;
      const links = [];
      const mighty = ['ROLE_API_SECURITY'];
      for (const application of applications) {
        const token = await fetchToken(app, application);
        app.clock.advance({ seconds: 1 });
        links.push(await makeLink(bearer(app, token), (await person(...mighty)).id));
      }
      const [first, second] = links as [{ url: string }, { url: string }];
      await maker.session.delete(`/applications/${applications[0].id}`);
      expect((await maker.session.patch(`/applications/${applications[1].id}`, { scopes: USERS })).status).toBe(200);
      expect(await outcome(first)).toMatch(/^maker_(revoked|application_deleted)$/);
      expect(await outcome(second)).toBe('maker_too_narrow');
    });
  });

  it('[74] a link of whose maker nothing is known is refused', async () => {
    const { link } = await madeWith();
    const { writer } = app.app.get(Database, { strict: false });
    await writer.query('UPDATE invitations SET made_by = NULL, issued_with_kind = NULL, issued_with = NULL');
    expect(await outcome(link)).toBe('maker_unknown');
  });
});
