import { Injectable } from '@nestjs/common';
import { Keys } from '../keys/keys.service.js';
import { Settings } from '../config/settings.js';
import { Clock } from '../shared/clock/clock.js';
import { KeyRing, UnsealError } from '../shared/crypto/key-ring.js';
import { Randomness } from '../shared/crypto/randomness.js';
import { CookieAttributes, valuesOfCookie } from './cookie-attributes.js';

/** The answer that a cookie goes out with. */
export interface CookieCarrier {
  header(name: string, value: string): unknown;
}

const PURPOSE = 'session-cookie';
/** `<key id>.<base64url of nonce, ciphertext and tag>`: what a key ring makes. */
const SEALED = /^[0-9a-f]{8}\.([A-Za-z0-9_-]{40,400})$/;

/**
 * The cookie that carries a session: its id, sealed with the newest cookie key of the deployment; every kept key
 * opens it. It says nothing itself about whether the session still holds: the row of the session does.
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
    this.#attributes = new CookieAttributes(settings.cookie);
  }

  /** The sealed value in a Cookie header, or undefined. Several that differ are one that opens with no key. */
  read(cookieHeader: string | undefined): string | undefined {
    const [value, ...others] = new Set(valuesOfCookie(cookieHeader ?? '', this.#attributes.name));
    return others.length === 0 ? value : '';
  }

  /** The session id in a sealed value, or null when no key opens it. A key that is unknown here is looked for first. */
  async open(sealed: string): Promise<string | null> {
    const body = SEALED.exec(sealed)?.[1];
    // The spare bits of the last digit decode to nothing: only the one spelling that we make is ours.
    if (body === undefined || Buffer.from(body, 'base64url').toString('base64url') !== body) return null;
    return this.#open(sealed) ?? ((await this.keys.refresh()) ? this.#open(sealed) : null);
  }

  set(reply: CookieCarrier, sessionId: string, expiresAt: Date): void {
    const seconds = Math.floor((expiresAt.getTime() - this.clock.now().getTime()) / 1000);
    reply.header('set-cookie', this.#attributes.line(this.#keyRing.seal(sessionId, PURPOSE), expiresAt, seconds));
  }

  clear(reply: CookieCarrier): void {
    reply.header('set-cookie', this.#attributes.line('', new Date(0), 0));
  }

  #open(sealed: string): string | null {
    try {
      return this.#keyRing.open(sealed, PURPOSE);
    } catch (error) {
      if (error instanceof UnsealError) return null;
      throw error;
    }
  }

  /** Made anew when the keys have been read anew. */
  get #keyRing(): KeyRing {
    const keys = this.keys.cookieKeys;
    if (this.#ring?.keys !== keys) this.#ring = { keys, ring: new KeyRing(keys, this.randomness) };
    return this.#ring.ring;
  }
}
