import type { Instant } from '@candor/core/base';
import type { DeliveryStateName } from '../delivery/delivery.ts';
import { isGuessedRung, type Ladder, type LadderContact } from './ladder.ts';

export interface ContactHistory {
  readonly address: string;
  readonly state: DeliveryStateName;
  readonly at: Instant;
  readonly answered: boolean;
}

/** Silence after which a party is written to on a further rung, unless the command says otherwise. */
export const SILENCE_SECONDS: number = 2 * 86_400;

/** The recipients of one notice: either contacts that were given for the party, or guessed ones, never both. */
export interface ChosenContacts {
  readonly contacts: readonly LadderContact[];
  /** The mailboxes may be anybody's: the notice gives counts only. */
  readonly isGuessed: boolean;
}

export interface RemindedContacts {
  readonly given: readonly LadderContact[];
  readonly guessed: readonly LadderContact[];
}

/**
 * Recipients of a notice: all given contacts that did not bounce, in parallel; without any, guessed ones. Empty when
 * the ladder is exhausted, which leaves a letter or the telephone.
 */
export function chooseContacts(ladder: Ladder, history: readonly ContactHistory[]): ChosenContacts {
  const given = selectLeft(listGiven(ladder), toStates(history));
  if (given.length > 0) return { contacts: given, isGuessed: false };
  const contacts = chooseGuessed(ladder, history);
  return { contacts, isGuessed: contacts.length > 0 };
}

/** Guessed mailboxes that an earlier notice reached; else the next one that did not bounce. */
export function chooseGuessed(ladder: Ladder, history: readonly ContactHistory[]): readonly LadderContact[] {
  const states = toStates(history);
  const reached = listGuessed(ladder).filter((contact) => isReached(contact, states));
  return reached.length > 0 ? reached : findNextGuessed(ladder, (contact) => !isBounced(contact, states));
}

/**
 * Recipients of reminders, if nobody answered for `silence` seconds, or everything bounced: reached contacts, new given
 * ones, and the next guessed one. Empty while it is too early, or after an answer.
 */
export function chooseReminded(
  ladder: Ladder,
  history: readonly ContactHistory[],
  at: Instant,
  silence: number = SILENCE_SECONDS,
): RemindedContacts {
  const none = { given: [], guessed: [] };
  if (history.some(({ answered }) => answered)) return none;
  const states = toStates(history);
  const open = history.filter(({ state }) => state !== 'bounced' && state !== 'inhibited');
  if (open.some((delivery) => delivery.state !== 'accepted' || delivery.at + silence > at)) return none;
  const isFresh = ({ address }: LadderContact) => !states.has(address.toLowerCase());
  const given = listGiven(ladder).filter((contact) => isReached(contact, states) || isFresh(contact));
  // A given contact not notified yet precedes a guess.
  const isGuessDue = !listGiven(ladder).some(isFresh);
  const guessed = [
    ...listGuessed(ladder).filter((contact) => isReached(contact, states)),
    ...(isGuessDue ? findNextGuessed(ladder, isFresh) : []),
  ];
  return { given, guessed };
}

function listGiven({ steps }: Ladder): readonly LadderContact[] {
  return steps.filter(({ rung }) => !isGuessedRung(rung)).flatMap(({ contacts }) => contacts);
}

function listGuessed({ steps }: Ladder): readonly LadderContact[] {
  return steps.filter(({ rung }) => isGuessedRung(rung)).flatMap(({ contacts }) => contacts);
}

/** Role mailboxes one after the other: each may belong to anybody. Known correspondents together. */
function findNextGuessed(ladder: Ladder, isWanted: (contact: LadderContact) => boolean): readonly LadderContact[] {
  for (const { rung, contacts } of ladder.steps) {
    const wanted = isGuessedRung(rung) ? contacts.filter(isWanted) : [];
    if (wanted.length > 0) return rung === 'roles' ? wanted.slice(0, 1) : wanted;
  }
  return [];
}

interface Standing {
  reached: boolean;
  bounced: boolean;
}

function toStates(history: readonly ContactHistory[]): States {
  const states = new Map<string, Standing>();
  for (const { address, state } of history) {
    // A delivery that was held back was never tried: that contact is as good as before.
    if (state === 'inhibited') continue;
    const key = address.toLowerCase();
    const known = states.get(key) ?? { reached: false, bounced: false };
    known.reached ||= state === 'accepted';
    known.bounced ||= state === 'bounced';
    if (known.bounced) known.reached = false;
    states.set(key, known);
  }
  return states;
}

type States = ReadonlyMap<string, Standing>;

function isReached({ address }: LadderContact, states: States): boolean {
  return states.get(address.toLowerCase())?.reached === true;
}

function isBounced({ address }: LadderContact, states: States): boolean {
  return states.get(address.toLowerCase())?.bounced === true;
}

function selectLeft(contacts: readonly LadderContact[], states: States): readonly LadderContact[] {
  return contacts.filter((contact) => !isBounced(contact, states));
}
