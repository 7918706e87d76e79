import { advise, formatDay, formatInstant, hint, type Reason, Refusal } from '@candor/core/base';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { appendEntry, readEntryTime } from '../../ledger/store/entry-store.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { assertApproved, readHolds } from '../../notice/delivery/index.ts';
import {
  type ActLetter,
  digestLetters,
  insertPosting,
  type Posting,
  readLetters,
  readPostings,
} from '../../notice/store/posting-store.ts';
import { listNotices, requireWave, type StoredNotice } from '../../notice/store/wave-store.ts';
import { type NamedLetter, readPostedList } from './posted-list.ts';

const daySeconds = 86_400;

export interface PostingOrder {
  /** Null: the newest wave. */
  readonly wave: number | null;
  /** Parties, domains or numbers of notices. */
  readonly names: readonly string[];
  /** Of all those named. */
  readonly reference: string | null;
  /** CSV as `notice letters` writes it, or null. */
  readonly list: string | null;
  /** A time, or the beginning of a day. */
  readonly on: number;
  readonly service: string | null;
  readonly why: string;
  readonly by: string;
}

export interface TakeBackOrder {
  readonly posting: number;
  /** Which letters; empty: all that still count. */
  readonly names: readonly string[];
  readonly why: string;
  readonly by: string;
}

/**
 * Records that letters of an approved wave were posted: their parties then count as reached, and as notified if the
 * notice is withdrawn. One person's statement, like a delay, and a log entry: it only counts for parties that two
 * people agreed to notify.
 * @throws Refusal for an unapproved wave, a party under a hold at that time, and with every letter that cannot be
 * recorded.
 */
export async function recordPosting(state: StateFolder, order: PostingOrder): Promise<Posting> {
  const { store } = state;
  const at = now();
  const runtime = createNodeRuntime();
  const wave = await requireWave(store, order.wave);
  if (wave.entry === null)
    throw new Refusal('not-approved', [
      `wave ${wave.id} is ${wave.state}; only letters of an approved wave can be posted`,
    ]);
  await requireActiveOperators(state, runtime, at);
  await assertApproved({ store, runtime, cryptography: nodeCryptography }, wave.id);
  // The hour is unknown: a hold of that day counts as earlier.
  const latest = Math.min(order.on % daySeconds === 0 ? order.on + daySeconds - 1 : order.on, at);
  await assertMoment(store, wave.id, wave.entry, order.on, latest);
  const named: readonly NamedLetter[] = [
    ...order.names.map((name) => ({ place: '', name, party: null, reference: order.reference })),
    ...(order.list === null ? [] : readPostedList(order.list)),
  ];
  const letters = toLetters(wave.id, await listNotices(store, wave.id), named);
  assertNotPosted(letters, new Map((await readPostings(store)).map((posting) => [posting.posting, posting])));
  await assertNotHeld(store, letters, at, latest);
  const { on, service, why, by } = order;
  return keep(state, { act: 'posted', wave: wave.id, of: null, on, service, why, by, at }, letters);
}

/**
 * Withdraws letters of a posting: they were not posted, or came back.
 * @throws Refusal for those that do not count by it.
 */
export async function withdrawPosting(state: StateFolder, order: TakeBackOrder): Promise<Posting> {
  const { store } = state;
  const at = now();
  const posting = (await readPostings(store)).find((known) => known.posting === order.posting);
  if (posting?.act !== 'posted')
    throw refuse([advise`there is no posting ${order.posting}; ${hint('notice.posted')} lists them`]);
  await requireActiveOperators(state, createNodeRuntime(), at);
  const notices = (await listNotices(store, posting.wave)).filter((notice) => notice.posting === posting.posting);
  const known = await readLetters(store, posting.wave);
  const toLetter = (notice: StoredNotice) => ({ notice, reference: known.get(notice.id)?.reference ?? null });
  const named = order.names.map((name) => ({ place: '', name, party: null, reference: null }));
  const letters =
    named.length === 0
      ? notices.map(toLetter)
      : toLetters(posting.wave, notices, named).map(({ notice }) => toLetter(notice));
  if (letters.length === 0) throw refuse([`posting ${posting.posting} was undone already`]);
  const { wave } = posting;
  const { why, by } = order;
  const act = { act: 'taken-back', wave, of: posting.posting, on: null, service: null, why, by, at } as const;
  return keep(state, act, letters);
}

