import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connections } from '../../../src/gateway/connections/connections.service.js';
import { Database } from '../../../src/platform/database/database.js';
import type { SiteId } from '../../../src/shared/ids/site-id.js';
import { type ApiClient, createPerson, signInAsAdmin } from '../../support/api-client.js';
import { auditOf } from '../../support/audit-log.js';
import { makeCertificate, type TestCertificate } from '../../support/certificates.js';
import { forEachDialect } from '../../support/dialects.js';
import { openSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NOBODYS = '0199c0de-0000-7000-8000-00000000dead';
const SECRET = 'Sesame-Open-11';
const BASE_URL = 'https://orders.example.com/v2';

interface Made {
  readonly id: string;
  readonly name: string;
}

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let stranger: ApiClient;
  let siteId: SiteId;
  let connections: Connections;
  let root: TestCertificate;
  let client: TestCertificate;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    stranger = (await openSite(app, 'stranger')).admin;
    siteId = (await admin.get('/auth/me')).body.site.id;
    connections = app.app.get(Connections, { strict: false });
    root = await makeCertificate({ name: 'Root', isCa: true });
    client = await makeCertificate({ name: 'client', issuer: root });
  });
  afterAll(() => app.stop());

  const made = async (path: string, body: object, by = admin): Promise<Made> => {
    const answer = await by.post(path, { name: `thing-${++count}`, ...body });
    expect([path, answer.status, answer.body]).toEqual([path, 201, answer.body]);
    return answer.body;
  };
  const credential = (by = admin) => made('/credentials', { type: 'bearer', secret: SECRET }, by);
  const trusted = (by = admin) => made('/certificates', { certificate: root.cert }, by);
  const shown = (by = admin) => made('/certificates', { certificate: client.cert, privateKey: client.key }, by);
  const connection = (body: object = {}) => made('/connections', { baseUrl: BASE_URL, ...body });
  const refusal = async (body: object) => {
    const answer = await admin.post('/connections', { name: `thing-${++count}`, baseUrl: BASE_URL, ...body });
    expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
    return answer.body.errors as { path: string; message: string }[];
  };

  it('answers the address and what it refers to', async () => {
    const [credentialId, caCertificateId] = [(await credential()).id, (await trusted()).id];
    const clientCertificateId = (await shown()).id;
    const wanted = { name: 'Orders', baseUrl: BASE_URL, credentialId, caCertificateId, clientCertificateId };
    const { status, body } = await admin.post('/connections', wanted);
    const now = app.clock.now().toISOString();
    expect([status, body]).toEqual([201, { id: expect.any(String), ...wanted, createdAt: now, updatedAt: now }]);
    expect((await admin.get(`/connections/${body.id}`)).body).toEqual(body);
    expect((await admin.get('/connections?limit=1')).body.items).toEqual([body]);
  });

  it('are named to who edits or deploys proxies, and nothing more is said of them', async () => {
    const { id, name } = await connection();
    const names = async (by: ApiClient) => (await by.get('/connections/names')).body.items as Made[];
    for (const role of ['ROLE_MANAGE_PROXIES', 'ROLE_DEPLOY_UNDEPLOY_PROXIES']) {
      const { session } = await createPerson(app, `person-${++count}`, [role]);
      expect((await names(session)).find((each) => each.id === id)).toEqual({ id, name });
      expect((await session.get(`/connections/${id}`)).status).toBe(403);
    }
    expect((await names(stranger)).map((each) => each.id)).not.toContain(id);
    const { session } = await createPerson(app, `person-${++count}`, ['ROLE_API_SECURITY']);
    expect((await session.get('/connections/names')).status).toBe(403);
  });

  it('a change says all of it: what is left out is taken away', async () => {
    const before = await connection({ credentialId: (await credential()).id.toUpperCase() });
    const { body } = await admin.put(`/connections/${before.id}`, {
      name: before.name,
      baseUrl: 'http://10.0.0.7:81/',
    });
    expect(body).toMatchObject({ baseUrl: 'http://10.0.0.7:81', credentialId: null, caCertificateId: null });
  });

  it('a name is taken once in a site', async () => {
    const [{ name }, other] = [await connection(), await connection()];
    for (const answer of [
      await admin.post('/connections', { name, baseUrl: BASE_URL }),
      await admin.put(`/connections/${other.id}`, { name, baseUrl: BASE_URL }),
    ])
      expect(answer).toMatchObject({ status: 409, body: { code: 'duplicate_name', errors: [{ path: 'name' }] } });
    expect((await stranger.post('/connections', { name, baseUrl: BASE_URL })).status).toBe(201);
  });

  it('a deleted one is gone', async () => {
    const { id } = await connection();
    expect((await admin.delete(`/connections/${id}`)).status).toBe(204);
    for (const answer of [await admin.get(`/connections/${id}`), await admin.delete(`/connections/${id}`)])
      expect(answer).toMatchObject({ status: 404, body: { code: 'connection_not_found' } });
    const body = { name: 'x', baseUrl: BASE_URL };
    expect((await admin.put(`/connections/${NOBODYS}`, body)).status).toBe(404);
  });

  it('changes are audited with what they refer to', async () => {
    const { id, name } = await connection();
    const { origin } = new URL(BASE_URL);
    const credentialId = (await made('/credentials', { type: 'bearer', secret: SECRET, origins: [origin] })).id;
    const answer = await admin.put(`/connections/${id}`, { name, baseUrl: BASE_URL, credentialId });
    expect(await auditOf(app, answer)).toMatchObject([
      {
        action: 'connection.updated',
        subjectType: 'connection',
        subjectId: id,
        subjectName: name,
        details: { baseUrl: BASE_URL, credentialId, caCertificateId: null, clientCertificateId: null },
      },
    ]);
    expect(await auditOf(app, await admin.delete(`/connections/${id}`))).toMatchObject([
      { action: 'connection.deleted', subjectId: id },
    ]);
  });

  describe('refuses to refer to', () => {
    it.each(['credentialId', 'caCertificateId', 'clientCertificateId'])(
      '[46] a %s of another site, as one that never was',
      async (field) => {
        const theirs = field === 'credentialId' ? await credential(stranger) : await shown(stranger);
        const foreign = await refusal({ [field]: theirs.id });
        expect(foreign).toEqual(await refusal({ [field]: NOBODYS }));
        expect(foreign).toMatchObject([{ path: field }]);
        const own = await connection();
        const changed = await admin.put(`/connections/${own.id}`, {
          name: own.name,
          baseUrl: BASE_URL,
          [field]: theirs.id,
        });
        expect(changed.body.errors).toEqual(foreign);
      },
    );

    it('a client certificate without a private key', async () => {
      const [{ path, message } = { path: '', message: '' }] = await refusal({
        clientCertificateId: (await trusted()).id,
      });
      expect([path, message]).toEqual(['clientCertificateId', expect.stringContaining('without a private key')]);
    });

    it('certificates where there is no TLS', async () => {
      const caCertificateId = (await trusted()).id;
      const errors = await refusal({ baseUrl: 'http://orders.example.com', caCertificateId });
      expect(errors).toMatchObject([{ path: 'caCertificateId' }]);
    });

    it('a certificate for a credential, and what is no id', async () => {
      expect(await refusal({ credentialId: (await trusted()).id })).toMatchObject([{ path: 'credentialId' }]);
      expect(await refusal({ credentialId: 'x' })).toMatchObject([{ path: 'credentialId' }]);
    });
  });

  describe('what is in use', () => {
    it('can’t be deleted: the refusal names the users', async () => {
      const [used, ca, cert] = [await credential(), await trusted(), await shown()];
      const references = { credentialId: used.id, caCertificateId: ca.id, clientCertificateId: cert.id };
      const users = [
        await connection({ name: `b-${++count}`, ...references }),
        await connection({ name: `a-${count}`, ...references }),
      ];
      const usedBy = [users[1], users[0]].map((user) => ({ type: 'connection', id: user?.id, name: user?.name }));
      for (const path of [`/credentials/${used.id}`, `/certificates/${ca.id}`, `/certificates/${cert.id}`]) {
        expect(await admin.delete(path)).toMatchObject({ status: 409, body: { code: 'in_use', usedBy } });
        expect((await admin.get(path)).status).toBe(200);
      }
      for (const user of users) expect((await admin.delete(`/connections/${user.id}`)).status).toBe(204);
      for (const path of [`/credentials/${used.id}`, `/certificates/${ca.id}`, `/certificates/${cert.id}`])
        expect((await admin.delete(path)).status).toBe(204);
    });

    it('a certificate in use keeps a private key', async () => {
      const cert = await shown();
      const user = await connection({ clientCertificateId: cert.id });
      const refused = await admin.put(`/certificates/${cert.id}`, { name: cert.name, privateKey: null });
      expect(refused).toMatchObject({ status: 409, body: { code: 'in_use', usedBy: [{ id: user.id }] } });
      const renewed = await makeCertificate();
      const body = { name: cert.name, certificate: renewed.cert, privateKey: renewed.key };
      expect((await admin.put(`/certificates/${cert.id}`, body)).status).toBe(200);
    });

    it('by rows that have no name can’t be deleted either', async () => {
      const { writer } = app.app.get(Database, { strict: false });
      const reference = dialect === 'sqlite' ? '' : ' CHARACTER SET ascii COLLATE ascii_bin';
      await writer.query(
        `CREATE TABLE nameless (connection_id VARCHAR(36)${reference}, FOREIGN KEY (connection_id) REFERENCES connections (id))`,
      );
      const { id } = await connection();
      await writer.query('INSERT INTO nameless VALUES (?)', [id]);
      expect(await admin.delete(`/connections/${id}`)).toMatchObject({
        status: 409,
        body: { code: 'in_use', usedBy: [] },
      });
      await writer.query('DROP TABLE nameless');
      expect((await admin.delete(`/connections/${id}`)).status).toBe(204);
    });

    it('a connection that is made while its credential is deleted: one of the two is refused', async () => {
      for (let round = 0; round < 5; round++) {
        const { id } = await credential();
        const [deleted, attached] = await Promise.all([
          admin.delete(`/credentials/${id}`),
          admin.post('/connections', { name: `race-${++count}`, baseUrl: BASE_URL, credentialId: id }),
        ]);
        expect([
          [204, 400],
          [409, 201],
        ]).toContainEqual([deleted.status, attached.status]);
      }
    });
  });

  describe('for the gateway', () => {
    it('opens the credential and the certificates', async () => {
      const basic = await made('/credentials', { type: 'basic', username: 'gatehouse', secret: SECRET });
      const { id } = await connection({
        credentialId: basic.id,
        caCertificateId: (await trusted()).id,
        clientCertificateId: (await shown()).id,
      });
      const upstream = await connections.forUpstream(siteId, id);
      expect(upstream).toMatchObject({
        baseUrl: BASE_URL,
        ca: root.cert.endsWith('\n') ? root.cert : `${root.cert}\n`,
        credential: { type: 'basic', username: 'gatehouse' },
      });
      expect(upstream?.credential?.secret.reveal()).toBe(SECRET);
      expect(upstream?.clientCertificate?.cert.trim()).toBe(client.cert.trim());
      expect(upstream?.clientCertificate?.key.reveal().trim()).toBe(client.key.trim().replaceAll('\r', ''));
      expect(JSON.stringify(upstream)).not.toMatch(/Sesame|PRIVATE/);
    });

    it('has nothing where there is nothing', async () => {
      const { id } = await connection();
      expect(await connections.forUpstream(siteId, id)).toEqual({
        baseUrl: BASE_URL,
        ca: null,
        clientCertificate: null,
        credential: null,
        version: expect.any(String),
      });
      expect(await connections.forUpstream(siteId, NOBODYS)).toBeNull();
      const theirs = (await stranger.post('/connections', { name: `theirs-${++count}`, baseUrl: BASE_URL })).body.id;
      expect(await connections.forUpstream(siteId, theirs)).toBeNull();
    });

    it('tells by the version when anything of it has changed, though the clock stands still', async () => {
      const [used, ca, cert] = [await credential(), await trusted(), await shown()];
      const body = {
        name: `versions-${++count}`,
        baseUrl: BASE_URL,
        credentialId: used.id,
        caCertificateId: ca.id,
        clientCertificateId: cert.id,
      };
      const { id } = await connection(body);
      const versions = [(await connections.forUpstream(siteId, id))?.version];
      const changes = [
        () => admin.put(`/connections/${id}`, body),
        () => admin.put(`/credentials/${used.id}`, { name: used.name, type: 'bearer', secret: 'Another-12' }),
        () => admin.put(`/certificates/${ca.id}`, { name: ca.name }),
        () => admin.put(`/certificates/${cert.id}`, { name: cert.name }),
        () => admin.put(`/connections/${id}`, { name: body.name, baseUrl: BASE_URL }),
      ];
      for (const change of changes) {
        expect((await change()).status).toBe(200);
        const version = (await connections.versions()).get(id);
        expect((await connections.forUpstream(siteId, id))?.version).toBe(version);
        versions.push(version);
      }
      expect(new Set(versions).size).toBe(versions.length);
      await admin.delete(`/connections/${id}`);
      expect((await connections.versions()).has(id)).toBe(false);
    });
  });
});
