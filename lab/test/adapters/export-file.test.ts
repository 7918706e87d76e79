import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ExportFile } from '../../src/adapters/export-file.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const folder = makeTemporaryFolder();
const toDigest = (text: string) => createHash('sha256').update(text).digest('hex');

test('an export holds all that was written, in order, whatever the lengths, and its digest is that of the file', () => {
  const lengths = [0, 1, 170_000, 3, 180_000, 600_000, 7, 200_000, 100_000, 100_000, 1];
  const texts = lengths.map((length, at) => 'aé€\u{10000}'.repeat(length / 5 + 1).slice(0, length - (length % 5)) + at);
  const path = join(folder, 'whole.jsonl');
  const file = new ExportFile(path);
  for (const text of texts) file.write(text);
  expect(existsSync(path)).toBe(false);
  const digest = file.end();
  expect(readFileSync(path, 'utf8') === texts.join('')).toBe(true);
  expect(digest).toBe(toDigest(texts.join('')));
});

test('without a path it only digests', () => {
  const file = new ExportFile(null);
  file.write('one\n');
  file.write('two\n');
  expect(file.end()).toBe(toDigest('one\ntwo\n'));
});
