import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { headerValues } from '../../../shared/protocol/header-name.js';
import { isAddress, NetworkList, plainAddress } from '../../../shared/networks/network-list.js';

const MOST_KNOWN = 10_000;
const PROTO = 'x-forwarded-proto';

/** What shows how a request arrived: a Node request, or the readable part of a request that is not well formed. */
export interface Received {
  /** Only a TLSSocket has `encrypted`. */
  readonly socket: { readonly remoteAddress?: string | undefined; readonly encrypted?: boolean };
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly rawHeaders: readonly string[];
}

/** Tells how a request really arrived. Trusts `X-Forwarded-*` from the networks of TRUST_PROXY only (ASVS V4.1.3). */
@Injectable()
export class Transport {
  readonly #networks: NetworkList;
  /** Looking up an address takes microseconds, and the same few proxies come with every request. */
  readonly #known = new Map<string, boolean>();

  constructor(settings: Settings) {
    this.#networks = new NetworkList(settings.trustProxy);
  }

  /**
   * Whether the request came over our own TLS, or that of a trusted proxy. With several proxies, each hop must have been HTTPS.
   */
  isSecure(request: Pick<Received, 'socket' | 'rawHeaders'>): boolean {
    if (request.socket.encrypted === true) return true;
    if (!this.#isTrusted(request.socket.remoteAddress ?? '')) return false;
    // All spellings must agree, since a server behind us may trust any of them. A proxy writes the true one.
    const hops = headerValues(request.rawHeaders, PROTO).join(',').split(',');
    const isNamed = request.rawHeaders.some((name, i) => i % 2 === 0 && name.toLowerCase() === PROTO);
    return isNamed && hops.every((hop) => hop.trim().toLowerCase() === 'https');
  }

  /**
   * The rightmost address that is not a trusted proxy's: the sender may have invented everything to its left. A header whose name
   * is written with `_` is all invented: no proxy writes the name so, and its value could stand further right than the proxy's.
   */
  clientAddress(request: Pick<Received, 'socket' | 'headers'>): string {
    let address = plainAddress(request.socket.remoteAddress ?? '');
    if (this.#networks.isEmpty) return address;
    const named = headerText(request.headers['x-forwarded-for']).split(',');
    while (this.#isTrusted(address)) {
      const next = withoutPort(named.pop()?.trim() ?? '');
      if (next === null) break;
      address = next;
    }
    return address;
  }

  /** Whether a peer may report what its own peers did. */
  isTrustedProxy(address: string | undefined): boolean {
    return this.#isTrusted(address ?? '');
  }

  #isTrusted(address: string): boolean {
    const known = this.#known.get(address);
    if (known !== undefined) return known;
    const trusted = this.#networks.contains(address);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(address, trusted);
    return trusted;
  }
}

function headerText(value: string | string[] | undefined): string {
  return [value ?? ''].flat().join(',');
}

/** Some proxies add the port: 192.0.2.1:4711, [2001:db8::1]:4711. Null for text that is not an address. */
function withoutPort(text: string): string | null {
  const host = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return isAddress(host) ? plainAddress(host) : null;
}
