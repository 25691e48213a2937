import { types } from 'node:util';
import type { FastifyServerOptions } from 'fastify';
import type { LogLevel } from '../../config/settings.js';
import type { Clock } from '../../../shared/clock/clock.js';
import { masked } from './secret-mask.js';

/** Receives the lines instead of standard output. */
export interface LogStream {
  write(line: string): void;
}

const DEEPEST_CAUSE = 5;
/** If anybody ever logs a request or its headers, the secrets stay out (ASVS V16.2.5). */
const REDACTED = ['authorization', 'cookie', '"set-cookie"', '"proxy-authorization"'].flatMap((name) => [
  dotted('headers', name),
  dotted('req.headers', name),
  dotted('res.headers', name),
]);

/** One JSON object per line, so that no CR or LF in a value can forge a line (ASVS V16.4.1). Bodies are never logged. */
export function logOptions(
  level: LogLevel,
  clock: Clock,
  stream: LogStream | undefined,
): Exclude<FastifyServerOptions['logger'], undefined> {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${clock.now().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: [...REDACTED, 'body', 'req.body', 'password', 'token', 'secret'], censor: '[secret]' },
    serializers: { err: (error: unknown) => serialized(error, 0) },
    ...(stream === undefined ? {} : { stream }),
  };
}

interface LoggedError {
  [field: string]: unknown;
  type: string;
  message: string;
  stack: string;
}

/** Logs only these parts of an error: drivers attach the statement and its parameters to theirs. */
function serialized(error: unknown, depth: number): LoggedError {
  if (!types.isNativeError(error)) return { type: typeof error, message: masked(String(error)), stack: '' };
  const deeper = error.cause !== undefined && depth < DEEPEST_CAUSE;
  return {
    type: error.name,
    message: masked(error.message),
    stack: masked(error.stack ?? ''),
    ...('code' in error ? { code: String(error.code) } : {}),
    ...(deeper ? { cause: serialized(error.cause, depth + 1) } : {}),
  };
}

function dotted(path: string, name: string): string {
  return name.startsWith('"') ? `${path}[${name}]` : `${path}.${name}`;
}
