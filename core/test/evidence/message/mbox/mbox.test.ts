import { createMboxSplitter, scanMboxBoundaries } from '@candor/core/evidence/message';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runtime, sha256, toBytes } from '../fictional-message.ts';

interface Range {
  readonly kind: 'message' | 'structure' | 'quarantine';
  readonly offset: number;
  readonly length: number;
  readonly sha256?: string;
  readonly fromTime?: number | null;
  readonly content?: string;
}

function split(
  text: string,
  sizes: readonly number[] = [text.length],
  offset = 0,
  lineEnds?: 'feeds' | 'returns',
  inside: number[] = [],
): Range[] {
  const ranges: Range[] = [];
  let content = '';
  const splitter = createMboxSplitter(
    runtime,
    {
      content: (bytes) => {
        content += Buffer.from(bytes).toString('latin1');
      },
      message: (message) => {
        ranges.push({ kind: 'message', ...message, content });
        content = '';
      },
      structure: (at, length) => ranges.push({ kind: 'structure', offset: at, length }),
      fromLineInside: (at) => inside.push(at),
      quarantine: (at, length) => ranges.push({ kind: 'quarantine', offset: at, length }),
    },
    offset,
    lineEnds,
  );
  for (const [index, piece] of cut(text, sizes).entries()) {
    // Every other piece is put where the splitter has room for it, and more.
    const room = index % 2 === 1 ? splitter.room(piece.length + 3) : null;
    room?.set(piece);
    splitter.write(room?.subarray(0, piece.length) ?? piece);
  }
  splitter.end();
  return ranges;
}

function cut(text: string, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0, index = 0; at < text.length; index += 1) {
    const size = Math.max(1, sizes[index % sizes.length] ?? 1);
    pieces.push(toBytes(text.slice(at, at + size)));
    at += size;
  }
  return pieces;
}

function contents(text: string): (string | undefined)[] {
  return split(text)
    .filter((range) => range.kind === 'message')
    .map((range) => range.content);
}

function findStarts(text: string, sizes: readonly number[]): number[] {
  const starts: number[] = [];
  const scan = scanMboxBoundaries(runtime, (offset) => starts.push(offset));
  for (const piece of cut(text, sizes)) scan.write(piece);
  return starts;
}

/** The plain count, by other means than the splitter's. */
function countFromLines(text: string): number {
  return text.match(/(?:^(?:\xef\xbb\xbf)?|[\n\0])From /g)?.length ?? 0;
}

const FROM = 'From a@x.example Mon Sep 10 14:05:00 2001\n';

