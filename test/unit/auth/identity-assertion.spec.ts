import { beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { IdentityAssertion } from '../../../src/auth/identity-assertion.service.js';
import type { Keys, SigningKey } from '../../../src/keys/keys.service.js';
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
  scopes: ['orders:read', 'orders:write'],
  accountId: null,
  credential: {
    kind: 'personal',
    id: 'token',
    name: 'a token',
    createdAt: new Date(0),
    expiresAt: null,
    ownExpiresAt: null,
    rotatedAt: null,
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
  let assertions: IdentityAssertion;
  let first: string;

  beforeEach(() => {
    keys.signing = signingKey('first');
    clock = new FixedClock();
    const settings = testSettings({ dataDir: '/nowhere', database: { kind: 'sqlite', file: '/nowhere' } });
    // all of Keys that it asks
    assertions = new IdentityAssertion(keys as Keys, settings, clock);
    first = assertions.sign(identity(), AUDIENCE);
  });

  it('for the same caller, for half of its time', () => {
    clock.advance({ seconds: 29 });
    expect(assertions.sign(identity(), AUDIENCE)).toBe(first);
    clock.advance({ seconds: 1 });
    const next = assertions.sign(identity(), AUDIENCE);
    expect((decodeJwt(next).exp ?? 0) - (decodeJwt(first).exp ?? 0)).toBe(30);
  });

  it('for each account that the caller is in by turns', () => {
    const there = assertions.sign(identity({}, 'there'), AUDIENCE);
    expect(assertions.sign(identity(), AUDIENCE)).toBe(first);
    expect(assertions.sign(identity({}, 'there'), AUDIENCE)).toBe(there);
  });

  it.each<[string, Identity, object]>([
    ['another owner', identity({ userId: 'other' }), { sub: 'other' }],
    ['another name of the owner', identity({ username: 'eve' }), { username: 'eve' }],
    ['a role less', identity({ roles: ['ROLE_A'] }), { roles: ['ROLE_A'] }],
    ['a role for another', identity({ roles: ['ROLE_A', 'ROLE_C'] }), { roles: ['ROLE_A', 'ROLE_C'] }],
    ['a scope less', identity({ scopes: ['orders:read'] }), { scope: 'orders:read' }],
    ['no scope', identity({ scopes: [] }), { scope: '' }],
    ['a scope for another', identity({ scopes: ['orders:read', 'orders:drop'] }), { scope: 'orders:read orders:drop' }],
    ['another account', identity({}, 'other'), { account_id: 'other' }],
    ['no account', identity({}, null), { account_id: null }],
    ['another token', identity({ credential: { ...PRINCIPAL.credential, id: 'next' } }), { token_id: 'next' }],
  ])('never with %s', (_, changed, says) => {
    expect(decodeJwt(assertions.sign(changed, AUDIENCE))).toMatchObject(says);
    expect(decodeJwt(assertions.sign(identity(), AUDIENCE))).toEqual(decodeJwt(first));
  });

  it('never for another upstream, nor when the key has changed', () => {
    expect(decodeJwt(assertions.sign(identity(), 'https://else.example.com')).aud).toBe('https://else.example.com');
    keys.signing = signingKey('second');
    expect(decodeProtectedHeader(assertions.sign(identity(), AUDIENCE)).kid).toBe('second');
  });
});
