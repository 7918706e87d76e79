import type { AddressUse } from '@candor/core/evidence/message';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packAddresses, unpackAddresses } from '../../src/evidence/store/packed-addresses.ts';

const use: fc.Arbitrary<AddressUse> = fc.record({
  role: fc.constantFrom(
    'from',
    'sender',
    'reply-to',
    'to',
    'cc',
    'bcc',
    'resent-from',
    'resent-to',
    'resent-cc',
    'resent-bcc',
    'attached',
  ),
  address: fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', '')),
  unreadable: fc.constantFrom(null, 'no-domain', 'unparsable'),
});

test('addresses round-trip', () => {
  fc.assert(
    fc.property(fc.array(use), (uses) => {
      expect(unpackAddresses(packAddresses(uses))).toEqual(uses);
    }),
  );
});

test('a line ending in an address does not make it another address', () => {
  const uses = unpackAddresses(packAddresses([{ role: 'to', address: 'a\nf b@c.test', unreadable: 'unparsable' }]));
  expect(uses).toEqual([{ role: 'to', address: 'a f b@c.test', unreadable: 'unparsable' }]);
});
