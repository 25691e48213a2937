import { defineError } from '../shared/errors/domain-error.js';

export const applicationNotFound = defineError({
  kind: 'not_found',
  code: 'application_not_found',
  title: 'There is no such application',
  remedy: 'Check the id; GET {api}/applications lists your applications.',
});

export const applicationEnded = defineError({
  kind: 'conflict',
  code: 'application_ended',
  title: 'The application has ended',
  remedy:
    'It was registered by a credential that has ended. Its owner can sign in, lift the end with PATCH {api}/applications/{id} {"endsAt": null}, and add a secret.',
});

export const secretNotFound = defineError({
  kind: 'not_found',
  code: 'client_secret_not_found',
  title: 'The application has no such secret',
  remedy: 'Check the id; GET {api}/applications/{id} lists the live secrets.',
});

export const tooManySecrets = defineError({
  kind: 'conflict',
  code: 'too_many_secrets',
  title: 'The application already has two live secrets',
  remedy: 'Delete one of them first, or send graceSeconds 0 to replace both at once.',
});
