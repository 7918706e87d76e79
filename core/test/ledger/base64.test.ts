import { readBase64, readBase64Url, toBase64, toBase64Url } from '@candor/core/ledger';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('base64 is canonical: one text per value and one value per text', () => {
  test('matches every other encoder', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(readBase64(toBase64(bytes))).toEqual(bytes);
        expect(readBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
  });

  test.each(['AB==', 'AAB=', 'AA', 'AA=', 'AA===', 'A', 'A===', '=', 'AA==\n', ' AA==', 'AA==AA==', 'A-_A', 'AAé='])(
    'the standard form refuses %j',
    (text) => {
      expect(readBase64(text)).toBeNull();
    },
  );

  test.each(['AB', 'AAB', 'AA==', 'A', 'A+/A', 'AA\n', ' AA', 'AAé'])('the URL form refuses %j', (text) => {
    expect(readBase64Url(text)).toBeNull();
  });
});
