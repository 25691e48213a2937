import { describe, expect, it } from '@jest/globals';
import {
  areWithin,
  distinctNetworks,
  inNetworks,
  isNetwork,
  NetworkList,
  plainAddress,
} from '../../../src/shared/networks/network-list.js';

describe('a list of networks', () => {
  const list = new NetworkList(['10.0.0.0/8', '192.0.2.1', '2001:db8::/32']);

  it.each([
    ['10.255.0.1', true],
    ['11.0.0.1', false],
    ['192.0.2.1', true],
    ['192.0.2.2', false],
    ['::ffff:10.1.2.3', true],
    ['::ffff:a01:203', true],
    ['0:0:0:0:0:FFFF:0A01:0203', true],
    // who shares a link with us can take these for addresses, so they open nothing
    ['::10.1.2.3', false],
    ['::ffff:0:a01:203', false],
    ['64:ff9b::a01:203', false],
    ['2002:a01:203::1', false],
    ['2001:db8:1::1', true],
    ['2001:db9::1', false],
    ['10.0.0.1.evil.example', false],
    ['', false],
  ])('says of %s: %s', (address, contained) => {
    expect(list.contains(address)).toBe(contained);
  });

  it('names each once, of two spellings of one the first', () => {
    const typed = [
      '192.0.2.1',
      '10.0.0.0/8',
      '192.0.2.1/32',
      '10.9.9.9/8',
      '2001:DB8::/32',
      '10.0.0.0/9',
      '2001:db8:0::/32',
    ];
    expect(distinctNetworks(typed)).toEqual(['192.0.2.1', '10.0.0.0/8', '2001:DB8::/32', '10.0.0.0/9']);
  });

  it('contains nothing when it is empty', () => {
    expect(new NetworkList([]).contains('127.0.0.1')).toBe(false);
  });

  it.each([
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0/8',
    '::/129',
    'localhost',
    '10.0.0.0/8/8',
    '10.0.0.0/',
    '/8',
    '1.2.3.4/a',
  ])('takes %s for no network', (text) => {
    expect(isNetwork(text)).toBe(false);
  });

  it('writes an IPv4 address the same way whatever socket it came through', () => {
    const spellings = [
      '192.0.2.1',
      '::ffff:192.0.2.1',
      '::FFFF:C000:0201',
      '0:0:0:0:0:ffff:192.0.2.1',
      '::0:ffff:c000:201',
    ];
    expect(spellings.map(plainAddress)).toEqual(spellings.map(() => '192.0.2.1'));
    expect(plainAddress('fe80::1%eth0')).toBe('fe80::1');
  });

  it('leaves what is no mapped address as it is', () => {
    const others = [
      '::1',
      '::',
      '2001:db8::1',
      '0:0:0:0:0:fffe:c000:201',
      '64:ff9b::c000:201',
      ':',
      '::ffff:',
      'a:b',
      '',
    ];
    expect(others.map(plainAddress)).toEqual(others);
  });

  it.each([
    ['10.1.0.0/16', '10.0.0.0/8', true],
    ['10.0.0.0/8', '10.0.0.0/8', true],
    ['10.0.0.1', '10.0.0.0/8', true],
    ['10.0.0.0/7', '10.0.0.0/8', false],
    ['11.0.0.0/16', '10.0.0.0/8', false],
    ['::/0', '10.0.0.0/8', false],
    ['::ffff:10.0.0.0/120', '10.0.0.0/8', false],
    ['2001:db8:1::/48', '2001:db8::/32', true],
    ['2001:db8::/31', '2001:db8::/32', false],
  ])('says of %s within %s: %s', (inner, outer, within) => {
    expect(areWithin([inner], ['192.0.2.0/24', outer])).toBe(within);
  });

  it('takes several to be within others when each of them is', () => {
    const outer = ['10.0.0.0/8', '192.0.2.0/24'];
    expect(areWithin(['10.1.0.0/16', '192.0.2.1'], outer)).toBe(true);
    expect(areWithin(['10.1.0.0/16', '198.51.100.1'], outer)).toBe(false);
    expect(areWithin(['198.51.100.1', '10.1.0.0/16'], outer)).toBe(false);
    expect(areWithin(['10.1.0.0/16'], [])).toBe(false);
  });

  it('looks an address up in the networks that are asked for, and in no others', () => {
    const found = ['10.0.0.0/8', '192.0.2.0/24', '10.0.0.0/8'].map((network) => inNetworks('10.1.2.3', [network]));
    expect(found).toEqual([true, false, true]);
  });
});
