import { isIP } from 'node:net';
import type { CookieSettings } from '../../platform/config/settings.js';
import { sessionCookieName } from '../../shared/authz/session-cookie-name.js';

/**
 * How the browser keeps our cookie (RFC 6265bis §4.1): the attributes that the operator sets, and those that nobody can turn off.
 */
export class CookieAttributes {
  readonly name: string;
  readonly #settings: CookieSettings;
  readonly #domains: readonly (string | null)[];

  /** `host`: where the service is reached. */
  constructor(settings: CookieSettings, host: string) {
    this.name = sessionCookieName(settings);
    this.#settings = settings;
    this.#domains = [null, ...domainsOf(host)];
  }

  line(value: string, expires: Date, maxAgeSeconds: number): string {
    return this.#line(value, this.#settings, `Max-Age=${maxAgeSeconds}; Expires=${expires.toUTCString()}`);
  }

  /** Expires the cookie itself. */
  expired(): string {
    return this.#expired(this.#settings);
  }

  /**
   * Expires the cookies of the name that a browser may send to this path beside the one with our attributes: those of an earlier
   * setting, or of a sibling host (RFC 6265 §5.3: name, domain and path make a cookie). A name with `__Host-` has none.
   */
  expiredTwins(requestPath: string): string[] {
    if (this.name.startsWith('__Host-')) return [];
    const { domain, path } = this.#settings;
    const places = this.#domains.flatMap((of) => pathsOf(requestPath, path).map((at) => ({ domain: of, path: at })));
    return places
      .filter((place) => place.domain !== domain || place.path !== path)
      .map((place) => this.#expired(place));
  }

  #expired(place: Place): string {
    return this.#line('', place, `Max-Age=0; Expires=${new Date(0).toUTCString()}`);
  }

  #line(value: string, { domain, path }: Place, life: string): string {
    const [first = '', ...rest] = this.#settings.sameSite;
    return [
      `${this.name}=${value}`,
      life,
      `Path=${path}`,
      ...(domain === null ? [] : [`Domain=${domain}`]),
      'Secure',
      'HttpOnly',
      `SameSite=${first.toUpperCase()}${rest.join('')}`,
    ].join('; ');
  }
}

type Place = Pick<CookieSettings, 'domain' | 'path'>;

/** The host and the domains above it, but for the last label, whose cookies no browser takes. */
function domainsOf(host: string): string[] {
  const labels = host.split('.');
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return [];
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}

/** The paths whose cookies a browser sends to this one (RFC 6265 §5.1.4), and the one that is set. */
function pathsOf(requestPath: string, own: string): string[] {
  const segments = requestPath.split('/').filter((segment) => segment !== '');
  return [...new Set(['/', own, ...segments.map((_, index) => `/${segments.slice(0, index + 1).join('/')}`)])];
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
