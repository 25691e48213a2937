import { types } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** The framework's messages about its own start, which only help to debug the framework. */
const FRAMEWORK = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

/** Nest's logger on top of the server's logger, so that everything is a JSON line in the same stream. */
export class NestLog implements LoggerService {
  constructor(private readonly sink: FastifyBaseLogger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.#write(FRAMEWORK.has(contextOf(rest)) ? 'debug' : 'info', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.#write('trace', message, rest);
  }

  /** Nest passes further parameters first and the context last. For errors, they may include a stack. */
  #write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = contextOf(rest);
    const stack = rest.slice(0, -1).find((value): value is string => typeof value === 'string');
    const more = { context, ...(stack === undefined ? {} : { stack }) };
    if (types.isNativeError(message)) this.sink[level]({ ...more, err: message }, message.message);
    else if (isEntry(message)) {
      const { message: text, ...fields } = message;
      this.sink[level]({ ...more, ...fields }, typeof text === 'string' ? text : '');
    } else this.sink[level](more, String(message));
  }
}

function contextOf(rest: readonly unknown[]): string {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : '';
}

function isEntry(message: unknown): message is Readonly<Record<string, unknown>> {
  return typeof message === 'object' && message !== null;
}
