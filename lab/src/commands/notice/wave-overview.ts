import { QUORUM } from '@candor/core/notice/operator';
import { describeSelection, type Selection } from '@candor/core/notice/selection';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readApprovalTimes } from '../../notice/store/approval-store.ts';
import { readSealedSelection } from '../../notice/store/selection-store.ts';
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
