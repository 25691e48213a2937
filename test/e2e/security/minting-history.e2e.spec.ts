import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPerson, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { MintingHistory, type Step } from './minting-history.js';

const SCOPES = ['projects:read', 'projects:write', 'proxies:read', 'users:read', 'orders:read'];
const ROLES = [[], ['ROLE_MANAGE_PROXIES'], ['ROLE_CLERK'], ['ROLE_MANAGE_PROXIES', 'ROLE_CLERK'], ['ROLE_ADMIN']];
const NETWORKS = [['127.0.0.0/8', '::1/128'], ['127.0.0.0/8'], ['127.0.0.1/32'], ['0.0.0.0/0', '::/0']];
const KINDS = [
  'mint',
  'mint',
  'rotate',
  'patch',
  'register',
  'patchApplication',
  'renew',
  'addSecret',
  'trade',
  'hour',
] as const;

forEachDialect((dialect) => {
  let app: TestApp;
  let accounts: string[];
  let people = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    const admin = await signInAsAdmin(app);
    await admin.post('/admin/roles', { name: 'ROLE_CLERK', description: 'x', scopes: ['orders:read', 'users:read'] });
    await admin.post('/accounts', { name: 'Second' });
    accounts = ((await admin.get('/accounts')).body.items as { id: string }[]).map(({ id }) => id);
  });
  afterAll(() => app.stop());

  const maybe = <T>(value: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 3, arbitrary: value }, fc.constant(null), fc.constant(undefined));
  const stepOf = () =>
    fc.record<Step>({
      kind: fc.constantFrom(...KINDS),
      by: fc.nat(30),
      target: fc.nat(30),
      scopes: maybe(fc.subarray(SCOPES, { minLength: 1 })),
      hours: maybe(fc.integer({ min: 1, max: 5 })),
      accountId: maybe(fc.constantFrom(...accounts)),
      networks: maybe(fc.constantFrom(...NETWORKS)),
    });
  const rolesOrStep = () => fc.oneof({ weight: 8, arbitrary: stepOf() }, fc.constantFrom(...ROLES));

  it('[49] whatever is minted, narrowed, rotated, traded and regraded, no credential outgrows the one that made it', async () => {
    let minted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(rolesOrStep(), { minLength: 10, maxLength: 30 }), async (steps) => {
        const person = await createPerson(app, `person-${++people}`, ['ROLE_MANAGE_PROXIES', 'ROLE_CLERK']);
        const admin = await signInAsAdmin(app);
        const history = new MintingHistory(app, person);
        const regrade = (roles: readonly string[]) => admin.patch(`/admin/users/${person.id}`, { roles });
        for (const step of steps) {
          if ('kind' in step) await history.take(step);
          else await regrade(step);
          expect({ outgrown: await history.outgrown(), log: history.log }).toEqual({ outgrown: [], log: history.log });
        }
        for (const roles of ROLES) {
          await regrade(roles);
          expect({ outgrown: await history.outgrown(), log: history.log }).toEqual({ outgrown: [], log: history.log });
        }
        minted += history.size - 1;
      }),
      { numRuns: 15, plugins: [fc.interruptAfterTimeLimit(40_000)] },
    );
    expect(minted).toBeGreaterThan(15);
  }, 240_000);
});
