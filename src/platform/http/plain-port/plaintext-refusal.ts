import type { IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../shared/authz/actor.js';
import type { DomainError } from '../../../shared/errors/domain-error.js';
import type { SwitchableRequest } from '../../../shared/protocol/switchable-request.js';
import { httpsRequired } from '../answers/http.errors.js';
import { KeptBytes } from '../requests/kept-bytes.js';
import { PlaintextSearch } from './plaintext-search.js';
import { headBytes, trailersOf } from '../requests/request-bytes.js';

/** contract §2: how long a request is read. */
const LONGEST_MS = 10_000;
/** A search that takes longer finishes after the answer. */
const ANSWER_AFTER_MS = 3_000;

/**
 * Handles every request that came to a trusted proxy in plaintext. The request is refused, never redirected (ASVS V4.1.2), and
 * all of it is searched for credentials, since the network has read them (contract §2).
 */
@Injectable()
export class PlaintextRefusal {
  constructor(private readonly searches: PlaintextSearch) {}

  /** Searches all parts of the request and answers the error. It never fails. */
  async refuse(request: SwitchableRequest, context: RequestContext): Promise<DomainError> {
    const head = this.searches.search(headBytes(request), context);
    const body = hasBody(request) ? this.#searchBody(request, context) : head;
    // A client that asks first waits for the answer before it sends its body.
    const awaited = request.headers.expect === undefined ? Promise.all([head, body]) : head;
    await Promise.race([awaited, delay(ANSWER_AFTER_MS, undefined, { ref: false })]);
    return httpsRequired();
  }

  /** Searches the part of the body that came in time, including trailers. */
  async #searchBody(request: IncomingMessage, context: RequestContext): Promise<void> {
    const { room } = this.searches;
    const kept = new KeptBytes();
    await keepBody(request, (chunk) => {
      room.take(kept.add(chunk), request);
      return !kept.isFull;
    });
    const taken = kept.length;
    kept.add(trailersOf(request));
    await this.searches.search(kept.bytes, context);
    room.leave(taken, request);
  }
}

/** Reads until `keep` answers that it has enough, until the body ends, or until the time is over. */
async function keepBody(request: IncomingMessage, keep: (chunk: Buffer) => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const onData = (chunk: Buffer): void => {
      if (!keep(chunk)) finish();
    };
    const finish = (): void => {
      clearTimeout(deadline);
      request.off('data', onData).resume();
      resolve();
    };
    const deadline = setTimeout(finish, LONGEST_MS).unref();
    request.on('data', onData).once('end', finish).once('error', finish).once('close', finish);
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
