import { createHash } from 'node:crypto';
import { type Problem, Refusal } from '@candor/core/base';
import { now } from '../../adapters/process/clock.ts';
import { readFact, readJsonFact, writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { isTexts } from '../../adapters/store/stored-json.ts';
import { findLastVersion, findVersion, type StoredVersion } from '../../exposure/store/version-store.ts';
import { listOperatorsOfLog } from '../../ledger/index.ts';
import { type AlertReport, toAlertDocument, toAlertId } from '../../notice/alert/index.ts';
import { keepAlert } from '../../notice/store/alert-store.ts';
import type { ActIn } from '../acting.ts';
import { prepareWave } from '../notice/prepare-wave.ts';
import type { Progress } from '../progress.ts';
import { listAlertTargets } from './deliver-alerts.ts';
import { describeChange } from './describe-change.ts';
import type { WatchEvent } from './watch-event.ts';
import { loadWatchedIncident } from './watched-incident.ts';

/**
 * Reports what the newest exposure changes against the last alerted one, and stores its alert in the same transaction,
 * so that no kill loses one. The first watch of a state alerts nothing.
 */
export async function followVersion(actIn: ActIn, statePath: string, say: (event: WatchEvent) => void): Promise<void> {
  await actIn(statePath, async ({ store }) => {
    const last = await findLastVersion(store);
    const told = await readFact(store, 'watch-version');
    const newest = last?.version ?? 0;
    if (told === null || last === null) {
      if (told === null)
        await store.durableTransaction(async () => {
          await writeFact(store, 'watch-version', String(newest));
          await keepKnown(store, last?.problems ?? []);
        });
      return;
    }
    if (newest <= Number(told)) {
      await alertNewProblems(store, last, say);
      return;
    }
    const before = await findVersion(store, Number(told));
    const change = before === null ? null : await describeChange(store, before, last);
    const { incident } = await loadWatchedIncident(store, last);
    const report: AlertReport | null =
      change === null || change.counts.length === 0
        ? null
        : {
            incident: incident.incident,
            version: last.version,
            digest: last.digest,
            supersedes: change.from,
            refusal: null,
            counts: change.counts,
          };
    await store.durableTransaction(async () => {
      if (report !== null) await keepReport(store, report, listAlertTargets(incident));
      await writeFact(store, 'watch-version', String(newest));
      await keepKnown(store, last.problems);
    });
    say({ event: 'judged', version: newest, isSame: false, change });
    if (report !== null) say({ event: 'alert', id: toAlertId(report), version: report.version, counts: report.counts });
  });
}

/**
 * A log that arrived and cannot be read changes no verdict, so its exposure is the same; a person must decide all the
 * same, and at once.
 */
async function alertNewProblems(store: Store, last: StoredVersion, say: (event: WatchEvent) => void): Promise<void> {
  const known = await readJsonFact(store, 'watch-problems', isTexts);
  const keys = listProblemKeys(last.problems);
  const fresh = known === null ? [] : keys.filter((key) => !known.includes(key));
  if (known !== null && fresh.length === 0) return;
  const { incident } = await loadWatchedIncident(store, last);
  const report: AlertReport = {
    incident: incident.incident,
    version: last.version,
    digest: digestAll([last.digest, ...fresh]),
    supersedes: null,
    refusal: null,
    counts: [{ kind: 'problems', count: fresh.length }],
  };
  await store.durableTransaction(async () => {
    if (fresh.length > 0) await keepReport(store, report, listAlertTargets(incident));
    await keepKnown(store, last.problems);
  });
  if (fresh.length > 0) say({ event: 'alert', id: toAlertId(report), version: report.version, counts: report.counts });
}

/** Problems for a person, each as a digest. */
function listProblemKeys(problems: readonly Problem[]): readonly string[] {
  return problems
    .filter(({ weight }) => weight === 'person')
    .map(({ code, place, text }) => digestAll([code, place, text]))
    .sort();
}

function keepKnown(store: Store, problems: readonly Problem[]): Promise<void> {
  return writeFact(store, 'watch-problems', JSON.stringify(listProblemKeys(problems)));
}

function digestAll(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Alerts that logs which an exposure was judged from are gone: once for the same logs on the same exposure. */
export async function alertGone(
  actIn: ActIn,
  statePath: string,
  places: readonly string[],
  say: (event: WatchEvent) => void,
): Promise<void> {
  await actIn(statePath, async ({ store }) => {
    const last = await findLastVersion(store);
    if (last === null) return;
    const { incident } = await loadWatchedIncident(store, last);
    const report: AlertReport = {
      incident: incident.incident,
      version: last.version,
      digest: digestAll([last.digest, ...[...places].sort()]),
      supersedes: null,
      refusal: null,
      counts: [{ kind: 'logs-gone', count: places.length }],
    };
    const isNew = await store.durableTransaction(() => keepReport(store, report, listAlertTargets(incident)));
    if (isNew) say({ event: 'alert', id: toAlertId(report), version: report.version, counts: report.counts });
  });
}

/** Alerts that something could not be judged: once for the same reasons on the same exposure. */
export async function alertRefusal(
  actIn: ActIn,
  statePath: string,
  refusal: Refusal,
  say: (event: WatchEvent) => void,
): Promise<void> {
  await actIn(statePath, async ({ store }) => {
    const last = await findLastVersion(store);
    const incident = await readFact(store, 'incident');
    const digest = createHash('sha256').update(JSON.stringify(refusal.reasons)).digest('hex');
    const report: AlertReport = {
      incident: incident ?? '',
      version: last?.version ?? 0,
      digest: last?.digest ?? '',
      supersedes: null,
      refusal: { code: refusal.code, digest },
      counts: [{ kind: 'not-judged', count: refusal.reasons.length }],
    };
    const targets = listAlertTargets((await loadWatchedIncident(store, last)).incident);
    const isNew = await store.durableTransaction(() => keepReport(store, report, targets));
    if (isNew) say({ event: 'alert', id: toAlertId(report), version: report.version, counts: report.counts });
  });
}

function keepReport(store: Store, report: AlertReport, targets: ReturnType<typeof listAlertTargets>): Promise<boolean> {
  const at = now();
  return keepAlert(store, { id: toAlertId(report), document: toAlertDocument(report, at), at }, targets);
}

/**
 * Prepares drafts of what the newest exposure changes for parties, if the log has started: otherwise preparing would
 * fix the operators. Refreshes an unapproved wave of the same command and keeps edits. Approves and sends nothing.
 */
export async function draftSupplements(
  actIn: ActIn,
  statePath: string,
  by: string,
  progress: Progress,
  say: (event: WatchEvent) => void,
): Promise<void> {
  const version = await actIn(statePath, async ({ store }) => {
    if ((await listOperatorsOfLog(store)).length === 0) return null;
    const newest = (await findLastVersion(store))?.version ?? 0;
    return Number((await readFact(store, 'watch-drafted')) ?? 0) < newest ? newest : null;
  });
  if (version === null) return;
  try {
    const order = { wave: 'metadata', only: null, except: [], findings: null, by, progress } as const;
    const prepared = await actIn(statePath, (state) => prepareWave(state, order));
    const { wave, kinds, notices, deliveries, refreshed, unchanged } = prepared;
    say({ event: 'drafted', version: prepared.version, wave, kinds, notices, deliveries, refreshed, unchanged });
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.code === 'state-in-use') throw cause;
    say({ event: 'not-drafted', code: cause.code, reasons: cause.reasons });
  }
  await actIn(statePath, ({ store }) =>
    store.durableTransaction(() => writeFact(store, 'watch-drafted', String(version))),
  );
}
