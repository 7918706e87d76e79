import { resolve } from 'node:path';
import { compareUtf8, Refusal } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence/incident';
import { applyLead, type LeadKey, type LeadOwner } from '@candor/core/exposure/lead';
import { VERDICTS, type Verdict } from '@candor/core/exposure/verdict';
import { openStateForWriting, type StateFolder } from '../../adapters/state-folder.ts';
import type { Store } from '../../adapters/store.ts';
import { findRoot } from '../../evidence/index.ts';
import { countMoves, type VerdictMove } from '../../exposure/store/verdict-store.ts';
import { dropVersion } from '../../exposure/store/version-store.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { requireLastVersion } from '../open-version.ts';
import type { Progress } from '../progress.ts';
import { judgeVersion } from './judge-version.ts';

export interface EffectOrder {
  readonly leads: readonly LeadKey[];
  readonly owner: LeadOwner;
  /** Whose address it is; null: the organization's. */
  readonly custodian: string | null;
  readonly workers: number;
  readonly progress: Progress;
}

/** The predicted verdicts. Nothing is stored. */
export interface LeadEffect {
  /** The version that it is compared with. */
  readonly version: number;
  readonly copies: Readonly<Record<Verdict, { readonly before: number; readonly after: number }>>;
  /** By custodian, then in the order of verdicts. */
  readonly moves: readonly VerdictMove[];
  /** Organizations and people to notify. */
  readonly parties: { readonly before: number; readonly after: number };
  /** What to add to the incident file. */
  readonly additions: readonly { readonly key: string; readonly value: string }[];
}

/**
 * Judges everything as if the leads were decided, compares it with the newest version, and forgets it again. Killed
 * anywhere it leaves nothing that a later run would take for a version.
 * @throws Refusal for a state in use, an unknown custodian, and a lead that cannot be an owner's.
 */
export async function findLeadEffect(statePath: string, order: EffectOrder): Promise<LeadEffect> {
  const state = await openStateForWriting(statePath);
  try {
    return await findEffect(state, order);
  } finally {
    await state.close();
  }
}

async function findEffect(state: StateFolder, order: EffectOrder): Promise<LeadEffect> {
  const { store } = state;
  const last = await requireLastVersion(state);
  const { incident, folder } = await loadIncidentNow(store);
  assertCustodian(incident, order.custodian);
  let decided = incident;
  const additions = order.leads.map((lead) => {
    const { incident: changed, key, value } = applyLead(decided, lead, order.owner, order.custodian);
    decided = changed;
    return { key, value };
  });
  const { version } = await judgeVersion(state, {
    incident: decided,
    incidentFile: 'incident.yaml',
    warnings: [],
    inputs: last.inputs,
    inputProblems: [],
    inputDigest: last.inputDigest,
    rules: last.rules,
    roots: decided.mailboxes.flatMap((mailbox) => findRoot(resolve(folder, mailbox.evidence)) ?? []),
    mailboxes: [],
    workers: order.workers,
    out: null,
    progress: order.progress,
  });
  try {
    const [copies, moves] = await compare(store, last.version, version);
    const parties = { before: await countParties(store, last.version), after: await countParties(store, version) };
    return { version: last.version, copies, moves, parties, additions };
  } finally {
    await dropVersion(store, version);
  }
}

function assertCustodian({ mailboxes }: Incident, custodian: string | null): void {
  if (custodian === null || mailboxes.some((mailbox) => mailbox.custodian === custodian)) return;
  throw new Refusal('unknown-mailbox', [`"${custodian}" is not a custodian of this incident`]);
}

async function compare(store: Store, before: number, after: number): Promise<[LeadEffect['copies'], VerdictMove[]]> {
  const moves = await countMoves(store, before, after);

  const sum = (of: 'from' | 'to', verdict: Verdict): number =>
    moves.reduce((total, move) => (move[of] === verdict ? total + move.copies : total), 0);
  const counts = VERDICTS.map((verdict) => [verdict, { before: sum('from', verdict), after: sum('to', verdict) }]);
  const place = (verdict: Verdict): number => VERDICTS.indexOf(verdict);
  return [
    Object.fromEntries(counts) as LeadEffect['copies'],
    moves
      .filter(({ from, to }) => from !== to)
      .sort(
        (a, b) => compareUtf8(a.custodian, b.custodian) || place(a.to) - place(b.to) || place(a.from) - place(b.from),
      ),
  ];
}

async function countParties(store: Store, version: number): Promise<number> {
  const parties = await readParties(store, version);
  return parties.filter(({ kind, messages }) => kind !== 'list' && messages > 0).length;
}
