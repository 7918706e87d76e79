import { advise, formatAmount, hint, Refusal, type Runtime } from '@candor/core/base';
import { findHold, type Hold } from '@candor/core/notice/contact';
import { buildWaveTree, commitNotice, compareFigures, isRepeating } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import { nameParties, toMissingFigures } from '../party/notified-party.ts';
import type { NoticeParty } from '../party/parties-now.ts';
import { streamMessages } from '../store/delivery-store.ts';
import { listSealed } from '../store/notice-store.ts';
import {
  listNotices,
  type NoticeSummary,
  readManifest,
  type StoredNotice,
  type StoredWave,
} from '../store/wave-store.ts';

/**
 * Ensures that the stored notices and messages match the wave's manifest: what is approved are these bytes, not a row
 * of digests.
 * @throws Refusal when anything differs: the store was changed by hand.
 */
export async function assertComposed(
  store: Store,
  runtime: Runtime,
  wave: StoredWave,
): Promise<readonly StoredNotice[]> {
  const differs = (what: string): never => {
    throw new Refusal('wave-differs', [
      `wave ${wave.id}: ${what} is not what was composed; discard the wave and prepare it again`,
    ]);
  };
  if (runtime.sha256Hex(wave.manifest) !== wave.digest) differs('its manifest');
  const notices = await listNotices(store, wave.id);
  const rows = await listSealed(store, wave.id);
  const recordOf = new Map(rows.map(({ id, record }) => [Number(id), record]));
  const leaves = notices.map(({ id, salt, position }) => ({
    position,
    commitment: commitNotice(runtime, salt, recordOf.get(id) ?? ''),
  }));
  const root = Buffer.from(buildWaveTree(runtime, wave.salt, leaves).root).toString('hex');
  if (readManifest(wave).root !== root) differs('the tree of its notices');
  const expected = new Map<number, Set<string>>();
  for (const { id, record, subject, text, html } of notices) {
    if (record === null || record.subject !== subject) differs(`the subject of notice ${id}`);
    if (record?.text !== runtime.sha256Hex(text) || record.html !== runtime.sha256Hex(html))
      differs(`the text of notice ${id}`);
    expected.set(id, new Set(record?.messages));
  }
  let found = 0;
  for await (const { id, notice_id, message } of streamMessages(store, wave.id)) {
    const known = expected.get(notice_id)?.has(runtime.sha256Hex(message)) === true;
    if (!known) differs(`delivery ${id}`);
    found += 1;
  }
  if (found !== [...expected.values()].reduce((sum, messages) => sum + messages.size, 0)) differs('a delivery');
  return notices;
}

/**
 * A wave's figures must still be those of the newest exposure: new evidence or curation would make it false.
 * @throws Refusal.
 */
export function assertFresh(
  wave: StoredWave,
  notices: readonly StoredNotice[],
  newest: { readonly version: number; readonly digest: string },
  parties: readonly NoticeParty[],
): void {
  // It tells none.
  if (wave.kind === 'announcement') return;
  const mend = advise`${hint('notice.discard', { wave: wave.id })}, then prepare it again`;
  const { exposure } = readManifest(wave);
  if (exposure.version !== newest.version || exposure.digest !== newest.digest)
    throw new Refusal('stale-wave', [
      advise`wave ${wave.id} states the figures of exposure ${exposure.version}; the newest is ${newest.version}: ${mend}`,
    ]);
  const byParty = new Map(parties.map((party) => [party.party, party]));
  const stale = notices.filter(({ party, facts }) => {
    const now = byParty.get(party)?.figures ?? toMissingFigures(facts.figures);
    return compareFigures(facts.figures, now) !== 'none';
  });
  if (stale.length === 0) return;
  throw new Refusal('stale-wave', [
    advise`wave ${wave.id}: the figures of ${formatAmount(stale.length, 'party', 'parties')} have changed since it was prepared (${nameParties(stale)}): ${mend}`,
  ]);
}

/**
 * The predecessor may have been withdrawn since: nobody is reminded of it, and nothing supplements what never left.
 * @throws Refusal.
 */
export function assertFollowing(
  { id }: Pick<StoredWave, 'id'>,
  notices: readonly StoredNotice[],
  sentNotices: readonly NoticeSummary[],
): void {
  const known = new Map(sentNotices.map((notice) => [notice.id, notice]));
  const loose = notices.filter(({ follows, facts }) => {
    const before = follows === null ? null : known.get(follows);
    return before === undefined || (before?.state === 'withdrawn' && isRepeating(facts.kind));
  });
  if (loose.length === 0) return;
  throw new Refusal('stale-wave', [
    advise`wave ${id}: ${formatAmount(loose.length, 'notice follows', 'notices follow')} one that was withdrawn since (${nameParties(loose)}): ${hint('notice.discard', { wave: id })}, then prepare it again`,
  ]);
}

/**
 * Nobody in the wave may be under a delay: an approved notice counts as sent, and one then held would be lost.
 * @throws Refusal.
 */
export function assertNotHeld(
  { id }: Pick<StoredWave, 'id'>,
  notices: readonly StoredNotice[],
  holds: readonly Hold[],
  at: number,
): void {
  const held = notices.filter(({ party, mergedIds }) => findHold(holds, [party, ...mergedIds], at) !== null);
  if (held.length === 0) return;
  throw new Refusal('held-party', [
    advise`wave ${id}: ${held.length} of its parties must not be notified now (${nameParties(held)}): ${hint('notice.discard', { wave: id })}, then prepare it again`,
  ]);
}

/** Paper is a way out like any other. @throws Refusal for a wave that two people have not approved. */
export function assertPrintable({ id, entry, state }: Pick<StoredWave, 'id' | 'entry' | 'state'>): void {
  if (entry !== null && state !== 'paused') return;
  throw new Refusal('not-approved', [`wave ${id} is ${state}; only letters of an approved wave can be printed`]);
}
