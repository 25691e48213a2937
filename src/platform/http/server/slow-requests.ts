import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { requestTimedOut } from './client-error.js';
import { SLOW_SENDER_LIMITS } from './server-limits.js';
import { UnservedRequests } from './unserved-requests.js';

/** From when, and from which byte of the connection on, a request is measured. */
interface Measured {
  /** On the monotonic clock. */
  since: number;
  bytesBefore: number;
}

/** A callback on it runs as a microtask: when http has parsed all that has arrived with the headers. */
const SOON = Promise.resolve();

/**
 * Ends requests whose body comes too slowly (API4). http has one limit for all of them, which is too long for most, and counts no
 * bytes. A body that arrives together with its headers is not watched, nor one that comes over no connection (Fastify's `inject`).
 */
@Injectable()
export class SlowRequests {
  /** A test has no time for these. */
  limits: Readonly<Record<keyof typeof SLOW_SENDER_LIMITS, number>> = SLOW_SENDER_LIMITS;

  constructor(private readonly unserved: UnservedRequests) {}

  /**
   * Call this for a request with a body, when its headers have arrived.
   * @param passedOn whether an upstream takes the body: for as long as the proxy says, but the body must not stand still
   */
  watch(request: IncomingMessage, response: ServerResponse, passedOn: boolean): void {
    if (!(request.socket instanceof Socket)) return;
    void SOON.then(() => {
      if (!request.complete && !request.destroyed) this.#watch(request, response, passedOn);
    });
  }

  #watch(request: IncomingMessage, response: ServerResponse, passedOn: boolean): void {
    const measured = { since: performance.now(), bytesBefore: request.socket.bytesRead };
    const timer = setInterval(() => {
      if (!this.#isTooSlow(request, measured, passedOn)) return;
      clearInterval(timer);
      // an answer has begun, and another one in the middle of it would be taken for a part of it
      if (response.headersSent) request.socket.destroy();
      else this.unserved.malformed(requestTimedOut(), request.socket);
    }, this.limits.checkEvery).unref();
    request.once('close', () => {
      clearInterval(timer);
    });
  }

  #isTooSlow(request: IncomingMessage, measured: Measured, passedOn: boolean): boolean {
    const { after, bytesPerSecond } = this.limits;
    if (request.complete) return false;
    const { bytesRead } = request.socket;
    const elapsed = performance.now() - measured.since;
    if (!passedOn) return elapsed >= after;
    // if the upstream takes nothing at the moment, the sender is not to blame
    if (request.readableFlowing === true) {
      if (elapsed < after) return false;
      if (bytesRead - measured.bytesBefore < (bytesPerSecond * elapsed) / 1_000) return true;
    }
    measured.since += elapsed;
    measured.bytesBefore = bytesRead;
    return false;
  }
}
