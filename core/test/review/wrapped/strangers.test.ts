import { readNoteDocument } from '@candor/core/review/note';
import {
  isArmored,
  openWithPassphrase,
  readKeyFileText,
  readWrappedHead,
  sealWithPassphrase,
  toKeyFileText,
} from '@candor/core/review/wrapped';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const pair = { identity: `AGE-SECRET-KEY-PQ-1${'Q'.repeat(58)}`, seed: new Uint8Array(32).fill(7) };
const file = toKeyFileText(pair, '0011-2233-4455-6677-8899-aabb-ccdd-eeff');

test('foreign input never throws and is never accepted', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.json(),
    fc
      .constantFrom(file, '{"kind":"wrapped-keys","v":1}', '{"kind":"note","v":1}')
      .chain((start) => fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map((more) => `${more}${start}`)),
  );
  fc.assert(
    fc.property(text, (given) => {
      expect([readWrappedHead(given), readNoteDocument(given), readKeyFileText(given)]).toEqual([null, null, null]);
    }),
  );
});

test('a key file round-trips, and with a line less it is refused', () => {
  expect(readKeyFileText(file)).toEqual(pair);
  const lines = file.split('\n');
  for (const missing of [0, 2, 3])
    expect(readKeyFileText(lines.filter((_, at) => at !== missing).join('\n'))).toBeNull();
  expect(readKeyFileText(file.replace('BwcH', '!!!!'))).toBeNull();
  expect(readKeyFileText(`${file}${'#'.repeat(5000)}`)).toBeNull();
});

test('a passphrase opens only what it sealed', async () => {
  const sealed = await sealWithPassphrase(file, 'four random words', 4);
  expect([isArmored(sealed), isArmored(file)]).toEqual([true, false]);
  expect(await openWithPassphrase(sealed, 'four random words')).toBe(file);
  expect(await openWithPassphrase(sealed, 'four random word')).toBeNull();
  expect(await openWithPassphrase(sealed.replace(/[a-z]{3}/, 'AAA'), 'four random words')).toBeNull();
  expect(await openWithPassphrase('no file', 'four random words')).toBeNull();
});
