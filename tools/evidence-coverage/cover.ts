import { join } from 'node:path';
import { addAccounts, type FileAccount } from '../../lab/src/evidence/account.ts';
import { type Comparison, type Corpus, WHOLE } from './corpus.ts';
import { type MailboxReading, readMailbox, toSpool } from './read-corpus.ts';

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
  /** Bytes of quarantined ranges by reason. */
  readonly quarantined: ReadonlyMap<string, number>;
  readonly problems: ReadonlyMap<string, number>;
  readonly crashes: number;
  readonly hangs: number;
  readonly comparisons: readonly Comparison[];
}

/** Reads a corpus and holds it against what is expected of it. */
export async function coverCorpus(corpus: Corpus, root: string, work: string): Promise<Coverage> {
  const readings = new Map<string, MailboxReading>();
  const found = new Map<string, number>();
  const formats = new Map<string, number>();
  const quarantined = new Map<string, number>();
  const problems = new Map<string, number>();
  const accounts: FileAccount[] = [];
  let crashes = 0;
  let hangs = 0;
  for (const mailbox of corpus.mailboxes(root)) {
    const reading = await readMailbox(join(root, mailbox), toSpool(work), mailbox === WHOLE ? corpus.name : mailbox);
    readings.set(mailbox, reading);
    for (const [below, file] of reading.files) {
      accounts.push(file.account);
      count(formats, file.format, 1);
      for (const { reason, length } of file.quarantine) count(quarantined, reason, length);
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
    expected: sum([...expected.values()].map(({ messages }) => messages)),
    found: sum(found.values()),
    bases,
    differences: findDifferences(corpus, expected, found),
    account: addAccounts(accounts),
    quarantined: sorted(quarantined),
    problems: sorted(problems),
    crashes,
    hangs,
    comparisons: (await corpus.compare?.({ root, readings, paths, work })) ?? [],
  };
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
