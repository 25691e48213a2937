import { BlockList, isIP } from 'node:net';
import { mappedIpv4 } from './embedded-ipv4.js';

/** The form in which Node writes the peer of a socket for both versions. */
const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const MOST_REMEMBERED = 1_000;

/**
 * An address in the form in which it is compared and logged: a mapped IPv4 address in any spelling becomes the IPv4 address, and
 * zones are dropped.
 */
export function plainAddress(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = MAPPED_IPV4.exec(address)?.[1] ?? mappedIpv4(address);
  return mapped ?? address.replace(/%.*$/, '');
}

export function isAddress(text: string): boolean {
  return isIP(text) !== 0;
}

/** Whether the text is a network in CIDR notation (RFC 4632, RFC 4291 §2.3), or one address. */
export function isNetwork(text: string): boolean {
  return parse(text) !== null;
}

/** A set of CIDR networks that an address can be looked up in. */
export class NetworkList {
  readonly #blocks = new BlockList();
  readonly isEmpty: boolean;

  constructor(networks: readonly string[]) {
    this.isEmpty = networks.length === 0;
    for (const { address, bits, family } of networks.map(parsed)) this.#blocks.addSubnet(address, bits, family);
  }

  contains(address: string): boolean {
    if (this.isEmpty) return false;
    const plain = plainAddress(address);
    const version = isIP(plain);
    return version !== 0 && this.#blocks.check(plain, version === 4 ? 'ipv4' : 'ipv6');
  }
}

const compiled = new Map<string, NetworkList>();

/** Whether an address lies in one of the networks. The same networks come with many requests, so their compiled form is kept. */
export function inNetworks(address: string, networks: readonly string[]): boolean {
  const key = networks.join(' ');
  let list = compiled.get(key);
  if (list === undefined) {
    list = new NetworkList(networks);
    if (compiled.size >= MOST_REMEMBERED) compiled.clear();
    compiled.set(key, list);
  }
  return list.contains(address);
}

/** Whether every address of each inner network lies in one of the outer networks. */
export function areWithin(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.every((network) => outer.some((bound) => isWithin(network, bound)));
}

/** The networks in their order, each once. Of two spellings of the same network, the first stays. */
export function distinctNetworks(networks: readonly string[]): string[] {
  return networks.filter((network, index) => !networks.slice(0, index).some((other) => areSame(network, other)));
}

function areSame(one: string, other: string): boolean {
  return isWithin(one, other) && isWithin(other, one);
}

function isWithin(inner: string, outer: string): boolean {
  const { address, bits, family } = parsed(inner);
  const bound = parsed(outer);
  return family === bound.family && bits >= bound.bits && inNetworks(address, [outer]);
}

interface Network {
  readonly address: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

function parsed(text: string): Network {
  const network = parse(text);
  if (network === null) throw new Error(`${text} is no network`);
  return network;
}

function parse(text: string): Network | null {
  const [address = '', bitsText, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || address.includes('%')) return null;
  const widest = version === 4 ? 32 : 128;
  if (bitsText !== undefined && !/^\d{1,3}$/.test(bitsText)) return null;
  const bits = bitsText === undefined ? widest : Number(bitsText);
  return bits > widest ? null : { address, bits, family: version === 4 ? 'ipv4' : 'ipv6' };
}
