import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isFound, tokens } from './tokens.ts';

const hasGitleaks = spawnSync('gitleaks', ['version']).status === 0;

/** Lines from 1 in which gitleaks sees something. Its rules stay in its program: nothing of them is here. */
function askGitleaks(lines: readonly string[]): ReadonlySet<number> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-gitleaks-'));
  try {
    // A token a file: its rules look at what stands around.
    lines.forEach((line, at) => {
      writeFileSync(join(folder, `${at}.txt`), `${line}\n`);
    });
    const report = join(folder, 'report.json');
    spawnSync('gitleaks', ['detect', '--no-git', '--exit-code', '0', '-s', folder, '-r', report]);
    const found = JSON.parse(readFileSync(report, 'utf8')) as readonly { File: string }[];
    return new Set(found.map(({ File }) => Number(/(\d+)\.txt$/.exec(File)?.[1] ?? -1)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!hasGitleaks)(
  'finds 0.98 of what gitleaks finds (skipped without gitleaks)',
  () => {
    const theirs = askGitleaks(tokens.map(({ text }) => text));
    const both = tokens.filter((token, at) => theirs.has(at) && isFound(token));
    process.stdout.write(`gitleaks finds ${theirs.size} of ${tokens.length} tokens, ours ${both.length} of these\n`);
    expect(theirs.size).toBeGreaterThan(tokens.length / 2);
    expect(both.length / theirs.size).toBeGreaterThanOrEqual(0.98);
  },
  300_000,
);
