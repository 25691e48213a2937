import { defineError } from '../../shared/errors/domain-error.js';

export const userNotFound = defineError({
  kind: 'not_found',
  code: 'user_not_found',
  title: 'There is no such user',
  remedy: 'Check the id; GET {api}/admin/users lists the users of your site.',
});

export const invitationInvalid = defineError({
  kind: 'invalid',
  code: 'invitation_invalid',
  title: 'This invitation cannot be used',
  remedy: 'The link is mistyped, used or expired. Ask your administrator for a new one.',
});

export const wrongPassword = defineError({
  kind: 'forbidden',
  code: 'wrong_password',
  title: 'The password is wrong',
  remedy: 'Give the password that you sign in with.',
});

export const personRequired = defineError({
  kind: 'conflict',
  code: 'person_required',
  title: 'A service account has no password',
  remedy:
    'Service accounts never sign in: an administrator makes their tokens with POST {api}/admin/users/{id}/tokens.',
});

export const userSuspended = defineError({
  kind: 'conflict',
  code: 'user_suspended',
  title: 'The user is suspended',
  remedy: 'Resume the user first, with POST {api}/admin/users/{id}/resume.',
});

export const developerSecretNotFound = defineError({
  kind: 'not_found',
  code: 'developer_secret_not_found',
  title: 'You have no developer secret',
  remedy: 'Yours was revoked. POST {api}/users/me/secret/rotate makes a new one.',
});

export const developerSecretUnreadable = defineError({
  kind: 'conflict',
  code: 'developer_secret_unreadable',
  title: 'Your developer secret can no longer be shown',
  remedy:
    'The deployment key that sealed it is gone. The secret still works. POST {api}/users/me/secret/rotate makes a new one, which can be shown.',
});
