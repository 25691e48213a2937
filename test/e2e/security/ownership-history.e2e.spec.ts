import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ApiClient, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { OwnershipHistory, type Step } from './ownership-history.js';

const SCOPES = ['projects:read', 'projects:write', 'proxies:read', 'proxies:deploy', 'orders:read'];
const ROLES = [
  [],
  ['ROLE_MANAGE_PROXIES'],
  ['ROLE_DEPLOY_UNDEPLOY_PROXIES', 'ROLE_CLERK'],
  ['ROLE_CLERK', 'ROLE_MANAGE_PROXIES'],
  ['ROLE_ADMIN'],
];
const KINDS = [
  'create',
  'create',
  'register',
  'fetch',
  'regrade',
  'regrade',
  'narrow',
  'rotate',
  'suspend',
  'lift',
  'reassign',
  'give',
  'remove',
  'remove',
] as const;

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let histories = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    await admin.post('/admin/roles', { name: 'ROLE_CLERK', description: 'x', scopes: ['orders:read', 'users:read'] });
  });
  afterAll(() => app.stop());

  const step = fc.record<Step>({
    kind: fc.constantFrom(...KINDS),
    who: fc.nat(5),
    whom: fc.nat(5),
    target: fc.nat(30),
    scopes: fc.oneof({ weight: 2, arbitrary: fc.subarray(SCOPES, { minLength: 1 }) }, fc.constant(null)),
    roles: fc.constantFrom(...ROLES),
  });

  it('[50] over any history of roles, narrowings, transfers and rotations nothing outgrows what a transfer left it', async () => {
    let transfers = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 25 }), async (steps) => {
        const history = new OwnershipHistory(app, admin, `h${++histories}`);
        for (const each of steps) {
          await history.take(each);
          expect({ outgrown: await history.outgrown(), log: history.log }).toEqual({ outgrown: [], log: history.log });
        }
        expect({ outgrown: await history.fetchEach(), log: history.log }).toEqual({ outgrown: [], log: history.log });
        transfers += history.transfers;
      }),
      { numRuns: 20, plugins: [fc.interruptAfterTimeLimit(30_000)] },
    );
    expect(transfers).toBeGreaterThan(0);
  }, 120_000);
});
