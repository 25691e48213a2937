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
const WATCHED_AFTER_MS = 1_000;
/** An upstream that falls silent is noticed first: then the caller is not the one who waits too long. */
const CALLER_GRACE_MS = 2_000;

/** Sends requests to upstreams and their answers back, both as they come: @fastify/reply-from with our dispatcher. */
@Injectable()
export class GatewayServer {
  constructor(host: HttpAdapterHost) {
    void host.httpAdapter.getInstance<FastifyInstance>().register(replyFrom, {
      undici: upstreamDispatcher as { request: Dispatcher['request'] },
      disableCache: true,
      disableRequestLogging: true,
    });
  }

  /** @throws what the caller is to be told, when no answer has begun */
  async send(request: FastifyRequest, reply: FastifyReply, call: UpstreamCall): Promise<void> {
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) call.giveUp();
    });
    void reply.removeHeader('cache-control'); // what may be kept is the upstream's to say
    const mayRetry = IDEMPOTENT.has(request.method) && request.body === undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        reply.from('/', {
          getUpstream: () => 'http://upstream.invalid',
          rewriteRequestHeaders: () => ({ [CALL]: call }) as IncomingHttpHeaders,
          rewriteHeaders: (headers) => upstreamsHeaders(headers, reply.getHeader('vary')?.toString()),
          retryDelay: ({ err, attempt }) =>
            mayRetry && attempt === 0 && isBrokenConnection(err) && !call.signal.aborted ? RETRY_AFTER_MS : null,
          onError: (_, { error }) => {
            reject(asUpstreamFailure(error.cause ?? error));
          },
          onResponse: (_, __, answer) => {
            call.settle();
            promiseTrailers(request, reply, call);
            watchLongAnswer(reply, call.timeoutMs + CALLER_GRACE_MS);
            void reply.send(answer.stream);
            resolve();
          },
        });
      });
    } finally {
      call.settle();
    }
  }
}

/**
 * An answer that stands still on a connection is one that nobody takes. http destroys that connection, but to ask it for that
 * costs as much as all our checks: so only those are watched that are not over after a while.
 */
function watchLongAnswer(reply: FastifyReply, idleMs: number): void {
  const watch = setTimeout(() => reply.raw.setTimeout(idleMs), WATCHED_AFTER_MS).unref();
  reply.raw.once('close', () => {
    clearTimeout(watch);
  });
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
