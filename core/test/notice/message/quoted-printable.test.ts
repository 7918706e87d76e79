import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toQuotedPrintable } from '../../../src/notice/message/quoted-printable.ts';

/** RFC 2045, 6.7, read as a mail program does. */
function read(encoded: string): string {
  const joined = encoded.replaceAll('=\r\n', '');
  const bytes: number[] = [];
  for (let at = 0; at < joined.length; at += 1) {
    if (joined[at] !== '=') bytes.push(joined.charCodeAt(at));
    else {
      bytes.push(Number.parseInt(joined.slice(at + 1, at + 3), 16));
      at += 2;
    }
  }
  return Buffer.from(bytes).toString('utf8').replaceAll('\r\n', '\n');
}

const line = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.constantFrom(
    '.',
    '..',
    'From here',
    '. ',
    '=',
    ' ',
    'x'.repeat(76),
    `${'x'.repeat(75)}.`,
    `${'x'.repeat(75)}From y`,
  ),
);

test('round-trips any text', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const text = `${lines.map((one) => one.replace(/[\r\n]/g, '').toWellFormed()).join('\n')}\n`;
      expect(read(toQuotedPrintable(text))).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('writes no line that a relay or a mailbox might change', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const encoded = toQuotedPrintable(`${lines.join('\n')}\n`);
      expect(encoded.endsWith('\r\n')).toBe(true);
      for (const one of encoded.slice(0, -2).split('\r\n')) {
        expect(one.length).toBeLessThanOrEqual(76);
        expect(one).toMatch(/^[\x20-\x7E]*$/);
        expect(one).not.toMatch(/ $|^\.|^From |=_/);
      }
    }),
    { numRuns: 500 },
  );
});

test('keeps plain lines readable', () => {
  const text = 'Do now\n 1. Change the passwords.\n    harbor.example/notice\n';
  expect(toQuotedPrintable(text)).toBe(text.replaceAll('\n', '\r\n'));
});