describe('splitting an mbox', () => {
  test('with bare CR (old Mac) line endings gives the same ranges, in any chunks', () => {
    const text = `\n\nlead\n\n${FROM}A: b\n\n>From x\n\n${FROM}C: d\n\nFrom y\n>>From z\n\n`;
    const returns = text.replaceAll('\n', '\r');
    const expected = split(text).map((range) => {
      if (range.kind !== 'message') return range;
      const raw = returns.slice(range.offset, range.offset + range.length);
      return { ...range, content: range.content?.replaceAll('\n', '\r'), sha256: sha256(toBytes(raw)) };
    });
    expect(expected.map(({ kind }) => kind).filter((kind) => kind !== 'structure')).toEqual([
      'quarantine',
      'message',
      'message',
      'message',
    ]);
    for (const size of [returns.length, 1, 2, 3, 7, 64]) expect(split(returns, [size], 0, 'returns')).toEqual(expected);
  });

  test.each(['\n', '\r\n'])('splits a file followed by one of another program as both, in any chunks: %j', (end) => {
    const theirs = `${FROM}C: d\n\nx\n>From y\nFrom z\n\n${FROM}E: f\n\n`.replaceAll('\n', end);
    const text = `${`${FROM}A: b\n\nx\n\n`.replaceAll('\n', '\r')}${theirs}`;
    const whole = split(text, [text.length], 0, 'returns');
    expect(whole.flatMap(({ content }) => content ?? [])).toEqual([
      'A: b\r\rx\r',
      `C: d${end}${end}x${end}From y${end}From z${end}`,
      `E: f${end}`,
    ]);
    for (const size of [1, 2, 3, 7, 64]) expect(split(text, [size], 0, 'returns')).toEqual(whole);
  });

  test('splits such a file when lines precede its first message', () => {
    const text = `${`${FROM}A: b\n\nx\n`.replaceAll('\n', '\r')}lead\n\n${FROM}C: d\n\n`;
    const whole = split(text, [text.length], 0, 'returns');
    expect(whole.flatMap(({ content }) => content ?? [])).toEqual(['A: b\r\rx\rlead\n', 'C: d\n']);
    for (const size of [1, 2, 3, 7, 64]) expect(split(text, [size], 0, 'returns')).toEqual(whole);
  });

  test('removes up to a thousand > before From_ and keeps a longer line as content, in any chunks', () => {
    const quotes = '>'.repeat(1000);
    const text = `${FROM}a\n${quotes}From b\n>${quotes}From c\nd\n`;
    const expected = split(text);
    expect(expected.flatMap(({ content }) => content ?? [])).toEqual([
      `a\n${quotes.slice(1)}From b\n>${quotes}From c\nd\n`,
    ]);
    for (const size of [1, 7, 500, 1001, 1050]) expect(split(text, [size])).toEqual(expected);
  });

  test('a message starts at a From_ line at the start or after an empty line; both lines are structure', () => {
    const text = `${FROM}A: b\n\nx\n\n${FROM}C: d\n\n`;
    const second = text.indexOf('C: d');
    expect(split(text)).toEqual([
      { kind: 'structure', offset: 0, length: FROM.length },
      {
        kind: 'message',
        offset: FROM.length,
        length: 8,
        sha256: sha256('A: b\n\nx\n'),
        fromTime: 1000130700,
        content: 'A: b\n\nx\n',
      },
      { kind: 'structure', offset: FROM.length + 8, length: FROM.length + 1 },
      { kind: 'message', offset: second, length: 5, sha256: sha256('C: d\n'), fromTime: 1000130700, content: 'C: d\n' },
      { kind: 'structure', offset: second + 5, length: 1 },
    ]);
  });

  test.each([
    ['not after a line with text', `${FROM}a\nFrom b\n`, ['a\nFrom b\n']],
    ['not after a line of white space', `${FROM}a\n \nFrom b\n`, ['a\n \nFrom b\n']],
    ['not without the space', `${FROM}a\n\nFrom: b\n`, ['a\n\nFrom: b\n']],
    ['after an empty CRLF line', `${FROM}a\r\n\r\nFrom b\r\nc\r\n\r\n`, ['a\r\n', 'c\r\n']],
    ['after a lone LF in a CRLF file', `${FROM}a\r\n\nFrom b\r\nc`, ['a\r\n', 'c']],
    ['only one empty line is the container’s', `${FROM}a\n\n\n\nFrom b\nc\n\n\n`, ['a\n\n\n', 'c\n\n']],
    ['without any content', `${FROM}\nFrom b\n`, ['', '']],
    ['with a From_ line that never ends', `${FROM}a\n\nFrom b`, ['a\n', '']],
    ['after empty lines and a byte order mark', `\xef\xbb\xbf${FROM}a`, ['a']],
    ['after leading empty lines', `\n\r\n${FROM}a`, ['a']],
    [
      'one > of quoted lines goes',
      `${FROM}>From a\n>>From b\n> From c\n x>From d\n>Frome\n`,
      ['From a\n>From b\n> From c\n x>From d\n>Frome\n'],
    ],
    ['also of the first line', `${FROM}>From a`, ['From a']],
  ])('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });

  const STRICT = 'From b@x.example Mon Sep 10 14:05:00 2001';
  test.each([
    ['a strict line', `${STRICT}\nA: c\n`],
    ['a day of one digit, padded', 'From b@x.example Mon Sep  3 14:05:00 2001\nA: c\n'],
    ['a day of one digit, alone', 'From b@x.example Mon Sep 3 14:05:00 2001\nA: c\n'],
    ['Thunderbird’s', 'From - Mon Sep 10 14:05:00 2001\nX-Mozilla-Status: 0001\n'],
    ['Eudora’s', 'From ???@??? Mon Sep 10 14:05:00 2001\nA: c\n'],
    ['Python’s', 'From nobody Mon Sep 10 14:05:00 2001\nA: c\n'],
    ['a zone before the year', 'From b Mon Sep 10 14:05:00 CEST 2001\nA: c\n'],
    ['a zone behind the year', 'From b Mon Sep 10 14:05:00 2001 -0700\nA: c\n'],
    ['zones on both sides', 'From b Mon Sep 10 14:05:00 PDT 2001 -0700\nA: c\n'],
    ['more blanks', 'From  b \t Mon  Sep\t10  14:05:00  2001 \t\nA: c\n'],
    ['CRLF', `${STRICT}\r\nA: c\r\n`],
    ['blanks before the colon', `${STRICT}\nA \t: c\n`],
  ])('without an empty line before it, a strict From_ line starts a message: %s', (_, next) => {
    const text = `${FROM}A: b\n\nx\n${next}`;
    const content = next.slice(next.indexOf('\n') + 1);
    expect(contents(text)).toEqual(['A: b\n\nx\n', content]);
    expect(findStarts(text, [text.length])).toEqual([0, text.length - next.length]);
    for (const size of [1, 2, 3, 7, 64]) {
      expect(split(text, [size])).toEqual(split(text));
      expect(findStarts(text, [size])).toEqual([0, text.length - next.length]);
    }
  });

  test.each([
    ['no weekday', 'From b@x.example Sep 10 14:05:00 2001\nA: c\n'],
    ['no word', 'From Mon Sep 10 14:05:00 2001\nA: c\n'],
    ['two words', 'From b c Mon Sep 10 14:05:00 2001\nA: c\n'],
    ['no seconds', 'From b Mon Sep 10 14:05 2001\nA: c\n'],
    ['a month in lower case', 'From b Mon sep 10 14:05:00 2001\nA: c\n'],
    ['a year of two digits', 'From b Mon Sep 10 14:05:00 01\nA: c\n'],
    ['a zone in lower case', 'From b Mon Sep 10 14:05:00 cest 2001\nA: c\n'],
    ['a zone of six letters', 'From b Mon Sep 10 14:05:00 2001 ABCDEF\nA: c\n'],
    ['more behind it', `${STRICT} remote from x\nA: c\n`],
    ['no field behind it', `${STRICT}\nc\n`],
    ['an empty line behind it', `${STRICT}\n\nA: c\n`],
    ['a name with a byte above ASCII', `${STRICT}\nA\xe4: c\n`],
    ['a name with a blank inside', `${STRICT}\nA b: c\n`],
    ['a colon alone', `${STRICT}\n: c\n`],
    ['a name of a thousand bytes', `${STRICT}\n${'A'.repeat(1000)}: c\n`],
    ['a line of four kilobytes', `From ${'b'.repeat(5000)} Mon Sep 10 14:05:00 2001\nA: c\n`],
    ['the end of the file behind it', STRICT],
    ['the end of the file in the name', `${STRICT}\nA`],
    ['in the middle of a line', `x ${STRICT}\nA: c\n`],
    ['quoted', `>${STRICT}\nA: c\n`],
  ])('without an empty line before it, no other line starts a message: %s', (_, next) => {
    const text = `${FROM}A: b\n\nx\n${next}`;
    expect(contents(text)).toHaveLength(1);
    for (const size of [1, 7, 64]) expect(split(text, [size])).toEqual(split(text));
    expect(findStarts(text, [64])).toEqual([0]);
  });

  test('after a hole of zeros only a strict From_ line starts a message', () => {
    const hole = '\0'.repeat(300);
    const text = `${FROM}A: b\n\nx${hole}${STRICT}\nC: d\n${hole}From e\nF: g\n`;
    expect(contents(text)).toEqual([`A: b\n\nx${hole}`, `C: d\n${hole}From e\nF: g\n`]);
    for (const size of [1, 2, 7, 64]) expect(split(text, [size])).toEqual(split(text));
    expect(contents(`${hole}${STRICT}\nC: d\n`)).toEqual(['C: d\n']);
  });

  test('reports the place of lines that start with From_ but start no message', () => {
    const inside: number[] = [];
    const text = `${FROM}a\nFrom b\n>From c\nFrom d\n\nFrom e\nf\n`;
    split(text, [text.length], 0, 'feeds', inside);
    expect(inside).toEqual([text.indexOf('From b'), text.indexOf('From d')]);
  });

  test('quarantines bytes before the first From_ line; empty lines there are structure', () => {
    expect(split(`\nrubbish\n\n${FROM}a`).slice(0, 3)).toEqual([
      { kind: 'structure', offset: 0, length: 1 },
      { kind: 'quarantine', offset: 1, length: 8 },
      { kind: 'structure', offset: 9, length: 1 + FROM.length },
    ]);
    expect(split('rubbish\nFrom b\n\n')).toEqual([
      { kind: 'quarantine', offset: 0, length: 15 },
      { kind: 'structure', offset: 15, length: 1 },
    ]);
    expect(split('')).toEqual([]);
  });

  test('digests the raw range, including quoting', () => {
    const message = split(`${FROM}>From a\n`).find((range) => range.kind === 'message');
    expect(message).toMatchObject({ length: 8, sha256: sha256('>From a\n'), content: 'From a\n' });
  });

  test('streams a message of megabytes in chunks with the same result', () => {
    const body = `${'line of text\n>From quoted\n'.repeat(100_000)}`;
    const text = `${FROM}${body}\n${FROM}b`;
    const [, first, , second] = split(text, [65_536]);
    expect(first).toMatchObject({
      length: body.length,
      sha256: sha256(body),
      content: body.replaceAll('>From', 'From'),
    });
    expect(second).toMatchObject({ content: 'b' });
  });
});

describe('the time of a From_ line', () => {
  test.each([
    ['a@x.example Mon Sep 10 14:05:00 2001', 1000130700],
    ['a@x.example Mon Sep  9 14:05 2001', 1000044300],
    ['a@x.example Mon Sep 10 14:05:00 CDT 2001', 1000130700],
    ['1234@xxx Mon Sep 10 14:05:00 +0000 2001', 1000130700],
    ['a@x.example Mon Sep 10 14:05:00 2001 remote from x', 1000130700],
    ['a@x.example  Mon, 10 Sep 2001 14:05:00 -0500', 1000130700],
    ['MAILER-DAEMON Mon Sep 10 14:05:00 2001', null],
    ['a@x.example Thu Jan  1 00:00:00 1970', null],
    ['a@x.example', null],
    ['', null],
  ])('%s', (line, time) => {
    expect(split(`From ${line}\r\na`).at(-1)?.fromTime).toBe(time);
  });
});

const pieceOfMbox = fc.constantFrom(
  '\n',
  '\n\n',
  '\r\n',
  'From ',
  'From a\n',
  '>From ',
  '>',
  'F',
  'Fro',
  'x',
  'text\n',
  '\r',
  '\xef\xbb\xbf',
  '\n\nFrom b@x.example\n',
  'From b@x.example Mon Sep 10 14:05:00 2001\n',
  'From b Mon Sep 10 14:05:00 2001\nA: b\n',
  'A ',
  ':',
  '\0\0',
);
const anyMbox = fc.array(pieceOfMbox, { maxLength: 40 }).map((pieces) => pieces.join(''));
const anySizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });

