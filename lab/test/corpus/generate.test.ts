import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { deflate } from '../../../corpus/generate/archive/deflate.ts';
import { gzip } from '../../../corpus/generate/archive/gzip.ts';
import { generateCorpus } from '../../../corpus/generate/corpus.ts';

const CORPUS = join(import.meta.dirname, '../../../corpus');
/** What a person or the program writes into the corpus, and the generator does not. */
const OTHERS = [
  /^(?:generate|modern-mail|notices|projection|release|verification)\//,
  /(^|\/)README\.md$/,
  /^\.gitattributes$/,
  /\/expected\//,
  /\/\.candor\//,
];

function committed(generated: ReadonlyMap<string, unknown>): readonly string[] {
  return readdirSync(CORPUS, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(CORPUS, join(entry.parentPath, entry.name)))
    .filter((path) => generated.has(path) || !OTHERS.some((other) => other.test(path)))
    .sort();
}

describe('the generated corpus', () => {
  const files = generateCorpus();

  test('has exactly the committed files', () => {
    expect(committed(files)).toEqual([...files.keys()].sort());
  });

  test('has the committed bytes', () => {
    const different = [...files].filter(([path, bytes]) => !readFileSync(join(CORPUS, path)).equals(bytes));
    expect(different.map(([path]) => path)).toEqual([]);
  });

  test('is the same each time', () => {
    const again = generateCorpus();
    for (const [path, bytes] of files) expect(Buffer.compare(Buffer.from(again.get(path) ?? []), bytes), path).toBe(0);
  });

  test('uses only reserved domains and documentation addresses in its mail', () => {
    // A shared domain is one of a list of real ones; the agency below it is made up.
    const allowed =
      /(\.|^)(example|test|invalid)$|^example\.com$|^groups\.io$|^duck\.com$|\.onmicrosoft\.com$|(^|-fictional\.)state\.tx\.us$/;
    for (const [path, bytes] of files) {
      if (!path.startsWith('incidents/') || /\.(gz|zip)$/.test(path)) continue;
      for (const [, domain = ''] of Buffer.from(bytes)
        .toString('utf8')
        .matchAll(/[\w+]@((?:[\w-]+\.)+[a-z]{2,})/g))
        expect(allowed.test(domain), `${path}: ${domain}`).toBe(true);
    }
  });
});

describe('the archive writers', () => {
  const samples = [Buffer.alloc(0), Buffer.from('a'), Buffer.from('abcabcabcabc'.repeat(99)), Buffer.alloc(70_000, 7)];

  test.each(samples)('zlib reads what they write', (sample) => {
    expect(inflateRawSync(deflate(sample)).equals(sample)).toBe(true);
    expect(gunzipSync(gzip(sample)).equals(sample)).toBe(true);
  });
});
