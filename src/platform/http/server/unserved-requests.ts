import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { answerClientError, closeAfter } from './client-error.js';
import { PlainAnswers } from '../plain-port/plain-answers.js';
import { PlaintextSearch } from '../plain-port/plaintext-search.js';
import { headBytes } from '../requests/request-bytes.js';
import { requestHead } from '../plain-port/request-head.js';
import { StrictTransport } from '../requests/strict-transport.js';
import { RequestIds } from './request-ids.js';
import { Transport } from '../requests/transport.js';

const SEARCH_DEADLINE_MS = 3_000;
const END_OF_HEAD = Buffer.from('\r\n\r\n');
const PROTO = /^x[-_]forwarded[-_]proto[ \t]*:(.*)$/gim;

/** An error of Node's parser, with the packet that it could not read. */
export interface ClientError extends NodeJS.ErrnoException {
  readonly rawPacket?: unknown;
}

/**
 * Handles requests that Node can't or won't parse, and hands over as bare connections. Those that came in plaintext are refused
 * and searched like any other request (contract §2).
 */
@Injectable()
export class UnservedRequests {
  /** Their senders keep sending, but get one answer. */
  readonly #answered = new WeakSet<Duplex>();
  readonly #strict: StrictTransport;

  constructor(
    settings: Settings,
    private readonly transport: Transport,
    private readonly searches: PlaintextSearch,
    private readonly answers: PlainAnswers,
    private readonly ids: RequestIds,
  ) {
    this.#strict = new StrictTransport(settings);
  }

  /** Not a well-formed request, or one that came too slowly. Of a slow one, Node has kept nothing. */
  malformed(error: ClientError, socket: Duplex): void {
    const { rawPacket } = error;
    if (!Buffer.isBuffer(rawPacket) || this.#saysSecure(rawPacket, socket)) this.#answer(error, socket);
    else void this.#refuse(rawPacket, socket);
  }

  /** A CONNECT, or an upgrade whose body the parser has released; `behind` is the part of it that has arrived. */
  unread(request: IncomingMessage, socket: Duplex, behind: Buffer): void {
    if (this.transport.isSecure(request)) this.#answer(new Error('a request that is not served'), socket);
    else void this.#refuse(Buffer.concat([headBytes(request), behind]), socket);
  }

  #answer(error: ClientError, socket: Duplex): void {
    answerClientError(error, socket, this.#strict.valueFor(nameOf(socket)));
  }

  /**
   * Nobody knows where in the packet the request begins. So every proxy that the packet names must say HTTPS, and at least one
   * must be named.
   */
  #saysSecure(packet: Buffer, socket: Duplex): boolean {
    const said = Array.from(packet.toString('latin1').matchAll(PROTO), ([, proto = '']) => proto.trim());
    const rawHeaders = said.flatMap((proto) => ['x-forwarded-proto', proto]);
    return this.transport.isSecure({ socket: socket as Socket, rawHeaders });
  }

  async #refuse(bytes: Buffer, socket: Duplex): Promise<void> {
    const head = requestHead(Buffer.concat([bytes, END_OF_HEAD]));
    const requestId = this.ids.next();
    const address = this.transport.clientAddress({ socket: socket as Socket, headers: head?.headers ?? {} });
    const search = this.searches.search(bytes, { requestId, address, userAgent: null });
    if (this.#answered.has(socket)) return;
    this.#answered.add(socket);
    await Promise.race([search, delay(SEARCH_DEADLINE_MS, undefined, { ref: false })]);
    closeAfter(socket, this.answers.refusal(head, requestId));
  }
}

/** The name by which the client asked for our certificate (RFC 6066 §3). Without our TLS nobody knows a name. */
function nameOf(socket: Duplex): string | undefined {
  const { servername } = socket as Partial<Pick<TLSSocket, 'servername'>>;
  return typeof servername === 'string' && servername !== '' ? servername : undefined;
}
