import { BlockList, isIP, SocketAddress } from 'node:net';

const MOST_REMEMBERED = 1_000;
const compiled = new Map<string, BlockList>();

/** Whether the text is a network in CIDR notation (RFC 4632, RFC 4291 §2.3): `10.0.0.0/8`, `2001:db8::/32`. */
export function isNetwork(value: string): boolean {
  return parse(value) !== null;
}

/** Whether an address lies in one of the networks. IPv4-mapped IPv6 addresses count as the IPv4 address they carry. */
export function inNetworks(address: string, networks: readonly string[]): boolean {
  const plain = address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
  const family = isIP(plain);
  if (family === 0) return false;
  return blockListOf(networks).check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether every address of each inner network lies in one of the outer networks. */
export function areWithin(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.every((network) => outer.some((bound) => isWithin(network, bound)));
}

function isWithin(inner: string, outer: string): boolean {
  const a = parse(inner);
  const b = parse(outer);
  if (a === null || b === null || a.family !== b.family || a.prefix < b.prefix) return false;
  return inNetworks(a.address, [outer]);
}

interface Network {
  readonly address: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly prefix: number;
}

function parse(value: string): Network | null {
  const match = /^([0-9A-Fa-f.:]{2,45})\/(\d{1,3})$/.exec(value);
  const address = match?.[1] ?? '';
  const prefix = Number(match?.[2]);
  const version = isIP(address);
  if (version === 0 || prefix > (version === 4 ? 32 : 128)) return null;
  return { address, family: version === 4 ? 'ipv4' : 'ipv6', prefix };
}

/** Networks repeat from request to request, so what they compile to is kept; it depends on nothing else. */
function blockListOf(networks: readonly string[]): BlockList {
  const key = networks.join(' ');
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const list = new BlockList();
  for (const network of networks) {
    const parsed = parse(network);
    if (parsed !== null) list.addSubnet(new SocketAddress(parsed), parsed.prefix);
  }
  if (compiled.size >= MOST_REMEMBERED) compiled.clear();
  compiled.set(key, list);
  return list;
}
