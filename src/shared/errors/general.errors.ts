import { defineError } from './domain-error.js';

/** The errors that any call can answer. */
export const validationFailed = defineError({
  kind: 'invalid',
  code: 'validation_failed',
  title: 'The request is not valid',
  remedy: 'Correct the fields that `errors` names and send the request again.',
});

export const invalidRequest = defineError({
  kind: 'invalid',
  code: 'invalid_request',
  title: 'The request is malformed',
  remedy: 'Correct the request as the detail says.',
});

export const notFound = defineError({
  kind: 'not_found',
  code: 'not_found',
  title: 'There is no such thing',
  remedy: 'Check the path and the id. A resource of another site gets the same answer as one that never existed.',
});

export const methodNotAllowed = defineError({
  kind: 'method_not_allowed',
  code: 'method_not_allowed',
  title: 'This method is not allowed here',
  remedy: 'Use one of the methods that the Allow header names.',
});

export const duplicateName = defineError({
  kind: 'conflict',
  code: 'duplicate_name',
  title: 'This name is taken',
  remedy: 'Choose another name.',
});

export const inUse = defineError({
  kind: 'conflict',
  code: 'in_use',
  title: 'Something still uses this',
  remedy: 'First change or delete what `usedBy` lists, with the type, the id and the name of each.',
});

export const editConflict = defineError({
  kind: 'precondition_failed',
  code: 'edit_conflict',
  title: 'Somebody changed this in the meantime',
  remedy:
    'If-Match names an older version, and nothing was changed. GET the current version, and repeat the change with its ETag.',
});

export const bodyTooLarge = defineError({
  kind: 'too_large',
  code: 'body_too_large',
  title: 'The request body is too large',
  remedy: 'Send at most 100 KiB.',
});

export const unsupportedMediaType = defineError({
  kind: 'unsupported_media_type',
  code: 'unsupported_media_type',
  title: 'This type of body is not supported',
  remedy: 'Send application/json, or application/x-www-form-urlencoded on the OAuth endpoints.',
});

export const rateLimited = defineError({
  kind: 'rate_limited',
  code: 'rate_limited',
  title: 'Too many attempts',
  remedy: 'Wait for the number of seconds in Retry-After, then try again.',
});

export const databaseUnavailable = defineError({
  kind: 'unavailable',
  code: 'database_unavailable',
  title: 'The service cannot reach its database',
  remedy: 'Try again after the number of seconds in Retry-After. A change that was not answered was not made.',
});

export const internalError = defineError({
  kind: 'internal',
  code: 'internal_error',
  title: 'The service failed unexpectedly',
  remedy: 'Try again. If the error persists, give your administrator the requestId.',
});
