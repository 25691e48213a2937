import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { type ApiClient, createPerson, signInAsAdmin } from '../../support/api-client.js';
import { auditOf } from '../../support/audit-log.js';
import { makeCertificate, type TestCertificate } from '../../support/certificates.js';
import { forEachDialect } from '../../support/dialects.js';
import { FixedClock } from '../../support/fixed-clock.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NOBODYS = '0199c0de-0000-7000-8000-00000000dead';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let pair: TestCertificate;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    pair = await makeCertificate({
      altNames: [
        { type: 2, value: 'api.example.com' },
        { type: 7, ip: '192.0.2.7' },
      ],
    });
  });
  afterAll(() => app.stop());

  const create = (body: object) => admin.post('/certificates', { name: `certificate-${++count}`, ...body });
  const created = async (body: object): Promise<{ id: string; name: string }> => {
    const answer = await create(body);
    expect([answer.status, answer.body]).toEqual([201, answer.body]);
    return answer.body;
  };
  /** The field that a refusal names, and why. */
  const refusal = async (body: object) => {
    const { status, body: problem } = await create(body);
    expect([status, problem.code]).toEqual([400, 'validation_failed']);
    expect(problem.errors).toHaveLength(1);
    return problem.errors[0] as { path: string; message: string };
  };

  it('answers what the certificate says, and not the private key', async () => {
    const { status, body } = await create({ name: 'Orders', certificate: pair.cert, privateKey: pair.key });
    const parsed = new X509Certificate(pair.cert);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      name: 'Orders',
      subject: 'CN=upstream.example',
      issuer: 'CN=upstream.example',
      sans: ['DNS:api.example.com', 'IP Address:192.0.2.7'],
      serialNumber: parsed.serialNumber,
      validFrom: new Date(parsed.validFrom).toISOString(),
      validTo: new Date(parsed.validTo).toISOString(),
      fingerprintSha256: parsed.fingerprint256,
      hasPrivateKey: true,
      isCa: false,
      expiresSoon: false,
      createdAt: app.clock.now().toISOString(),
      updatedAt: app.clock.now().toISOString(),
    });
    expect((await admin.get(`/certificates/${body.id}`)).body).toEqual(body);
    expect((await admin.get('/certificates')).body.items).toContainEqual(body);
  });

  it('keeps the private key sealed, bound to its row', async () => {
    const { id } = await created({ certificate: pair.cert, privateKey: pair.key });
    const { certificates = [] } = await rowsOf(app, (table) => table === 'certificates');
    const row = certificates.find((each) => each['id'] === id);
    expect(row?.['sealed_key']).toMatch(/^[0-9a-f]{8}\.[\w-]+$/);
    expect(JSON.stringify(certificates)).not.toContain('PRIVATE KEY');
  });

  it('takes a certificate without a key, a CA and keys in each form', async () => {
    const root = await makeCertificate({ name: 'Root', isCa: true });
    expect(await created({ certificate: root.cert })).toMatchObject({ hasPrivateKey: false, isCa: true });
    const key = createPrivateKey(pair.key);
    const sec1 = String(key.export({ type: 'sec1', format: 'pem' }));
    expect(await created({ certificate: pair.cert, privateKey: sec1 })).toMatchObject({ hasPrivateKey: true });
    const rsa = await makeCertificate({ rsaBits: 2048 });
    const pkcs1 = String(createPrivateKey(rsa.key).export({ type: 'pkcs1', format: 'pem' }));
    expect(await created({ certificate: rsa.cert, privateKey: pkcs1 })).toMatchObject({ hasPrivateKey: true });
  });

  it('takes a chain, which ends with the first of its certificates', async () => {
    const root = await makeCertificate({ name: 'Root', isCa: true, days: 100 });
    const leaf = await makeCertificate({ name: 'leaf.example', issuer: root });
    const body = await created({ certificate: `Bag attributes\n${leaf.cert}\r\n${root.cert}`, privateKey: leaf.key });
    expect(body).toMatchObject({
      subject: 'CN=leaf.example',
      issuer: 'CN=Root',
      validTo: new Date(new X509Certificate(root.cert).validTo).toISOString(),
    });
  });

  describe('refuses', () => {
    it('what is no certificate', async () => {
      const broken = pair.cert.replace(/\n[A-Za-z0-9+/=]{20}/, '\nAAAAAAAAAAAAAAAAAAAA');
      const publicKey = createPublicKey(pair.cert).export({ type: 'spki', format: 'pem' });
      for (const certificate of [
        '',
        'x',
        broken,
        publicKey,
        pair.cert.slice(0, -30),
        `${pair.cert}${String(publicKey)}`,
      ])
        expect((await refusal({ certificate })).path).toBe('certificate');
      const eleven = await refusal({ certificate: pair.cert.repeat(11) });
      expect(eleven).toEqual({ path: 'certificate', message: 'must contain at most 10 certificates' });
    });

    it('a private key among the certificates, which would be kept in clear', async () => {
      for (const certificate of [`${pair.cert}${pair.key}`, `${pair.key}${pair.cert}`, pair.key])
        expect(await refusal({ certificate })).toEqual({
          path: 'certificate',
          message: 'must not contain a private key; send that as privateKey',
        });
    });

    it('an expired certificate, and a chain with one', async () => {
      const expired = await makeCertificate({ days: -1 });
      const { path, message } = await refusal({ certificate: expired.cert });
      expect([path, message]).toEqual(['certificate', expect.stringMatching(/^has expired, on Jan 14 .* 2026 GMT: /)]);
      const chained = await refusal({ certificate: `${pair.cert}${expired.cert}` });
      expect(chained.message).toContain('(certificate 2 of 2)');
    });

    it('a key that is not that of the certificate', async () => {
      const { key: privateKey } = await makeCertificate();
      expect(await refusal({ certificate: pair.cert, privateKey })).toEqual({
        path: 'privateKey',
        message: 'is not the private key of this certificate',
      });
    });

    it('an encrypted key, in either form, and what is no private key', async () => {
      const encryption = { cipher: 'aes-256-cbc', passphrase: 'x', format: 'pem' } as const;
      const pkcs8 = createPrivateKey(pair.key).export({ type: 'pkcs8', ...encryption });
      const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const pkcs1 = rsa.export({ type: 'pkcs1', ...encryption });
      for (const privateKey of [pkcs8, pkcs1])
        expect((await refusal({ certificate: pair.cert, privateKey })).message).toContain('must not be encrypted');
      const publicKey = createPublicKey(pair.cert).export({ type: 'spki', format: 'pem' });
      for (const privateKey of ['', 'x', publicKey, pair.cert])
        expect(await refusal({ certificate: pair.cert, privateKey })).toEqual({
          path: 'privateKey',
          message: 'must be a private key in PEM form (-----BEGIN PRIVATE KEY-----)',
        });
    });

    it('an RSA key that is too short to be let in anywhere', async () => {
      const weak = await makeCertificate({ rsaBits: 1024 });
      const { path, message } = await refusal({ certificate: weak.cert, privateKey: weak.key });
      expect([path, message]).toEqual(['privateKey', expect.stringContaining('2048 bits')]);
    });

    it('a name that is taken in the site', async () => {
      const { id, name } = await created({ certificate: pair.cert });
      const other = await created({ certificate: pair.cert });
      for (const answer of [
        await create({ name, certificate: pair.cert }),
        await admin.put(`/certificates/${other.id}`, { name }),
      ])
        expect(answer).toMatchObject({ status: 409, body: { code: 'duplicate_name', errors: [{ path: 'name' }] } });
      expect((await admin.put(`/certificates/${id}`, { name })).status).toBe(200);
    });
  });

  describe('a change', () => {
    it('renames, and keeps the certificate and its key', async () => {
      const before = await created({ certificate: pair.cert, privateKey: pair.key });
      app.clock.advance({ seconds: 1 });
      const { body } = await admin.put(`/certificates/${before.id}`, { name: 'renamed' });
      expect(body).toEqual({ ...before, name: 'renamed', updatedAt: app.clock.now().toISOString() });
    });

    it('renews: the key that is kept goes with a new certificate of the same key alone', async () => {
      const { id, name } = await created({ certificate: pair.cert, privateKey: pair.key });
      const publicKey = String(createPublicKey(pair.cert).export({ type: 'spki', format: 'pem' }));
      const renewed = await makeCertificate({ days: 700, keyPair: { privateKey: pair.key, publicKey } });
      expect(await admin.put(`/certificates/${id}`, { name, certificate: renewed.cert })).toMatchObject({
        status: 200,
        body: { hasPrivateKey: true, fingerprintSha256: new X509Certificate(renewed.cert).fingerprint256 },
      });
      const other = await makeCertificate();
      const refused = await admin.put(`/certificates/${id}`, { name, certificate: other.cert });
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'privateKey' }] } });
      const both = { name, certificate: other.cert, privateKey: other.key };
      expect((await admin.put(`/certificates/${id}`, both)).status).toBe(200);
      const without = await admin.put(`/certificates/${id}`, { name, certificate: pair.cert, privateKey: null });
      expect(without.body).toMatchObject({ hasPrivateKey: false });
      const given = await admin.put(`/certificates/${id}`, { name, privateKey: pair.key });
      expect(given.body).toMatchObject({ hasPrivateKey: true });
    });

    it('renames a certificate that has expired meanwhile', async () => {
      const short = await makeCertificate({ days: 1 / 24 });
      const { id } = await created({ certificate: short.cert });
      app.clock.advance({ hours: 2 });
      expect((await admin.put(`/certificates/${id}`, { name: 'expired' })).body).toMatchObject({ expiresSoon: true });
      expect((await admin.put(`/certificates/${id}`, { name: 'x', certificate: short.cert })).status).toBe(400);
    });

    it('is audited with the fingerprint, and whether the key changed', async () => {
      const { id, name } = await created({ certificate: pair.cert, privateKey: pair.key });
      const fingerprintSha256 = new X509Certificate(pair.cert).fingerprint256;
      const renamed = await auditOf(app, await admin.put(`/certificates/${id}`, { name }));
      const rekeyed = await auditOf(app, await admin.put(`/certificates/${id}`, { name, privateKey: null }));
      const details = (keyed: boolean, privateKeyChanged: boolean) => ({
        action: 'certificate.updated',
        subjectType: 'certificate',
        subjectId: id,
        subjectName: name,
        details: { fingerprintSha256, validTo: expect.any(String), hasPrivateKey: keyed, privateKeyChanged },
      });
      expect([...renamed, ...rekeyed]).toMatchObject([details(true, false), details(false, true)]);
      expect(await auditOf(app, await admin.delete(`/certificates/${id}`))).toMatchObject([
        { action: 'certificate.deleted', subjectName: name },
      ]);
    });
  });

  it('a deleted one is gone', async () => {
    const { id } = await created({ certificate: pair.cert });
    expect((await admin.delete(`/certificates/${id}`)).status).toBe(204);
    for (const answer of [await admin.get(`/certificates/${id}`), await admin.delete(`/certificates/${id}`)])
      expect(answer).toMatchObject({ status: 404, body: { code: 'certificate_not_found' } });
    expect((await admin.put(`/certificates/${NOBODYS}`, { name: 'x' })).status).toBe(404);
  });

  it('is flagged from 30 days before its end on, and found by when it expires', async () => {
    const now = app.clock.now();
    const days = (now.getTime() - new FixedClock().now().getTime()) / 86_400_000;
    const soon = await created({ certificate: (await makeCertificate({ days: days + 30 })).cert });
    const later = await created({ certificate: (await makeCertificate({ days: days + 32 })).cert });
    expect([soon, later]).toMatchObject([{ expiresSoon: true }, { expiresSoon: false }]);
    const in31Days = new Date(now.getTime() + 31 * 86_400_000).toISOString();
    const { items } = (await admin.get(`/certificates?limit=200&expiringBefore=${in31Days}`)).body;
    const ids = items.map(({ id }: { id: string }) => id);
    expect([ids.includes(soon.id), ids.includes(later.id)]).toEqual([true, false]);
    expect((await admin.get('/certificates?expiringBefore=tomorrow')).body.errors[0].path).toBe('query.expiringBefore');
  });

  it('lists are paged, newest first', async () => {
    const [older, newer] = [await created({ certificate: pair.cert }), await created({ certificate: pair.cert })];
    const first = (await admin.get('/certificates?limit=1')).body;
    const second = (await admin.get(`/certificates?limit=1&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items]).toMatchObject([{ id: newer.id }, { id: older.id }]);
  });

  it('is seen with security:read and changed with security:write, which ROLE_API_SECURITY gives', async () => {
    const keeper = await createPerson(app, 'keeper', ['ROLE_API_SECURITY']);
    const { status, body } = await keeper.session.post('/certificates', { name: 'theirs', certificate: pair.cert });
    expect(status).toBe(201);
    const manager = await createPerson(app, 'manager', ['ROLE_MANAGE_PROXIES']);
    expect((await manager.session.get(`/certificates/${body.id}`)).body.code).toBe('insufficient_scope');
  });
});
