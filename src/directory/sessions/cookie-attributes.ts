import type { CookieSettings } from '../../platform/config/settings.js';
import { sessionCookieName } from '../../shared/authz/session-cookie-name.js';

/**
 * How the browser keeps our cookie (RFC 6265bis §4.1): the attributes that the operator sets, and those that nobody can turn off.
 */
export class CookieAttributes {
  readonly name: string;
  readonly #attributes: string;

  constructor({ domain, path, sameSite }: CookieSettings) {
    this.name = sessionCookieName({ domain, path });
    const [first = '', ...rest] = sameSite;
    this.#attributes = [
      `Path=${path}`,
      ...(domain === null ? [] : [`Domain=${domain}`]),
      'Secure',
      'HttpOnly',
      `SameSite=${first.toUpperCase()}${rest.join('')}`,
    ].join('; ');
  }

  line(value: string, expires: Date, maxAgeSeconds: number): string {
    return `${this.name}=${value}; Max-Age=${maxAgeSeconds}; Expires=${expires.toUTCString()}; ${this.#attributes}`;
  }
}

/**
 * Every value that a Cookie header has for a name (RFC 6265 §5.4). There may be several: a page of a sibling host can add its
 * own.
 */
export function valuesOfCookie(header: string, name: string): string[] {
  const start = `${name}=`;
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(start))
    .map((pair) => pair.slice(start.length));
}
