import { isIPv4, isIPv6 } from 'node:net';

/** One guesser, as far as an address tells: an IPv4 address, or the /64 that every IPv6 customer has to themselves. */
export function sourceOf(address: string): string {
  return isIPv6(address) ? ipv6Network(address) : address;
}

/** The neighbourhood in which guesses at one name are counted together (CONTRACT §9): /24 of IPv4, /64 of IPv6. */
export function networkOf(address: string): string {
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  return sourceOf(address);
}

function ipv6Network(address: string): string {
  // The URL parser writes any spelling of an address the one way of RFC 5952, an embedded IPv4 address included.
  const canonical = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
