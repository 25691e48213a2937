import type { IncomingHttpHeaders } from 'node:http';
import replyFrom from '@fastify/reply-from';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import { upstreamsHeaders } from './forwarded-headers.js';
import type { UpstreamCall } from './upstream-call.js';
import { CALL, upstreamDispatcher } from './upstream-dispatcher.js';
import { asUpstreamFailure, isBrokenConnection } from './upstream-failure.js';

/** RFC 9110 §9.2.2: what may be sent twice. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const RETRY_AFTER_MS = 1;
/** What reply-from reads and keeps; where a request really goes is its call's to say. */
const NOWHERE = 'http://upstream.invalid';
/** An upstream that falls silent is noticed first: then the caller is not the one who waits too long. */
const CALLER_GRACE_MS = 2_000;

/** Sends requests to upstreams and their answers back, both as they come: @fastify/reply-from with our dispatcher. */
@Injectable()
export class GatewayServer {
  constructor(host: HttpAdapterHost) {
    void host.httpAdapter.getInstance<FastifyInstance>().register(replyFrom, {
      base: NOWHERE,
      // reply-from calls it in this one way, with a callback; the type has undici's other ways too
      undici: upstreamDispatcher as unknown as { request: Dispatcher['request'] },
      disableRequestLogging: true,
    });
  }

  /** @throws what the caller is to be told, when no answer has begun */
  send(request: FastifyRequest, reply: FastifyReply, call: UpstreamCall): Promise<void> {
    reply.raw.once('close', () => {
      if (reply.raw.writableFinished) call.settle();
      else call.giveUp();
    });
    const mayRetry = IDEMPOTENT.has(request.method) && request.body === undefined;
    return new Promise<void>((resolve, reject) => {
      reply.from('/', {
        rewriteRequestHeaders: () => ({ [CALL]: call }) as IncomingHttpHeaders,
        rewriteHeaders: (headers) => upstreamsHeaders(headers, reply.getHeader('vary')?.toString()),
        retryDelay: ({ err, attempt }) =>
          mayRetry && attempt === 0 && isBrokenConnection(err) && call.aborted === null ? RETRY_AFTER_MS : null,
        onError: (_, { error }) => {
          call.settle();
          reject(asUpstreamFailure(error.cause ?? error));
        },
        onResponse: () => {
          // An answer that stands still on a connection is one that nobody takes: http destroys that connection. To ask it for
          // that costs as much as all our checks, so only long answers are watched.
          call.answerBegan(() => reply.raw.setTimeout(call.timeoutMs + CALLER_GRACE_MS));
          promiseTrailers(request, reply, call);
          void reply.send(call.body);
          resolve();
        },
      });
    });
  }
}

/**
 * RFC 9110 §6.5.1: trailers go to who says to take them, and only those that were announced and are no part of the framing.
 * They come behind chunks, which HTTP/1.0 and the answer to HEAD don't have.
 */
function promiseTrailers(request: FastifyRequest, reply: FastifyReply, call: UpstreamCall): void {
  if (request.method === 'HEAD' || request.raw.httpVersion !== '1.1') return;
  if (!/(?:^|,)\s*trailers\s*(?:,|;|$)/i.test(String(request.headers.te ?? ''))) return;
  for (const name of call.announcedTrailers)
    reply.trailer(name, (_, __, done: (error: Error | null, value: string) => void) => {
      done(null, call.trailers[name] ?? '');
    });
}
