import { describe, expect, it } from '@jest/globals';
import { AddressRules } from '../../../src/gateway/address-rules.js';
import { testSettings } from '../../support/test-settings.js';

const rules = (upstreamNetworks: string[] = []) =>
  new AddressRules(testSettings({ dataDir: '', database: { kind: 'sqlite', file: '' }, upstreamNetworks }));

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

  it.each(['93.184.215.14', '172.32.0.1', '1.1.1.1', '2606:4700::1111', '2a00:1450::1'])('include %s', (address) => {
    expect(rules().isAllowed(address)).toBe(true);
  });

  it('include those of the networks that the operator allows, and no others', () => {
    const some = rules(['10.1.0.0/16', '127.0.0.1/32', 'fd12::/16']);
    const allowed = ['10.1.2.3', '127.0.0.1', '::ffff:127.0.0.1', 'fd12::1'];
    const refused = ['10.2.0.1', '127.0.0.2', 'fd13::1', '169.254.169.254'];
    expect(allowed.filter((address) => !some.isAllowed(address))).toEqual([]);
    expect(refused.filter((address) => some.isAllowed(address))).toEqual([]);
  });
});
