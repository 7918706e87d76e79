import { describe, expect, test } from 'vitest';
import { type PlacedLine, toPageText } from '../../../src/impact/finding/format/page-lines.ts';
import { toPdfLines } from '../../../src/impact/finding/format/pdf-text.ts';
import { toPictureText } from '../../../src/impact/finding/format/picture-lines.ts';

/** A line of letters that are ten high and five wide, each piece at its place. */
const line = (y: number, ...pieces: readonly (readonly [x: number, text: string])[]): PlacedLine => ({
  y,
  size: 10,
  pieces: pieces.map(([x, text]) => ({ x, text, width: text.length * 5 })),
});
const heading = line(0, [0, 'Name'], [100, 'Born'], [200, 'Salary'], [300, 'Land']);

describe('a page', () => {
  test('has a tab where a gap is wider than a space, and words where it is not', () => {
    expect(toPageText([line(0, [0, 'Ina'], [18, 'Weber'], [90, '1980-03-12'])])).toBe('Ina Weber\t1980-03-12');
    expect(toPageText([line(0, [0, 'We'], [10, 'ber'])])).toBe('Weber');
  });

  test('gives a row of a table an empty cell where one is missing, on the next page too', () => {
    const row = (y: number) => line(y, [0, 'Ina'], [100, '1980'], [300, 'US']);
    expect(
      toPageText([heading, row(20), row(0)])
        .split('\n')
        .slice(1),
    ).toEqual(['Ina\t1980\t\tUS', 'Ina\t1980\t\tUS']);
  });

  test('begins another table where its rows stand below no heading, or far below', () => {
    const other = line(20, [0, 'Ina'], [40, 'Tom'], [300, 'Lea']);
    expect(toPageText([heading, other])).toContain('\nIna\tTom\tLea');
    const far = line(200, [0, 'a'], [100, 'b'], [300, 'c']);
    expect(toPageText([heading, far])).toContain('\na\tb\tc');
  });

  test('joins the second line of a cell to the first, and to nothing else', () => {
    const row = line(20, [0, 'Ina'], [100, '12 Harbor'], [300, 'US']);
    expect(toPageText([heading, row, line(32, [100, 'Street'])])).toContain('Ina\t12 Harbor Street\t\tUS');
    expect(toPageText([heading, row, line(32, [0, 'Total'])])).toContain('US\nTotal');
    expect(toPageText([heading, row, line(60, [100, 'Street'])])).toContain('US\nStreet');
  });
});

describe('a PDF', () => {
  const item = (x: number, y: number, str: string, angle = 0) => ({
    str,
    width: str.length * 5,
    transform: [10 * Math.cos(angle), 10 * Math.sin(angle), -10 * Math.sin(angle), 10 * Math.cos(angle), x, y],
  });
  const read = (...items: readonly ReturnType<typeof item>[]) => toPageText(toPdfLines(items));

  test('has its lines in the order in which they were drawn', () => {
    expect(read(item(0, 700, 'Ina'), item(18, 700, 'Weber'), item(0, 680, 'Tom'))).toBe('Ina Weber\nTom');
    // Two columns of text, one behind the other.
    const left = [0, 1, 2, 3, 4, 5, 6].map((at) => item(0, 700 - at * 12, `left${at}`));
    expect(
      read(...left, item(300, 700, 'right'))
        .split('\n')
        .slice(-2),
    ).toEqual(['left6', 'right']);
  });

  test('keeps the cells of a row together where one has several lines', () => {
    const cells = [item(0, 700, 'Ina'), item(100, 700, '12 Harbor'), item(100, 688, 'Street'), item(200, 700, 'US')];
    expect(read(...cells)).toBe('Ina\t12 Harbor Street\tUS');
  });

  test('may lie on its side, and may have what is no text', () => {
    const turned = Math.PI / 2;
    expect(read(item(50, 0, 'Ina', turned), item(50, 90, '1980', turned), item(70, 0, 'Tom', turned))).toBe(
      'Ina\t1980\nTom',
    );
    expect(toPdfLines([{}, { str: ' ' }, { str: 'a', transform: [0, 0, 0, 0, 0, 0] }]).length).toBe(1);
  });
});

describe('a picture', () => {
  const word = (x: number, y: number, text: string, sureness = 96) =>
    ['5', '1', '1', '1', '1', '1', x, y, text.length * 10, 20, sureness, text].join('\t');
  const begin = (y: number) => ['4', '1', '1', '1', '1', '0', '0', y, '900', '20', '-1', ''].join('\t');
  const row = (y: number, sureness = 96) =>
    [
      begin(y),
      word(0, y, 'Ina', sureness),
      word(30, y, '|'),
      word(200, y, '1980', sureness),
      word(400, y, 'US', sureness),
    ].join('\n');

  test('has the cells of its rows, without the rules between them', () => {
    expect(toPictureText([row(0), row(40)].join('\n'))).toEqual({ text: 'Ina\t1980\tUS\nIna\t1980\tUS', unclear: 0 });
  });

  test('counts lines that the engine is not sure of, and rows that it gives not at all', () => {
    expect(toPictureText([row(0), row(40, 30), row(80)].join('\n')).unclear).toBe(1);
    const even = [0, 40, 80, 120, 160].map((y) => row(y));
    expect(toPictureText(even.join('\n')).unclear).toBe(0);
    expect(toPictureText([...even, row(280)].join('\n')).unclear).toBe(2);
    expect(toPictureText('').text).toBe('');
  });
});
