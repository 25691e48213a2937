import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { databaseUnavailable } from '../../shared/errors/general.errors.js';
import { requireIdempotencyKey } from '../../shared/protocol/idempotency-key.js';
import { AccessGuard } from '../guards/access.guard.js';
import { AuthenticationGuard } from '../guards/authentication.guard.js';
import { KeyedAttempt } from './keyed-attempt.js';
import { KeyedCalls } from './keyed-calls.service.js';
import { Turns } from './turns.js';

const MOST_ATTEMPTS = 5;

/**
 * Calls with an Idempotency-Key (contract §9, docs/decisions/0011-idempotency-key.md). The first call is answered once its answer
 * is committed together with its change. A repetition runs like any other call, with every check of its caller, and is then
 * undone: a caller who may no longer make the call is refused, and one who may gets the first answer.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly calls: KeyedCalls,
    private readonly attempt: KeyedAttempt,
    private readonly turns: Turns,
    private readonly authentication: AuthenticationGuard,
    private readonly access: AccessGuard,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const key = this.calls.keyOf(context);
    if (key === null) return next.handle();
    requireIdempotencyKey(key);
    const call = this.calls.made(context);
    return call === null ? next.handle() : from(this.#inTurn(call.id, context, next));
  }

  async #inTurn(id: string, context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const hasWaited = this.turns.isTaken(id);
    const giveTurn = await this.turns.take(id);
    try {
      if (hasWaited) await this.#admitAgain(context);
      return await this.#answer(context, next);
    } finally {
      giveTurn();
    }
  }

  async #answer(context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const http = context.switchToHttp();
    const { id } = http.getRequest<FastifyRequest>();
    for (let attempts = 1; attempts <= MOST_ATTEMPTS; attempts++) {
      const call = this.calls.made(context);
      if (call === null) throw new Error('a call that had a credential has none any more');
      const answer = await this.attempt.make(call, id, () => lastValueFrom(next.handle()));
      if (answer === null) {
        await this.#admitAgain(context);
        continue;
      }
      if (answer.isRepeated) void http.getResponse<FastifyReply>().header('Idempotent-Replayed', 'true');
      return answer.body;
    }
    throw databaseUnavailable({ retryAfterSeconds: 1 });
  }

  /** A call made meanwhile may have changed the caller: its value may have been rotated away by now. */
  async #admitAgain(context: ExecutionContext): Promise<void> {
    await this.authentication.canActivate(context);
    await this.access.canActivate(context);
  }
}
