/** An answer of the API is data: a browser may load, embed and post nothing because of it. */
const API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
type Headers = Readonly<Record<string, string>>;

/** The headers of every answer (ASVS V3.4) but HSTS, which a host must not send over plain HTTP (RFC 6797 §7.2). */
export const WITHOUT_HSTS: Headers = Object.freeze({
  'content-security-policy': API_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});

/** The headers of every answer; pages loosen the policy for themselves. They are built once, since every answer has them. */
export class SecurityHeaders {
  readonly #withHsts: Headers;
  readonly #upstreamWithHsts: Headers;
  readonly #upstreamWithoutHsts = forUpstream(WITHOUT_HSTS);

  constructor(hsts: string) {
    this.#withHsts = Object.freeze({ 'strict-transport-security': hsts, ...WITHOUT_HSTS });
    this.#upstreamWithHsts = forUpstream(this.#withHsts);
  }

  of(hasHsts: boolean, passedOn: boolean): Headers {
    if (passedOn) return hasHsts ? this.#upstreamWithHsts : this.#upstreamWithoutHsts;
    return hasHsts ? this.#withHsts : WITHOUT_HSTS;
  }
}

/** An upstream decides itself how long its answer may be kept. */
function forUpstream(headers: Headers): Headers {
  return Object.freeze(Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'cache-control')));
}
