import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { isAddress, NetworkList, plainAddress } from '../shared/networks/network-list.js';

const MOST_KNOWN = 10_000;

/** Tells how a request really came here. `X-Forwarded-*` is believed from the networks of TRUST_PROXY alone (ASVS V4.1.3). */
@Injectable()
export class Transport {
  readonly #networks: NetworkList;
  /** Looking an address up takes microseconds, and the same few proxies ask about every request. */
  readonly #known = new Map<string, boolean>();

  constructor(settings: Settings) {
    this.#networks = new NetworkList(settings.trustProxy);
  }

  /** Our own TLS, or that of a trusted proxy. With several proxies each hop must have been HTTPS. */
  isSecure(request: IncomingMessage): boolean {
    if ((request.socket as Partial<TLSSocket>).encrypted === true) return true;
    if (!this.#isTrusted(request.socket.remoteAddress ?? '')) return false;
    const hops = headerText(request.headers['x-forwarded-proto']).split(',');
    return hops.every((hop) => hop.trim().toLowerCase() === 'https');
  }

  /** The rightmost address that no trusted proxy has: whatever stands left of it, its sender may have invented. */
  clientAddress(request: IncomingMessage): string {
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

/** Some proxies add the port: 192.0.2.1:4711, [2001:db8::1]:4711. Null for what is no address. */
function withoutPort(text: string): string | null {
  const host = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return isAddress(host) ? plainAddress(host) : null;
}
