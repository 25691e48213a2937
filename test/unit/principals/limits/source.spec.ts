import { describe, expect, it } from '@jest/globals';
import { networkOf, sourceOf } from '../../../../src/principals/limits/counting/source.js';

describe('where guesses come from', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64', '0:0:0:0::/64'],
  ])('of %s is one guesser %s in the network %s', (address, source, network) => {
    expect(sourceOf(address)).toBe(source);
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    ['mapped', '::ffff:203.0.113.9'],
    ['mapped, in hex', '::ffff:cb00:7109'],
    ['mapped, spelled out', '0:0:0:0:0:FFFF:CB00:7109'],
    ['compatible', '::203.0.113.9'],
    ['translated', '::ffff:0:cb00:7109'],
    ['NAT64', '64:ff9b::cb00:7109'],
    ['6to4', '2002:cb00:7109:1::1'],
  ])('of an IPv4 address in an IPv6 one (%s) is that IPv4 address: %s', (_, address) => {
    expect([sourceOf(address), networkOf(address)]).toEqual(['203.0.113.9', '203.0.113.0/24']);
  });

  it.each(['::', '::1', '64:ff9b:1::cb00:7109', '2003:cb00:7109::1', '::fffe:cb00:7109'])(
    'of %s is no IPv4 address',
    (address) => {
      expect(sourceOf(address)).toMatch(/::\/64$/);
    },
  );
});
