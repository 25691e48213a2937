import type { Duplex } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import type { SwitchableRequest } from '../../../shared/protocol/switchable-request.js';
import type { Headers } from '../calls/forwarded-headers.js';
import { upgradeRefused } from '../gateway.errors.js';
import type { UpstreamCall } from '../calls/upstream-call.js';
import { asUpstreamFailure } from '../upstreams/upstream-failure.js';

/** RFC 6455 §4.2.2, and what the two ends agree on by themselves. */
const HANDSHAKE_HEADERS = /^sec-websocket-(?:accept|protocol|extensions)$/;

/** Lets a WebSocket through (RFC 6455): after the same checks as any request, the two connections are joined. */
@Injectable()
export class WebSockets {
  /**
   * RFC 6455 §4.1: with GET alone. With any other method, the upstream would get a different request from the one that the rule
   * has matched.
   */
  isAskedFor(request: FastifyRequest): boolean {
    if (request.method !== 'GET') return false;
    const { switchable } = request.raw as SwitchableRequest;
    return switchable !== undefined && request.headers.upgrade?.toLowerCase() === 'websocket';
  }

  /** @throws what the caller is to be told, when the upstream does not switch */
  async join(request: FastifyRequest, reply: FastifyReply, call: UpstreamCall): Promise<void> {
    const { switchable } = request.raw as SwitchableRequest;
    if (switchable === undefined) throw new Error('not a request that can switch');
    const { socket: caller, head } = switchable;
    const giveUp = () => {
      call.giveUp();
    };
    caller.once('close', giveUp);
    const { headers, socket: upstream } = await this.#switched(call);
    caller.off('close', giveUp);
    reply.hijack();
    // typed for a Socket; 'upgrade' hands out a Duplex
    reply.raw.detachSocket(caller as unknown as Parameters<typeof reply.raw.detachSocket>[0]);
    caller.write(handshakeOf(call.withoutSecrets(headers as Headers)));
    if (head.length > 0) upstream.write(head);
    joined(caller, upstream);
    call.isStream = true;
    call.onAbort = () => caller.destroy();
    // it was ended while it switched
    if (call.aborted !== null) caller.destroy();
  }

  async #switched(call: UpstreamCall): Promise<Dispatcher.UpgradeData> {
    const { upstream, path, headers } = call;
    const abortion = new AbortController();
    // undici learns of it only once there is a connection
    const givenUp = new Promise<never>((_, reject) => {
      call.onAbort = (reason) => {
        abortion.abort(reason);
        reject(reason);
      };
    });
    try {
      const options = { path, method: 'GET', headers, protocol: 'websocket' };
      const switching = upstream.pool.upgrade({ ...options, signal: abortion.signal });
      return await Promise.race([switching, givenUp]);
    } catch (error) {
      const failure = asUpstreamFailure(error);
      // undici says so for any answer other than 101
      throw failure.code === 'upstream_unreachable' && isAnswer(error) ? upgradeRefused({ cause: error }) : failure;
    } finally {
      call.settle();
    }
  }
}

function isAnswer(error: unknown): boolean {
  return error instanceof Error && error.message === 'bad upgrade';
}

function handshakeOf(headers: Headers): string {
  const lines = Object.entries(headers)
    .filter(([name]) => HANDSHAKE_HEADERS.test(name))
    .map(([name, value]) => `${name}: ${[value].flat().join(', ')}`);
  return ['HTTP/1.1 101 Switching Protocols', 'upgrade: websocket', 'connection: Upgrade', ...lines, '', ''].join(
    '\r\n',
  );
}

/** Connects each end to the other; both end together. */
function joined(caller: Duplex, upstream: Duplex): void {
  caller.pipe(upstream);
  upstream.pipe(caller);
  for (const [one, other] of [
    [caller, upstream],
    [upstream, caller],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}
