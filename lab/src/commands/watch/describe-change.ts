import type { Problem } from '@candor/core/base';
import { compareAlerts } from '@candor/core/exposure/alert';
import { type Change, type ChangeCounts, compareVersions } from '@candor/core/exposure/explain';
import type { Verdict } from '@candor/core/exposure/verdict';
import type { Store } from '../../adapters/store/store.ts';
import { readDifferingVerdicts } from '../../exposure/store/verdict-store.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { readParties } from '../../impact/store/party-store.ts';
import type { AlertCount, AlertKind } from '../../notice/alert/index.ts';
import { compareParties, type PartyChange } from '../exposure/compare-runs.ts';
import type { RunSummary } from '../run-summary.ts';
import { readRunSummary } from '../run-summary.ts';

/** What a new exposure says otherwise than the one before. */
export interface VersionChange {
  readonly from: number;
  readonly to: number;
  /** Copies that changed, by custodian. */
  readonly custodians: Readonly<Record<string, Omit<ChangeCounts, 'same'>>>;
  /** Parties by how they changed. */
  readonly parties: Readonly<Record<PartyChange['change'], number>>;
  /** What to alert about; empty if nothing got worse. */
  readonly counts: readonly AlertCount[];
}

const EXPOSED: readonly Verdict[] = ['accessed', 'presumed', 'partial', 'possible'];

/**
 * Compares two versions by the rows in which they differ: the more a version is like the one before, the less is read.
 */
export async function describeChange(store: Store, from: StoredVersion, to: StoredVersion): Promise<VersionChange> {
  const counts = new Map<string, ChangeCounts>();
  const before = await readDifferingVerdicts(store, from.version, to.version);
  const after = await readDifferingVerdicts(store, to.version, from.version);
  let worse = 0;
  for (const change of compareVersions(before, after, counts)) if (isWorse(change)) worse += 1;
  const parties = compareParties(await readParties(store, from.version), await readParties(store, to.version));
  const tally = { appeared: 0, vanished: 0, rose: 0, fell: 0, changed: 0 };
  for (const { change } of parties) tally[change] += 1;
  return {
    from: from.version,
    to: to.version,
    custodians: Object.fromEntries([...counts].map(([custodian, { same: _, ...rest }]) => [custodian, rest])),
    parties: tally,
    counts: toCounts(from, to, worse, parties.filter(isMoreExposed).length),
  };
}

/** A stronger verdict, or a copy that was not there before and is exposed. */
function isWorse(change: Change): boolean {
  if (change.change === 'rose') return true;
  return change.change === 'appeared' && EXPOSED.includes(change.after);
}

function isMoreExposed({ before, after }: PartyChange): boolean {
  const exposed = (counts: PartyChange['after']) =>
    counts === null ? 0 : counts.accessed + counts.presumed + counts.partial + counts.possible;
  return exposed(after) > exposed(before);
}

function toCounts(from: StoredVersion, to: StoredVersion, copies: number, parties: number): AlertCount[] {
  const [before, after] = [from, to].map(readRunSummary) as [RunSummary, RunSummary];
  const fresh = compareAlerts(before.alerts, after.alerts);
  const more = (count: (summary: RunSummary) => number) => Math.max(0, count(after) - count(before));
  const found: readonly (readonly [AlertKind, number])[] = [
    ['after-containment', more(({ alerts }) => alerts.afterContainment.count)],
    ['mailboxes-reached', fresh.mailboxes.length],
    ['copies-exposed', copies],
    ['parties-exposed', parties],
    ['intruder-records', more((summary) => countLabel(summary, 'intruder'))],
    ['sessions-suggested', fresh.sessions.length],
    ['ambiguous-records', more((summary) => countLabel(summary, 'ambiguous'))],
    ['problems', countNewProblems(from.problems, to.problems)],
  ];
  return found.flatMap(([kind, count]) => (count > 0 ? [{ kind, count }] : []));
}

function countLabel({ audit }: RunSummary, label: string): number {
  return Object.entries(audit.attribution).reduce(
    (sum, [key, count]) => (key.startsWith(`${label}/`) ? sum + count : sum),
    0,
  );
}

function countNewProblems(before: readonly Problem[], after: readonly Problem[]): number {
  const toKey = ({ code, place, text }: Problem) => `${code}\n${place}\n${text}`;
  const known = new Set(before.map(toKey));
  return after.filter((problem) => problem.weight === 'person' && !known.has(toKey(problem))).length;
}
