import { types } from 'node:util';
import { HttpException } from '@nestjs/common';
import { DomainError } from '../../../shared/errors/domain-error.js';
import {
  bodyTooLarge,
  internalError,
  invalidRequest,
  methodNotAllowed,
  notFound,
  rateLimited,
  unsupportedMediaType,
} from '../../../shared/errors/general.errors.js';
import { OAuthError } from '../../../shared/errors/oauth-error.js';
import { conflict, forbidden, unauthenticated, unavailable } from './http.errors.js';

/**
 * Turns anything that was thrown into one of our errors; src/database has already done so with those of its drivers. Anything
 * unexpected becomes internal_error, with its cause for the log.
 */
export function translate(exception: unknown): DomainError | OAuthError {
  if (exception instanceof DomainError || exception instanceof OAuthError) return exception;
  const status = statusOf(exception);
  if (status !== null && status < 500) return clientError(status, exception);
  return status === 503 ? unavailable({ cause: exception }) : internalError({ cause: exception });
}

/** Nest's and Fastify's own errors. Their messages are not passed on, because some of them quote the request. */
function clientError(status: number, cause: unknown): DomainError {
  switch (status) {
    case 401:
      return unauthenticated({ cause });
    case 403:
      return forbidden({ cause });
    case 404:
      return notFound({ cause });
    case 405:
      return methodNotAllowed({ cause });
    case 409:
      return conflict({ cause });
    case 413:
      return bodyTooLarge({ cause });
    case 415:
      return unsupportedMediaType({ cause });
    case 429:
      return rateLimited({ cause });
    default:
      return invalidRequest({ detail: detailOf(cause), cause });
  }
}

const DETAILS: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'The path is not correctly percent-encoded.',
  FST_ERR_MAX_PARAM_LENGTH: 'A part of the path is too long.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as Content-Length says.',
};

function detailOf(exception: unknown): string {
  const source = exception instanceof HttpException && exception.cause !== undefined ? exception.cause : exception;
  return DETAILS[codeOf(source)] ?? 'The request is malformed.';
}

function statusOf(exception: unknown): number | null {
  if (exception instanceof HttpException) return exception.getStatus();
  if (exception instanceof URIError) return 400;
  const isFrameworkError = codeOf(exception).startsWith('FST_ERR_');
  if (isFrameworkError && types.isNativeError(exception) && 'statusCode' in exception)
    return Number(exception.statusCode);
  return null;
}

function codeOf(exception: unknown): string {
  return types.isNativeError(exception) && 'code' in exception ? String(exception.code) : '';
}
