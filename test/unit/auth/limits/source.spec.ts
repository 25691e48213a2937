import { describe, expect, it } from '@jest/globals';
import { networkOf, sourceOf } from '../../../../src/auth/limits/source.js';

describe('where guesses come from', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0:0::/64'],
    ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64', '64:ff9b:0:0::/64'],
    ['::1', '0:0:0:0::/64', '0:0:0:0::/64'],
  ])('of %s is one guesser %s in the network %s', (address, source, network) => {
    expect(sourceOf(address)).toBe(source);
    expect(networkOf(address)).toBe(network);
  });
});
