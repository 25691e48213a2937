import { Injectable } from '@nestjs/common';
import { Keys } from '../../platform/keys/keys.service.js';
import { Settings } from '../../platform/config/settings.js';
import { Clock } from '../../shared/clock/clock.js';
import { KeyRing, UnsealError } from '../../shared/crypto/key-ring.js';
import { Randomness } from '../../shared/crypto/randomness.js';
import { CookieAttributes, valuesOfCookie } from './cookie-attributes.js';

/** The answer that carries a cookie, and the request that it answers. */
export interface CookieCarrier {
  readonly request: { readonly headers: { readonly cookie?: string | undefined }; readonly url: string };
  header(name: string, value: string): unknown;
}

const PURPOSE = 'session-cookie';
/** The form that a key ring makes: `<key id>.<base64url of nonce, ciphertext and tag>`. */
const SEALED = /^[0-9a-f]{8}\.([A-Za-z0-9_-]{40,400})$/;

/**
 * Seals and opens the cookie that carries a session: the session's id, sealed with the newest cookie key of the deployment. Every
 * kept key opens it. The cookie does not say whether the session is still valid; the row of the session does.
 */
@Injectable()
export class SessionCookie {
  readonly #attributes: CookieAttributes;
  #ring: { readonly keys: readonly Buffer[]; readonly ring: KeyRing } | undefined;

  constructor(
    settings: Settings,
    private readonly keys: Keys,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {
    this.#attributes = new CookieAttributes(settings.cookie, new URL(settings.publicUrl).hostname);
  }

  /** The different sealed values in a Cookie header. A browser sends one for each path and domain that set the name. */
  valuesIn(cookieHeader: string | undefined): string[] {
    return [...new Set(valuesOfCookie(cookieHeader ?? '', this.#attributes.name))];
  }

  /** The ids of the sessions that a Cookie header names, live or not. */
  async sessionsIn(cookieHeader: string | undefined): Promise<string[]> {
    const ids = new Set<string>();
    for (const value of this.valuesIn(cookieHeader)) {
      const id = await this.open(value);
      if (id !== null) ids.add(id);
    }
    return [...ids];
  }

  /** The session id in a sealed value, or null when no key opens it. Looks for an unknown key before it gives up. */
  async open(sealed: string): Promise<string | null> {
    const body = SEALED.exec(sealed)?.[1];
    // The spare bits of the last digit decode to nothing: of all spellings of a value, only the one that we make is ours.
    if (body === undefined || Buffer.from(body, 'base64url').toString('base64url') !== body) return null;
    return this.#open(sealed) ?? ((await this.keys.refresh()) ? this.#open(sealed) : null);
  }

  set(reply: CookieCarrier, sessionId: string, expiresAt: Date): void {
    // First, because some cookie jars take a twin with the domain of this host for the cookie itself (RFC 6265 §5.3).
    this.#expireTwins(reply);
    const seconds = Math.floor((expiresAt.getTime() - this.clock.now().getTime()) / 1000);
    reply.header('set-cookie', this.#attributes.line(this.#keyRing.seal(sessionId, PURPOSE), expiresAt, seconds));
  }

  clear(reply: CookieCarrier): void {
    reply.header('set-cookie', this.#attributes.expired());
    this.#expireTwins(reply);
  }

  #expireTwins(reply: CookieCarrier): void {
    const { headers, url } = reply.request;
    if (this.valuesIn(headers.cookie).length === 0) return;
    for (const line of this.#attributes.expiredTwins(url.split('?', 1)[0] ?? '/')) reply.header('set-cookie', line);
  }

  #open(sealed: string): string | null {
    try {
      return this.#keyRing.open(sealed, PURPOSE);
    } catch (error) {
      if (error instanceof UnsealError) return null;
      throw error;
    }
  }

  /** Built again after the keys have been read again. */
  get #keyRing(): KeyRing {
    const keys = this.keys.cookieKeys;
    if (this.#ring?.keys !== keys) this.#ring = { keys, ring: new KeyRing(keys, this.randomness) };
    return this.#ring.ring;
  }
}
