import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import replyFrom from '@fastify/reply-from';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import { type Headers, type OwnHeaders, upstreamsHeaders } from './calls/forwarded-headers.js';
import type { UpstreamCall } from './calls/upstream-call.js';
import { CALL, upstreamDispatcher } from './upstreams/upstream-dispatcher.js';
import { asUpstreamFailure, isBrokenConnection } from './upstreams/upstream-failure.js';

/** RFC 9110 §9.2.2: methods that may be sent twice. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const RETRY_AFTER_MS = 1;
/** reply-from reads and keeps this address; the call decides where a request really goes. */
const NOWHERE = 'http://upstream.invalid';
/** A silent upstream is noticed before this, so that the caller is not blamed for the time it took. */
const CALLER_GRACE_MS = 2_000;

/** Sends requests to upstreams and their answers back, both as they arrive: @fastify/reply-from with our dispatcher. */
@Injectable()
export class GatewayServer {
  constructor(host: HttpAdapterHost) {
    void host.httpAdapter.getInstance<FastifyInstance>().register(replyFrom, {
      base: NOWHERE,
      // reply-from calls it only in this way, with a callback; the type has undici's other ways too
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
    const own = { vary: textOf(reply, 'vary'), exposed: textOf(reply, 'access-control-expose-headers') };
    let passed: Headers = {};
    const mayRetry = IDEMPOTENT.has(request.method) && request.body === undefined;
    return new Promise<void>((resolve, reject) => {
      reply.from('/', {
        rewriteRequestHeaders: () => ({ [CALL]: call }) as IncomingHttpHeaders,
        rewriteHeaders: (headers) => (passed = call.withoutSecrets(upstreamsHeaders(headers, own))),
        retryDelay: ({ err, attempt }) =>
          mayRetry && attempt === 0 && isBrokenConnection(err) && call.aborted === null ? RETRY_AFTER_MS : null,
        onError: (_, { error }) => {
          call.settle();
          reject(asUpstreamFailure(error.cause ?? error));
        },
        onResponse: () => {
          // If an answer stands still on a connection, nobody is taking it: http destroys that connection. Setting that up costs
          // as much as all our checks, so only long answers are watched.
          call.answerBegan(() => reply.raw.setTimeout(call.timeoutMs + CALLER_GRACE_MS));
          promiseTrailers(request, reply, call);
          // before Fastify, which would answer with these headers
          if (call.body instanceof Readable)
            call.body.once('error', () => {
              if (!reply.raw.headersSent) takeBack(reply, passed, own);
            });
          void reply.send(call.body);
          resolve();
        },
      });
    });
  }
}

function textOf(reply: FastifyReply, name: string): string | undefined {
  return reply.getHeader(name)?.toString();
}

/** The answer that these headers describe will not come: ours takes its place. */
function takeBack(reply: FastifyReply, passed: Headers, { vary, exposed }: OwnHeaders): void {
  for (const name of [...Object.keys(passed), 'trailer']) {
    reply.removeHeader(name);
    // Fastify has told http already
    reply.raw.removeHeader(name);
  }
  if (vary !== undefined) void reply.header('vary', vary);
  if (exposed !== undefined) void reply.header('access-control-expose-headers', exposed);
}

/**
 * RFC 9110 §6.5.1: trailers are sent only to callers that say they accept them, and only those that were announced and are no
 * part of the framing. They follow chunks, which HTTP/1.0 and the answer to HEAD don't have. Fastify's own trailers would be
 * announced without commas.
 */
function promiseTrailers(request: FastifyRequest, reply: FastifyReply, call: UpstreamCall): void {
  if (request.method === 'HEAD' || request.raw.httpVersion !== '1.1') return;
  if (!/(?:^|,)\s*trailers\s*(?:,|;|$)/i.test(String(request.headers.te ?? ''))) return;
  if (call.announcedTrailers.length === 0 || !(call.body instanceof Readable)) return;
  void reply.header('trailer', call.announcedTrailers.join(', '));
  // before the listener of Fastify, which ends the answer
  call.body.once('end', () => {
    sendTrailers(reply, call);
  });
}

/** Nobody catches what a listener throws: it would end the process, whatever the upstream has sent to cause it. */
function sendTrailers(reply: FastifyReply, call: UpstreamCall): void {
  try {
    reply.raw.addTrailers(call.passedTrailers);
  } catch (error) {
    reply.raw.destroy(asUpstreamFailure(error));
  }
}
