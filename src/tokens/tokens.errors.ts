import { defineError } from '../shared/errors/domain-error.js';

export const tokenNotFound = defineError({
  kind: 'not_found',
  code: 'token_not_found',
  title: 'There is no such token',
  remedy: 'Check the id; GET {api}/tokens lists your tokens.',
});

export const policyLifetime = defineError({
  kind: 'forbidden',
  code: 'policy_lifetime',
  title: 'The policy of the site does not allow a token to live that long',
  remedy:
    'Ask for an earlier expiry; the detail names the latest one allowed. A rotation keeps the expiry unless you send expiresAt.',
});

export const tokenNotActive = defineError({
  kind: 'conflict',
  code: 'token_not_active',
  title: 'The token is expired or revoked',
  remedy: 'Make a new token. An expired or revoked token cannot be restored.',
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
  title: 'This call must be made with a token',
  remedy: 'It acts on the token that makes the call: send `Authorization: Bearer <token>`.',
});

export const jwtNotRotatable = defineError({
  kind: 'conflict',
  code: 'jwt_not_rotatable',
  title: 'A token in JWT form cannot be rotated',
  remedy: 'Get a new token from where this one came from, then revoke this one.',
});

export const ceilingStands = defineError({
  kind: 'forbidden',
  code: 'ceiling_stands',
  title: 'This was inherited, and may do no more than before',
  remedy:
    'Its owner can sign in and lift the ceiling: for a token, rotate it with `scopes` and no grace; for an application, send `liftCeiling: true`. If it has no ceiling, replace its value first, then widen it.',
});

export const signInNotHandedOver = defineError({
  kind: 'conflict',
  code: 'sign_in_not_handed_over',
  title: 'A sign-in passes to nobody',
  remedy: 'Leave the sign-in tokens out. They end with the sessions of their person.',
});

export const serviceAccountRequired = defineError({
  kind: 'conflict',
  code: 'service_account_required',
  title: 'People make their own tokens',
  remedy: 'Name a service account, or ask the person to sign in and call POST {api}/tokens.',
});

export const tooManyTokens = defineError({
  kind: 'rate_limited',
  code: 'too_many_tokens',
  title: 'There are too many live tokens',
  remedy:
    'Use each token until it expires instead of fetching one for each request, or revoke tokens that you do not need.',
});
