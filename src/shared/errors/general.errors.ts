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
  remedy: 'Check the path and the id. What belongs to another site is answered like what never was.',
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
  remedy: 'Change or delete first what `usedBy` names; it says the type, the id and the name of each.',
});

export const editConflict = defineError({
  kind: 'precondition_failed',
  code: 'edit_conflict',
  title: 'Somebody changed this meanwhile',
  remedy:
    'It is no longer what If-Match names, and nothing was changed. GET it again, and repeat the change with its new ETag.',
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
  title: 'This kind of body is not understood',
  remedy: 'Send application/json, or application/x-www-form-urlencoded on the OAuth endpoints.',
});

export const rateLimited = defineError({
  kind: 'rate_limited',
  code: 'rate_limited',
  title: 'Too many attempts',
  remedy: 'Wait for as many seconds as Retry-After says, then try again.',
});

export const databaseUnavailable = defineError({
  kind: 'unavailable',
  code: 'database_unavailable',
  title: 'The service cannot reach its database',
  remedy: 'Try again after as many seconds as Retry-After says. Nothing was changed that was not answered.',
});

export const internalError = defineError({
  kind: 'internal',
  code: 'internal_error',
  title: 'Something went wrong on our side',
  remedy: 'Try again; if it stays, tell your administrator the requestId.',
});
