import type { IncomingMessage } from 'node:http';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parsedBody, takeBody } from '../../../platform/http/late-body-reading.js';
import { invalidRequest, rateLimited } from '../../../shared/errors/general.errors.js';
import { DocumentThread } from './document-thread.js';

export const DOCUMENT_LIMIT = 10 * 1024 * 1024;
/** Each has a thread and memory of its own. */
const MOST_AT_ONCE = 2;
const RETRY_AFTER_SECONDS = 5;

/** The threads that read documents, by the request that sent each. */
@Injectable()
export class DocumentThreads {
  readonly #threads = new WeakMap<IncomingMessage, DocumentThread>();
  #open = 0;

  of(request: IncomingMessage): DocumentThread {
    const thread = this.#threads.get(request);
    if (thread === undefined) throw new Error('this route does not read documents');
    return thread;
  }

  /** A thread until the request is answered, or its connection is closed. @throws invalidRequest, rateLimited */
  open(request: IncomingMessage, { raw }: FastifyReply): DocumentThread {
    const { socket } = request;
    // the guards before this one took their time, and an end that has been announced is not announced again
    if (raw.destroyed || socket.destroyed) throw invalidRequest({ detail: 'The body ended early.' });
    if (this.#open >= MOST_AT_ONCE)
      throw rateLimited({
        detail: `${MOST_AT_ONCE} documents are being read already.`,
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    const thread = new DocumentThread();
    this.#open++;
    this.#threads.set(request, thread);
    const close = () => {
      raw.off('close', close);
      socket.off('close', close);
      this.#open--;
      thread.close();
    };
    raw.once('close', close);
    // an answer that waits for the one before it on the same connection never hears of the end
    socket.once('close', close);
    return thread;
  }
}

/**
 * Hands the body of an import to a thread as it arrives, once its sender may import. The call sees the fields of the body, and
 * asks the thread for the proposal.
 */
@Injectable()
export class DocumentReading implements CanActivate {
  constructor(private readonly threads: DocumentThreads) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const thread = this.threads.open(request.raw, http.getResponse<FastifyReply>());
    await takeBody(request.raw, DOCUMENT_LIMIT, (chunk) => {
      thread.add(chunk);
    });
    request.body = parsedBody(await thread.fields());
    return true;
  }
}
