import { assertNever, Refusal } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import {
  assertCurationAllowed,
  type CurationAct,
  type CurationOperation,
  selectInForce,
} from '@candor/core/impact/curation';
import type { DecisionAct, DecisionRow } from '@candor/core/ledger/decision';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { recountParties } from '../../impact/index.ts';
import { appendCuration, readCuration } from '../../impact/store/curation-store.ts';
import { readParties, replaceParties } from '../../impact/store/party-store.ts';
import { type Decider, type DecisionMade, recordDecision } from '../../ledger/decision/index.ts';
import { withParties } from '../acting.ts';
import { type DecidedBy, openDecider } from '../decider.ts';
import { requireLastVersion } from '../open-version.ts';
import { findParty, lookUpParty } from './list-parties.ts';

export interface Curator extends DecidedBy {
  /** UTC seconds. */
  readonly at: number;
}

export type CurationRecorded = CurationOperation & { readonly decision: DecisionMade };

/**
 * Records a curation of parties and recounts them, one at a time. It survives every later run and import; `undo`
 * reverts it. A run that is at work counts its parties with it.
 * @throws Refusal for an unknown party, what `assertCurationAllowed` refuses, or a state in use.
 */
export async function curateParty(state: StateFolder, act: CurationAct, curator: Curator): Promise<CurationRecorded> {
  const by = await openDecider(state.store, curator);
  return withParties(state, () => curate(state, act, curator, by));
}

async function curate(state: StateFolder, act: CurationAct, curator: Curator, by: Decider): Promise<CurationRecorded> {
  const last = await requireLastVersion(state);
  const before = await readCuration(state.store);
  const parties = await readParties(state.store, last.version);
  const sequence = (before.at(-1)?.sequence ?? 0) + 1;
  const { at, why } = curator;
  const next: CurationOperation = { by: by.name, why, at, sequence, act: withIds(act, parties) };
  const ids = new Set(parties.map(({ party }) => party));
  assertCurationAllowed(before, next, (id) => ids.has(id));
  const order = { act: DECISION_ACTS[act.act], by, why, at, rows: toRows(next.act, parties) };
  const counted = await recountParties(state.store, last, [...before, next]);
  let decision: DecisionMade | null = null;
  // Both or neither: a process that is killed leaves no figures without their reason.
  await state.replacing(() =>
    replaceParties(state.store, last.version, counted.parties, async () => {
      const recorded = await recordDecision(state.store, createNodeRuntime(), order, (deciding) =>
        appendCuration(deciding, next),
      );
      decision = recorded.decision;
    }),
  );
  if (decision === null) throw new Error('a curation is recorded with its decision');
  return { ...next, decision };
}

const DECISION_ACTS = {
  merge: 'party.merge',
  split: 'party.split',
  rename: 'party.rename',
  kind: 'party.kind',
  'add-contact': 'party.contact',
  'withdraw-contact': 'party.contact',
  undo: 'party.undo',
} as const satisfies Readonly<Record<CurationAct['act'], DecisionAct>>;

/** The decision as people read it. */
function toRows(act: CurationAct, parties: readonly PartyExposure[]): readonly DecisionRow[] {
  const known = (id: string) => lookUpParty(parties, id);
  switch (act.act) {
    case 'merge':
      return act.parties.map((party) => ({ what: party, before: party, after: act.into }));
    case 'split':
      return act.matches.map((match) => ({ what: match, before: act.party, after: act.into }));
    case 'rename':
      return [{ what: act.party, before: known(act.party)?.name ?? null, after: act.name }];
    case 'kind':
      return [{ what: act.party, before: known(act.party)?.kind ?? null, after: act.kind }];
    case 'add-contact':
      return [{ what: act.party, before: null, after: act.contact.contact }];
    case 'withdraw-contact':
      return [{ what: act.party, before: act.contact, after: null }];
    case 'undo':
      return [{ what: `operation ${act.sequence}`, before: 'in force', after: 'undone' }];
    default:
      return assertNever(act);
  }
}

/** Every operation that was ever recorded, with whether it counts. */
export async function listCuration(state: StateFolder): Promise<{ operation: CurationOperation; inForce: boolean }[]> {
  await requireLastVersion(state);
  const operations = await readCuration(state.store);
  const counting = new Set(selectInForce(operations).map((operation) => operation.sequence));
  return operations.map((operation) => ({ operation, inForce: counting.has(operation.sequence) }));
}

/**
 * A party may be named by domain or address; its id is recorded. For a merge, too: as a new id it would absorb the
 * others beside the intended party.
 */
function withIds(act: CurationAct, parties: readonly PartyExposure[]): CurationAct {
  const toId = (id: string) => findParty(parties, id).party;
  switch (act.act) {
    case 'undo':
      return act;
    case 'merge': {
      const into = toId(act.into);
      const joined = act.parties.filter((id) => id !== act.into && toId(id) === into);
      refuse(joined.map((id) => `${id} is part of ${into} already.`));
      return { ...act, into, parties: act.parties.map(toId) };
    }
    case 'split': {
      const party = toId(act.party);
      const other = lookUpParty(parties, act.into)?.party ?? party;
      // Naming the new party later would otherwise return the old one, or the reverse.
      if (other !== party && other !== act.into)
        refuse([`${act.into} is of ${other}; choose a new id, and merge afterwards if they belong together.`]);
      return { ...act, party };
    }
    default:
      return { ...act, party: toId(act.party) };
  }
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new Refusal('curation-refused', reasons);
}
