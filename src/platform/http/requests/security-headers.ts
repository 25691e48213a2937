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
  readonly #own = new Map<string | null, Headers>([[null, WITHOUT_HSTS]]);
  readonly #upstream = new Map<string | null, Headers>([[null, forUpstream(WITHOUT_HSTS)]]);

  /** @param values every value that HSTS can have */
  constructor(values: readonly string[]) {
    for (const value of values) {
      const headers = Object.freeze({ 'strict-transport-security': value, ...WITHOUT_HSTS });
      this.#own.set(value, headers);
      this.#upstream.set(value, forUpstream(headers));
    }
  }

  /** @param hsts null over plain HTTP */
  of(hsts: string | null, passedOn: boolean): Headers {
    return (passedOn ? this.#upstream : this.#own).get(hsts) ?? WITHOUT_HSTS;
  }
}

/** An upstream decides itself how long its answer may be kept. */
function forUpstream(headers: Headers): Headers {
  return Object.freeze(Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'cache-control')));
}
