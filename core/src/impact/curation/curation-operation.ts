import type { Instant } from '@candor/core/base';
import type { Contact, PartyKind } from '../party/directory.ts';

/**
 * What a person did to the parties by hand. It is recorded and never changed; runs and imports read it and never write
 * it.
 *
 * - `merge`: `parties` become part of `into`, which may be an id that nothing had before.
 * - `split`: the addresses at or below `matches` (domains or addresses, lower-case A-labels) leave `party` and make the
 *   party `into`.
 * - `rename`, `kind`: the party gets that name or kind.
 * - `add-contact`: a curated contact. `withdraw-contact`: that contact is not to be used, whoever gave it.
 * - `undo`: the operation with that sequence number counts no longer. An undo can be undone.
 */
export type CurationAct =
  | { readonly act: 'merge'; readonly parties: readonly string[]; readonly into: string }
  | {
      readonly act: 'split';
      readonly party: string;
      readonly matches: readonly string[];
      readonly into: string;
      readonly kind: PartyKind;
    }
  | { readonly act: 'rename'; readonly party: string; readonly name: string }
  | { readonly act: 'kind'; readonly party: string; readonly kind: PartyKind }
  | { readonly act: 'add-contact'; readonly party: string; readonly contact: Contact }
  | { readonly act: 'withdraw-contact'; readonly party: string; readonly contact: string }
  | { readonly act: 'undo'; readonly sequence: number };

/** One recorded operation: who, when, why. `sequence` increases from 1 in recorded order. */
export interface CurationOperation {
  readonly sequence: number;
  readonly by: string;
  readonly at: Instant;
  readonly why: string;
  readonly act: CurationAct;
}

/** The effective operations, including undos, in recorded order: those not undone. */
export function selectInForce(operations: readonly CurationOperation[]): readonly CurationOperation[] {
  // Latest first: an undo is settled before its target, and nothing undoes later operations.
  const latestFirst = [...operations].sort((a, b) => b.sequence - a.sequence);
  const undone = new Set<number>();
  const inForce: CurationOperation[] = [];
  for (const operation of latestFirst) {
    const { act, sequence } = operation;
    if (undone.has(sequence)) continue;
    if (act.act === 'undo') undone.add(act.sequence);
    inForce.push(operation);
  }
  return inForce.reverse();
}

/** The ids that an act names; an undo names none. */
export function listNamedParties(act: CurationAct): readonly string[] {
  switch (act.act) {
    case 'merge':
      return [act.into, ...act.parties];
    case 'split':
      return [act.party, act.into];
    case 'undo':
      return [];
    default:
      return [act.party];
  }
}
