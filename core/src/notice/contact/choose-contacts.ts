import type { Instant } from '@candor/core/base';
import type { DeliveryStateName } from '../delivery/delivery.ts';
import type { Ladder, LadderContact, LadderStep } from './ladder.ts';

/** What became of an earlier delivery to this party. */
export interface ContactHistory {
  readonly address: string;
  readonly state: DeliveryStateName;
  /** When it came to that. */
  readonly at: Instant;
  /** A person wrote back. */
  readonly answered: boolean;
}

/** Silence after which a party is written to on a further rung, unless the command says otherwise. */
export const SILENCE_SECONDS: number = 7 * 86_400;

/**
 * Where a notice goes: to those whom an earlier one reached; else to the first rung on which somebody is left who did not bounce. An empty list: the
 * ladder is exhausted, a letter or the telephone is left.
 */
export function chooseContacts(ladder: Ladder, history: readonly ContactHistory[]): readonly LadderContact[] {
  const states = toStates(history);
  const reached = ladder.steps
    .flatMap(({ contacts }) => contacts)
    .filter(({ address }) => states.get(address.toLowerCase())?.reached === true);
  return reached.length > 0 ? reached : findRung(ladder.steps, states);
}

/**
 * Where a reminder goes: nobody answered for `silence` seconds, or everybody bounced. Then to those who were reached before and to the next rung as well.
 * Empty while it is too early, or when somebody answered.
 */
export function chooseReminded(
  ladder: Ladder,
  history: readonly ContactHistory[],
  at: Instant,
  silence: number = SILENCE_SECONDS,
): readonly LadderContact[] {
  if (history.some(({ answered }) => answered)) return [];
  const states = toStates(history);
  const open = history.filter(({ state }) => state !== 'bounced' && state !== 'inhibited');
  if (open.some((delivery) => delivery.state !== 'accepted' || delivery.at + silence > at)) return [];
  const reached = ladder.steps
    .flatMap(({ contacts }) => contacts)
    .filter(({ address }) => states.get(address.toLowerCase())?.reached === true);
  const fresh = ladder.steps.map(({ rung, contacts }) => ({
    rung,
    contacts: contacts.filter(({ address }) => !states.has(address.toLowerCase())),
  }));
  return [...reached, ...findRung(fresh, states)];
}

interface Standing {
  reached: boolean;
  bounced: boolean;
}

function toStates(history: readonly ContactHistory[]): ReadonlyMap<string, Standing> {
  const states = new Map<string, Standing>();
  for (const { address, state } of history) {
    // What was held back was never tried: that contact is as good as before.
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

function findRung(steps: readonly LadderStep[], states: ReadonlyMap<string, Standing>): readonly LadderContact[] {
  for (const { contacts } of steps) {
    const left = contacts.filter(({ address }) => states.get(address.toLowerCase())?.bounced !== true);
    if (left.length > 0) return left;
  }
  return [];
}
