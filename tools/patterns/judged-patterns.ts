import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tidy/tree.ts';
import type { SourcePattern } from './source-patterns.ts';

const FILE = join(root, 'tools/patterns/linear-patterns.txt');
const HEAD = `# Patterns of the product that recheck 4.5.0 has shown to be linear: the first half of the SHA-256 of /source/flags, in order.
# Written by \`npm run patterns -- --update\`; \`npm run check\` judges only what is missing here.
`;
const HASH_CHARS = 32;

export function toPatternHash({ source, flags }: Pick<SourcePattern, 'source' | 'flags'>): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, HASH_CHARS);
}

/** Hashes of the patterns that need no look. */
export function readLinearPatterns(): ReadonlySet<string> {
  return new Set(
    readFileSync(FILE, 'utf8')
      .split('\n')
      .filter((line) => /^[0-9a-f]{32}$/.test(line)),
  );
}

export function writeLinearPatterns(hashes: Iterable<string>): void {
  writeFileSync(FILE, `${HEAD}${[...new Set(hashes)].sort().join('\n')}\n`);
}
