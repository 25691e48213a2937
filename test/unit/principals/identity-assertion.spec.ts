import { beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { IdentityAssertions } from '../../../src/principals/identity-assertion.service.js';
import type { Keys, SigningKey } from '../../../src/platform/keys/keys.service.js';
import type { Identity } from '../../../src/shared/authz/identity-headers.js';
import type { Principal } from '../../../src/shared/authz/principal.js';
import type { SiteId } from '../../../src/shared/ids/site-id.js';
import { FixedClock } from '../../support/fixed-clock.js';
import { testSettings } from '../../support/test-settings.js';

const AUDIENCE = 'https://orders.example.com';

const PRINCIPAL: Principal = {
  siteId: 'site' as SiteId,
  userId: 'user',
  username: 'ada',
  userKind: 'person',
  roles: ['ROLE_A', 'ROLE_B'],
  namedRoles: ['ROLE_A', 'ROLE_B'],
  scopes: ['orders:read', 'orders:write'],
  accountId: null,
  credential: {
    kind: 'personal',
    id: 'token',
    key: 'hash',
    name: 'a token',
    createdAt: new Date(0),
    expiresAt: null,
    ownExpiresAt: null,
    rotatedAt: null,
    superseded: false,
    inherited: null,
    lineageKey: 'x',
    madeBy: 'x',
    applicationId: null,
    clientId: null,
    narrowed: false,
    unbounded: true,
    allowedNetworks: null,
    siteNetworks: null,
    confirmedAt: null,
  },
};

function identity(changed: Partial<Principal> = {}, accountId: string | null = 'account'): Identity {
  // lists of their own, as two reads make them
  const lists = { roles: [...PRINCIPAL.roles], scopes: [...PRINCIPAL.scopes] };
  return { principal: { ...PRINCIPAL, ...lists, ...changed }, accountId };
}

function signingKey(kid: string): SigningKey {
  return { kid, privateKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey };
}

describe('an assertion of who calls is used again', () => {
  const keys = { signing: signingKey('first') };
  let clock: FixedClock;
  let assertions: IdentityAssertions;
  let first: string;
  const signed = (caller: Identity, audience: string, omitted = {}): string => {
    const { roles, scopes } = caller.principal;
    const lists = { roles, rolesOmitted: 0, scopes, scopesOmitted: 0, ...omitted };
    return assertions.sign(caller, lists, audience);
  };

  beforeEach(() => {
    keys.signing = signingKey('first');
    clock = new FixedClock();
    const settings = testSettings({ dataDir: '/nowhere', database: { kind: 'sqlite', file: '/nowhere' } });
    // all of Keys that it asks
    assertions = new IdentityAssertions(keys as Keys, settings, clock);
    first = signed(identity(), AUDIENCE);
  });

  it('for the same caller, for half of its time', () => {
    clock.advance({ seconds: 29 });
    expect(signed(identity(), AUDIENCE)).toBe(first);
    clock.advance({ seconds: 1 });
    const next = signed(identity(), AUDIENCE);
    expect((decodeJwt(next).exp ?? 0) - (decodeJwt(first).exp ?? 0)).toBe(30);
  });

  it('for each account that the caller is in by turns', () => {
    const there = signed(identity({}, 'there'), AUDIENCE);
    expect(signed(identity(), AUDIENCE)).toBe(first);
    expect(signed(identity({}, 'there'), AUDIENCE)).toBe(there);
  });

  it.each<[string, Identity, object]>([
    ['another owner', identity({ userId: 'other' }), { sub: 'other' }],
    ['another name of the owner', identity({ username: 'eve' }), { username: 'eve' }],
    ['a role less', identity({ roles: ['ROLE_A'] }), { roles: ['ROLE_A'] }],
    ['a role for another', identity({ roles: ['ROLE_A', 'ROLE_C'] }), { roles: ['ROLE_A', 'ROLE_C'] }],
    ['a scope less', identity({ scopes: ['orders:read'] }), { scope: 'orders:read' }],
    ['a scope for another', identity({ scopes: ['orders:read', 'orders:drop'] }), { scope: 'orders:read orders:drop' }],
    ['another account', identity({}, 'other'), { account_id: 'other' }],
    ['no account', identity({}, null), { account_id: null }],
    ['another token', identity({ credential: { ...PRINCIPAL.credential, id: 'next' } }), { token_id: 'next' }],
  ])('never with %s', (_, changed, says) => {
    expect(decodeJwt(signed(changed, AUDIENCE))).toMatchObject(says);
    expect(decodeJwt(signed(identity(), AUDIENCE))).toEqual(decodeJwt(first));
  });

  it('never with the scopes of before when there are none now, for which it has no claim', () => {
    expect(decodeJwt(signed(identity({ scopes: [] }), AUDIENCE))).not.toHaveProperty('scope');
    expect(decodeJwt(signed(identity(), AUDIENCE))).toEqual(decodeJwt(first));
  });

  it('never when more or less of the lists was left out, which it counts', () => {
    expect(decodeJwt(first)).not.toHaveProperty('scope_omitted');
    expect(decodeJwt(signed(identity(), AUDIENCE, { scopesOmitted: 2 }))).toMatchObject({ scope_omitted: 2 });
    expect(decodeJwt(signed(identity(), AUDIENCE, { rolesOmitted: 3 }))).toMatchObject({ roles_omitted: 3 });
  });

  it('never for another upstream, nor when the key has changed', () => {
    expect(decodeJwt(signed(identity(), 'https://else.example.com')).aud).toBe('https://else.example.com');
    keys.signing = signingKey('second');
    expect(decodeProtectedHeader(signed(identity(), AUDIENCE)).kid).toBe('second');
  });
});
