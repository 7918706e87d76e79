import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { isThere, MailPairs } from './mail-pairs.ts';

// Programs of others take projections for the mail that they are. Real mail is asked in all-exposed.long.test.ts.

const cases = resolve(import.meta.dirname, '../../../corpus/projection');
/**
 * Originals that end inside their header, or have a line there that is no field: programs end the header in different
 * places.
 */
const oddOriginals: ReadonlySet<string> = new Set(['r01-header-alone', 'r01-odd-names']);
let pairs: MailPairs;
let untouched = 0;

beforeAll(async () => {
  pairs = new MailPairs(makeTemporaryFolder());
  for (const name of readdirSync(cases).sort()) {
    const read = (file: string) => readFileSync(join(cases, name, file));
    const { outcome } = JSON.parse(read('case.json').toString()) as { outcome: string };
    for (let number = 1; existsSync(join(cases, name, `expected-${number}.eml`)); number += 1) {
      if (outcome === 'quoted' || oddOriginals.has(name)) continue;
      await pairs.add(read(`expected-${number}.eml`), read('message.eml'), outcome === 'attached');
      untouched += 1;
    }
  }
  expect(untouched).toBeGreaterThan(20);
});

test("Python's parser reads the same subjects, texts and attachments from projections and originals", (context) => {
  if (!isThere('python3')) return context.skip('python3 is not installed');
  expect(pairs.compareInPython()).toEqual({ compared: untouched, differing: [] });
});

test('and detects a difference', async (context) => {
  if (!isThere('python3')) return context.skip('python3 is not installed');
  const other = new MailPairs(makeTemporaryFolder());
  const mail = (text: string, type = 'text/plain', name = 'a.txt') =>
    Buffer.from(
      `Subject: s\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename=${name}\r\n\r\n${text}\r\n`,
    );
  for (const changed of [mail('b'), mail('a', 'text/html'), mail('a', 'text/plain', 'b.txt'), mail('')])
    await other.add(changed, mail('a'), false);
  await other.add(mail('b'), mail('a'), true);
  await other.add(mail('a'), mail('a'), false);
  expect(other.compareInPython()).toEqual({ compared: 6, differing: ['0', '1', '2', '3', '4'] });
});

test('mu indexes all of them with subjects', (context) => {
  const indexed = pairs.indexWithMu();
  if (typeof indexed === 'string') return context.skip(indexed);
  expect(indexed).toEqual({ messages: untouched, subjects: pairs.subjects });
});

test('notmuch indexes all of them', (context) => {
  const indexed = pairs.indexWithNotmuch();
  if (typeof indexed === 'string') return context.skip(indexed);
  expect(indexed.messages).toBe(untouched);
  expect(indexed.subjects.filter((subject) => !pairs.subjects.includes(subject))).toEqual([]);
});
