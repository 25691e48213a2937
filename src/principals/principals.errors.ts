import { defineError } from '../shared/errors/domain-error.js';

export const authenticationRequired = defineError({
  kind: 'unauthenticated',
  code: 'authentication_required',
  title: 'This call needs a credential',
  remedy: 'Send `Authorization: Bearer <token>`, or sign in.',
});

export const invalidToken = defineError({
  kind: 'unauthenticated',
  code: 'invalid_token',
  title: 'The credential is not valid',
  remedy: 'It is unknown, expired or revoked. Make a new one, or sign in again; your administrator can see the reason.',
});

export const sessionRequired = defineError({
  kind: 'forbidden',
  code: 'session_required',
  title: 'Only a signed-in person can do this',
  remedy: 'Sign in with POST {api}/auth/login and send the session cookie instead of a token.',
});

export const csrfRefused = defineError({
  kind: 'forbidden',
  code: 'csrf',
  title: 'This write does not come from a trusted page',
  remedy:
    'With a session, send an Origin header that names this service (GATEHOUSE_PUBLIC_URL) or one of GATEHOUSE_CORS_ORIGINS.',
});

export const networkNotAllowed = defineError({
  kind: 'forbidden',
  code: 'network_not_allowed',
  title: 'The token may not be used from this network',
  remedy:
    'Call from a network that both the token and its site allow, or change the networks of the token or of the site.',
});

export const accountRequired = defineError({
  kind: 'invalid',
  code: 'account_required',
  title: 'This call needs an account',
  remedy: 'The site has several accounts. Send the id of one in the X-Account-Id header.',
});

export const accountSuspended = defineError({
  kind: 'forbidden',
  code: 'account_suspended',
  title: 'The account is suspended',
  remedy: 'Ask an administrator to resume it. Its tokens work again from that moment.',
});

export const accessUndeclared = defineError({
  kind: 'forbidden',
  code: 'access_undeclared',
  title: 'This call does not declare who may make it',
  remedy:
    'This is a defect of the service: report it. The call is refused for everybody until the declaration is there.',
});
