import { isIPv4, isIPv6 } from 'node:net';
import { embeddedIpv4, ipv6Groups } from '../../../shared/networks/embedded-ipv4.js';

/**
 * One guesser, as far as an address tells: an IPv4 address in any spelling, or the /64 that every IPv6 customer has to
 * themselves.
 */
export function sourceOf(address: string): string {
  return embeddedIpv4(address) ?? (isIPv6(address) ? ipv6Network(address) : address);
}

/** The neighbourhood in which guesses at one name are counted together (contract §9): /24 of IPv4, /64 of IPv6. */
export function networkOf(address: string): string {
  const source = sourceOf(address);
  return isIPv4(source) ? `${source.split('.').slice(0, 3).join('.')}.0/24` : source;
}

function ipv6Network(address: string): string {
  const groups = ipv6Groups(address).slice(0, 4);
  return `${groups.map((group) => group.toString(16)).join(':')}::/64`;
}
