import { BlockList, isIP } from 'node:net';

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** An address as it is compared and logged: IPv4 in an IPv6 socket is the IPv4 address, zones are dropped. */
export function plainAddress(address: string): string {
  const mapped = MAPPED_IPV4.exec(address)?.[1];
  return mapped ?? address.replace(/%.*$/, '');
}

/** Whether the text is a network in CIDR form, or one address. */
export function isNetwork(text: string): boolean {
  return parse(text) !== null;
}

/** A set of CIDR networks that an address can be looked up in. */
export class NetworkList {
  readonly #blocks = new BlockList();
  readonly isEmpty: boolean;

  constructor(networks: readonly string[]) {
    this.isEmpty = networks.length === 0;
    for (const text of networks) {
      const network = parse(text);
      if (network === null) throw new Error(`${text} is no network`);
      this.#blocks.addSubnet(network.address, network.bits, network.family);
    }
  }

  contains(address: string): boolean {
    if (this.isEmpty) return false;
    const plain = plainAddress(address);
    const version = isIP(plain);
    return version !== 0 && this.#blocks.check(plain, version === 4 ? 'ipv4' : 'ipv6');
  }
}

function parse(text: string): { address: string; bits: number; family: 'ipv4' | 'ipv6' } | null {
  const [address = '', bitsText, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || address.includes('%')) return null;
  const widest = version === 4 ? 32 : 128;
  if (bitsText !== undefined && !/^\d{1,3}$/.test(bitsText)) return null;
  const bits = bitsText === undefined ? widest : Number(bitsText);
  return bits > widest ? null : { address, bits, family: version === 4 ? 'ipv4' : 'ipv6' };
}

export function isAddress(text: string): boolean {
  return isIP(text) !== 0;
}
