import { defineError } from '../shared/errors/domain-error.js';

export const tokenNotFound = defineError({
  kind: 'not_found',
  code: 'token_not_found',
  title: 'There is no such token',
  remedy: 'Check the id; GET {api}/tokens lists your tokens.',
});

export const scopeNotHeld = defineError({
  kind: 'forbidden',
  code: 'scope_not_held',
  title: 'A credential cannot give what it does not hold',
  remedy: 'Ask for scopes that your own credential holds; GET {api}/scopes says which those are.',
});

export const lifetimeExceeded = defineError({
  kind: 'forbidden',
  code: 'lifetime_exceeded',
  title: 'A credential cannot give a later expiry than its own',
  remedy: 'Ask for an expiry no later than your own credential has, or sign in and ask as a person.',
});

export const policyLifetime = defineError({
  kind: 'forbidden',
  code: 'policy_lifetime',
  title: 'The policy of the site does not let a token live so long',
  remedy: 'Ask for an earlier expiry; the detail says the latest. Rotating keeps the expiry unless expiresAt is sent.',
});

export const networkNotHeld = defineError({
  kind: 'forbidden',
  code: 'network_not_held',
  title: 'A credential cannot give networks it may not be used from',
  remedy: 'Ask for networks within those of your own credential, or leave them out to inherit them.',
});

export const accountNotHeld = defineError({
  kind: 'forbidden',
  code: 'account_not_held',
  title: 'A credential cannot give another account than its own',
  remedy: 'Leave accountId out to inherit the account of your own credential.',
});

export const credentialTooNarrow = defineError({
  kind: 'forbidden',
  code: 'credential_too_narrow',
  title: 'This credential is narrower than the one it would change',
  remedy: 'Use the session of the owner, or a credential that holds at least as much.',
});

export const tokenNotActive = defineError({
  kind: 'conflict',
  code: 'token_not_active',
  title: 'The token is expired or revoked',
  remedy: 'Make a new token; one that is over does not come back.',
});

export const ownerNotActive = defineError({
  kind: 'conflict',
  code: 'owner_not_active',
  title: 'The owner of the token is not active',
  remedy: 'Resume the owner first.',
});

export const noCurrentToken = defineError({
  kind: 'invalid',
  code: 'no_current_token',
  title: 'This call is about the token it is made with',
  remedy: 'Call it with `Authorization: Bearer <token>`.',
});

export const jwtNotRotatable = defineError({
  kind: 'conflict',
  code: 'jwt_not_rotatable',
  title: 'A token in JWT form has no second value',
  remedy: 'Get a new one where this one came from, and revoke this one.',
});

export const ceilingStands = defineError({
  kind: 'forbidden',
  code: 'ceiling_stands',
  title: 'This was inherited, and may do no more than it could before',
  remedy:
    'Its owner can lift the ceiling, signed in: a token by rotating it with `scopes`, an application with `liftCeiling: true`.',
});

export const serviceAccountRequired = defineError({
  kind: 'conflict',
  code: 'service_account_required',
  title: 'People make their tokens themselves',
  remedy: 'Name a service account, or let the person sign in and call POST {api}/tokens.',
});
