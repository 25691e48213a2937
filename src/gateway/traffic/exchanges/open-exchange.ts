import type { Duplex } from 'node:stream';
import { performance } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayTarget } from '../../proxies/gateway-target.js';
import type { OpenCall } from '../../../principals/principals.types.js';
import type { DomainError } from '../../../shared/errors/domain-error.js';
import type { SwitchableRequest } from '../../../shared/protocol/switchable-request.js';
import type { AllowedCall } from '../allowed-call.js';
import type { UpstreamCall } from '../calls/upstream-call.js';

/** A request that was let through and is not over: the access it was given, and how to end it. */
export class OpenExchange {
  /** On the monotonic clock. */
  readonly letThroughAt = performance.now();
  readonly method: string;
  readonly target: GatewayTarget;
  readonly proxyId: string;
  readonly connectionId: string;
  /** What the exchange needs of its caller. Another deployment of the proxy may ask for other scopes. */
  call: OpenCall;

  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    { caller, proxy, target, scopes }: AllowedCall,
    private readonly upstreamCall: UpstreamCall,
  ) {
    this.method = request.method;
    this.target = target;
    this.proxyId = proxy.proxyId;
    this.connectionId = proxy.snapshot.definition.connectionId;
    this.call = { caller, accountId: proxy.accountId, scopes };
  }

  /** A WebSocket, or an event stream: it has no end of its own. */
  get isStream(): boolean {
    return this.upstreamCall.isStream;
  }

  /** The caller went away before it began. */
  get isOver(): boolean {
    return this.#connection.destroyed;
  }

  onceOver(over: () => void): void {
    this.#connection.once('close', over);
  }

  /**
   * For a request that may switch protocols, the connection itself: after the switch, the answer object knows nothing about it.
   */
  get #connection(): Duplex | FastifyReply['raw'] {
    return (this.request.raw as SwitchableRequest).switchable?.socket ?? this.reply.raw;
  }

  /**
   * Answers with this error if the answer has not begun; otherwise cuts the connection, so that half an answer does not look
   * complete.
   */
  end(error: DomainError): void {
    const hasBegun = this.reply.raw.headersSent;
    this.upstreamCall.end(error);
    if (hasBegun) this.reply.raw.destroy();
  }
}
