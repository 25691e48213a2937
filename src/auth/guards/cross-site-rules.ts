import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { SessionCookie } from '../../directory/sessions/session-cookie.service.js';
import { csrfRefused } from '../../principals/principals.errors.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

interface OriginCarrier {
  readonly method: string;
  readonly headers: { readonly origin?: string | undefined };
}

interface CookieCarrier extends OriginCarrier {
  readonly headers: { readonly origin?: string | undefined; readonly cookie?: string | undefined };
}

/** A browser sends the session cookie by itself; its Origin header says on whose behalf (OWASP ASVS 3.5.1). */
@Injectable()
export class CrossSiteRules {
  readonly #allowed: ReadonlySet<string>;

  constructor(
    settings: Settings,
    private readonly cookie: SessionCookie,
  ) {
    this.#allowed = new Set([new URL(settings.publicUrl).origin, ...settings.corsOrigins]);
  }

  /** Refuses a write with a session whose Origin is missing, or is neither ours nor a named one. */
  require(request: OriginCarrier): void {
    if (SAFE_METHODS.has(request.method)) return;
    const { origin } = request.headers;
    if (origin === undefined || !this.#allowed.has(origin)) throw csrfRefused();
  }

  /**
   * Refuses a write without a session from a foreign page: it could sign its visitor in as another person. A request without an
   * Origin comes from no browser.
   */
  requireKnown(request: OriginCarrier): void {
    if (request.headers.origin !== undefined) this.require(request);
  }

  /** The same rule for requests whose body is refused anyway, so that a foreign form learns nothing about what we read. */
  requireOwnPage(request: CookieCarrier): void {
    if (this.cookie.valuesIn(request.headers.cookie).length > 0) this.require(request);
  }
}
