import { performance } from 'node:perf_hooks';
import type { Agent } from 'undici';
import type { Upstream } from '../../connections/connections.service.js';
import type { Clock } from '../../../shared/clock/clock.js';
import { Secret } from '../../../shared/crypto/secret.js';
import { upstreamCredentialRefused } from '../gateway.errors.js';
import { SecretEcho } from '../exchanges/secret-echo.js';
import { asUpstreamFailure } from './upstream-failure.js';

type ClientCredentials = Extract<NonNullable<Upstream['credential']>, { type: 'client_credentials' }>;

const FETCH_LIMIT_MS = 10_000;
const LONGEST_ANSWER = 64 * 1024;
/** RFC 6749 §5.1 recommends that the answer state the lifetime; a lifetime that is not stated is taken as short. */
const UNSAID_LIFETIME_SECONDS = 60;
/** RFC 6749 §5.1 demands a number. Some servers send it as text. */
const NUMBER = /^\s*[+-]?\d+(?:\.\d+)?\s*$/;
/** In either case (RFC 6749 §5.1); the longer name is what Apigee says. */
const BEARER = /^bearer(?:token)?$/i;
/** A token that is said to have ended is not asked for again at once, however many requests arrive. */
const SHORTEST_LIFETIME_SECONDS = 1;
/** The token is renewed when this share of its life is left, so that none expires on its way. */
const RENEWED_AT = 0.1;
/**
 * An upstream that refuses one token after the other has another reason than the tokens. From the second in a row on, a token is
 * kept for this long, and for twice as long each time, although the upstream refuses it.
 */
const FIRST_TRUST_MS = 1_000;
const LONGEST_TRUST_MS = 30_000;
/** After a refusal, the token endpoint is left alone for this long, however many requests arrive. */
const PAUSE_MS = 1_000;

interface TokenAnswer {
  readonly access_token?: unknown;
  readonly token_type?: unknown;
  readonly expires_in?: unknown;
}

export interface FetchedToken {
  readonly token: Secret;
  /** Finds the token in answers, and the secret that it was fetched with. */
  readonly echo: SecretEcho;
}

/** The upstream's own access token: fetched with the client credentials grant (RFC 6749 §4.4), kept and renewed. */
export class UpstreamToken {
  #fetched: FetchedToken | null = null;
  /** Measured in elapsed time: the time of the machine may be set back. */
  #fetchedAt = -Infinity;
  #goodUntil = 0;
  #fetching: Promise<FetchedToken> | null = null;
  #refusedAt = -Infinity;
  #refusedInARow = 0;
  /** Whether the token in use has been refused before. */
  #isDoubted = false;

  constructor(
    private readonly credential: ClientCredentials,
    private readonly agent: Agent,
    private readonly clock: Clock,
  ) {}

  /** @throws upstreamCredentialRefused */
  current(): FetchedToken | Promise<FetchedToken> {
    if (this.#fetched !== null && this.clock.now().getTime() < this.#goodUntil) return this.#fetched;
    if (performance.now() - this.#refusedAt < PAUSE_MS) throw upstreamCredentialRefused();
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  /**
   * The upstream has refused the token, which may have been revoked there. The next request gets another one. A refusal of an
   * earlier token says nothing about this one.
   */
  refused(token: FetchedToken): void {
    if (token !== this.#fetched) return;
    const age = this.clock.elapsedMs() - this.#fetchedAt;
    if (age >= LONGEST_TRUST_MS && !this.#isDoubted) this.#refusedInARow = 0;
    this.#isDoubted = true;
    if (age < trustMs(this.#refusedInARow)) return;
    this.#refusedInARow++;
    this.#fetched = null;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  async #fetch(): Promise<FetchedToken> {
    const askedAt = this.clock.now().getTime();
    const startedAt = this.clock.elapsedMs();
    try {
      const { access_token: token, token_type: type, expires_in: seconds } = await this.#ask();
      if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) throw new Error('the answer holds no token');
      if (!isBearer(type)) throw new Error('the token is not a bearer token');
      this.#fetched = { token: new Secret(token), echo: new SecretEcho([token, this.credential.secret.reveal()]) };
      this.#fetchedAt = startedAt;
      // the one before was good for all of its life, which may be shorter than the longest trust
      if (!this.#isDoubted) this.#refusedInARow = 0;
      this.#isDoubted = false;
      this.#goodUntil = askedAt + lifetimeSeconds(seconds) * 1000 * (1 - RENEWED_AT);
      return this.#fetched;
    } catch (cause) {
      this.#refusedAt = performance.now();
      const failure = asUpstreamFailure(cause);
      throw failure.code === 'upstream_not_allowed' ? failure : upstreamCredentialRefused({ cause });
    }
  }

  async #ask(): Promise<TokenAnswer> {
    const { tokenUrl, clientId, secret, scope, audience } = this.credential;
    const url = new URL(tokenUrl);
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    if (scope !== null) form.set('scope', scope);
    if (audience !== null) form.set('audience', audience);
    const { statusCode, body } = await this.agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers: {
        accept: 'application/json',
        authorization: `Basic ${basicPair(clientId, secret.reveal())}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: form.toString(),
      signal: AbortSignal.timeout(FETCH_LIMIT_MS),
    });
    const text = await bounded(body);
    if (statusCode !== 200) throw new Error(`the token endpoint answered ${statusCode}`);
    return parsedAnswer(text);
  }
}

function trustMs(refusedInARow: number): number {
  return refusedInARow === 0 ? 0 : Math.min(FIRST_TRUST_MS * 2 ** (refusedInARow - 1), LONGEST_TRUST_MS);
}

/** RFC 6749 §7.1: a token of another type must not be used. The type is required, and some servers leave it out. */
function isBearer(type: unknown): boolean {
  return type === undefined || type === null || type === '' || (typeof type === 'string' && BEARER.test(type));
}

function lifetimeSeconds(stated: unknown): number {
  const seconds = typeof stated === 'string' && NUMBER.test(stated) ? Number(stated) : stated;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return UNSAID_LIFETIME_SECONDS;
  return Math.max(seconds, SHORTEST_LIFETIME_SECONDS);
}

function parsedAnswer(text: string): TokenAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    answer = null; // the parser's message repeats the text, which may hold a token
  }
  if (typeof answer !== 'object' || answer === null)
    throw new Error('the answer of the token endpoint is no JSON object');
  return answer;
}

/** RFC 6749 §2.3.1: both are form-encoded first. */
function basicPair(clientId: string, secret: string): string {
  const encoded = [clientId, secret].map((part) => new URLSearchParams([['', part]]).toString().slice(1));
  return Buffer.from(encoded.join(':')).toString('base64');
}

async function bounded(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new Error('the answer of the token endpoint is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
