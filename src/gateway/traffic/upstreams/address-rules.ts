import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings.js';
import { NetworkList } from '../../../shared/networks/network-list.js';

/**
 * Networks that are not the public internet: everything that the IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890)
 * don't call globally reachable, multicast, and the networks that lead to an IPv4 address by way of an IPv6 one. These include
 * the machine itself, its neighbours and the metadata services of clouds (169.254.169.254, fd00:ec2::254). An IPv4-mapped address
 * needs no line: the list treats it as the IPv4 address that it is.
 */
export const NOT_PUBLIC_NETWORKS = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '100:0:0:1::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
] as const;

const NOT_PUBLIC = new NetworkList(NOT_PUBLIC_NETWORKS);

/** Which addresses an upstream may have (assertion 52): public ones, and those in the networks that the operator allows. */
@Injectable()
export class AddressRules {
  readonly #allowed: NetworkList;

  constructor(settings: Settings) {
    this.#allowed = new NetworkList(settings.upstreamNetworks);
  }

  isAllowed(address: string): boolean {
    return this.#allowed.contains(address) || !NOT_PUBLIC.contains(address);
  }
}
