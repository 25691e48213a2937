import { Secret } from '../../../src/shared/crypto/secret.js';
import { CredentialCheck } from '../../../src/principals/credential-check.service.js';
import {
  anonymous,
  bearer,
  cookieOf,
  createToken,
  PERSON_PASSWORD,
  type TestPerson,
} from '../../support/api-client.js';
import { NEW_PASSWORD, type Stage } from '../../support/changes.js';
import { keyedPost, newKey } from '../../support/keyed-client.js';
import { invitePerson, makeLink, useLink, valueOf } from '../../support/links.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { good } from './good.js';

/** Credentials that are checked, by whatever asks about them. */
export async function check(stage: Stage): Promise<void> {
  const { app, admin } = stage;
  const { token } = await createToken(admin);
  const { id: accountId } = await stage.account();
  const caller = bearer(app, token);
  await good(caller.get('/auth/me'));
  await good(caller.get(`/verify?scope=users:read&account=${accountId}`));
  await good(caller.about(accountId).get('/projects'));
  await good(caller.form('/oauth/introspect', { token: (await createToken(admin)).token }));
  const uses = [{ token: new Secret(token), accountId }];
  await app.app.get(CredentialCheck, { strict: false }).tokensInAccounts(uses);
}

/** What credentials have made, and that it ends with them. */
export async function lineage(stage: Stage): Promise<void> {
  const { app } = stage;
  const { session } = await stage.person();
  const child = (token: string) => createToken(bearer(app, token));
  const root = await createToken(session);
  const made = await child(root.token);
  const key = await registerApplication(bearer(app, root.token));
  const below = await child(made.token);
  const rotated = (await good(session.post(`/tokens/${made.id}/rotate`, { graceSeconds: 600 }))).body;
  await child(rotated.token as string);
  await good(session.get(`/tokens/${root.id}/descendants`));
  await good(session.get(`/applications/${key.id}/descendants`));
  const { secrets } = (await good(session.get(`/applications/${key.id}`))).body;
  await fetchToken(app, key);
  await good(session.get(`/applications/${key.id}/secrets/${secrets[0].id}/descendants`));
  await good(stage.admin.get(`/admin/tokens/${root.id}/descendants`));
  await good(session.delete(`/tokens/${below.id}?descendants=true`));
  await good(session.delete(`/applications/${key.id}?descendants=true`));
  await good(stage.admin.delete(`/admin/tokens/${root.id}?descendants=true`));
}

/** Credentials of every kind, and links, that strangers may have read. */
export async function leak(stage: Stage): Promise<void> {
  const { app } = stage;
  const { session, username } = await stage.person();
  const { link } = await invitePerson(stage.admin, stage.name('guest'));
  const { clientSecret, accessToken } = await registerApplication(session);
  const secret = (await good(session.post('/users/me/secret/rotate'))).body.secret as string;
  const login = { username, password: PERSON_PASSWORD };
  const cookie = cookieOf(await good(anonymous(app).post('/auth/login', login))).split('=')[1] ?? '';
  const root = await createToken(session);
  await createToken(bearer(app, root.token));
  await registerApplication(bearer(app, root.token));
  const replaced = await createToken(session);
  await good(session.post(`/tokens/${replaced.id}/rotate`, { graceSeconds: 600 }));
  const credentials = [clientSecret, accessToken, secret, root.token, replaced.token, valueOf(link), cookie];
  for (const token of [clientSecret, secret, root.token])
    await good(stage.admin.post('/admin/tokens/identify', { token }));
  await good(anonymous(app).post('/leaks', { credentials }));
}

/** Calls that are made once, whatever a client repeats. */
export async function repeat(stage: Stage): Promise<void> {
  const { app, admin } = stage;
  const { token } = await createToken(admin);
  const key = newKey();
  for (let times = 0; times < 2; times++)
    await good(keyedPost(bearer(app, token), '/tokens', { name: 'x', expiresAt: null }, key));
}