function keep(
  { store }: StateFolder,
  order: Omit<Posting, 'posting' | 'entry' | 'letters'>,
  letters: readonly ActLetter[],
): Promise<Posting> {
  const runtime = createNodeRuntime();
  return store.durableTransaction(async () => {
    const posting = ((await readPostings(store)).at(-1)?.posting ?? 0) + 1;
    const { act, by, of, on, service, why, at } = order;
    const digest = digestLetters(runtime, letters);
    const when = on === null ? null : formatInstant(on);
    const body = { act, by, letters: digest, of, on: when, posting, service, why };
    const entry = await appendEntry(store, runtime, { kind: 'letters', at, body });
    await insertPosting(store, { ...order, posting, entry }, letters, digest);
    return { ...order, posting, entry, letters: letters.length };
  });
}

async function assertMoment(store: Store, wave: number, entry: number, on: number, latest: number): Promise<void> {
  if (on > now()) throw refuse([`${formatInstant(on)} is in the future; letters are recorded once they are posted`]);
  const approvedAt = await readEntryTime(store, entry);
  if (latest < approvedAt)
    throw refuse([
      `${formatDay(on)} is before two people had approved wave ${wave} (${formatInstant(approvedAt)}): a letter posted then was not the approved one`,
    ]);
}

function assertNotPosted(letters: readonly NamedNotice[], postings: ReadonlyMap<number, Posting>): void {
  const reasons = letters.flatMap(({ place, notice: { id, posting } }) => {
    if (posting === null) return [];
    const { on } = postings.get(posting) ?? { on: null };
    return advise`${place}notice ${id} was posted${on === null ? '' : ` on ${formatDay(on)}`} (posting ${posting}); if that is wrong, ${hint('notice.posted', { takeBack: posting }, id)} first`;
  });
  if (reasons.length > 0) throw refuse(reasons);
}

/** Paper must respect a delay as well. What was posted before has notified the party, whatever was requested since. */
async function assertNotHeld(store: Store, letters: readonly NamedNotice[], at: number, latest: number): Promise<void> {
  const holds = await readHolds(store, at, latest);
  const reasons: string[] = [];
  for (const { place, notice } of letters) {
    const why = await holds.find(notice.party, '');
    if (why !== null)
      reasons.push(
        `${place}notice ${notice.id} (${notice.party}): ${why}. If the letter was posted before that, give the time with --on (2001-10-21T09:30:00Z)`,
      );
  }
  if (reasons.length > 0) throw new Refusal('held-party', reasons);
}

interface NamedNotice extends ActLetter {
  readonly notice: StoredNotice;
  /** Before a reason. */
  readonly place: string;
}

/** @throws Refusal with every name that is no notice of the wave, or that of several. */
function toLetters(
  wave: number,
  notices: readonly StoredNotice[],
  named: readonly NamedLetter[],
): readonly NamedNotice[] {
  const reasons: string[] = [];
  const letters = new Map<number, NamedNotice>();
  const byNumber = new Map(notices.map((notice) => [String(notice.id), notice]));
  const byName = Map.groupBy(
    notices.flatMap((notice) => [notice.party, ...notice.facts.party.domains].map((name) => ({ name, notice }))),
    ({ name }) => name,
  );
  for (const { place, name, party, reference } of named) {
    const number = byNumber.get(name);
    const found =
      number === undefined
        ? new Set((byName.get(name) ?? byName.get(name.toLowerCase()) ?? []).map(({ notice }) => notice))
        : new Set([number]);
    const [notice] = found;
    if (notice === undefined)
      reasons.push(`${place}wave ${wave} has no notice ${/^\d+$/.test(name) ? name : `for ${name}`}`);
    else if (found.size > 1)
      reasons.push(
        `${place}${name} has several notices, ${[...found].map(({ id }) => id).join(', ')}: give the number of one`,
      );
    else if (party !== null && notice.party !== party)
      reasons.push(`${place}notice ${notice.id} is to ${notice.party}, not to ${party}`);
    else if (letters.has(notice.id)) reasons.push(`${place}notice ${notice.id} is named twice`);
    else letters.set(notice.id, { place, notice, reference });
  }
  if (reasons.length > 0) throw refuse(reasons);
  return [...letters.values()];
}

function refuse(reasons: readonly Reason[]): Refusal {
  return new Refusal('invalid-posting', reasons);
}
