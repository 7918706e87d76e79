import {
  createMessageReader,
  limitSeverity,
  type MessageLimit,
  readPartRanges,
  usesBareReturns,
} from '@candor/core/evidence/message';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from '../../growth.ts';
import { fingerprintOf, read, readInPieces, readResult, readText, runtime, toBytes } from './fictional-message.ts';

const SAMPLE = [
  'Received: from a by b;\r\n Tue, 11 Sep 2001 08:00:00 +0200\r\n',
  'From: =?iso-8859-1?Q?J=F6rg?= <j@x.example>\r\nTo: Desk: a@x.example, "B, C"\r\n <b@x.example>;\r\n',
  'Subject: =?utf-8?B?R3LDvMOf?=\r\n =?utf-8?Q?e_?= raw \xe9\r\nDate: 10 Sep 2001 14:05:00 EDT\r\n',
  'Content-Type: multipart/mixed; boundary="=_b"\r\n\r\npreamble\r\n--=_b\r\n',
  'Content-Type: multipart/alternative; boundary="=_a"\r\n\r\n--=_a\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n',
  'caf=C3=A9 =\r\nsoft \t\r\n--not a boundary\r\n--=_a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>\xc3\xa9</p>\r\n--=_a--\r\n',
  '--=_b\r\nContent-Type: message/rfc822\r\n\r\nTo: in@y.example\r\n\r\ninner\r\n--=_b\r\n',
  'Content-Type: a/b; name="x.bin"\r\nContent-Transfer-Encoding: base64\r\n\r\naGVs\r\nbG8=\r\n--=_b--\r\nepilogue\r\n',
].join('');

const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 });

describe('a message in chunks', () => {
  test('reads the same as in one piece', () => {
    const whole = readResult(toBytes(SAMPLE), true);
    expect(whole.searchable?.text).toBe('café soft --not a boundary');
    fc.assert(
      fc.property(sizes, (some) => {
        expect(readInPieces(toBytes(SAMPLE), some)).toEqual(whole);
      }),
    );
  });

  test('also when damaged anywhere', () => {
    const damage = fc.record({
      at: fc.nat(SAMPLE.length),
      cut: fc.nat(40),
      put: fc.string({ unit: fc.constantFrom(...'-=_b\r\n "(<:;\0\xff'), maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), sizes, (damages, some) => {
        let text = SAMPLE;
        for (const { at, cut, put } of damages) text = text.slice(0, at) + put + text.slice(at + cut);
        const bytes = toBytes(text);
        expect(readInPieces(bytes, some)).toEqual(readResult(bytes, true));
      }),
      { numRuns: 500 },
    );
  });

  test('also when the bytes are not a message', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), sizes, (bytes, some) => {
        expect(readInPieces(bytes, some)).toEqual(readResult(bytes, true));
      }),
    );
  });
});

describe('a message with bare CR (old Mac) line endings', () => {
  const lined = (end: string) => toBytes(SAMPLE.replace(/\r\n/g, end));

  test('reads like one with line feeds, in any chunks', () => {
    const whole = readResult(lined('\r'), true);
    expect(whole.reading.addresses.map(({ address }) => address)).toEqual([
      'j@x.example',
      'a@x.example',
      'b@x.example',
      'in@y.example',
    ]);
    expect(whole).toEqual(readResult(lined('\n'), true));
    fc.assert(
      fc.property(sizes, (some) => {
        expect(readInPieces(lined('\r'), some)).toEqual(whole);
      }),
    );
  });

  test('reports byte ranges of nested parts', () => {
    const ranges = (end: string) => readPartRanges(runtime, lined(end)).parts;
    expect(ranges('\r')).toHaveLength(4);
    expect(ranges('\r')).toEqual(ranges('\n'));
  });

  test('a line feed at the end of the first line turns bare returns into content', () => {
    expect(read('From: a@x.example\rTo: b@x.example\r\n\r\n').addresses.map(({ role }) => role)).toEqual(['from']);
    const long = `Subject: ${'x'.repeat(5000)}`;
    expect(read(`${long}\nFrom: a@x.example\rTo: b@x.example\n\n`).addresses).toHaveLength(1);
    expect(read(`${long}\rFrom: a@x.example\rTo: b@x.example\r\r`).addresses).toEqual([]);
  });

  test('accepts leading empty lines, an mbox line or a byte order mark', () => {
    const body = `From: a@x.example\rTo: b@x.example\r\r${'x'.repeat(5000)}`;
    const starts = ['', '\r\r', 'From a Mon Sep 10 14:05:00 2001\r', '\r>From a\r', '\xef\xbb\xbf'];
    for (const start of starts) expect(usesBareReturns(toBytes(`${start}${body}`))).toBe(true);
    for (const text of ['\r\r\n', '\r\rFrom: a\n', '\r', `a\r${body}`])
      expect(usesBareReturns(toBytes(text))).toBe(text === '\r');
    for (const text of ['', 'From: a@x.example', 'x'.repeat(5000)]) {
      expect(usesBareReturns(toBytes(text))).toBe(false);
    }
  });

  test('a stray return in a long first line ends nothing; other line endings further down stay', () => {
    const rest = `${'x'.repeat(5000)}\r\nFrom: a@x.example\r\nTo: b@x.example\r\n\r\n`;
    for (const start of ['X-Odd: a\rb', 'X-Odd: a\r\rb', 'X-Odd: a\rX-More: b', 'X-Odd: a\r b\rc']) {
      const whole = readResult(`${start}${rest}`, true);
      expect(whole.reading.addresses.map(({ address }) => address)).toEqual(['a@x.example', 'b@x.example']);
      fc.assert(
        fc.property(sizes, (some) => {
          expect(readInPieces(toBytes(`${start}${rest}`), [4990 + (some[0] ?? 0), ...some])).toEqual(whole);
        }),
      );
    }
  });
});

