import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@candor/core/base';
import { addAccounts, assertReconciled, type FileAccount } from '../../lab/src/evidence/account.ts';
import { planShards } from '../../lab/src/evidence/plan-shards.ts';
import type { CopyRow, ItemReading, ReaderItem } from '../../lab/src/evidence/protocol.ts';
import { ReaderProcess } from '../../lab/src/evidence/read-shard.ts';
import { READER_LIMITS } from '../../lab/src/evidence/reader-child.ts';
import { walkMailbox } from '../../lab/src/evidence/walk.ts';

/** What reading one evidence file gave. */
export interface FileReading {
  readonly format: string;
  readonly copies: readonly CopyRow[];
  readonly account: FileAccount;
  readonly quarantine: ItemReading['quarantine'];
  readonly item: ReaderItem;
}

/** What reading one mailbox gave. */
export interface MailboxReading {
  /** By path below the mailbox; empty for a mailbox that is one file. */
  readonly files: ReadonlyMap<string, FileReading>;
  readonly problems: readonly Problem[];
  readonly account: FileAccount;
  readonly seconds: number;
}

/**
 * Reads a folder or file as a run reads the evidence of a mailbox: found, cut into shards, read in confined processes,
 * every account checked. `as` stands for the path in problems and locations.
 */
export async function readMailbox(path: string, spool: string, as: string): Promise<MailboxReading> {
  mkdirSync(spool, { recursive: true, mode: 0o700 });
  const begun = performance.now();
  const walk = walkMailbox('corpus', as, path);
  const copies: CopyRow[] = [];
  const readings: { item: ReaderItem; reading: ItemReading }[] = [];
  const problems: Problem[] = [...walk.problems];
  const formats = new Map<string, string>();
  const seat = new ReaderProcess(walk.roots, spool, READER_LIMITS);
  try {
    for await (const step of planShards('corpus', walk.files)) {
      if (step.is === 'problem') problems.push(step.problem);
      if (step.is === 'file') formats.set(step.file.location, step.format);
      if (step.is !== 'shard') continue;
      for await (const read of seat.read(step.shard, null)) {
        if (read.is === 'copies') copies.push(...read.rows);
        else if (read.is === 'item') readings.push(read);
        else if (read.is === 'problem') problems.push(read.problem);
      }
    }
  } finally {
    seat.close();
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
      quarantine: [...(known?.quarantine ?? []), ...reading.quarantine],
      item,
    });
  }
  const missing = [...walk.files].filter((file) => !files.has(file.below));
  if (missing.length > 0) throw new Error(`${missing.length} files of ${as} have no account`);
  const account = addAccounts([...files.values()].map((file) => file.account));
  return { files, problems, account, seconds: (performance.now() - begun) / 1000 };
}

/**
 * A location is that of its file, with an ordinal or a member behind it; names of files may hold `#` and `!`
 * themselves.
 */
function groupByFile(copies: readonly CopyRow[], locations: ReadonlySet<string>): Map<string, CopyRow[]> {
  const groups = new Map<string, CopyRow[]>();
  for (const copy of copies) {
    let file = copy[0];
    while (!locations.has(file)) {
      const cut = Math.max(file.lastIndexOf('#'), file.lastIndexOf('!'));
      if (cut < 0) throw new Error(`the copy ${copy[0]} lies in no file`);
      file = file.slice(0, cut);
    }
    const group = groups.get(file);
    if (group === undefined) groups.set(file, [copy]);
    else group.push(copy);
  }
  return groups;
}

/** A folder for spooled members below the work folder of a run of this tool. */
export function toSpool(work: string): string {
  return join(work, 'spool');
}
