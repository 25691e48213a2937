import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { REMOVAL_MANIFEST } from '../../../src/admin/removal/removal-manifest.js';
import { Database } from '../../../src/platform/database/database.js';
import {
  type ApiClient,
  anonymous,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  /** A person with a row in every table that can have one. */
  async function fullPerson(username: string): Promise<string> {
    const { id, session } = await createPerson(app, username, ['ROLE_MANAGE_PROXIES']);
    const other = await createPerson(app, `${username}-before`, ['ROLE_MANAGE_PROXIES']);
    await createToken(other.session);
    await registerApplication(other.session);
    await admin.delete(`/admin/users/${other.id}?reassignTo=${id}`);
    const revoked = await createToken(session);
    await session.delete(`/tokens/${revoked.id}`);
    const { token } = await createToken(session);
    await anonymous(app).post('/leaks', { credentials: [token] });
    await createToken(session);
    const application = await registerApplication(session);
    await session.delete(`/applications/${(await registerApplication(session)).id}`);
    await fetchToken(app, application);
    await (await signIn(app, username, PERSON_PASSWORD)).post('/auth/logout');
    await admin.post(`/admin/users/${id}/invitation`);
    return id;
  }

  /** `table.column` of every place where the id stands. */
  async function placesOf(id: string): Promise<string[]> {
    const rows = Object.entries(await rowsOf(app));
    const places = rows.flatMap(([table, all]) =>
      all.flatMap((row) =>
        Object.entries(row)
          .filter(([, value]) => value === id)
          .map(([column]) => `${table}.${column}`),
      ),
    );
    return [...new Set(places)].sort();
  }

  const withFate = (...fates: string[]) =>
    Object.entries(REMOVAL_MANIFEST)
      .filter(([, { fate }]) => fates.includes(fate))
      .map(([name]) => name)
      .sort();

  it('[50] a removal does to every column what the manifest says: with a receiver nothing but the record is left', async () => {
    const id = await fullPerson('leaver');
    expect(await placesOf(id)).toEqual(expect.arrayContaining(withFate('transfer', 'delete', 'tombstone')));
    expect((await admin.delete(`/admin/users/${id}`)).status).toBe(200);
    const left = await placesOf(id);
    expect(left.filter((place) => !withFate('keep', 'tombstone').includes(place))).toEqual([]);
    // The foreign keys are RESTRICT: that the database lets the row go shows that nothing was forgotten.
    await app.app.get(Database, { strict: false }).writer.query('DELETE FROM users WHERE id = ?', [id]);
    expect(await placesOf(id)).not.toContain('users.id');
  });

  it('[50] without a receiver revoked tokens and deleted applications stay with the tombstone', async () => {
    const id = await fullPerson('goner');
    expect((await admin.delete(`/admin/users/${id}?decommission=true`)).status).toBe(200);
    const left = await placesOf(id);
    expect(left.filter((place) => !withFate('keep', 'tombstone', 'transfer').includes(place))).toEqual([]);
    expect(left).toEqual(expect.arrayContaining(withFate('transfer')));
  });

  it('the tombstone says nothing of who it was', async () => {
    const { id } = await createPerson(app, 'secretive', []);
    await admin.delete(`/admin/users/${id}`);
    const { users = [] } = await rowsOf(app, (table) => table === 'users');
    const tombstone = users.find((row) => row['id'] === id);
    expect(tombstone).toMatchObject({
      username: `removed:${id}`,
      email: null,
      password_hash: null,
      password_changed_at: null,
      status: 'removed',
    });
    expect(JSON.stringify(tombstone)).not.toContain('secretive');
  });
});
