import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { NetworkList } from '../shared/networks/network-list.js';

/**
 * Not the internet (RFC 6890 and its successors): the machine itself, its neighbours, the metadata services of clouds
 * (169.254.169.254, fd00:ec2::254), and the networks that lead to an IPv4 address by way of an IPv6 one. An IPv4-mapped
 * address needs no line: the list takes it for the IPv4 address that it is.
 */
const NOT_PUBLIC = new NetworkList([
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
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]);

/** Which addresses an upstream may have (assertion 52): public ones, and those of the networks that the operator allows. */
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
