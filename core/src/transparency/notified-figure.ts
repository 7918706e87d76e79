import { formatCount, hint, type Said, toSaid } from '@candor/core/base';
import { type NotifySaying, toNotifyWords } from '@candor/core/impact';
import { countNotified, type PartyDelivery } from '@candor/core/notice/delivery';

export const NOTIFIED_FIGURE = 'notified-of-all';

/**
 * How many of the parties to be notified are notified. There is no other part: a number of delays, or of parties
 * without a contact, could be subtracted and would give away that somebody asked for a delay.
 */
export type NotifiedOfAll = {
  readonly notified: number;
  /** All others: delayed, held, not to be contacted, without a contact, returned, on the way. */
  readonly notYet: number;
  /** Parties in the set: the two others together. */
  readonly toNotify: number;
};

/** In words, over the log, the chain of deliveries and the set of parties. */
export const NOTIFIED_FORMULA =
  'toNotify: parties in the set of parties to be notified of the named wave. notified: those of them with an approved notice that was not withdrawn, of which a message was sent, settled or carried over and did not come back, or a letter was posted. notYet: all others, whatever the reason';

export interface SetFacts {
  /** What became of the notices of each party in the set; null for one without an approved notice. */
  readonly parties: readonly (PartyDelivery | null)[];
  /** The time until which bounces were read; null: none were read. */
  readonly readUntil: number | null;
  readonly toNotify: NotifySaying;
}

export type NotifiedClaim =
  | { readonly is: 'stated'; readonly said: Said<'notified-of-all', NotifiedOfAll> }
  | { readonly is: 'not-stated'; readonly because: string };

/**
 * "N notified, M not yet, of K": only where K is all of them, and where mail that came back would be known. The two
 * parts always add up to the whole.
 */
export function claimNotifiedOfAll({ parties, readUntil, toNotify }: SetFacts): NotifiedClaim {
  if (toNotify.state !== 'all')
    return { is: 'not-stated', because: `the set may lack parties: ${toNotifyWords(toNotify)}` };
  const { notified } = countNotified(
    parties.filter((party) => party !== null),
    readUntil,
  ).value;
  const { notified: byLetter } = countNotified(
    parties.flatMap((party) => (party === null ? [] : [{ ...party, deliveries: [] }])),
    readUntil,
  ).value;
  if (readUntil === null && notified > byLetter)
    return { is: 'not-stated', because: `no bounces were read: ${hint('notice.inbox')} reads what came back` };
  const counts = { notified, notYet: parties.length - notified, toNotify: parties.length };
  return { is: 'stated', said: toSaid('notified-of-all', counts) };
}

export function toNotifiedOfAllWords({ value }: Said<'notified-of-all', NotifiedOfAll>): string {
  const { notified, notYet, toNotify } = value;
  return `${formatCount(notified)} notified, ${formatCount(notYet)} not yet, of ${formatCount(toNotify)}`;
}

/** Which of the published numbers differ from those that log, chain and set give, in words. */
export function listNumberFaults(published: NotifiedOfAll, counted: NotifiedOfAll): readonly string[] {
  const numbers = [
    ['notified', published.notified, counted.notified],
    ['not yet', published.notYet, counted.notYet],
    ['to be notified', published.toNotify, counted.toNotify],
  ] as const;
  return numbers.flatMap(([what, says, gives]) =>
    says === gives ? [] : [`it says ${formatCount(says)} ${what}, and counting again gives ${formatCount(gives)}`],
  );
}

/** Null: notified and not yet are the whole. */
export function findSumFault({ notified, notYet, toNotify }: NotifiedOfAll): string | null {
  if (notified + notYet === toNotify) return null;
  return `${formatCount(notified)} notified and ${formatCount(notYet)} not yet are not ${formatCount(toNotify)}`;
}
