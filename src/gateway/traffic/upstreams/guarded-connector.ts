import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressRules } from './address-rules.js';

const CONNECT_LIMIT_MS = 10_000;

export class AddressRefused extends Error {
  constructor() {
    super('the address of the upstream is not in a network that upstreams may be in');
    this.name = 'AddressRefused';
  }
}

/** What TLS trusts and presents, as PEM. */
export interface TlsParts {
  readonly ca?: string | readonly string[];
  readonly cert?: string;
  readonly key?: string;
}

type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses?: LookupAddress[]) => void,
) => void;
type Callback = (error: Error | null, address?: string | LookupAddress[], family?: number) => void;

/**
 * Connects only to addresses that upstreams may have. The address is checked here, at the moment of connecting: a name that was
 * harmless when it was first checked may lead elsewhere now.
 */
export function guardedConnector(
  rules: AddressRules,
  tls: TlsParts,
  resolve: Resolve = lookup,
): buildConnector.connector {
  const options = {
    ...tls,
    timeout: CONNECT_LIMIT_MS,
    rejectUnauthorized: true,
    lookup: guardedLookup(rules, resolve),
  };
  const connect = buildConnector(options as buildConnector.BuildOptions);
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    // An address is not looked up, so nothing else would check it.
    if (isIP(host) !== 0 && !rules.isAllowed(host)) {
      callback(new AddressRefused(), null);
      return;
    }
    connect(target, (...connected) => {
      const [error, socket] = connected;
      if (error === null) socket.on('error', asFailure);
      callback(...connected);
    });
  };
}

/**
 * undici takes a reset for the end of an answer that only the end of the connection ends. That answer is incomplete (RFC 9112 §8).
 */
function asFailure(error: NodeJS.ErrnoException): void {
  if (error.code === 'ECONNRESET') error.code = 'UND_ERR_SOCKET';
}

/** A name with one forbidden address is refused with all its addresses: nobody has a good reason for such a name. */
function guardedLookup(rules: AddressRules, resolve: Resolve) {
  return (hostname: string, options: LookupOptions, callback: Callback): void => {
    resolve(hostname, { ...options, all: true }, (error, addresses = []) => {
      const [first] = addresses;
      if (error !== null) callback(error);
      else if (first === undefined || !addresses.every(({ address }) => rules.isAllowed(address)))
        callback(new AddressRefused());
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
