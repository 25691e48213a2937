import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  anonymous,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { type RegisteredApplication, registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const TIMES = 12;

/** contract §9, "Lineage". Found by the simulator: what is just being made must not outlive the leak of what makes it. */
forEachDialect((dialect) => {
  let app: TestApp;
  let ann: TestPerson;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
  });
  afterAll(() => app.stop());

  const leak = (value: string) => anonymous(app).post('/leaks', { credentials: [value] });
  const isLive = async (value: string) => (await bearer(app, value).get('/auth/me')).status === 200;
  const fetched = ({ clientId, clientSecret }: RegisteredApplication) =>
    anonymous(app).form('/oauth/token', {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });

  const turnsOfEventLoop = async (count: number) => {
    for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
  };

  /** Starts either after more and more turns of the other, so that each gap between two statements is met. */
  const survivors = async (
    make: () => Promise<{ end: () => Promise<unknown>; child: () => Promise<string | null> }>,
  ) => {
    const living: string[] = [];
    for (let lead = -TIMES; lead <= TIMES; lead++) {
      const { end, child } = await make();
      const [value] = await Promise.all([turnsOfEventLoop(-lead).then(child), turnsOfEventLoop(lead).then(end)]);
      if (value !== null && (await isLive(value))) living.push(value);
    }
    return living;
  };

  it('a token that is made while its maker is reported ends with it, or is not made', async () => {
    const living = await survivors(async () => {
      const maker = (await createToken(ann.session)).token;
      const child = async () => {
        const { status, body } = await bearer(app, maker).post('/tokens', { name: 'child', expiresAt: null });
        return status === 201 ? (body.token as string) : null;
      };
      return { child, end: () => leak(maker) };
    });
    expect(living).toEqual([]);
  });

  it('an access token that is fetched while the secret is reported ends with it, or is not fetched', async () => {
    const living = await survivors(async () => {
      const application = await registerApplication(ann.session);
      const child = async () => {
        const { status, body } = await fetched(application);
        return status === 200 ? (body.access_token as string) : null;
      };
      return { child, end: () => leak(application.clientSecret) };
    });
    expect(living).toEqual([]);
  });

  it.each(['its owner', 'an administrator'])(
    'so does what is made while %s ends its maker with descendants',
    async (by) => {
      const [client, path] =
        by === 'its owner' ? [ann.session, '/tokens'] : [await signInAsAdmin(app), '/admin/tokens'];
      const living = await survivors(async () => {
        const { id, token } = await createToken(ann.session);
        const target = await createToken(ann.session);
        const child = async () => {
          const { status, body } = await bearer(app, token).post(`/tokens/${target.id}/rotate`, {});
          return status === 200 ? (body.token as string) : null;
        };
        return { child, end: () => client.delete(`${path}/${id}?descendants=true`) };
      });
      expect(living).toEqual([]);
    },
  );

  it('an application regenerates its token with that token', async () => {
    const { id, accessToken } = await registerApplication(ann.session);
    const renewed = await bearer(app, accessToken).post(`/applications/${id}/token`);
    expect(renewed.status).toBe(201);
    expect([await isLive(accessToken), await isLive(renewed.body.accessToken as string)]).toEqual([false, true]);
  });
});
