import { defineError } from '../../shared/errors/domain-error.js';

export const sessionNotFound = defineError({
  kind: 'not_found',
  code: 'session_not_found',
  title: 'There is no such session',
  remedy: 'Check the id; GET {api}/auth/sessions lists the sessions that are still open.',
});

export const sessionOutOfReach = defineError({
  kind: 'forbidden',
  code: 'session_out_of_reach',
  title: 'This credential is narrower than the session it would end',
  remedy: 'Sign in and end the session from there, or use a token that is not narrowed.',
});
