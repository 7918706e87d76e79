import { fileURLToPath } from 'node:url';
import type { Problem } from '@candor/core/base';
import { toHex } from '@candor/core/ledger';
import { freshBytes } from '../../adapters/keys/random.ts';
import { planShards, READER_LIMITS, ReaderProcess, type Shard, walkMailbox } from '../../evidence/index.ts';
import type { FindingAnswer, SearchSettings } from './finding-task.ts';
import { searchItems } from './search-items.ts';

const entry = fileURLToPath(new URL('./finding-process.ts', import.meta.url));
const KEY_BYTES = 32;

export interface MailScan {
  /** Whose mail it is; empty where nobody says. */
  readonly custodian: string;
  /** As locations begin. */
  readonly evidence: string;
  /** Absolute. */
  readonly path: string;
  readonly spool: string;
  readonly settings: SearchSettings;
  readonly workers: number;
  readonly onTotal: (bytes: number) => void;
  readonly onBytes: (bytes: number) => void;
}

export interface ScannedMail {
  /** By location. */
  readonly answers: ReadonlyMap<string, FindingAnswer>;
  readonly problems: readonly Problem[];
}

/**
 * Searches a mailbox of any known form in confined processes. Values are hashed there under a key that lives as long as
 * the scan, and never come here.
 */
export async function scanMail(scan: MailScan): Promise<ScannedMail> {
  const walk = walkMailbox(scan.custodian, scan.evidence, scan.path);
  scan.onTotal(walk.files.bytes);
  const answers = new Map<string, FindingAnswer>();
  const problems: Problem[] = [...walk.problems];
  const question = {
    valueKey: toHex(freshBytes(KEY_BYTES, 'scan key', '')),
    settings: scan.settings,
    wanted: null,
  };
  const shards = planShards(scan.custodian, walk.files)[Symbol.asyncIterator]();
  const nextShard = async (): Promise<Shard | null> => {
    for (let step = await shards.next(); step.done !== true; step = await shards.next()) {
      if (step.value.is === 'shard') return step.value.shard;
      if (step.value.is === 'problem') problems.push(step.value.problem);
    }
    return null;
  };
  const work = async (): Promise<void> => {
    const reader = new ReaderProcess(walk.roots, scan.spool, READER_LIMITS, entry);
    try {
      for (let shard = await nextShard(); shard !== null; shard = await nextShard()) {
        for await (const step of searchItems(reader, shard.items, question, null)) {
          if (step.is === 'searched') answers.set(step.location, step.answer);
          else if (step.is === 'problem') problems.push(step.problem);
        }
        scan.onBytes(shard.bytes);
      }
    } finally {
      reader.close();
    }
  };
  await Promise.all(Array.from({ length: scan.workers }, work));
  return { answers, problems };
}
