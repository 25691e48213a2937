import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { isAddress, NetworkList, plainAddress } from '../shared/networks/network-list.js';

/** Tells how a request really came here. `X-Forwarded-*` is believed from the networks of TRUST_PROXY alone (ASVS V4.1.3). */
@Injectable()
export class Transport {
  readonly #trusted: NetworkList;

  constructor(settings: Settings) {
    this.#trusted = new NetworkList(settings.trustProxy);
  }

  /** Our own TLS, or that of a trusted proxy. With several proxies each hop must have been HTTPS. */
  isSecure(request: IncomingMessage): boolean {
    if ((request.socket as Partial<TLSSocket>).encrypted === true) return true;
    if (!this.#trusted.contains(request.socket.remoteAddress ?? '')) return false;
    const hops = headerText(request.headers['x-forwarded-proto']).split(',');
    return hops.every((hop) => hop.trim().toLowerCase() === 'https');
  }

  /** The rightmost address that no trusted proxy has: whatever stands left of it, its sender may have invented. */
  clientAddress(request: IncomingMessage): string {
    let address = plainAddress(request.socket.remoteAddress ?? '');
    if (this.#trusted.isEmpty) return address;
    const named = headerText(request.headers['x-forwarded-for']).split(',');
    while (this.#trusted.contains(address)) {
      const next = withoutPort(named.pop()?.trim() ?? '');
      if (next === null) break;
      address = next;
    }
    return address;
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
