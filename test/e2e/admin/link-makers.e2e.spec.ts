import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type ApiClient,
  createPerson,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { invitePerson, makeLink, NEW_PASSWORD, outcomeOf, useLink } from '../../support/links.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PEOPLE = 'ROLE_PEOPLE';
const ORDERS = 'ROLE_ORDERS';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let count = 0;

  const person = (...roles: string[]) => createPerson(app, `person-${dialect}-${++count}`, roles);
  const setRoles = async (id: string, ...roles: string[]) => {
    expect((await admin.patch(`/admin/users/${id}`, { roles })).status).toBe(200);
  };
  const setOrders = async (...scopes: string[]) => {
    expect((await admin.put(`/admin/roles/${ORDERS}`, { description: 'Orders', scopes })).status).toBe(200);
  };
  const outcome = async (link: { url: string }) => outcomeOf(app, await useLink(app, link));

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    for (const [name, scopes] of [
      [PEOPLE, ['users:read', 'users:write', 'orders:read']],
      [ORDERS, ['orders:read']],
    ])
      expect((await admin.post('/admin/roles', { name, description: 'x', scopes })).status).toBe(201);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    admin = await signInAsAdmin(app);
  });

  describe('[74] a link that was made in a session', () => {
    let maker: TestPerson;
    beforeEach(async () => {
      maker = await person('ROLE_ADMIN');
    });

    it('works when the session has ended, by a password change too: its person vouches for it', async () => {
      const ben = await person();
      const link = await makeLink(maker.session, ben.id);
      const change = { currentPassword: PERSON_PASSWORD, newPassword: NEW_PASSWORD };
      expect((await maker.session.put('/auth/password', change)).status).toBe(204);
      expect((await maker.session.get('/auth/me')).status).toBe(401);
      expect(await outcome(link)).toBe('used');
    });

    it('is refused once its maker was removed, a first invitation too', async () => {
      const ben = await person();
      const links = [await makeLink(maker.session, ben.id), (await invitePerson(maker.session, 'newcomer')).link];
      expect((await admin.delete(`/admin/users/${maker.id}`)).status).toBe(200);
      for (const link of links) expect(await outcome(link)).toBe('maker_removed');
      expect((await ben.session.get('/auth/me')).status).toBe(200);
    });

    it('is refused while its maker is suspended', async () => {
      const link = await makeLink(maker.session, (await person()).id);
      await admin.post(`/admin/users/${maker.id}/suspend`);
      expect(await outcome(link)).toBe('maker_suspended');
      await admin.post(`/admin/users/${maker.id}/resume`);
      expect(await outcome(link)).toBe('used');
    });

    it('is refused when its maker does not hold any more what its user holds, or may not look after users', async () => {
      const [mighty, plain] = [await person('ROLE_API_SECURITY'), await person()];
      const links = [await makeLink(maker.session, mighty.id), await makeLink(maker.session, plain.id)] as const;
      await setRoles(maker.id, PEOPLE);
      expect(await outcome(links[0])).toBe('maker_too_narrow');
      await setRoles(maker.id);
      expect(await outcome(links[1])).toBe('maker_too_narrow');
      await setRoles(maker.id, PEOPLE);
      expect(await outcome(links[1])).toBe('used');
    });
  });

  describe('[74] a link whose user holds more than when it was made', () => {
    let maker: TestPerson;
    beforeEach(async () => {
      maker = await person(PEOPLE);
    });

    it('is refused when a role was given that its maker does not cover, a first invitation too', async () => {
      const { id, link } = await invitePerson(maker.session, `invited-${dialect}`);
      await setRoles(id, 'ROLE_API_SECURITY');
      expect(await outcome(link)).toBe('maker_too_narrow');
      await setRoles(id, ORDERS);
      expect(await outcome(link)).toBe('used');
    });

    it('is refused when a role that its user holds was edited to give more, until it gives less', async () => {
      const link = await makeLink(maker.session, (await person(ORDERS)).id);
      await setOrders('orders:read', 'orders:write');
      expect(await outcome(link)).toBe('maker_too_narrow');
      await setOrders('orders:read');
      expect(await outcome(link)).toBe('used');
    });
  });

  describe('[74] the answer to a link that cannot be used', () => {
    it('is the same whatever the reason', async () => {
      const maker = await person('ROLE_ADMIN');
      const [used, ofNobody, suspended] = [await person(), await person(), await person()];
      const links = [];
      for (const { id } of [used, ofNobody, suspended]) links.push(await makeLink(maker.session, id));
      const [first, second, third] = links as [{ url: string }, { url: string }, { url: string }];
      expect((await useLink(app, first)).status).toBe(200);
      await admin.post(`/admin/users/${suspended.id}/suspend`);
      await admin.delete(`/admin/users/${maker.id}`);
      const bodies = [];
      for (const link of [first, second, third, { url: 'x#y' }]) {
        const { status, body } = await useLink(app, link);
        bodies.push({ status, ...body, requestId: null });
      }
      for (const body of bodies) expect(body).toEqual(bodies[0]);
      expect(bodies[0]).toMatchObject({ status: 400, code: 'invitation_invalid' });
    });
  });
});
