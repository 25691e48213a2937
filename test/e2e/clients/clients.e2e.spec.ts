import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, createPerson } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { FixedClock } from '../../support/fixed-clock.js';
import { describeWith, installedProgram } from '../../support/installed-program.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PROGRAMS = join(import.meta.dirname, 'programs');
/** Debian's Python, which has Debian's packages, whatever other one is on the path. */
const PYTHON = '/usr/bin/python3';
const PACKAGES = '/usr/lib/python3/dist-packages';

/** How a client sends its id and secret (RFC 6749 §2.3.1). */
const WAYS = ['header', 'body'];

const INTROSPECTS = {
  introspected: { active: true, scope: 'projects:read', emptyScope: 'absent' },
  introspectedAfter: { active: false },
};
const SEEN = {
  type: 'bearer',
  scope: 'projects:read',
  emptyScope: 'absent',
  lifetime: 1_209_600,
  status: 200,
  wrongSecret: 'invalid_client',
  tooWide: 'invalid_scope',
  othersToken: 'unauthorized_client',
  statusAfter: 401,
};

const run = promisify(execFile);

forEachDialect((dialect) => {
  let app: TestApp;
  let folder: string;
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    // these clients read the clock of the machine when they look at a JWT
    app = await startTestApp(dialect, { clock: new FixedClock(new Date()) });
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-clients-'));
    const certificate = join(folder, 'ca.pem');
    await writeFile(certificate, app.certificate);
    const ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
    const nil = await createPerson(app, 'nil', []);
    const tour = {
      issuer: app.settings.publicUrl,
      main: await register(ann.session, 'opaque'),
      powerless: await register(nil.session, 'jwt'),
    };
    environment = {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_EXTRA_CA_CERTS: certificate,
      REQUESTS_CA_BUNDLE: certificate,
      CURL_CA_BUNDLE: certificate,
      PYTHONDONTWRITEBYTECODE: '1',
      TOUR: JSON.stringify(tour),
    };
  });
  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true });
  });

  const register = async (owner: ApiClient, tokenFormat: string) => {
    const { body } = await owner.post('/applications', { name: 'Sync', tokenFormat, issueToken: false });
    return { id: body.clientId as string, secret: body.clientSecret as string };
  };
  const seenBy = async (program: string, file: string, way: string) => {
    const { stdout } = await run(program, [join(PROGRAMS, file), way], { env: environment });
    return JSON.parse(stdout) as unknown;
  };

  describe.each(WAYS)('with the client in the %s', (way) => {
    it.each(['openid-client', 'oauth4webapi', 'axios'])('%s gets, inspects and revokes tokens', async (library) => {
      expect(await seenBy(process.execPath, `${library}.mjs`, way)).toEqual({ ...SEEN, ...INTROSPECTS });
    });

    it('simple-oauth2 gets and revokes tokens', async () => {
      expect(await seenBy(process.execPath, 'simple-oauth2.mjs', way)).toEqual(SEEN);
    });

    const authlib = installedProgram(PYTHON, 'python3-authlib', [`${PACKAGES}/authlib`, `${PACKAGES}/requests`]);
    describeWith(authlib, 'Authlib', (python) => {
      it('validates the metadata; gets, inspects and revokes tokens', async () => {
        expect(await seenBy(python, 'authlib_client.py', way)).toEqual({ ...SEEN, ...INTROSPECTS });
      });
    });

    const requests = installedProgram(PYTHON, 'python3-requests-oauthlib', [`${PACKAGES}/requests_oauthlib`]);
    describeWith(requests, 'requests-oauthlib', (python) => {
      it('gets and revokes tokens', async () => {
        expect(await seenBy(python, 'requests_oauthlib_client.py', way)).toEqual(SEEN);
      });
    });

    const curl = installedProgram('jq', 'jq') === null ? null : installedProgram('curl', 'curl');
    describeWith(curl, 'curl', () => {
      it('gets, inspects and revokes tokens', async () => {
        expect(await seenBy('bash', 'curl.sh', way)).toEqual({ ...SEEN, ...INTROSPECTS });
      });
    });
  });
});
