import { readNetworkAddress } from '@candor/core/evidence/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('an address in the log', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    [' 198.51.100.7 ', '198.51.100.7'],
    ['198.51.100.7:5121', '198.51.100.7'],
    ['[198.51.100.7]:5121', '198.51.100.7'],
    ['[198.51.100.7]', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['::FFFF:198.51.100.7', '198.51.100.7'],
    ['::ffff:c633:6407', '198.51.100.7'],
    ['::ffff:198.51.100.7:443', '198.51.100.7'],
    ['[::ffff:198.51.100.7]:443', '198.51.100.7'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['[2001:db8::9]:33836', '2001:db8::9'],
    ['fe80::1%eth0', 'fe80::1'],
    ['[fe80::1%12]:80', 'fe80::1'],
    ['::1', '::1'],
    ['::', '::'],
    ['1::', '1::'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:3:4:5:6'],
    ['2001:db8:1:0:3:4:5:6', '2001:db8:1:0:3:4:5:6'],
  ])('%s becomes %s', (spelling, canonical) => {
    expect(readNetworkAddress(spelling)).toBe(canonical);
  });

  it.each([
    'Mail.Harbor.Example',
    'localhost',
    '1.2.3',
    '1.2.3.256',
    '010.1.1.1',
    '1::2::3',
    ':1',
    '12345::',
    'fe80::1z',
    '2001:db8::12345',
    '1.2.3.4.5',
    'x'.repeat(500),
  ])('keeps text that is not an address as a lower-case name: %s', (text) => {
    expect(readNetworkAddress(text)).toBe(text.toLowerCase());
  });

  it('is null when none is given', () => {
    expect(readNetworkAddress('  ')).toBeNull();
  });

  it('is stable when read a second time', () => {
    const text = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.string(),
      fc.ipV6().map((address) => `[${address}]:25`),
    );
    fc.assert(
      fc.property(text, (spelling) => {
        const once = readNetworkAddress(spelling);
        expect(once === null ? null : readNetworkAddress(once)).toBe(once);
      }),
    );
  });
});