describe('a reader reused for many messages', () => {
  test('carries no state from one message to the next', () => {
    const reader = createMessageReader(runtime, { keepText: true });
    const messages = [
      SAMPLE,
      SAMPLE.replaceAll('\r\n', '\r'),
      'Content-Type: multipart/x; boundary=c\n\n--c\n',
      '\nplain',
      SAMPLE,
      'To: a@x.example',
    ];
    for (const message of messages) {
      expect(reader.end(toBytes(message))).toEqual(readResult(toBytes(message), true));
    }
  });
});

describe('long text', () => {
  const line = 'caf\xc3\xa9 \xc2\xa0 und  mehr\n';
  test.each([
    ['valid UTF-8 without a label', '', line.repeat(300_000), 'café und mehr '.repeat(300_000)],
    ['UTF-8 without a label that ends in the middle of a character', '', `${line.repeat(300_000)}\xc3`, null],
    ['a label', '; charset=utf-8', line.repeat(300_000), 'café und mehr '.repeat(300_000)],
    ['pairs', '; charset=big5', '\x87\x40\x88\x62 ab\n'.repeat(600_000), '\u43f0\u00ca\u0304 ab '.repeat(600_000)],
    ['escapes', '; charset=iso-2022-jp', '\x1b$B$"$$\x1b(Ba\n'.repeat(400_000), 'あいa '.repeat(400_000)],
  ])('reads like short text: %s', (_, charset, body, expected) => {
    const bytes = toBytes(`Content-Type: text/plain${charset}\n\n${body}`);
    const text = expected ?? `${'cafÃ© Â und mehr '.repeat(300_000)}Ã`;
    expect(readInPieces(bytes, [1_000_003], false).reading.fingerprint).toBe(fingerprintOf({ text: text.trim() }));
  });

  test('is cut beyond the search limit and reported; its fingerprint is complete', () => {
    const text = 'word '.repeat(4_000_000);
    const result = readInPieces(toBytes(`\n${text}`), [1 << 20]);
    expect(result.limits).toEqual(['text-too-long-to-search']);
    expect(result.searchable?.text).toHaveLength(16 * 1024 * 1024);
    expect(result.reading.fingerprint).toBe(fingerprintOf({ text: text.trim() }));
  });
});

/** Limits beyond which addresses are not read. */
const LOSING: readonly MessageLimit[] = [
  'address-field-too-long',
  'too-many-addresses',
  'too-many-parts',
  'multipart-too-deep',
  'attached-too-deep',
  'boundary-too-long',
];

