import { compareUtf8, type Instant } from '@candor/core/base';
import type { PartyKind } from '@candor/core/impact/party';
import type { NoticeFigures, NoticeKind, NoticeWave } from '../text/notice-facts.ts';
import { compareFigures } from './figure-difference.ts';

export interface Draft {
  readonly party: string;
  readonly kind: Exclude<NoticeKind, 'reminder' | 'announcement'>;
  /** What it follows; null for a first notice. */
  readonly follows: SentNotice | null;
  /** It goes to guessed contacts, and gives counts only. */
  readonly isGuessed?: true;
}

/** Why a party with pending statements is not in this wave. */
export type OmissionReason =
  | 'not-named'
  | 'excepted'
  | 'delayed'
  | 'do-not-contact'
  /** One of its addresses may be the intruder's, and nobody has named it. */
  | 'perhaps-intruder'
  /** It was notified of mail that others have now, and none of its own is exposed. */
  | 'moved-addresses'
  /** It is in a wave that is not approved yet. */
  | 'drafted'
  /** It is for another kind of wave: one without secrets, or one whose figures rose while only corrections go out. */
  | 'other-wave';

export interface WaveOrder {
  readonly wave: NoticeWave;
  readonly tell: 'undetermined' | 'possible';
  readonly at: Instant;
  /** From when the messages can be read: `content` waves say so. */
  readonly readableFrom: Instant | null;
  /** Reasons of this moment not to write to a party; null: none. */
  readonly toLeaveOut: (party: string) => Exclude<OmissionReason, 'other-wave'> | null;
}

export interface DraftedWave {
  /** In UTF-8 order of the parties. */
  readonly drafts: readonly Draft[];
  readonly leftOut: readonly { readonly party: string; readonly why: OmissionReason }[];
  /** Parties already notified of exactly this. */
  readonly unchanged: number;
}

/** A promised day lasts until its end. */
const DAY_SECONDS = 86_400;

/**
 * What must be said to whom, and nothing else: the newest exposure beside what each party was last told
 * (docs/formats/wave.md, Waves).
 *
 * - never told, and to be told → `first`
 * - told less than is known → `supplement`; told more than is true → `correction`, also where the party fell below
 *   telling
 * - told by a notice that was withdrawn → `supplement` too, where nothing is less; `correction`, where it is not to be
 *   told any more
 * - told the same → nothing, except the update that was promised for a date, in an `update` wave
 * - told by way of guessed contacts alone, and contacts were given for it since → `first`, which replaces that
 * - a list gets nothing; nor does what falls below telling only because the policy changed
 *
 * `tellings` holds every notice that went out and was not misdirected; of a party the newest counts. `gone` stands for
 * parties that were told and are in no evidence any more.
 */
export function draftWave(
  parties: readonly PartyNow[],
  sentNotices: readonly SentNotice[],
  gone: (sentNotice: SentNotice) => PartyNow,
  order: WaveOrder,
): DraftedWave {
  const last = listNewest(sentNotices);
  const lastGiven = listNewest(sentNotices.filter(({ isGuessed }) => isGuessed !== true));
  const drafts: Draft[] = [];
  const leftOut: { party: string; why: OmissionReason }[] = [];
  let unchanged = 0;
  const take = (now: PartyNow, sent: SentNotice | null, given: SentNotice | null) => {
    const need = findNeedOf(now, sent, given, order);
    if (need === null) {
      if (sent !== null || mustNotify(now, order.tell)) unchanged += 1;
      return;
    }
    const { draft, isInWave } = need;
    const why = order.toLeaveOut(now.party) ?? (isInWave ? null : 'other-wave');
    if (why === null) drafts.push(draft);
    else leftOut.push({ party: now.party, why });
  };
  const present = new Set<string>();
  for (const now of parties) {
    const ids = [...new Set([now.party, ...now.mergedIds])];
    for (const id of ids) present.add(id);
    if (now.kind === 'list') continue;
    const ofIds = (known: ReadonlyMap<string, SentNotice>) =>
      findNewest(
        ids.flatMap((id) => known.get(id) ?? []),
        now.party,
      );
    take(now, ofIds(last), ofIds(lastGiven));
  }
  for (const [party, sentNotice] of last)
    if (!present.has(party)) take(gone(sentNotice), sentNotice, lastGiven.get(party) ?? null);
  const byParty = (a: { party: string }, b: { party: string }) => compareUtf8(a.party, b.party);
  return { drafts: drafts.sort(byParty), leftOut: leftOut.sort(byParty), unchanged };
}

function listNewest(sentNotices: readonly SentNotice[]): ReadonlyMap<string, SentNotice> {
  const last = new Map<string, SentNotice>();
  for (const sentNotice of sentNotices) {
    const known = last.get(sentNotice.party);
    if (known === undefined || isNewer(sentNotice, known)) last.set(sentNotice.party, sentNotice);
  }
  return last;
}

