import type { Store } from '../adapters/store/store.ts';
import { countFindings, type FindingCounts, type KindCounts } from './store/count-findings.ts';
import { type ExposedScope, listExposedAmong } from './store/exposed-copies.ts';
import { readUnreadReasons } from './store/found-rows.ts';
import { type MisreadBefore, readOpenMisread } from './store/misread-store.ts';

/**
 * Whether what the state holds of the findings of a version is what its run counted. Erasing takes findings away, and
 * the next run counts again.
 */
export async function isCountedAlike(store: Store, scope: ExposedScope, counted: FindingCounts): Promise<boolean> {
  const now = await countFindings(store, scope);
  return now.erased !== counted.erased || toText(now) === toText(counted);
}

/**
 * The same of a state of before, when messages that an earlier version misread wait to be searched again: what was kept
 * of these is added back. How many distinct values there were nobody can tell any more.
 */
export async function isCountedAlikeBefore(
  store: Store,
  scope: ExposedScope,
  counted: FindingCounts,
): Promise<boolean> {
  const open = await readOpenMisread(store);
  if (open.size === 0) return isCountedAlike(store, scope, counted);
  const exposed = await listExposedAmong(store, scope, [...open.keys()]);
  const now = await countFindings(store, scope);
  const before = [...open].flatMap(([fingerprint, kept]) => (exposed.has(fingerprint) ? [kept] : []));
  const unread = { ...now.unread };
  for (const kept of before)
    for (const reason of readUnreadReasons(kept.unread, 'a message')) unread[reason] = (unread[reason] ?? 0) + 1;
  const whole: FindingCounts = {
    ...now,
    searched: now.searched + before.length,
    unsearched: now.unsearched - before.length,
    unread: toSorted(unread),
    messages: now.messages + before.filter(({ findings }) => findings.length > 0).length,
    kinds: toSorted(addKinds(now.kinds, before)),
  };
  return now.erased !== counted.erased || toText(withoutValues(whole)) === toText(withoutValues(counted));
}

function addKinds(kinds: FindingCounts['kinds'], before: readonly MisreadBefore[]): Record<string, KindCounts> {
  const sum: Record<string, KindCounts> = { ...kinds };
  const none = { certain: 0, likely: 0, weak: 0, values: 0, messages: 0 };
  for (const { findings } of before) {
    for (const [kind, own] of Map.groupBy(findings, (finding) => finding.kind)) {
      const of = (confidence: string): number => own.filter((finding) => finding.confidence === confidence).length;
      const { certain, likely, weak, values, messages } = sum[kind] ?? none;
      sum[kind] = {
        certain: certain + of('certain'),
        likely: likely + of('likely'),
        weak: weak + of('weak'),
        values,
        messages: messages + 1,
      };
    }
  }
  return sum;
}

function withoutValues(counts: FindingCounts): FindingCounts {
  const kinds = Object.entries(counts.kinds).map(([kind, own]) => [kind, { ...own, values: 0 }] as const);
  return { ...counts, kinds: Object.fromEntries(kinds) };
}

function toSorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toText({ searched, unsearched, unread, messages, kinds }: FindingCounts): string {
  return JSON.stringify([searched, unsearched, unread, messages, kinds]);
}