/** Links that were made with credentials of every kind. */
export async function link(stage: Stage): Promise<void> {
  const { app, admin } = stage;
  const makers = [admin, bearer(app, (await createToken(admin)).token)];
  for (const maker of makers) {
    const { id } = await stage.person([]);
    await good(useLink(app, await makeLink(maker, id), NEW_PASSWORD));
  }
}

/** Applications whose tokens may live longer: what somebody else may have of them ends. */
export async function widen({ admin }: Stage): Promise<void> {
  const { id } = await registerApplication(admin, { tokenTtlSeconds: 60 });
  await good(admin.patch(`/applications/${id}`, { tokenTtlSeconds: 3_600 }));
}

/** Tokens and applications that change hands, and lose their marks one way or another. */
export async function inherit(stage: Stage): Promise<void> {
  const { app, admin } = stage;
  const leaver = await stage.person();
  const bounds = { scopes: ['projects:read'], allowedNetworks: ['127.0.0.0/8', '::1/128'] };
  const tokens = [await createToken(leaver.session, bounds), await createToken(leaver.session, bounds)];
  const applications = [await registerApplication(leaver.session), await registerApplication(leaver.session)];
  const narrow = await registerApplication(leaver.session, { scopes: ['projects:read'] });
  await fetchToken(app, narrow);
  const fetched = await fetchToken(app, applications[0] ?? narrow);
  await leave(stage, leaver);
  await bearer(app, fetched).post('/tokens', { name: 'x', expiresAt: null });
  await good(admin.get('/applications'));
  const [one, other] = tokens.map(({ id }) => id);
  await good(admin.post(`/tokens/${one}/rotate`, { graceSeconds: 600 }));
  await good(admin.patch(`/tokens/${one}`, { allowedNetworks: null }));
  await good(admin.post(`/tokens/${other}/rotate`, { graceSeconds: 600 }));
  await good(admin.post(`/tokens/${other}/rotate`, { scopes: ['users:read'] }));
  await good(admin.post(`/applications/${narrow.id}/secrets`, { graceSeconds: 0 }));
  await fetchToken(app, applications[1] ?? narrow);
  await good(admin.post(`/applications/${narrow.id}/token`));
  app.clock.advance({ seconds: 1 });
  await admin.patch(`/applications/${narrow.id}`, { scopes: null });
  for (const { id } of applications) await good(admin.patch(`/applications/${id}`, { liftCeiling: true }));
}

async function leave({ admin }: Stage, { id }: TestPerson): Promise<void> {
  await good(admin.get(`/admin/users/${id}/removal`));
  await good(admin.delete(`/admin/users/${id}`));
}

/** Persons who are removed, with all that they own and have made, to each end that there is. */
export async function remove(stage: Stage): Promise<void> {
  const { app, admin } = stage;
  for (const ending of ['', 'decommission=true', `reassignTo=${(await stage.person()).id}`]) {
    const { id, session } = await stage.person(['ROLE_ADMIN']);
    const { token } = await createToken(session);
    await createToken(bearer(app, token));
    const key = await registerApplication(session);
    await createToken(bearer(app, await fetchToken(app, key)), { expiresAt: '2026-01-20T00:00:00Z' });
    await bearer(app, key.accessToken).post(`/applications/${key.id}/token`);
    await serveAccount(stage, session);
    const path = `/admin/users/${id}`;
    for (const page of ['', 'limit=1', 'applicationsCursor=1', `cursor=${id}`])
      await good(admin.get(`${path}/removal?${ending}&${page}`));
    const { version } = (await good(admin.get(`${path}/removal?${ending}`))).body;
    await good(admin.delete(`${path}?${ending}&version=${version}`));
  }
}

/** What a person has made for service accounts stays, and is marked. */
async function serveAccount(stage: Stage, session: TestPerson['session']): Promise<void> {
  const owner = await stage.serviceAccount();
  await good(session.post(`/admin/users/${owner}/tokens`, { name: 'x', expiresAt: null }));
  await good(session.post(`/admin/users/${owner}/applications`, { name: stage.name() }));
}
