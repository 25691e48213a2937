import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, signInAsAdmin } from '../../support/api-client.js';
import { makeCertificate } from '../../support/certificates.js';
import { createConnection } from '../../support/connections.js';
import { forEachDialect } from '../../support/dialects.js';
import { sampleProxy } from '../../support/sample-proxy.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

interface Editable {
  readonly path: string;
  /** What a PUT sends; each number is another edit. */
  readonly body: (edit: number) => object;
}

const KINDS = ['proxy', 'connection', 'credential', 'certificate', 'role'] as const;

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let editables: Record<(typeof KINDS)[number], () => Promise<Editable>>;
  let count = 0;

  const created = async (path: string, body: object): Promise<string> => {
    const answer = await admin.post(path, body);
    expect([answer.status, answer.body]).toEqual([201, answer.body]);
    return answer.body.id;
  };
  const tagOf = async (path: string) => (await admin.get(path)).headers.get('etag') ?? '';

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    const project = await created('/projects', { name: 'Orders' });
    const connectionId = await createConnection(admin, 'https://upstream.example/api');
    const { cert: certificate } = await makeCertificate({ name: 'Root', isCa: true });
    editables = {
      proxy: async () => {
        const own = { name: `Proxy ${++count}`, path: `/path-${count}` };
        const path = `/proxies/${await created(`/projects/${project}/proxies`, sampleProxy(connectionId, own))}`;
        return { path, body: (edit) => sampleProxy(connectionId, { ...own, description: `edit ${edit}` }) };
      },
      connection: async () => {
        const name = `connection-${++count}`;
        const id = await created('/connections', { name, baseUrl: 'https://a.example' });
        return { path: `/connections/${id}`, body: (edit) => ({ name, baseUrl: `https://edit-${edit}.example` }) };
      },
      credential: async () => {
        const wanted = { name: `credential-${++count}`, type: 'basic', username: 'ann' };
        const id = await created('/credentials', { ...wanted, secret: 'Sesame-Open-11' });
        return { path: `/credentials/${id}`, body: (edit) => ({ ...wanted, username: `edit-${edit}` }) };
      },
      certificate: async () => {
        const name = `certificate-${++count}`;
        const id = await created('/certificates', { name, certificate });
        return { path: `/certificates/${id}`, body: (edit) => ({ name: `${name}-${edit}`, certificate }) };
      },
      role: async () => {
        const name = `ROLE_EDITED_${++count}`;
        await created('/admin/roles', { name, description: 'New', scopes: ['users:read'] });
        const body = (edit: number) => ({ description: `Edit ${edit}`, scopes: ['users:read'] });
        return { path: `/admin/roles/${name}`, body };
      },
    };
  });
  afterAll(() => app.stop());

  describe.each(KINDS)('an edited %s', (kind) => {
    it('takes an edit of the version that was read, and refuses one of a version that is past', async () => {
      const { path, body } = await editables[kind]();
      const read = await tagOf(path);
      expect(read).toMatch(/^"[0-9a-f]{32}"$/);
      expect((await admin.put(path, body(1), { 'if-match': read })).status).toBe(200);
      const now = await admin.get(path);
      expect(now.headers.get('etag')).not.toBe(read);

      const late = await admin.put(path, body(2), { 'if-match': read });
      expect([late.status, late.body.code]).toEqual([412, 'edit_conflict']);
      expect(late.body.detail).toContain('GET the current version');
      expect((await admin.get(path)).body).toEqual(now.body);
      expect((await admin.put(path, body(2), { 'if-match': await tagOf(path) })).status).toBe(200);
    });

    it('lets exactly one of many edits of the same version through', async () => {
      const { path, body } = await editables[kind]();
      const read = { 'if-match': await tagOf(path) };
      const answers = await Promise.all([1, 2, 3, 4, 5].map((edit) => admin.put(path, body(edit), read)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
    });

    it('is edited without a condition too', async () => {
      const { path, body } = await editables[kind]();
      expect((await admin.put(path, body(1))).status).toBe(200);
      expect((await admin.put(path, body(2))).status).toBe(200);
    });
  });

  it('reads If-Match as RFC 9110 has it: a list, any version, and none by a weak tag', async () => {
    const { path, body } = await editables.connection();
    const status = async (edit: number, ifMatch: string) =>
      (await admin.put(path, body(edit), { 'if-match': ifMatch })).status;
    expect(await status(1, `W/${await tagOf(path)}`)).toBe(412);
    expect(await status(1, '"other"')).toBe(412);
    expect(await status(1, `"other", ${await tagOf(path)}`)).toBe(200);
    expect(await status(2, '*')).toBe(200);
  });

  it('counts a deployment as no edit of a proxy', async () => {
    const { path } = await editables.proxy();
    const before = await tagOf(path);
    expect((await admin.post(`${path}/deploy`)).status).toBe(200);
    expect(await tagOf(path)).toBe(before);
  });
});