describe('any bytes', () => {
  test('ranges are contiguous, add up to the file, and do not depend on chunking', () => {
    fc.assert(
      fc.property(anyMbox, anySizes, (text, sizes) => {
        const inside: number[] = [];
        const whole = split(text, [text.length], 0, 'feeds', inside);
        let at = 0;
        for (const range of whole) {
          expect(range.offset).toBe(at);
          at += range.length;
        }
        expect(at).toBe(text.length);
        const found: number[] = [];
        expect(split(text, sizes, 0, 'feeds', found)).toEqual(whole);
        expect(found).toEqual(inside);
        const messages = whole.filter((range) => range.kind === 'message').length;
        expect(messages + inside.length).toBe(countFromLines(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('the boundary scan finds exactly the messages, in any chunks, and shards cut there give the same messages', () => {
    fc.assert(
      fc.property(anyMbox, anySizes, fc.nat(), (text, sizes, pick) => {
        const starts = findStarts(text, sizes);
        const whole = split(text).filter((range) => range.kind === 'message');
        expect(starts).toHaveLength(whole.length);
        const start = starts[pick % Math.max(1, starts.length)];
        if (start === undefined) return;
        const shards = [...split(text.slice(0, start)), ...split(text.slice(start), sizes, start)];
        expect(shards.filter((range) => range.kind === 'message')).toEqual(whole);
        expect(shards.reduce((sum, range) => sum + range.length, 0)).toBe(text.length);
      }),
      { numRuns: 2000 },
    );
  });
});
