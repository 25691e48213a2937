import { isIPv4, isIPv6 } from 'node:net';

/** The eight 16-bit groups of an IPv6 address in any spelling; its zone is dropped. */
export function ipv6Groups(address: string): readonly number[] {
  // The URL parser writes every spelling of an address in the one way of RFC 5952, including embedded IPv4 addresses.
  const canonical = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
  const [head = '', tail = ''] = canonical.split('::');
  const [before, after] = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array.from({ length: 8 - (before?.length ?? 0) - (after?.length ?? 0) }, () => '0');
  return [...(before ?? []), ...zeros, ...(after ?? [])].map((group) => parseInt(group, 16));
}

/** RFC 4291 §2.5.5.2: the IPv4 address of a peer as a socket for both versions spells it. Null for any other address. */
export function mappedIpv4(address: string): string | null {
  // Every spelling begins with zeros for the first groups, so other addresses skip the parser.
  if (!/^[0:]/.test(address) || !isIPv6(address)) return null;
  const groups = ipv6Groups(address);
  return startsWith(groups, [0, 0, 0, 0, 0, 0xffff]) ? ipv4Of(groups, 6) : null;
}

/**
 * Prefixes whose addresses stand for an IPv4 address, and the group where that address begins. Only `mapped` comes from our own
 * socket; the others arrive on the wire like any IPv6 address.
 */
const EMBEDDING: readonly (readonly [prefix: readonly number[], at: number])[] = [
  [[0, 0, 0, 0, 0, 0xffff], 6], // mapped
  [[0, 0, 0, 0, 0, 0], 6], // compatible, RFC 4291 §2.5.5.1
  [[0, 0, 0, 0, 0xffff, 0], 6], // translated, RFC 2765 §2.1
  [[0x64, 0xff9b, 0, 0, 0, 0], 6], // NAT64, RFC 6052 §2.1
  [[0x2002], 1], // 6to4, RFC 3056 §2
];

/**
 * The IPv4 address that an address stands for: the address itself, or the one in its IPv6 form. It identifies a source for rules
 * that narrow (limits), but is no proof for rules that open (allowed or trusted networks): a host on our link can take
 * 64:ff9b::7f00:1 as its address, but not 127.0.0.1.
 */
export function embeddedIpv4(address: string): string | null {
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return null;
  const groups = ipv6Groups(address);
  // `::` and `::1` are addresses in their own right, not 0.0.0.0 and 0.0.0.1
  if (groups.slice(0, 7).every((group) => group === 0) && (groups[7] ?? 0) <= 1) return null;
  const [, at] = EMBEDDING.find(([prefix]) => startsWith(groups, prefix)) ?? [];
  return at === undefined ? null : ipv4Of(groups, at);
}

function startsWith(groups: readonly number[], prefix: readonly number[]): boolean {
  return prefix.every((group, index) => groups[index] === group);
}

function ipv4Of(groups: readonly number[], at: number): string {
  return [groups[at] ?? 0, groups[at + 1] ?? 0].flatMap((group) => [group >> 8, group & 0xff]).join('.');
}
