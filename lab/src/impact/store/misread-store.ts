import { z } from 'zod';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import type { SearchedMessage } from './searched-message.ts';

/** A finding in damaged bytes, as it was kept. */
const findingBefore = z.object({
  part: z.string(),
  position: z.number(),
  length: z.number(),
  kind: z.string(),
  confidence: z.string(),
  hash: z.string(),
});
type FindingBefore = Readonly<z.infer<typeof findingBefore>>;

const misreadBefore = z.object({
  /** It has the form of `impact_searched.unread`. */
  unread: z.string(),
  findings: z.array(findingBefore).readonly(),
});
const isBefore = guardOf(misreadBefore);

/** What was kept of a message that was searched as damaged bytes. */
export type MisreadBefore = Readonly<z.infer<typeof misreadBefore>>;

/**
 * A message that an earlier version searched as damaged bytes. `open`: it was not searched again yet. `again`: it was.
 * `dropped`: it is not exposed any more, or its evidence cannot be read.
 */
export interface MisreadSearch {
  /** This is hex. */
  readonly fingerprint: string;
  readonly location: string;
  readonly length: number;
  /** False means that its bytes may have been right. */
  readonly isCertain: boolean;
  readonly search: string;
  readonly state: 'open' | 'again' | 'dropped';
  /** Findings that the second search made new, and those that it did not make again. */
  readonly added: number;
  readonly gone: number;
}

export async function listMisreadSearches(store: Store): Promise<readonly MisreadSearch[]> {
  const rows = await store.db
    .selectFrom('impact_misread')
    .select(['fingerprint', 'location', 'length', 'certain', 'search', 'state', 'added', 'gone'])
    .orderBy('location')
    .execute();
  return rows.map(({ fingerprint, length, certain, state, ...row }) => ({
    ...row,
    fingerprint: Buffer.from(fingerprint).toString('hex'),
    length: Number(length),
    isCertain: certain === 1,
    state: state as MisreadSearch['state'],
  }));
}

/** Messages that wait to be searched again: figures of findings are less than is known. */
export async function countOpenMisread(store: Store): Promise<number> {
  const { messages } = await store.db
    .selectFrom('impact_misread')
    .select(({ fn }) => fn.countAll<number>().as('messages'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(messages);
}

/** What was kept of those that wait, by fingerprint (hex). */
export async function readOpenMisread(store: Store): Promise<ReadonlyMap<string, MisreadBefore>> {
  const rows = await store.db
    .selectFrom('impact_misread')
    .select(['fingerprint', 'location', 'before'])
    .where('state', '=', 'open')
    .execute();
  return new Map(
    rows.flatMap(({ fingerprint, location, before }) =>
      before === null
        ? []
        : [[Buffer.from(fingerprint).toString('hex'), readStored(isBefore, before, 'impact_misread.before', location)]],
    ),
  );
}

/** Notes what searching again changed. Inside the caller's transaction. */
export async function settleMisread(store: Store, searched: readonly SearchedMessage[]): Promise<void> {
  const open = await readOpenMisread(store);
  if (open.size === 0) return;
  for (const { message, answer } of searched) {
    const before = open.get(Buffer.from(message.fingerprint).toString('hex'));
    if (before === undefined) continue;
    const old = countEach(before.findings.map(toKey));
    let added = 0;
    for (const { offset, valueHash, ...finding } of answer.findings) {
      const key = toKey({ ...finding, position: offset, hash: valueHash });
      const left = old.get(key) ?? 0;
      if (left === 0) added += 1;
      else old.set(key, left - 1);
    }
    const gone = [...old.values()].reduce((sum, left) => sum + left, 0);
    await store.db
      .updateTable('impact_misread')
      .set({ state: 'again', before: null, added, gone })
      .where('fingerprint', '=', message.fingerprint)
      .execute();
  }
}

/** After a whole search: what was not searched again is not exposed, or cannot be read, and its findings are gone. */
export async function dropOpenMisread(store: Store): Promise<void> {
  for (const [fingerprint, { findings }] of await readOpenMisread(store))
    await store.db
      .updateTable('impact_misread')
      .set({ state: 'dropped', before: null, gone: findings.length })
      .where('fingerprint', '=', Buffer.from(fingerprint, 'hex'))
      .execute();
}

/** Takes away what was kept of them. Inside the caller's transaction. */
export async function eraseMisread(store: Store): Promise<void> {
  await store.db.updateTable('impact_misread').set({ before: null }).execute();
}

function toKey({ part, position, length, kind, hash }: Omit<FindingBefore, 'confidence'>): string {
  return `${part} ${position} ${length} ${kind} ${hash}`;
}

function countEach(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
