import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATOR } from '../../../src/platform/audit/audit.types.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Invitations } from '../../../src/directory/users/invitations.service.js';
import { Users } from '../../../src/directory/users/users.service.js';
import {
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { invitePerson, makeLink, NEW_PASSWORD, outcomeOf, useLink } from '../../support/links.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

forEachDialect((dialect) => {
  let app: TestApp;
  /** Owns the site before and after each test. */
  let admin: ApiClient;
  let adminId: string;
  let deputy: TestPerson;
  let count = 0;

  const person = (...roles: string[]) => createPerson(app, `person-${dialect}-${++count}`, roles);
  const outcome = async (link: { url: string }, password = NEW_PASSWORD) =>
    outcomeOf(app, await useLink(app, link, password));
  const give = (client: ApiClient, userId: string | null) => client.put('/admin/site/owner', { userId });
  /** As `gatehouse user invite` makes it. */
  const operatorsLink = async (username: string) => {
    const user = await app.app.get(Users, { strict: false }).byLogin(username);
    if (user === null) throw new Error(`nobody is ${username}`);
    const invitations = app.app.get(Invitations, { strict: false });
    return app.app.get(UnitOfWork, { strict: false }).run((tx) => invitations.issue(tx, user, OPERATOR));
  };
  const newsOf = async (client: ApiClient) =>
    ((await client.get('/notifications')).body.items as { kind: string; details: object }[]).filter(({ kind }) =>
      kind.startsWith('invitation.'),
    );

  beforeAll(async () => {
    app = await startTestApp(dialect);
    adminId = (await (await signInAsAdmin(app)).get('/auth/me')).body.user.id;
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    admin = await signInAsAdmin(app);
    deputy = await person('ROLE_ADMIN');
  });
  afterEach(async () => {
    expect((await admin.get('/admin/site')).body.ownerId).toBe(adminId);
  });

  describe('[74] the password of the owner of the site', () => {
    it('is not reset by an administrator, in a session or with a token', async () => {
      for (const client of [deputy.session, bearer(app, (await createToken(deputy.session)).token)]) {
        const { status, body } = await client.post(`/admin/users/${adminId}/invitation`);
        expect([status, body.code]).toEqual([403, 'owner_resets_alone']);
        expect(body.detail ?? body.title).not.toBe('');
      }
      expect(await newsOf(admin)).toEqual([]);
      expect((await admin.get('/admin/users')).status).toBe(200);
    });

    it('is not set by a link from before they owned it, though its maker covers it and gave them the site', async () => {
      const heir = await person();
      const links = [await makeLink(deputy.session, heir.id)];
      expect((await give(admin, heir.id)).status).toBe(200);
      for (const link of links) expect(await outcome(link)).toBe('site_owner');
      expect((await give(heir.session, adminId)).status).toBe(200);
      // it is an administrator's link for anybody again
      for (const link of links) expect(await outcome(link)).toBe('used');
    });

    it('is not set by a link that the former owner made before the handover', async () => {
      const heir = await person();
      const link = await makeLink(admin, heir.id);
      await give(admin, heir.id);
      expect(await outcome(link)).toBe('site_owner');
      await give(heir.session, adminId);
    });

    it('is set by a link of the operator, and no role is asked of anybody for it', async () => {
      const heir = await person();
      await give(admin, heir.id);
      const { username } = heir;
      expect(await outcome(await operatorsLink(username), 'Sesame-Open-Yourself-3')).toBe('used');
      const again = await signIn(app, username, 'Sesame-Open-Yourself-3');
      expect((await give(again, adminId)).status).toBe(200);
    });

    it('was set before one owns the site: who could not sign in receives none', async () => {
      const { id, link } = await invitePerson(admin, `invited-${dialect}`);
      expect(await give(admin, id)).toMatchObject({
        status: 400,
        body: { code: 'validation_failed', errors: [{ path: 'userId' }] },
      });
      expect(await outcome(link, PERSON_PASSWORD)).toBe('used');
      expect((await give(admin, id)).status).toBe(200);
      await give(await signIn(app, `invited-${dialect}`, PERSON_PASSWORD), adminId);
    });
  });

  describe('[74] a person', () => {
    it('is told that a link for them was made, by whom, and that it was used, from where', async () => {
      const ben = await person();
      const link = await makeLink(deputy.session, ben.id);
      expect(await newsOf(ben.session)).toMatchObject([
        { kind: 'invitation.created', details: { by: deputy.username, expiresAt: expect.any(String) } },
      ]);
      expect(await outcome(link)).toBe('used');
      const again = await signIn(app, ben.username, NEW_PASSWORD);
      expect(await newsOf(again)).toMatchObject([
        { kind: 'invitation.accepted', details: { address: expect.stringMatching(/127\.0\.0\.1|::1/) } },
        { kind: 'invitation.created' },
      ]);
    });

    it('is told of a link of the operator, and not of one that was refused', async () => {
      const ben = await person();
      const link = await makeLink(deputy.session, ben.id);
      await operatorsLink(ben.username);
      expect((await useLink(app, link)).status).toBe(400);
      expect(await newsOf(ben.session)).toMatchObject([
        { kind: 'invitation.created', details: { by: 'operator' } },
        { kind: 'invitation.created', details: { by: deputy.username } },
      ]);
    });
  });

  it('[74] a GET does not use a link, however it is asked', async () => {
    const ben = await person();
    const link = await makeLink(deputy.session, ben.id);
    const { pathname, hash, search } = new URL(link.url);
    expect([pathname, search]).toEqual(['/invitation', '']);
    const value = hash.slice(1);
    const api = `${app.settings.apiPrefix}/auth/accept-invitation`;
    const query = `invitation=${value}&password=${NEW_PASSWORD}`;
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      for (const path of ['/invitation', `/invitation?${query}`, `/invitation/${value}`, api, `${api}?${query}`])
        await app.fetch(path, { method });
    expect((await app.fetch(api)).status).toBe(405);
    expect(await outcome(link)).toBe('used');
  });
});
