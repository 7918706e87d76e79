import type { Instant } from '@candor/core/base';
import type { PartyKind } from '@candor/core/impact/party';
import type { NoticeFigures, NoticeKind } from '../text/notice-facts.ts';

/** What a party was told by one notice that went out. */
export interface SentNotice {
  /** Id of the notice; later notices have greater ones. */
  readonly notice: number;
  readonly party: string;
  readonly issued: Instant;
  readonly figures: NoticeFigures;
  /** Date that it promised for the next update. */
  readonly nextUpdate: Instant | null;
  /** From when it said that the messages can be read. */
  readonly readableFrom: Instant | null;
  /** It was taken back after it went out: its code says so, and nothing stands in its place. */
  readonly isWithdrawn?: boolean;
  /** It went to guessed contacts alone: contacts that were given for the party heard nothing by it. */
  readonly isGuessed?: boolean;
}

/** A party as the newest exposure has it. */
export interface PartyNow {
  readonly party: string;
  /** Ids that are this party now: what was told to one of them was told to it. */
  readonly mergedIds: readonly string[];
  readonly kind: PartyKind;
  readonly figures: NoticeFigures;
  /** Whether any of its undetermined messages lies in a mailbox that the intruder reached. */
  readonly isUndeterminedReached: boolean;
  /** Nobody can be written to but guessed contacts. */
  readonly hasGuessedOnly?: boolean;
}

/** Whether a party is one to be told at all (`policy.tell`). A list is recorded, never told. */
export function isToBeTold(
  { kind, figures, isUndeterminedReached }: Pick<PartyNow, 'kind' | 'figures' | 'isUndeterminedReached'>,
  tell: 'undetermined' | 'possible',
): boolean {
  if (kind === 'list') return false;
  if (figures.messages > 0) return true;
  return tell === 'undetermined' && figures.undetermined > 0 && isUndeterminedReached;
}

/**
 * Whether a notice of this kind says nothing of its own: a reminder or an update belongs to the one before it, replaces
 * none, and where it is taken back that one holds.
 */
export function isRepeating(kind: NoticeKind): boolean {
  return kind === 'reminder' || kind === 'update';
}
