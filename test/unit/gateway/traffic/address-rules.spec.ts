import { describe, expect, it } from '@jest/globals';
import { AddressRules, NOT_PUBLIC_NETWORKS } from '../../../../src/gateway/traffic/upstreams/address-rules.js';
import { testSettings } from '../../../support/test-settings.js';

const rules = (upstreamNetworks: string[] = []) =>
  new AddressRules(testSettings({ dataDir: '', database: { kind: 'sqlite', file: '' }, upstreamNetworks }));

/**
 * The IANA IPv4 and IPv6 Special-Purpose Address Registries: every entry that is not "Globally Reachable: True", with the
 * first and the last address of it. Multicast, site-local and translated addresses have registries of their own.
 */
const NOT_GLOBALLY_REACHABLE: readonly (readonly [network: string, name: string, first: string, last: string])[] = [
  ['0.0.0.0/8', 'this network', '0.0.0.0', '0.255.255.255'],
  ['10.0.0.0/8', 'private use', '10.0.0.0', '10.255.255.255'],
  ['100.64.0.0/10', 'shared address space', '100.64.0.0', '100.127.255.255'],
  ['127.0.0.0/8', 'loopback', '127.0.0.0', '127.255.255.255'],
  ['169.254.0.0/16', 'link local', '169.254.0.0', '169.254.255.255'],
  ['172.16.0.0/12', 'private use', '172.16.0.0', '172.31.255.255'],
  ['192.0.0.0/24', 'IETF protocol assignments', '192.0.0.0', '192.0.0.255'],
  ['192.0.2.0/24', 'documentation', '192.0.2.0', '192.0.2.255'],
  ['192.88.99.0/24', 'deprecated 6to4 relay anycast', '192.88.99.0', '192.88.99.255'],
  ['192.168.0.0/16', 'private use', '192.168.0.0', '192.168.255.255'],
  ['198.18.0.0/15', 'benchmarking', '198.18.0.0', '198.19.255.255'],
  ['198.51.100.0/24', 'documentation', '198.51.100.0', '198.51.100.255'],
  ['203.0.113.0/24', 'documentation', '203.0.113.0', '203.0.113.255'],
  ['224.0.0.0/4', 'multicast', '224.0.0.0', '239.255.255.255'],
  ['240.0.0.0/4', 'reserved, and limited broadcast', '240.0.0.0', '255.255.255.255'],
  ['::/96', 'unspecified, loopback, IPv4-compatible', '::', '::ffff:ffff'],
  ['::ffff:0:0/96', 'IPv4-mapped, as the private IPv4 address', '::ffff:a00:0', '::ffff:aff:ffff'],
  ['::ffff:0:0:0/96', 'IPv4-translated', '::ffff:0:0:0', '::ffff:0:ffff:ffff'],
  ['64:ff9b::/96', 'translation, to any IPv4 address', '64:ff9b::', '64:ff9b::ffff:ffff'],
  ['64:ff9b:1::/48', 'translation', '64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
  ['100::/64', 'discard only', '100::', '100::ffff:ffff:ffff:ffff'],
  ['100:0:0:1::/64', 'dummy prefix', '100:0:0:1::', '100:0:0:1:ffff:ffff:ffff:ffff'],
  ['2001::/23', 'IETF protocol assignments', '2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:db8::/32', 'documentation', '2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2002::/16', '6to4', '2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['3fff::/20', 'documentation', '3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['5f00::/16', 'segment routing', '5f00::', '5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fc00::/7', 'unique local', 'fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fe80::/10', 'link local', 'fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fec0::/10', 'site local', 'fec0::', 'feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['ff00::/8', 'multicast', 'ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
];

describe('[52] the addresses that an upstream may have', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.9.9.9',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a9fe:a9fe',
    '::FFFF:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
  ])('do not include %s', (address) => {
    expect(rules().isAllowed(address)).toBe(false);
  });

  it.each(NOT_GLOBALLY_REACHABLE)('do not include %s: %s', (_, __, first, last) => {
    expect([rules().isAllowed(first), rules().isAllowed(last)]).toEqual([false, false]);
  });

  it('exclude no network that is missing above', () => {
    const mapped = '::ffff:0:0/96'; // it needs no line: it is read as IPv4
    const known = NOT_GLOBALLY_REACHABLE.map(([network]) => network).filter((network) => network !== mapped);
    expect([...NOT_PUBLIC_NETWORKS]).toEqual(known);
  });

  it.each([
    '1.0.0.0',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '192.0.1.0',
    '198.20.0.0',
    '223.255.255.255',
    '::ffff:5db8:d70e',
    '100:0:0:2::',
    '2001:200::',
    '2001:db7:ffff::',
    '2001:db9::',
    '2003::',
    '3fff:1000::',
    '3ffe:ffff::',
    '5eff:ffff::',
    '5f01::',
  ])('include %s, which lies beside one of them', (address) => {
    expect(rules().isAllowed(address)).toBe(true);
  });

  it.each(['93.184.215.14', '172.32.0.1', '1.1.1.1', '2606:4700::1111', '2a00:1450::1'])('include %s', (address) => {
    expect(rules().isAllowed(address)).toBe(true);
  });

  it('include those of the networks that the operator allows, and no others', () => {
    const some = rules(['10.1.0.0/16', '127.0.0.1/32', 'fd12::/16']);
    const allowed = ['10.1.2.3', '127.0.0.1', '::ffff:127.0.0.1', 'fd12::1', '::ffff:7f00:1'];
    const refused = [
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '::127.0.0.1',
      '10.2.0.1',
      '127.0.0.2',
      'fd13::1',
      '169.254.169.254',
    ];
    expect(allowed.filter((address) => !some.isAllowed(address))).toEqual([]);
    expect(refused.filter((address) => some.isAllowed(address))).toEqual([]);
  });
});
