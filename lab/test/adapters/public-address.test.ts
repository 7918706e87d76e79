import { describe, expect, it } from 'vitest';
import { isLoopback, isPublicAddress } from '../../src/adapters/net/public-address.ts';

describe('addresses that a foreign domain may resolve to', () => {
  it.each(['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '192.0.1.1', '2600::1', '2a00:1450:4001:82a::200e'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '127.255.255.254',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
    ],
    ...[
      '192.0.0.8',
      '192.0.2.1',
      '192.88.99.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.51.100.1',
      '203.0.113.1',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
      'ff02::1',
    ],
    ...['2001::1', '2001:db8::1', '2002:7f00:1::1', '3fff::1', '4000::1'],
    ...['127.1', '0x7f000001', '2130706433', '017700000001', 'localhost', '', '1.1.1.1 '],
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it('recognises loopback', () => {
    expect([
      isLoopback('127.0.0.1'),
      isLoopback('::1'),
      isLoopback('128.0.0.1'),
      isLoopback('127.0.0.1.example'),
    ]).toEqual([true, true, false, false]);
  });
});