describe('limits', () => {
  test('cuts an overlong field, in any chunks', () => {
    const bytes = toBytes(`Subject: ${'x'.repeat(5_000_000)}\n y\nMessage-ID: <a@x>\n\n`);
    const whole = readResult(bytes);
    expect(whole.limits).toEqual(['field-too-long']);
    expect(whole.reading.messageId).toBe('a@x');
    expect(readInPieces(bytes, [65_536], false)).toEqual(whole);
  });

  test.each([
    ['To', '', 'address-field-too-long'],
    ['Resent-Bcc', '', 'address-field-too-long'],
    ['Content-Type', '', 'address-field-too-long'],
    ['Content-Transfer-Encoding', '', 'address-field-too-long'],
    ['Content-Disposition', '', 'field-too-long'],
    ['X-Other', '', null],
    ['To', 'Content-Type: multipart/x; boundary=b\n\n--b\n', 'field-too-long'],
    ['Content-Type', 'Content-Type: multipart/x; boundary=b\n\n--b\n', 'address-field-too-long'],
    ['Cc', 'Content-Type: message/rfc822\n\n', 'address-field-too-long'],
  ])('%s that is too long, after %j, is %s', (name, before, limit) => {
    const bytes = toBytes(`${before}${name}: x@x.example,${'x'.repeat(5_000_000)}\n y\n\n`);
    const limits = limit === null ? [] : [limit];
    expect(readResult(bytes).limits).toEqual(limits);
    expect(readInPieces(bytes, [65_536], false).limits).toEqual(limits);
  });

  test('asks for review where addresses may be lost, and only there', () => {
    expect(limitSeverity(['text-too-long-to-search', 'field-too-long'])).toBe('note');
    for (const limit of LOSING) expect(limitSeverity(['field-too-long', limit])).toBe('person');
  });

  test('drops addresses beyond the limit', () => {
    const result = readResult(`${'To: a@x.example\n'.repeat(200_001)}\n`);
    expect(result.limits).toEqual(['too-many-addresses']);
    expect(result.reading.addresses).toHaveLength(200_000);
  });

  test('a hundred thousand parts and a million fields are within the limits', () => {
    const parts = readResult(`Content-Type: multipart/x; boundary=b\n\n${'--b\n\nx\n'.repeat(100_000)}--b--`, true);
    expect(parts.limits).toEqual([]);
    expect(parts.searchable?.text).toHaveLength(199_999);
    expect(readResult(`${'X-A: b\n'.repeat(1_000_000)}Message-ID: <a>\n\n`).reading.messageId).toBe('a');
  });

  test('parts beyond the limit are content of the last one', () => {
    const result = readResult(`Content-Type: multipart/x; boundary=b\n\n${'--b\n\n'.repeat(250_001)}x`, true);
    expect(result.limits).toEqual(['too-many-parts']);
    expect(result.searchable?.text).toBe('--b x');
  });

  test('a multipart nested too deep is one leaf', () => {
    const open = (level: number): string => `Content-Type: multipart/x; boundary=b${level}\n\n--b${level}\n`;
    const levels = Array.from({ length: 257 }, (_, level) => open(level)).join('');
    const result = readResult(`${levels}\ntext`);
    expect(result.limits).toEqual(['multipart-too-deep']);
    expect(result.reading.fingerprint).toBe(fingerprintOf({ attachments: ['--b256\n\ntext'] }));
  });

  test('ignores headers of messages attached too deep', () => {
    const header = 'Content-Type: message/rfc822\nTo: a@x.example\n\n';
    const result = readResult(header.repeat(100));
    expect(result.limits).toEqual(['attached-too-deep']);
    expect(result.reading.addresses).toHaveLength(65);
  });

  test('ignores an overlong boundary', () => {
    const boundary = 'b'.repeat(1001);
    const result = readResult(`Content-Type: multipart/x; boundary=${boundary}\n\n--${boundary}\n\nx`);
    expect(result.limits).toEqual(['boundary-too-long']);
    expect(result.reading.fingerprint).toBe(fingerprintOf({ attachments: [`--${boundary}\n\nx`] }));
  });

  test.each([
    ['quotes', '"\\'],
    ['parentheses', '('],
    ['angle brackets', '<a '],
    ['literals', '@['],
    ['encoded words', '=?a?q? '],
  ])('reads a field of opening brackets in linear time: %s', async (_, opening) => {
    const readOpenings = (count: number) => read(`To: ${opening.repeat(count)}\nSubject: ${opening.repeat(count)}\n\n`);
    expect(await measureGrowth(readOpenings, 5000)).toBeLessThan(MOST_GROWTH);
  });
});

describe('raw bytes in fields', () => {
  test('are UTF-8 if valid, else windows-1252', () => {
    const fingerprint = (subject: string): string => read(`Subject: ${subject}\n\n`).fingerprint;
    expect(fingerprint('\xc3\xa9\x80')).toBe(fingerprintOf({ subject: 'Ã©€' }));
    expect(fingerprint('\xc3\xa9')).toBe(fingerprintOf({ subject: 'é' }));
  });

  test.each([
    ['=?utf-8?Q?a_b?= =?utf-8?q?c?=', 'a bc'],
    ['=?utf-8?Q?=C3?=\n =?UTF-8*de?B?qQ==?=', 'é'],
    ['=?utf-8?Q?a?= b =?utf-8?Q?c?=', 'a b c'],
    ['=?utf-8?Q?a?= =?koi8-r?Q?=C1?=', 'aа'],
    ['=?unknown?Q?=E9?=', 'é'],
    ['=?iso-8859-1?Q?=80?=', '€'],
    ['=?utf-8?Q?=zz_?=', '=zz'],
    ['=?utf-8?X?a?=', '=?utf-8?X?a?='],
    ['=?utf-8?Q?open', '=?utf-8?Q?open'],
    ['a=?utf-8?Q?b?=c', 'abc'],
  ])('encoded words: %j becomes %j', (value, subject) => {
    expect(read(`Subject: ${value}\n\n`).fingerprint).toBe(fingerprintOf({ subject }));
  });
});

test('a quoted-printable body without a label is read as documented', () => {
  expect(readText('Content-Transfer-Encoding: quoted-printable\n\n=80=E9 =\n x')).toBe('€é x');
});
