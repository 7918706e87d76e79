import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ExportFile } from '../../src/adapters/files/export-file.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const folder = makeTemporaryFolder();
const toDigest = (text: string) => createHash('sha256').update(text).digest('hex');

test("an export contains everything written, in order, at any length, and its digest is the file's", () => {
  const lengths = [0, 1, 170_000, 3, 180_000, 600_000, 7, 200_000, 100_000, 100_000, 1];
  const texts = lengths.map((length, at) => 'aé€\u{10000}'.repeat(length / 5 + 1).slice(0, length - (length % 5)) + at);
  const path = join(folder, 'whole.jsonl');
  const file = new ExportFile(path);
  for (const text of texts) file.write(text);
  expect(existsSync(path)).toBe(false);
  const { digest, former } = file.end();
  expect(readFileSync(path, 'utf8') === texts.join('')).toBe(true);
  expect([digest, former]).toEqual(Array(2).fill(toDigest(texts.join(''))));
});

test('without a path it only digests', () => {
  const file = new ExportFile(null);
  file.write('one\n');
  file.write('two\n');
  expect(file.end().digest).toBe(toDigest('one\ntwo\n'));
});

test('content changed while written has the digest of the file and that of the input', () => {
  const path = join(folder, 'escaped.jsonl');
  const file = new ExportFile(path, (text) => text.replaceAll('x', '\\u0078'));
  for (const text of ['one\n', 'x\n', 'two\n', 'xx\n']) file.write(text);
  const { digest, former } = file.end();
  expect(digest).toBe(toDigest(readFileSync(path, 'utf8')));
  expect(former).toBe(toDigest('one\nx\ntwo\nxx\n'));
});
