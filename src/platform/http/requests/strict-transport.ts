import type { Settings } from '../../config/settings.js';

const TWO_YEARS = 63_072_000;
/** RFC 6761 §6.3, and the loopback addresses; with or without a port. */
const THIS_MACHINE = /^(?:(?:[^:]*\.)?localhost(?:\.localdomain)?\.?|127(?:\.\d{1,3}){3}|\[::1\])(?::\d*)?$/i;

const WITHOUT_SUBDOMAINS = `max-age=${TWO_YEARS}`;

/** HSTS (RFC 6797). For a name of one's own machine it covers that name alone: what is below it are other services. */
export class StrictTransport {
  /** Every value that there is. */
  readonly values: readonly string[];
  readonly #value: string;
  readonly #publicHost: string;
  readonly #isOnPublicHost: boolean;

  constructor({ hsts, publicUrl }: Pick<Settings, 'hsts' | 'publicUrl'>) {
    this.#value = [
      WITHOUT_SUBDOMAINS,
      ...(hsts.includeSubDomains ? ['includeSubDomains'] : []),
      ...(hsts.preload ? ['preload'] : []),
    ].join('; ');
    this.values = [WITHOUT_SUBDOMAINS, this.#value];
    this.#publicHost = new URL(publicUrl).host;
    this.#isOnPublicHost = !THIS_MACHINE.test(this.#publicHost);
  }

  /** @param host what the client asked for; undefined when nobody knows it, or a proxy may have put its own name there */
  valueFor(host: string | undefined): string {
    const reachesBelow =
      host === undefined || host === this.#publicHost ? this.#isOnPublicHost : !THIS_MACHINE.test(host);
    return reachesBelow ? this.#value : WITHOUT_SUBDOMAINS;
  }
}
