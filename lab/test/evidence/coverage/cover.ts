import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@candor/core/base';
import { addAccounts, assertReconciled, type FileAccount } from '../../../src/evidence/account.ts';
import { planShards } from '../../../src/evidence/plan-shards.ts';
import type { CopyRow, ItemReading, ReaderItem } from '../../../src/evidence/protocol.ts';
import { ReaderProcess } from '../../../src/evidence/read-shard.ts';
import { READER_LIMITS } from '../../../src/evidence/reader-child.ts';
import { walkMailbox } from '../../../src/evidence/walk.ts';
import { type Comparison, type Corpus, WHOLE } from './corpus.ts';

export interface Difference {
  readonly path: string;
  readonly expected: number;
  readonly found: number;
  /** Null: nobody has explained it. */
  readonly because: string | null;
}

/** Everything that the page says of one corpus. */
export interface Coverage {
  readonly corpus: string;
  readonly files: number;
  /** Files by format, most first. */
  readonly formats: ReadonlyMap<string, number>;
  readonly expected: number;
  readonly found: number;
  readonly bases: ReadonlyMap<string, number>;
  readonly differences: readonly Difference[];
  readonly account: FileAccount;
  readonly problems: ReadonlyMap<string, number>;
  readonly crashes: number;
  readonly hangs: number;
  readonly comparisons: readonly Comparison[];
}

interface FileReading {
  readonly format: string;
  readonly copies: readonly CopyRow[];
  readonly account: FileAccount;
}

/** Reads a corpus and holds it against what is expected of it. */
export async function coverCorpus(corpus: Corpus, root: string, work: string): Promise<Coverage> {
  const copies: CopyRow[] = [];
  const found = new Map<string, number>();
  const formats = new Map<string, number>();
  const problems = new Map<string, number>();
  const accounts: FileAccount[] = [];
  let crashes = 0;
  let hangs = 0;
  for (const mailbox of corpus.mailboxes(root)) {
    const as = mailbox === WHOLE ? corpus.name : mailbox;
    const reading = await readMailbox(join(root, mailbox), join(work, 'spool'), as);
    for (const [below, file] of reading.files) {
      accounts.push(file.account);
      copies.push(...file.copies);
      count(formats, file.format, 1);
      found.set([mailbox, below].filter((part) => part !== '').join('/'), file.copies.length);
    }
    for (const { code, text } of reading.problems) {
      count(problems, code, 1);
      if (code === 'reader-died' && /too long/.test(text)) hangs += 1;
      else if (code === 'reader-died') crashes += 1;
    }
  }
  const paths = [...found.keys()];
  const expected = corpus.expect(root, paths);
  const bases = new Map<string, number>();
  for (const { basis, messages } of expected.values()) count(bases, basis, messages);
  return {
    corpus: corpus.name,
    files: found.size,
    formats: sorted(formats),
    expected: sum(bases.values()),
    found: sum(found.values()),
    bases,
    differences: findDifferences(corpus, expected, found),
    account: addAccounts(accounts),
    problems: sorted(problems),
    crashes,
    hangs,
    comparisons: (await corpus.compare?.({ root, copies, paths, work })) ?? [],
  };
}

/**
 * Reads a folder or file as a run reads the evidence of a mailbox: found, cut into shards, read in confined processes,
 * every account checked. `as` stands for the path in problems and locations. Files are by their path below the mailbox;
 * empty for a mailbox that is one file.
 */
async function readMailbox(
  path: string,
  spool: string,
  as: string,
): Promise<{ readonly files: ReadonlyMap<string, FileReading>; readonly problems: readonly Problem[] }> {
  mkdirSync(spool, { recursive: true, mode: 0o700 });
  const walk = walkMailbox('corpus', as, path);
  const copies: CopyRow[] = [];
  const readings: { item: ReaderItem; reading: ItemReading }[] = [];
  const problems: Problem[] = [...walk.problems];
  const reader = new ReaderProcess(walk.roots, spool, READER_LIMITS);
  try {
    for await (const step of planShards('corpus', walk.files)) {
      if (step.is === 'problem') problems.push(step.problem);
      if (step.is !== 'shard') continue;
      for await (const read of reader.read(step.shard, null)) {
        if (read.is === 'copies') copies.push(...read.rows);
        else if (read.is === 'item') readings.push(read);
        else if (read.is === 'problem') problems.push(read.problem);
      }
    }
  } finally {
    reader.close();
  }
  const files = new Map<string, FileReading>();
  const byFile = groupByFile(copies, new Set(Array.from(walk.files, (file) => file.location)));
  for (const { item, reading } of readings) {
    assertReconciled(item.location, reading.account);
    const below = item.location.slice(as.length + 1);
    const known = files.get(below);
    files.set(below, {
      format: reading.format,
      copies: byFile.get(item.location) ?? [],
      account: known === undefined ? reading.account : addAccounts([known.account, reading.account]),
    });
  }
  const missing = [...walk.files].filter((file) => !files.has(file.below));
  if (missing.length > 0) throw new Error(`${missing.length} files of ${as} have no account`);
  return { files, problems };
}

/**
 * A location is that of its file, with an ordinal or a member behind it; names of files may hold `#` and `!`
 * themselves.
 */
function groupByFile(copies: readonly CopyRow[], locations: ReadonlySet<string>): ReadonlyMap<string, CopyRow[]> {
  return Map.groupBy(copies, (copy) => {
    let file = copy[0];
    while (!locations.has(file)) {
      const cut = Math.max(file.lastIndexOf('#'), file.lastIndexOf('!'));
      if (cut < 0) throw new Error(`the copy ${copy[0]} lies in no file`);
      file = file.slice(0, cut);
    }
    return file;
  });
}

function findDifferences(
  corpus: Corpus,
  expected: ReturnType<Corpus['expect']>,
  found: ReadonlyMap<string, number>,
): readonly Difference[] {
  return [...new Set([...found.keys(), ...expected.keys()])].sort().flatMap((path): Difference[] => {
    const wanted = expected.get(path)?.messages ?? 0;
    const given = found.get(path) ?? 0;
    if (wanted === given) return [];
    const because = corpus.explanations.find(([which]) =>
      typeof which === 'string' ? which === path : which.test(path),
    );
    return [{ path, expected: wanted, found: given, because: because?.[1] ?? null }];
  });
}

function count(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function sorted(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}
