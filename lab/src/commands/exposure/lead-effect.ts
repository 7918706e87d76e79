import { resolve } from 'node:path';
import { compareUtf8, Refusal } from '@candor/core/base';
import { applyLead, formatLead, type Lead, type LeadKey, type LeadOwner } from '@candor/core/exposure/lead';
import { VERDICTS, type Verdict } from '@candor/core/exposure/verdict';
import type { Incident } from '@candor/core/incident';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findRoot } from '../../evidence/index.ts';
import { countMoves, type VerdictMove } from '../../exposure/store/verdict-store.ts';
import { dropVersion, type StoredVersion } from '../../exposure/store/version-store.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { requireLastVersion } from '../open-version.ts';
import type { Progress } from '../progress.ts';
import { comparePartyFigures, type DraftsChanged, listDraftsAbout, type PartyEffect } from './effect-parties.ts';
import { judgeVersion } from './judge-version.ts';
import { tallyLeads } from './tally-leads.ts';

export interface EffectOrder {
  readonly leads: readonly LeadKey[];
  /** Null means both answers. */
  readonly owner: LeadOwner | null;
  /** Whose address it is; null: that of the only custodian whose records have it, else the organization's. */
  readonly custodian: string | null;
  readonly workers: number;
  readonly progress: Progress;
}

/** What the verdicts would be with one answer. */
export interface JudgedAnswer {
  readonly state: 'judged';
  readonly as: LeadOwner;
  readonly copies: Readonly<Record<Verdict, { readonly before: number; readonly after: number }>>;
  readonly moves: readonly VerdictMove[];
  readonly parties: PartyEffect;
  /** These waves were prepared with figures that would change. */
  readonly drafts: readonly DraftsChanged[];
  readonly additions: readonly { readonly key: string; readonly value: string }[];
}

export type EffectAnswer =
  | JudgedAnswer
  /** An owner is known by addresses only. */
  | { readonly state: 'impossible'; readonly as: 'owner'; readonly why: string }
  /** Nobody can know: the records stay undecided, and the verdicts as they are. */
  | { readonly state: 'undecided'; readonly as: 'unknown'; readonly records: number };

/** The three answers that a person can give. Nothing is stored. */
export interface LeadEffect {
  /** The answers are compared with this version. */
  readonly version: number;
  readonly leads: readonly Lead[];
  readonly answers: readonly EffectAnswer[];
}

/**
 * Judges everything as if the leads were decided, compares it with the newest version, and forgets it again. Killed
 * anywhere it leaves nothing that a later run would take for a version.
 * @throws Refusal for a state in use, an unknown custodian, and, where only the owner's answer is asked for, a lead
 * that cannot be an owner's.
 */
export async function findLeadEffect(state: StateFolder, order: EffectOrder): Promise<LeadEffect> {
  const last = await requireLastVersion(state);
  const { incident, folder } = await loadIncidentNow(state.store);
  assertCustodian(incident, order.custodian);
  const all = (await tallyLeads(state.store, incident, order.progress)).list();
  const leads = order.leads.flatMap((key) => all.find((lead) => formatLead(lead) === formatLead(key)) ?? []);
  const custodian = order.custodian ?? findOnlyCustodian(leads);
  const judge = (owner: LeadOwner) => judgeAnswer(state, last, { incident, folder, custodian, owner, order });
  const answers: EffectAnswer[] = [];
  if (order.owner !== 'owner') answers.push(await judge('intruder'));
  if (order.owner !== 'intruder') answers.push(await judgeOwner(order.owner !== null, judge));
  if (order.owner === null)
    answers.push({ state: 'undecided', as: 'unknown', records: leads.reduce((sum, lead) => sum + lead.undecided, 0) });
  return { version: last.version, leads, answers };
}

async function judgeOwner(
  isAskedFor: boolean,
  judge: (owner: LeadOwner) => Promise<JudgedAnswer>,
): Promise<EffectAnswer> {
  try {
    return await judge('owner');
  } catch (error) {
    if (isAskedFor || !(error instanceof Refusal) || error.code !== 'owner-lead') throw error;
    return { state: 'impossible', as: 'owner', why: error.reasons.join(' ') };
  }
}

/** The owner whose records alone have these leads. */
function findOnlyCustodian(leads: readonly Lead[]): string | null {
  const [first, ...others] = new Set(leads.flatMap(({ custodians }) => custodians));
  return others.length === 0 ? (first ?? null) : null;
}

interface Answer {
  readonly incident: Incident;
  readonly folder: string;
  readonly custodian: string | null;
  readonly owner: LeadOwner;
  readonly order: EffectOrder;
}

async function judgeAnswer(
  state: StateFolder,
  last: StoredVersion,
  { incident, folder, custodian, owner, order }: Answer,
): Promise<JudgedAnswer> {
  const { store } = state;
  let decided = incident;
  const additions = order.leads.map((lead) => {
    const { incident: changed, key, value } = applyLead(decided, lead, owner, custodian);
    decided = changed;
    return { key, value };
  });
  const { version } = await judgeVersion(state, {
    incident: decided,
    incidentFile: 'incident.yaml',
    folder,
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
    const parties = await comparePartyFigures(store, last.version, version);
    const drafts = await listDraftsAbout(store, new Set(parties.changed.map(({ party }) => party)));
    return { state: 'judged', as: owner, copies, moves, parties, drafts, additions };
  } finally {
    await dropVersion(store, version);
  }
}

function assertCustodian({ mailboxes }: Incident, custodian: string | null): void {
  if (custodian === null || mailboxes.some((mailbox) => mailbox.custodian === custodian)) return;
  throw new Refusal('unknown-mailbox', [`"${custodian}" is not a custodian of this incident`]);
}

async function compare(store: Store, before: number, after: number): Promise<[JudgedAnswer['copies'], VerdictMove[]]> {
  const moves = await countMoves(store, before, after);

  const sum = (of: 'from' | 'to', verdict: Verdict): number =>
    moves.reduce((total, move) => (move[of] === verdict ? total + move.copies : total), 0);
  const counts = VERDICTS.map((verdict) => [verdict, { before: sum('from', verdict), after: sum('to', verdict) }]);
  const place = (verdict: Verdict): number => VERDICTS.indexOf(verdict);
  return [
    Object.fromEntries(counts) as JudgedAnswer['copies'],
    moves
      .filter(({ from, to }) => from !== to)
      .sort(
        (a, b) => compareUtf8(a.custodian, b.custodian) || place(a.to) - place(b.to) || place(a.from) - place(b.from),
      ),
  ];
}
