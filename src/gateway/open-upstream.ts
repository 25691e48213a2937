import { rootCertificates } from 'node:tls';
import { Agent, Pool } from 'undici';
import type { Upstream } from '../connections/connections.service.js';
import type { Clock } from '../shared/clock/clock.js';
import type { AddressRules } from './address-rules.js';
import { guardedConnector, type TlsParts } from './guarded-connector.js';
import { UpstreamToken } from './upstream-token.js';

const MOST_CONNECTIONS = 256;
const LONGEST_HEADERS = 32 * 1024;

/** What a credential adds to a request. */
export interface Authorization {
  readonly headers: Readonly<Record<string, string>>;
  /** A parameter of the query, encoded. */
  readonly parameter: { readonly name: string; readonly value: string } | null;
}

const NONE: Authorization = { headers: {}, parameter: null };

/** One upstream: its address, its pool of connections, what it is shown. */
export class OpenUpstream {
  /** Without a slash at its end. */
  readonly basePath: string;
  readonly host: string;
  readonly audience: string;
  readonly version: string;
  readonly pool: Pool;
  readonly #credential: Upstream['credential'];
  readonly #token: UpstreamToken | null;

  constructor(upstream: Upstream, rules: AddressRules, clock: Clock) {
    const url = new URL(upstream.baseUrl);
    this.host = url.host;
    this.basePath = url.pathname.replace(/\/$/, '');
    this.audience = upstream.baseUrl;
    this.version = upstream.version;
    this.pool = new Pool(url.origin, poolOptions(rules, tlsOf(upstream)));
    this.#credential = upstream.credential;
    this.#token =
      upstream.credential?.type === 'client_credentials'
        ? new UpstreamToken(upstream.credential, new Agent(poolOptions(rules, tokenTlsOf(upstream))), clock)
        : null;
  }

  /** What the connection's own credential adds. @throws upstreamCredentialRefused */
  authorization(): Authorization | Promise<Authorization> {
    const credential = this.#credential;
    switch (credential?.type) {
      case undefined:
        return NONE;
      case 'basic': {
        const pair = Buffer.from(`${credential.username}:${credential.secret.reveal()}`).toString('base64');
        return inHeader('authorization', `Basic ${pair}`);
      }
      case 'bearer':
        return inHeader('authorization', `Bearer ${credential.secret.reveal()}`);
      case 'header':
        return inHeader(credential.header.toLowerCase(), credential.secret.reveal());
      case 'query':
        return { headers: {}, parameter: { name: credential.parameter, value: credential.secret.reveal() } };
      case 'client_credentials':
        return this.#bearer();
    }
  }

  /** The upstream has answered 401 to what it was shown. */
  refused(): void {
    this.#token?.refused();
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.close(), this.#token?.close()]);
  }

  async destroy(): Promise<void> {
    await Promise.all([this.pool.destroy(), this.#token?.close()]);
  }

  async #bearer(): Promise<Authorization> {
    return inHeader('authorization', `Bearer ${(await this.#token?.current())?.reveal() ?? ''}`);
  }
}

function inHeader(name: string, value: string): Authorization {
  return { headers: { [name]: value }, parameter: null };
}

function poolOptions(rules: AddressRules, tls: TlsParts): Pool.Options {
  return {
    connect: guardedConnector(rules, tls),
    connections: MOST_CONNECTIONS,
    pipelining: 1,
    maxHeaderSize: LONGEST_HEADERS,
    // our own: undici's count in seconds
    headersTimeout: 0,
  };
}

function tlsOf({ ca, clientCertificate }: Upstream): TlsParts {
  return {
    ...(ca === null ? {} : { ca }),
    ...(clientCertificate === null ? {} : { cert: clientCertificate.cert, key: clientCertificate.key.reveal() }),
  };
}

/** The token endpoint may be somebody else's: the authorities of the world are trusted there beside the connection's own. */
function tokenTlsOf({ ca }: Upstream): TlsParts {
  return ca === null ? {} : { ca: [...rootCertificates, ca] };
}
