import { assertNever, Refusal } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import {
  assertCurationAllowed,
  type CurationAct,
  type CurationOperation,
  listNamedParties,
  selectInForce,
} from '@candor/core/impact/curation';
import type { DecisionAct, DecisionRow } from '@candor/core/ledger/decision';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { recountParties } from '../../impact/index.ts';
import { readPartiesById } from '../../impact/store/affected-party-store.ts';
import { appendCuration, readCuration } from '../../impact/store/curation-store.ts';
import { replaceParties } from '../../impact/store/party-store.ts';
import { type Decider, type DecisionMade, recordDecision } from '../../ledger/decision/index.ts';
import { withParties } from '../acting.ts';
import { type DecidedBy, openDecider } from '../decider.ts';
import { requireLastVersion } from '../open-version.ts';
import { findStoredParty, lookUpStoredParty } from './list-parties.ts';

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
  const { store } = state;
  const before = await readCuration(store);
  const sequence = (before.at(-1)?.sequence ?? 0) + 1;
  const { at, why } = curator;
  const next: CurationOperation = { by: by.name, why, at, sequence, act: await withIds(store, last.version, act) };
  const named = await readPartiesById(store, last.version, new Set(listNamedParties(next.act)));
  const parties = new Map(named.map((party) => [party.party, party]));
  assertCurationAllowed(before, next, (id) => parties.has(id));
  const order = { act: DECISION_ACTS[act.act], by, why, at, rows: toRows(next.act, parties) };
  const recounted = await recountParties(store, last, [...before, next]);
  let decision: DecisionMade | null = null;
  // Both or neither: a process that is killed leaves no figures without their reason.
  await state.replacing(() =>
    replaceParties(store, last.version, recounted, async () => {
      const recorded = await recordDecision(store, createNodeRuntime(), order, (deciding) =>
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
function toRows(act: CurationAct, parties: ReadonlyMap<string, PartyExposure>): readonly DecisionRow[] {
  switch (act.act) {
    case 'merge':
      return act.parties.map((party) => ({ what: party, before: party, after: act.into }));
    case 'split':
      return act.matches.map((match) => ({ what: match, before: act.party, after: act.into }));
    case 'rename':
      return [{ what: act.party, before: parties.get(act.party)?.name ?? null, after: act.name }];
    case 'kind':
      return [{ what: act.party, before: parties.get(act.party)?.kind ?? null, after: act.kind }];
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
async function withIds(store: Store, version: number, act: CurationAct): Promise<CurationAct> {
  const toId = async (id: string) => (await findStoredParty(store, version, id)).party;
  switch (act.act) {
    case 'undo':
      return act;
    case 'merge': {
      const into = await toId(act.into);
      const joined: string[] = [];
      const parties: string[] = [];
      for (const id of act.parties) {
        const party = await toId(id);
        if (id !== act.into && party === into) joined.push(id);
        parties.push(party);
      }
      refuse(joined.map((id) => `${id} is part of ${into} already.`));
      return { ...act, into, parties };
    }
    case 'split': {
      const party = await toId(act.party);
      const other = (await lookUpStoredParty(store, version, act.into))?.party ?? party;
      // Naming the new party later would otherwise return the old one, or the reverse.
      if (other !== party && other !== act.into)
        refuse([`${act.into} is of ${other}; choose a new id, and merge afterwards if they belong together.`]);
      return { ...act, party };
    }
    default:
      return { ...act, party: await toId(act.party) };
  }
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new Refusal('curation-refused', reasons);
}
