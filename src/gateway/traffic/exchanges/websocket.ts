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
    caller.write(handshakeOf(call.withoutSecrets(headers)));
    if (head.length > 0) upstream.write(head);
    joined(caller, upstream);
    call.isStream = true;
    call.onAbort = () => caller.destroy();
    // it was ended while it switched
    if (call.aborted !== null) caller.destroy();
  }

  async #switched(call: UpstreamCall): Promise<Switched> {
    const { upstream, path, headers } = call;
    try {
      return await new Promise((resolve, reject) => {
        const options = { path, method: 'GET', headers, upgrade: 'websocket' } as const;
        upstream.pool.dispatch(options, new Switch(call, resolve, reject));
      });
    } catch (error) {
      throw error instanceof NotSwitched ? upgradeRefused({ cause: error }) : asUpstreamFailure(error);
    } finally {
      call.settle();
    }
  }
}

interface Switched {
  readonly headers: Headers;
  readonly socket: Duplex;
}

/** The upstream answered, but not with 101. */
class NotSwitched extends Error {}

/** Passes on what undici reports of a handshake. `pool.upgrade` would not say which status a refusal has. */
class Switch implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | null = null;

  constructor(
    private readonly call: UpstreamCall,
    private readonly resolve: (switched: Switched) => void,
    private readonly reject: (reason: Error) => void,
  ) {
    call.onAbort = (reason) => {
      this.#controller?.abort(reason);
      // undici learns of it only once there is a connection
      reject(reason);
    };
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.call.aborted !== null) controller.abort(this.call.aborted);
  }

  onRequestUpgrade(_: Dispatcher.DispatchController, __: number, headers: Headers, socket: Duplex): void {
    this.resolve({ headers, socket });
  }

  onResponseStart(controller: Dispatcher.DispatchController, statusCode: number): void {
    if (statusCode < 200) return;
    this.call.judged(statusCode);
    controller.abort(new NotSwitched(`the upstream answered ${statusCode}`));
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.reject(error);
  }
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
