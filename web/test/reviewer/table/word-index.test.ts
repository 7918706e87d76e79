import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toWords } from '../../../src/reviewer/worker/table/body-words.ts';
import { WordIndex } from '../../../src/reviewer/worker/table/word-index.ts';

const MB = 1024 * 1024;
const mark = (index: WordIndex, piece: string, isWhole: boolean, rows: number): number[] => {
  const marked = new Uint8Array(rows);
  index.mark(piece, isWhole, marked);
  return [...marked.keys()].filter((row) => marked[row] === 1);
};

test('finds every message with a word, by the whole word or a part', () => {
  const word = fc.stringMatching(/^[abc]{1,3}$/);
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(word, { maxLength: 6 }), { maxLength: 200 }), word, (bodies, piece) => {
      const index = new WordIndex(MB * 64);
      // Read in any order: the last row first.
      const order = bodies.map((_, at) => bodies.length - 1 - at);
      for (const row of order) index.add(row, new Set(bodies[row]));
      const having = (holds: (word: string) => boolean) => [...bodies.keys()].filter((row) => bodies[row]?.some(holds));
      expect(mark(index, piece, true, bodies.length)).toEqual(having((one) => one === piece));
      expect(mark(index, piece, false, bodies.length)).toEqual(having((one) => one.includes(piece)));
    }),
    { numRuns: 60 },
  );
});

test('handles a word of very many messages, and one with long gaps, across blocks and chunks', () => {
  const index = new WordIndex(MB * 256);
  const rows = 70_000;
  for (let row = 0; row < rows; row += 1) {
    const words = new Set(['every', `only${row}`, `some${row % 97}`]);
    if (row % 20_011 === 5) words.add('rare');
    index.add(row, words);
  }
  expect(mark(index, 'every', true, rows)).toHaveLength(rows);
  expect(mark(index, 'rare', true, rows)).toEqual([5, 20_016, 40_027, 60_038]);
  expect(mark(index, 'some96', true, rows)).toHaveLength(Math.floor((rows - 96 + 96) / 97));
  expect(mark(index, 'only69999', false, rows)).toEqual([69_999]);
});

test('stops at its limit, and says so', () => {
  const index = new WordIndex(2 * MB);
  let row = 0;
  while (index.add(row, new Set([`word${row}`, `other${row}`]))) row += 1;
  expect(index.usedBytes).toBeLessThan(4 * MB);
  expect(index.messages).toBe(row);
  expect(mark(index, 'word7', true, row)).toEqual([7]);
});

test('words are letters and digits of any script; machine-written text is omitted', () => {
  expect([...toWords('don’t e-mail naïve@x.example 東京 7kWh '.concat('x'.repeat(257)))]).toEqual([
    'don',
    't',
    'e',
    'mail',
    'naïve',
    'x',
    'example',
    '東京',
    '7kwh'.replace('kwh', 'kWh'),
  ]);
});
