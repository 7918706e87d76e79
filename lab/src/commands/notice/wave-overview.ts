import { Refusal } from '@candor/core/base';
import type { DocumentAnswer } from '@candor/core/contract/console';
import { QUORUM } from '@candor/core/notice/operator';
import { describeSelection, type Selection } from '@candor/core/notice/selection';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { readApprovalTimes } from '../../notice/store/approval-store.ts';
import { readSealedSelection, readSelectionRow } from '../../notice/store/selection-store.ts';
import { countWaveDeliveries } from '../../notice/store/wave-list-store.ts';
import { requireWave } from '../../notice/store/wave-store.ts';
import { listApprovers, readGate, readWaveLine, type WaveLine } from './read-wave.ts';
import { type NoticeLine, readWaveNotices } from './wave-notices.ts';

/** Why an operator cannot be the next one who approves. */
export type MayNot =
  | { readonly is: 'approved' }
  | { readonly is: 'own-mailbox'; readonly mailbox: string }
  | { readonly is: 'composed' };

export interface WaveApprover {
  readonly name: string;
  readonly mayNot: MayNot | null;
}

type Tally = readonly { readonly of: string; readonly count: number }[];

/** One wave in figures; nothing in it grows with its notices. */
export async function readWaveOverview(state: StateFolder, number: number) {
  const { store } = state;
  const wave = await requireWave(store, number);
  const line = await readWaveLine(state, wave);
  const { lines, custodians } = await readWaveNotices(state, wave);
  const { rungs, states, notices: withDelivery } = await countWaveDeliveries(store, wave.id);
  const selection = wave.manifest === '' ? null : await readSealedSelection(store, createNodeRuntime(), wave);
  const times = await readApprovalTimes(store, 'wave', wave.digest);
  const { gate, gateObstacle } = await readGate(state);
  const count = (is: (one: NoticeLine) => boolean) => lines.filter(is).length;
  return {
    ...line,
    outcomes: line.told,
    quorum: QUORUM,
    approvals: line.approvedBy.map((name) => ({ name, at: times.get(name) ?? 0 })),
    approvers: listNextApprovers(await listApprovers(state, custodians), line),
    organizations: count(({ isPerson }) => !isPerson),
    people: count(({ isPerson }) => isPerson),
    changes: {
      first: count(({ change }) => change === 'first'),
      more: count(({ change }) => change === 'more'),
      less: count(({ change }) => change === 'less'),
      none: count(({ change }) => change === 'none'),
    },
    languages: toTally(Map.groupBy(lines, ({ language }) => language)),
    contacts: toCounts(rungs),
    deliveries: toCounts(states),
    withoutContact: lines.length - withDelivery,
    leftOut: selection === null ? null : toLeftOut(selection, lines.length),
    selection:
      selection === null
        ? null
        : {
            parties: selection.takenOut.parties,
            of: selection.takenOut.of,
            lastSecrets: selection.takenOut.lastSecrets.length,
            confirm: selection.takenOut.confirm,
            lines: describeSelection(selection).length,
          },
    gate:
      gate === null
        ? null
        : {
            ...gate,
            to: gate.probe.to,
            spam: gate.spam === null ? null : { score: gate.spam.score, limit: gate.spam.threshold },
          },
    gateObstacle: gateObstacle === null ? null : String(gateObstacle),
  };
}

/** Who composed a wave leaves the signature to others, where there are enough of them. */
export function listNextApprovers(
  operators: readonly { readonly name: string; readonly own: string | null }[],
  { approvedBy, madeBy }: Pick<WaveLine, 'approvedBy' | 'madeBy'>,
): readonly WaveApprover[] {
  const open = operators.filter(({ name, own }) => own === null && !approvedBy.includes(name));
  const others = open.filter(({ name }) => name !== madeBy);
  const isLeftToOthers = others.length >= QUORUM - approvedBy.length;
  return operators.map(({ name, own }): WaveApprover => {
    if (approvedBy.includes(name)) return { name, mayNot: { is: 'approved' } };
    if (own !== null) return { name, mayNot: { is: 'own-mailbox', mailbox: own } };
    return { name, mayNot: name === madeBy && isLeftToOthers ? { is: 'composed' } : null };
  });
}

/** Why parties are not in the wave, so that it sums to all that evidence and incident file alone would notify. */
function toLeftOut({ rows, takenOut: { of } }: Selection, notices: number) {
  const out = rows.flatMap((row) => (row.is === 'left-out' ? [row] : []));
  const others = of - notices - new Set(out.map(({ party }) => party)).size;
  return { of, why: toTally(Map.groupBy(out, ({ why }) => why)), others: others < 0 ? null : others };
}

function toTally(groups: ReadonlyMap<string, readonly unknown[]>): Tally {
  return toCounts(new Map([...groups].map(([of, all]) => [of, all.length])));
}

/** Most first. */
function toCounts(counts: ReadonlyMap<string, number>): Tally {
  return [...counts]
    .map(([of, count]) => ({ of, count }))
    .toSorted((a, b) => b.count - a.count || (a.of < b.of ? -1 : 1));
}

/** A wave as a person was shown it, and the operator who will sign. */
export interface ToSignElsewhere {
  readonly wave: number;
  readonly operator: string;
  /** Hex. */
  readonly digest: string;
}

/**
 * The bytes that an operator signs on another machine.
 * @throws Refusal for a wave that has changed since, that the gate lets nowhere, or that this operator may not approve.
 */
export async function readToSign(
  state: StateFolder,
  { wave: number, operator, digest }: ToSignElsewhere,
): Promise<Omit<DocumentAnswer, 'ticket'>> {
  const { store } = state;
  const wave = await requireWave(store, number);
  if (wave.state !== 'composed')
    throw new Refusal('not-composed', [`wave ${wave.id} is ${wave.state}; only a composed wave can be approved`]);
  if (wave.digest !== digest)
    throw new Refusal('other-digest', [
      `wave ${wave.id} has the digest ${wave.digest}, not ${digest}: it has changed since you reviewed it`,
    ]);
  const { approvers, gateObstacle } = await readWaveOverview(state, wave.id);
  if (gateObstacle !== null) throw new Refusal('gate-not-passed', [gateObstacle]);
  const approver = approvers.find(({ name }) => name === operator);
  if (approver === undefined || approver.mayNot !== null)
    throw new Refusal('unknown-operator', [`${operator} cannot be the next one who approves wave ${wave.id}`]);
  const { incident } = await loadIncidentNow(store);
  const key = incident.operators.find(({ name }) => name === operator)?.key ?? '';
  const selection = await readSelectionRow(store, wave.id);
  const toBase64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');
  return {
    operator: { name: operator, key },
    document: toBase64(wave.manifest),
    selection: selection === null ? null : { salt: toBase64(selection.salt), document: toBase64(selection.document) },
  };
}
