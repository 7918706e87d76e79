import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactAscii, compactUtf8, trimWhiteSpace } from '../../../../src/evidence/message/text/white-space.ts';
import { compactWindows1252, readWindows1252 } from '../../../../src/evidence/message/text/windows-1252.ts';
import { runtime, toBytes } from '../fictional-message.ts';

const asciiText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\t', '\n', '\r', '\v', '\f', '\0', '~') });
const anyText = fc.string({
  unit: fc.constantFrom('a', ' ', '\n', '\u00a0', '\u00a1', 'é', '\u0420', '請', '😀', '\u2028'),
});
const anyByte = fc.string({
  unit: fc.constantFrom('a', ' ', '\r', '\n', '\x80', '\x85', '\x9d', '\xa0', '\xe9', '\xff'),
});

/** White-space runs as one space; the end is left as it is, since more may follow. */
function compactSlowly(text: string, afterSpace: boolean): string {
  const compact = text.replace(/[\t-\r \u00a0]+/g, ' ');
  return afterSpace && compact.startsWith(' ') ? compact.slice(1) : compact;
}

function compact(length: number, write: (out: Uint8Array, at: number) => number): string {
  const out = new Uint8Array(length * 3 + 8).fill(0x23);
  return Buffer.from(out.subarray(1, write(out, 1))).toString('utf8');
}

test('writes ASCII bytes with each run of white space as one space', () => {
  fc.assert(
    fc.property(asciiText, fc.boolean(), (text, afterSpace) => {
      const bytes = toBytes(text);
      const written = compact(bytes.length, (out, at) => compactAscii(bytes, 0, bytes.length, out, at, afterSpace));
      expect(written).toBe(compactSlowly(text, afterSpace));
    }),
  );
});

test('U+00A0 is white space in UTF-8; no other character beyond ASCII is', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, afterSpace) => {
      const bytes = new Uint8Array(Buffer.from(text, 'utf8'));
      const written = compact(bytes.length, (out, at) => compactUtf8(runtime, bytes, out, at, afterSpace));
      expect(written).toBe(compactSlowly(text, afterSpace));
    }),
  );
});

test('writes windows-1252 as UTF-8 with each run of white space as one space', () => {
  fc.assert(
    fc.property(anyByte, fc.boolean(), (text, afterSpace) => {
      const bytes = toBytes(text);
      const written = compact(bytes.length, (out, at) =>
        compactWindows1252(bytes, 0, bytes.length, out, at, afterSpace),
      );
      expect(written).toBe(compactSlowly(readWindows1252(text), afterSpace));
    }),
  );
});

test('trimming and compacting use the same characters', () => {
  expect(trimWhiteSpace('\u00a0\t x\u2003\v')).toBe('x\u2003');
});