/**
 * What the contacts that were given for a party read last counts for them; guessed ones are compared with the newest of
 * all.
 */
function findNeedOf(
  now: PartyNow,
  sent: SentNotice | null,
  given: SentNotice | null,
  order: WaveOrder,
): ReturnType<typeof findNeed> {
  const isNews = given === null && mustNotify(now, order.tell);
  if (now.hasGuessedOnly !== true && (given !== null || sent === null || isNews)) return findNeed(now, given, order);
  const need = findNeed(now, sent, order);
  return need === null ? null : { ...need, draft: { ...need.draft, isGuessed: true } };
}

function findNeed(
  now: PartyNow,
  sent: SentNotice | null,
  order: WaveOrder,
): { readonly draft: Draft; readonly isInWave: boolean } | null {
  const isDue = mustNotify(now, order.tell);
  const isOfSecrets = (now.figures.secrets ?? 0) > 0 || (sent?.figures.secrets ?? 0) > 0;
  if (sent === null) {
    if (!isDue) return null;
    const isInWave =
      order.wave === 'secrets-metadata' ? isOfSecrets : order.wave !== 'correction' && order.wave !== 'content';
    return { draft: { party: now.party, kind: 'first', follows: null }, isInWave };
  }
  const difference = compareFigures(sent.figures, now.figures);
  // A withdrawn statement no longer applies, even if no figure changed, or more is known that nobody is notified of.
  const isOpen = sent.isWithdrawn === true;
  if (difference === 'less' || (difference === 'more' && isDue) || isOpen) {
    const kind = difference === 'less' || !isDue ? 'correction' : 'supplement';
    const isInWave =
      order.wave === 'secrets-metadata' ? isOfSecrets : order.wave !== 'correction' || kind === 'correction';
    return { draft: { party: now.party, kind, follows: sent }, isInWave };
  }
  if (order.wave === 'content' && isDue && sent.readableFrom !== order.readableFrom)
    return { draft: { party: now.party, kind: 'supplement', follows: sent }, isInWave: true };
  const isPromised = sent.nextUpdate !== null && sent.nextUpdate < order.at + DAY_SECONDS;
  if (order.wave !== 'update' || !isPromised) return null;
  return { draft: { party: now.party, kind: 'update', follows: sent }, isInWave: true };
}

/**
 * Among simultaneous notices to several ids, the one to the party's own id counts: otherwise the order of names would
 * decide.
 */
function findNewest(sentNotices: readonly SentNotice[], own: string): SentNotice | null {
  const isLater = (a: SentNotice, b: SentNotice) =>
    a.issued === b.issued && (a.party === own) !== (b.party === own) ? a.party === own : isNewer(a, b);
  return sentNotices.reduce<SentNotice | null>(
    (newest, sentNotice) => (newest === null || isLater(sentNotice, newest) ? sentNotice : newest),
    null,
  );
}

function isNewer(a: SentNotice, b: SentNotice): boolean {
  return a.notice > b.notice;
}

/** What a party was told by one sent notice. */
export interface SentNotice {
  /** Id of the notice; later notices have greater ones. */
  readonly notice: number;
  readonly party: string;
  readonly issued: Instant;
  readonly figures: NoticeFigures;
  readonly nextUpdate: Instant | null;
  readonly readableFrom: Instant | null;
  /** Withdrawn after it was sent: its code says so, and nothing replaces it. */
  readonly isWithdrawn?: boolean;
  /** Only to guessed contacts: given contacts have not been notified by it. */
  readonly isGuessed?: boolean;
}

/** A party as the newest exposure has it. */
export interface PartyNow {
  readonly party: string;
  /** Ids of this party now: their notices count as its own. */
  readonly mergedIds: readonly string[];
  readonly kind: PartyKind;
  readonly figures: NoticeFigures;
  /** Whether any of its undetermined messages is in a mailbox that the intruder reached. */
  readonly isUndeterminedReached: boolean;
  readonly hasGuessedOnly?: boolean;
}

/** Whether a party must be notified at all (`policy.tell`). A list is recorded, never notified. */
export function mustNotify(
  { kind, figures, isUndeterminedReached }: Pick<PartyNow, 'kind' | 'figures' | 'isUndeterminedReached'>,
  tell: 'undetermined' | 'possible',
): boolean {
  if (kind === 'list') return false;
  if (figures.messages > 0) return true;
  return tell === 'undetermined' && figures.undetermined > 0 && isUndeterminedReached;
}

/**
 * Whether a notice of this kind makes no statement of its own: a reminder or update belongs to the previous notice,
 * replaces none, and its withdrawal leaves that one in force.
 */
export function isRepeating(kind: NoticeKind): boolean {
  return kind === 'reminder' || kind === 'update';
}
