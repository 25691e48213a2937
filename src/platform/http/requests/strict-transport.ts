import type { Settings } from '../../config/settings.js';

const TWO_YEARS = 63_072_000;
/** RFC 6761 §6.3, and the loopback addresses; with or without a port. */
const THIS_MACHINE = /^(?:(?:[^:]*\.)?localhost(?:\.localdomain)?\.?|127(?:\.\d{1,3}){3}|\[::1\])(?::\d*)?$/i;

/**
 * HSTS (RFC 6797). A browser keeps to it for a name as a whole, whatever the port. So there is none for the names of one's own
 * machine, whose other ports and subdomains are other people's services.
 */
export class StrictTransport {
  /** The header, where there is one. */
  readonly value: string;
  readonly #publicHost: string;
  readonly #isOnPublicHost: boolean;

  constructor({ hsts, publicUrl }: Pick<Settings, 'hsts' | 'publicUrl'>) {
    this.value = [
      `max-age=${TWO_YEARS}`,
      ...(hsts.includeSubDomains ? ['includeSubDomains'] : []),
      ...(hsts.preload ? ['preload'] : []),
    ].join('; ');
    this.#publicHost = new URL(publicUrl).host;
    this.#isOnPublicHost = !THIS_MACHINE.test(this.#publicHost);
  }

  /** @param host what the client asked for; undefined when nobody knows it, or a proxy may have put its own name there */
  isFor(host: string | undefined): boolean {
    if (host === undefined || host === this.#publicHost) return this.#isOnPublicHost;
    return !THIS_MACHINE.test(host);
  }
}
