import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { KeptAnswers } from '../../platform/idempotency/kept-answers.service.js';
import { IDEMPOTENCY_METADATA, isIdempotencyKey } from '../../shared/protocol/idempotency-key.js';
import { carriedCredentials } from '../strategies/credential.strategy.js';
import { PresentedSecrets } from './presented-secrets.js';
import { KeyedCall } from '../../principals/keyed-call.js';

/** Which calls can be repeated: those that carry a key, on a route that accepts one. */
@Injectable()
export class KeyedCalls {
  constructor(
    private readonly reflector: Reflector,
    private readonly answers: KeptAnswers,
    private readonly clients: PresentedSecrets,
  ) {}

  /** The header, as it was sent. A route that accepts no key ignores it, as other APIs do. */
  keyOf(context: ExecutionContext): string | null {
    const header = requestOf(context).headers['idempotency-key'];
    if (header === undefined) return null;
    return this.reflector.get<boolean | undefined>(IDEMPOTENCY_METADATA, context.getHandler()) ? String(header) : null;
  }

  /** The call of an admitted caller, or of an OAuth client that its endpoint still has to judge. Null without a secret. */
  made(context: ExecutionContext): KeyedCall | null {
    const request = requestOf(context);
    const carried = carriedCredentials.get(request);
    if (carried !== undefined) return carried.call;
    const secret = this.clients.secretOf(request);
    return secret === null ? null : this.of(context, secret);
  }

  /** The call made with this credential. Also null for an invalid key: such a call is refused once the caller is known. */
  of(context: ExecutionContext, credential: string): KeyedCall | null {
    const key = this.keyOf(context);
    if (key === null || !isIdempotencyKey(key)) return null;
    return new KeyedCall(credential, key, requestOf(context), this.answers);
  }
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}
