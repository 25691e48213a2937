import { rootCertificates } from 'node:tls';
import { Agent, Pool } from 'undici';
import type { Upstream } from '../../connections/connections.service.js';
import type { Clock } from '../../../shared/clock/clock.js';
import type { AddressRules } from './address-rules.js';
import { upstreamCredentialNotBound } from '../gateway.errors.js';
import { guardedConnector, type TlsParts } from './guarded-connector.js';
import { SecretEcho } from '../exchanges/secret-echo.js';
import { type FetchedToken, UpstreamToken } from './upstream-token.js';

const MOST_CONNECTIONS = 256;
const LONGEST_HEADERS = 32 * 1024;

/** What a credential adds to a request. */
export interface Authorization {
  readonly headers: Readonly<Record<string, string>>;
  /** A query parameter, encoded. */
  readonly parameter: { readonly name: string; readonly value: string } | null;
  /** Finds what was added in the answer; null when nothing was added. */
  readonly echo: SecretEcho | null;
  /** What was fetched for it, if anything. */
  readonly fetched: FetchedToken | null;
}

const NONE: Authorization = { headers: {}, parameter: null, echo: null, fetched: null };

/** One upstream: its address, its pool of connections, the credential it is shown. */
export class OpenUpstream {
  /** Without a trailing slash. */
  readonly basePath: string;
  readonly host: string;
  readonly audience: string;
  readonly version: string;
  readonly pool: Pool;
  readonly #credential: Upstream['credential'];
  readonly #isBound: boolean;
  readonly #echo: SecretEcho | null;
  readonly #token: UpstreamToken | null;

  constructor(upstream: Upstream, rules: AddressRules, clock: Clock) {
    const url = new URL(upstream.baseUrl);
    this.host = url.host;
    this.basePath = url.pathname.replace(/\/$/, '');
    this.audience = upstream.baseUrl;
    this.version = upstream.version;
    this.pool = new Pool(url.origin, poolOptions(rules, tlsOf(upstream)));
    this.#credential = upstream.credential;
    // Checked when the connection was saved, and again here, because this is where the credential leaves.
    this.#isBound = upstream.credential?.origins.includes(url.origin) ?? true;
    this.#echo = upstream.credential && new SecretEcho([upstream.credential.secret.reveal()]);
    this.#token =
      upstream.credential?.type === 'client_credentials'
        ? new UpstreamToken(upstream.credential, new Agent(poolOptions(rules, tokenTlsOf(upstream))), clock)
        : null;
  }

  /** What the connection's own credential adds. @throws upstreamCredentialRefused, upstreamCredentialNotBound */
  authorization(): Authorization | Promise<Authorization> {
    if (!this.#isBound) throw upstreamCredentialNotBound();
    const credential = this.#credential;
    switch (credential?.type) {
      case undefined:
        return NONE;
      case 'basic': {
        const pair = Buffer.from(`${credential.username}:${credential.secret.reveal()}`).toString('base64');
        return this.#inHeader('authorization', `Basic ${pair}`);
      }
      case 'bearer':
        return this.#inHeader('authorization', `Bearer ${credential.secret.reveal()}`);
      case 'header':
        return this.#inHeader(credential.header.toLowerCase(), credential.secret.reveal());
      case 'query':
        return {
          headers: {},
          parameter: { name: credential.parameter, value: credential.secret.reveal() },
          echo: this.#echo,
          fetched: null,
        };
      case 'client_credentials':
        return this.#bearer();
    }
  }

  /** The upstream has answered the credential with 401. */
  refused({ fetched }: Pick<Authorization, 'fetched'>): void {
    if (fetched !== null) this.#token?.refused(fetched);
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.close(), this.#token?.close()]);
  }

  async destroy(): Promise<void> {
    await Promise.all([this.pool.destroy(), this.#token?.close()]);
  }

  async #bearer(): Promise<Authorization> {
    const fetched = (await this.#token?.current()) ?? null;
    const shown = this.#inHeader('authorization', `Bearer ${fetched?.token.reveal() ?? ''}`);
    return fetched === null ? shown : { ...shown, echo: fetched.echo, fetched };
  }

  #inHeader(name: string, value: string): Authorization {
    return { headers: { [name]: value }, parameter: null, echo: this.#echo, fetched: null };
  }
}

function poolOptions(rules: AddressRules, tls: TlsParts): Pool.Options {
  return {
    connect: guardedConnector(rules, tls),
    connections: MOST_CONNECTIONS,
    pipelining: 1,
    maxHeaderSize: LONGEST_HEADERS,
    // we use our own: undici's counts in seconds
    headersTimeout: 0,
  };
}

function tlsOf({ ca, clientCertificate }: Upstream): TlsParts {
  return {
    ...(ca === null ? {} : { ca }),
    ...(clientCertificate === null ? {} : { cert: clientCertificate.cert, key: clientCertificate.key.reveal() }),
  };
}

/**
 * The token endpoint may belong to somebody else: for it, the well-known authorities are trusted besides the connection's own.
 */
function tokenTlsOf({ ca }: Upstream): TlsParts {
  return ca === null ? {} : { ca: [...rootCertificates, ca] };
}
