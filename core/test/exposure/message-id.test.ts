import { PackedMessageIdIndex, type PackedMessageIds } from '@candor/core/exposure/judge';
import { toMessageId } from '@candor/core/exposure/key';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MessageIdTable } from '../../src/exposure/records/message-id-table.ts';
import { MOST_GROWTH, measureGrowth } from '../growth.ts';
import { makeCopy, makeRecord, run } from './testkit.ts';

/** Few letters, so that equal texts, texts equal but for case, and shared hashes occur. */
const id = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'B', '@', '.', '`', '[', '{'), minLength: 1, maxLength: 9 }),
  fc.string({ unit: fc.constantFrom('ä', 'Ä', 'ß', 'K', 'K', 'k', '😀', 'İ'), minLength: 1, maxLength: 4 }),
);

describe('reading a Message-ID', () => {
  test('takes the content of the first angle brackets, otherwise trims white space, independent of character set', () => {
    expect(toMessageId(' <a@x.example>\r\n')).toBe('a@x.example');
    expect(toMessageId('(one) <a> (two) <b>')).toBe('a');
    expect(toMessageId('x> <a> y')).toBe('a');
    expect(toMessageId('< a >')).toBe(' a ');
    expect(toMessageId('<<a>>')).toBe('<a');
    expect(toMessageId('<a')).toBe('<a');
    expect(toMessageId('\u{a0}a>\u{b}')).toBe('a>');
    expect(toMessageId('\u{2028}a')).toBe('\u{2028}a');
  });
  test('an empty result is no Message-ID', () => {
    for (const text of ['', '  ', '<>', ' <> ']) expect(toMessageId(text)).toBeNull();
  });
});

function toFound(table: MessageIdTable, text: string): string[] {
  const found = table.find(text);
  const ids = found?.alike ?? (found === null ? [] : [found.exact ?? -1]);
  return ids.map((number) => `${table.textOf(number)} ${number === found?.exact}`);
}

describe('the table of ids', () => {
  test('finds the same as a list of texts, exactly and ignoring case', () => {
    fc.assert(
      fc.property(fc.array(id), fc.array(id), (added, asked) => {
        const table = new MessageIdTable();
        const numbers = added.map((text) => table.add(text));
        const distinct = [...new Set(added)];
        expect(numbers).toEqual(added.map((text) => distinct.indexOf(text)));
        for (const text of asked) {
          const found = toFound(table, text);
          const expected = distinct
            .filter((known) => known.toLowerCase() === text.toLowerCase())
            .map((known) => `${known} ${known === text}`);
          expect(found.sort()).toEqual(expected.sort());
        }
      }),
    );
  });
  test('grows and keeps texts longer than a page', () => {
    const table = new MessageIdTable();
    const long = 'x'.repeat(3_000_000);
    table.add(long);
    for (let at = 0; at < 50_000; at += 1) expect(table.add(`${at}@x.example`)).toBe(at + 1);
    expect(table.textOf(0)).toBe(long);
    expect(table.textOf(40_000)).toBe('39999@x.example');
    expect(table.find('41000@X.EXAMPLE')).toEqual({ exact: null, alike: [41_001] });
    expect(table.find('41000@x.example')).toEqual({ exact: 41_001, alike: null });
    expect(table.find('none@x.example')).toBeNull();
  });
});

describe('colliding ids made by a sender', () => {
  /** Beyond the longest probe, from which on work is in proportion. */
  const COUNT = 700;
  /** They share one hash, and each equals each but for case: compared each with each they would cost by the square. */
  const listAlike = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      [...'abcdefghijkl@x'].map((unit, bit) => ((at >> bit) & 1 ? unit.toUpperCase() : unit)).join(''),
    );

  // What checks an answer is no part of the work: it counts once, at the end.
  const addAndFind = (count: number) => {
    const alike = listAlike(count);
    const table = new MessageIdTable();
    const wrong = alike.filter((text, at) => table.add(text) !== at);
    for (const [at, text] of alike.entries()) {
      const found = table.find(text);
      if (found?.exact !== at || found.alike?.length !== count) wrong.push(text);
    }
    expect(wrong).toEqual([]);
    expect(table.find('ABCDEFGHIJKL@X')?.exact).toBeNull();
    expect(table.find('abcdefghijkm@x')).toBeNull();
  };
  test('are added and found in linear time', async () => {
    expect(await measureGrowth(addAndFind, COUNT)).toBeLessThan(MOST_GROWTH);
  });

  const judge = (count: number) => {
    const alike = listAlike(count);
    const records = alike.map((messageId) => makeRecord({ items: [{ messageId, folder: 'F-inbox' }] }));
    const copies = alike.map((messageId, at) => makeCopy({ location: `${at}`, messageId }));
    const { judgements, unresolved } = run({ records, copies });
    const wrong = records.filter(({ id }, at) => {
      const [reason, ...more] = judgements.get(`${at}`)?.reasons ?? [];
      return more.length > 0 || reason?.code !== 'bind' || reason.records.join() !== String(id);
    });
    expect(wrong).toEqual([]);
    expect(unresolved).toEqual([]);
  };
  test('are judged in linear time, each by its own records', async () => {
    expect(await measureGrowth(judge, COUNT)).toBeLessThan(MOST_GROWTH);
  });
});

describe('the packed join', () => {
  test('pairs all rows with the same id, ignoring ASCII case', () => {
    const ascii = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '@', '`'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(ascii), fc.array(ascii), (ours, theirs) => {
        const pairs: string[] = [];
        new PackedMessageIdIndex(pack(ours)).join(pack(theirs), (row, other, isExact) => {
          pairs.push(`${row} ${other} ${isExact}`);
        });
        const expected = ours.flatMap((text, row) =>
          theirs.flatMap((other, at) =>
            text.toLowerCase() === other.toLowerCase() ? [`${row} ${at} ${text === other}`] : [],
          ),
        );
        expect(pairs.sort()).toEqual(expected.sort());
      }),
    );
  });
  test('handles more rows than a batch and repeated ids', () => {
    const ours = Array.from({ length: 10_000 }, (_, at) => `${at % 4_000}@x.example`);
    let count = 0;
    new PackedMessageIdIndex(pack(ours)).join(pack(ours), () => {
      count += 1;
    });
    expect(count).toBe(2_000 * 9 + 2_000 * 4);
  });
  test('an empty column joins nothing', () => {
    const never = () => expect.unreachable();
    new PackedMessageIdIndex(pack([])).join(pack(['a']), never);
    new PackedMessageIdIndex(pack(['a'])).join({ bytes: new Uint8Array(), offsets: new Uint32Array() }, never);
  });
});

function pack(texts: readonly string[]): PackedMessageIds {
  const offsets = new Uint32Array(texts.length + 1);
  for (const [at, text] of texts.entries()) offsets[at + 1] = (offsets[at] ?? 0) + text.length;
  return { bytes: new TextEncoder().encode(texts.join('')), offsets };
}
