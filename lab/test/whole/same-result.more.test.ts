import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HARBOR, RULES, runIncidentAt } from '../apps/cli-process.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { createRandom, findDifferent, readExports, shuffle } from './exports.ts';

const random = createRandom(1020);

type Exports = Record<string, string>;

async function run(incident: string, workers = 2, env: Readonly<Record<string, string>> = {}): Promise<Exports> {
  const folder = makeTemporaryFolder();
  await runIncidentAt(incident, folder, ['--workers', String(workers)], { env });
  return readExports(join(folder, 'out'));
}

/** Copies an incident's folder, its files made in random order, so that the file system lists them in another one. */
function copyShuffled(incident: string): string {
  const from = dirname(incident);
  const to = join(makeTemporaryFolder(), basename(from));
  const files = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(from, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('.candor') && !path.startsWith('expected'))
    .sort();
  for (const path of shuffle(files, random)) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    copyFileSync(join(from, path), join(to, path));
  }
  return join(to, 'incident.yaml');
}

/** The blocks of a list of the incident file in another order. */
function shuffleList(text: string, key: string): string {
  const lines = text.split('\n');
  const begin = lines.indexOf(`${key}:`) + 1;
  const length = lines.slice(begin).findIndex((line) => /^\S/.test(line));
  const blocks: string[][] = [];
  for (const line of lines.slice(begin, begin + length)) {
    if (line.startsWith('  - ') || blocks.length === 0) blocks.push([]);
    blocks.at(-1)?.push(line);
  }
  expect(blocks.length).toBeGreaterThan(1);
  // Three blocks come back in their own order now and then.
  let mixed = shuffle(blocks, random).flat();
  while (mixed.join() === blocks.flat().join()) mixed = shuffle(blocks, random).flat();
  return [...lines.slice(0, begin), ...mixed, ...lines.slice(begin + length)].join('\n');
}

/** records.jsonl without what names the place of a row: its line, and the digest of the file that it lies in. */
function withoutPlaces(records = ''): string[] {
  return records
    .trim()
    .split('\n')
    .map((line) => {
      const { sources, ...rest } = JSON.parse(line) as { sources: { file: string }[] };
      return JSON.stringify([rest, sources.map(({ file }) => file)]);
    });
}

const incidents: [string, string][] = [
  ['harbor', HARBOR],
  ['rules', RULES],
];
/** The nightly run takes the second one too. */
const taken = process.env['CANDOR_LONG'] === '1' ? incidents : incidents.slice(0, 1);

describe.each(taken)('%s gives the same exports, byte for byte,', (_, incident) => {
  let known: Promise<Exports> | null = null;
  const base = () => {
    known ??= run(incident);
    return known;
  };

  test.each([1, 4])('with %d workers', async (workers) => {
    expect(findDifferent(await base(), await run(incident, workers))).toEqual([]);
  });

  test.each([
    ['Asia/Kolkata', 'hi_IN.UTF-8'],
    ['Pacific/Chatham', 'tr_TR.UTF-8'],
    ['UTC', 'C'],
  ])('in the time zone %s with the locale %s', async (TZ, LC_ALL) => {
    expect(findDifferent(await base(), await run(incident, 2, { TZ, LC_ALL, LANG: LC_ALL }))).toEqual([]);
  });

  test('for any order of file creation and listing', async () => {
    expect(findDifferent(await base(), await run(copyShuffled(incident)))).toEqual([]);
  });

  test('for any order of logs and mailboxes in the incident file', async () => {
    const copy = copyShuffled(incident);
    for (const key of ['access', 'mailboxes']) writeFileSync(copy, shuffleList(readFileSync(copy, 'utf8'), key));
    const found = await run(copy);
    // The summary lists gaps in the order of the mailboxes, which is the author's; warnings name lines of the incident
    // file.
    const differ = findDifferent(await base(), found).filter((name) => name !== 'summary.json');
    expect(differ.filter((name) => name !== 'problems.jsonl')).toEqual([]);
    const others = (files: Exports) =>
      files['problems.jsonl']
        ?.split('\n')
        .filter((line) => !/"incident\.yaml:\d/.test(line))
        .map((line) => line.replace(/incident\.yaml:\d+/g, 'incident.yaml:N'));
    expect(others(found)).toEqual(others(await base()));
    const digest = (files: Exports) => (JSON.parse(files['summary.json'] ?? '') as { digest: string }).digest;
    expect(digest(found)).toBe(digest(await base()));
  });

  test('except for cited lines, for any order of records in a file', async () => {
    const copy = copyShuffled(incident);
    const audit = join(dirname(copy), 'audit');
    const files = readdirSync(audit)
      .filter((name) => name.endsWith('.jsonl') && name !== 'unreadable.jsonl')
      .sort();
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const lines = readFileSync(join(audit, name), 'utf8').trimEnd().split('\n');
      writeFileSync(join(audit, name), `${shuffle(lines, random).join('\n')}\n`);
    }
    const found = await run(copy);
    const before = await base();
    expect(findDifferent(before, found).filter((name) => /exposure|parties|unresolved/.test(name))).toEqual([]);
    expect(withoutPlaces(found['records.jsonl'])).toEqual(withoutPlaces(before['records.jsonl']));
  });

  test('when records are repeated in another file', async () => {
    const copy = copyShuffled(incident);
    const audit = join(dirname(copy), 'audit');
    const [first = ''] = readdirSync(audit)
      .filter((name) => name.endsWith('.jsonl') && name !== 'unreadable.jsonl')
      .sort();
    copyFileSync(join(audit, first), join(audit, 'again.jsonl'));
    writeFileSync(copy, readFileSync(copy, 'utf8').replace('\naccess:\n', '\naccess:\n  - file: audit/again.jsonl\n'));
    const found = await run(copy);
    expect(findDifferent(await base(), found).filter((name) => /exposure|parties|unresolved/.test(name))).toEqual([]);
  });

  test('when the evidence is elsewhere and linked', async () => {
    const copy = join(makeTemporaryFolder(), 'linked');
    mkdirSync(copy);
    const from = dirname(incident);
    for (const name of readdirSync(from)) {
      if (name !== 'incident.yaml' && !name.startsWith('.')) symlinkSync(join(from, name), join(copy, name));
    }
    copyFileSync(incident, join(copy, 'incident.yaml'));
    expect(findDifferent(await base(), await run(join(copy, 'incident.yaml')))).toEqual([]);
  });
});
