import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSource, readTexts, root } from './tree.ts';

/** The rows of docs/sentences.md in order of their numbers: the names of the promises. */
const PROMISES = readFileSync(join(root, 'core/src/base/said.ts'), 'utf8')
  .match(/PromiseName =([^;]*);/)?.[1]
  ?.match(/'[\w-]+'/g)
  ?.map((name) => name.slice(1, -1));

interface Row {
  readonly number: number;
  readonly promise: string;
  readonly owner: string;
  readonly test: string;
}

const rows = readFileSync(join(root, 'docs/sentences.md'), 'utf8')
  .split('\n')
  .flatMap((line): Row[] => {
    const [number, promise, owner, test] =
      line.match(/^\| (\d+) \| `([\w-]+)` \| [^|]* \| `([^`]+)`[^|]* \| `([^`]+)`/)?.slice(1) ?? [];
    if (number === undefined || promise === undefined || owner === undefined || test === undefined) return [];
    return [{ number: Number(number), promise, owner, test }];
  });

/** Which files allow which sentence. */
function listOwners(): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { path, text } of readTexts().filter(isSource)) {
    const called = [...text.matchAll(/\btoSaid\(\s*'([\w-]+)'/g)].map(([, promise = '']) => promise);
    for (const promise of new Set(called)) owners.set(promise, [...(owners.get(promise) ?? []), path]);
  }
  return owners;
}

test('each row names a promise by its number, once', () => {
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ promise }) => promise)).toEqual(rows.map(({ number }) => PROMISES?.[number - 1]));
  expect(new Set(rows.map(({ promise }) => promise)).size).toBe(rows.length);
  expect(rows.map(({ number }) => number)).toEqual(rows.map(({ number }) => number).sort((a, b) => a - b));
});

test('each row names an owner and a test that exist, and the test asks the owner', () => {
  for (const { owner, test: path } of rows) {
    expect(existsSync(join(root, owner)), owner).toBe(true);
    expect(existsSync(join(root, path)), path).toBe(true);
    const says = [...readFileSync(join(root, owner), 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)];
    const text = readFileSync(join(root, path), 'utf8');
    expect(
      says.some(([, name = '']) => text.includes(`${name}(`)),
      `${path} calls a function of ${owner}`,
    ).toBe(true);
  }
});

test('each sentence is allowed by its owner and by no other file', () => {
  const owners = listOwners();
  for (const [promise, paths] of owners) expect(paths, promise).toHaveLength(1);
  const named = new Map(rows.map(({ promise, owner }) => [promise, owner]));
  for (const [promise, [path]] of owners) expect(named.get(promise), `row of ${promise}`).toBe(path);
  for (const { promise, owner } of rows) expect(owners.get(promise), `owner of ${promise}`).toEqual([owner]);
});

/** Reasons that let people stop looking, by the promise behind them. */
const REASONS = { 'complete-coverage': 'cleared', 'after-containment': 'arrived-after' };

test('a reason that clears or excludes a copy is made by its owner alone', () => {
  const owners = listOwners();
  for (const [code, promise] of Object.entries(REASONS)) {
    const makers = readTexts().filter((file) => isSource(file) && file.text.includes(`toReason('${code}'`));
    expect(makers.map(({ path }) => path)).toEqual(owners.get(promise));
  }
});
