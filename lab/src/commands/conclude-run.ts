import { formatInstant, type Problem } from '@candor/core/base';
import { type Alerts, compareAlerts, type NewAlerts } from '@candor/core/exposure/alert';
import type { MailboxGap } from '@candor/core/exposure/coverage';
import { VERDICTS } from '@candor/core/exposure/verdict';
import { countUsers, type Figure, toFigures } from '@candor/core/impact';
import { countUndecidedParties, type UndecidedCounts } from '@candor/core/impact/undecided';
import { listLogFiles } from '@candor/core/incident';
import { readIncidentOnce } from '../adapters/files/incident-reading.ts';
import { now } from '../adapters/process/clock.ts';
import { readAccepted } from '../adapters/store/state-fact.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import { registerArrivals } from '../evidence/store/arrival-store.ts';
import { sumAuditRows } from '../evidence/store/audit-file-store.ts';
import { countUnreadableRows } from '../evidence/store/evidence-problem-store.ts';
import { readEvidenceTotals } from '../evidence/store/evidence-totals.ts';
import { markJudged } from '../evidence/store/judged-file-store.ts';
import { compareVersions, replaceVersion } from '../exposure/store/replace-version.ts';
import {
  completeVersion,
  dropVersion,
  reviseVersion,
  type StoredVersion,
  type VersionInputs,
} from '../exposure/store/version-store.ts';
import type { FindingCounts } from '../impact/store/count-findings.ts';
import { keepParties } from '../impact/store/former-party-store.ts';
import { listPartyIds } from '../impact/store/party-store.ts';
import { collectNeeds } from './collect-needs.ts';
import { collectProblems } from './collect-problems.ts';
import { readCustody } from './evidence/list-evidence.ts';
import type { JudgedVersion } from './exposure/judge-version.ts';
import { countFindingFigures } from './impact/list-people.ts';
import { readFindingsOf } from './impact/read-findings.ts';
import { toFindingScope } from './impact/scan-findings.ts';
import { keepVersionInputs } from './kept-inputs.ts';
import { findIncidentFolder } from './load-incident.ts';
import { findNotifyBars } from './notify-bars.ts';
import { type CountPerVerdict, type RunSummary, readRunSummary, toSummaryGaps } from './run-summary.ts';
import { writeCustody, writeProblems, writeSummary } from './write-exports.ts';

/**
 * Sums a judged version up and declares it complete, or, where it is the last one over again, keeps the last one.
 * `findings` is null where nothing was searched.
 */
export async function concludeRun(
  state: StateFolder,
  judged: JudgedVersion,
  findings: FindingCounts | null,
  out: string | null,
): Promise<RunSummary> {
  const { store } = state;
  const { work, outcome, impact, last } = judged;
  const { incident } = work;
  const alerts = outcome.exposure.alerts();
  const gaps = new Map(
    incident.mailboxes.map(({ custodian }) => [custodian, outcome.exposure.coverageOf(custodian).gaps]),
  );
  const custody = await readCustody(store, incident);
  const problems = await collectProblems(store, {
    version: judged.version,
    incident,
    incidentFile: work.incidentFile,
    warnings: work.warnings,
    folder: await findIncidentFolder(state),
    lines: readIncidentOnce(work.inputs.incidentText, work.incidentFile).lines,
    unmatched: outcome.unmatched,
    alerts,
    inputs: judged.inputProblems,
    custody,
    recorded: outcome.count.recorded,
    holding: outcome.count.holding,
    fileUses: outcome.fileUses,
    open: {
      dateAlone: outcome.count.dateAlone,
      silences: new Map(
        incident.mailboxes.map(({ custodian }) => [custodian, outcome.exposure.findSilences(custodian)]),
      ),
    },
  });
  const same = last !== null && (last.digest === judged.digest || last.digest === judged.formerDigest);
  const digest = same ? last.digest : judged.digest;
  const before = last === null ? null : readRunSummary(last);
  const fresh = findFresh(before, alerts, same, hasNewLog(last, work.inputs));
  const ownFigures = toFigureList(judged, gaps);
  const foundFigures = findings === null ? [] : await readFoundFigures(state, judged, findings, ownFigures);
  const undecided = toUndecided(judged);
  const accepted = await readAccepted(store);
  const notifyBars = await findNotifyBars(store, {
    incident,
    holding: outcome.count.holding,
    unresolved: outcome.unresolved,
    recorded: new Set(outcome.fileUses.map(({ file }) => file)),
    accepted,
  });
  const summary: RunSummary = {
    incident: incident.incident,
    organization: incident.organization.name,
    version: same ? last.version : judged.version,
    supersedes: same ? (before?.supersedes ?? null) : (last?.version ?? null),
    digest,
    rules: work.rules,
    evidence: { mailboxes: incident.mailboxes.length, ...(await readEvidenceTotals(store)), ...toMessages(judged) },
    audit: await toAudit(judged, state),
    copies: toCounts((verdict) => impact.copiesPerVerdict[verdict]),
    messages: toCounts((verdict) => impact.messagesPerVerdict[verdict]),
    reasons: toSorted(outcome.count.reasons),
    mailboxesAccessed: impact.custodiansAccessed.length,
    ...countParties(judged),
    notifyBars,
    undecided,
    interest: outcome.interest,
    ...(findings === null ? {} : { findings }),
    unresolved: toSorted(countBy(judged.unresolved.map(({ what }) => what))),
    gaps: toSummaryGaps(gaps),
    figures: [...ownFigures, ...foundFigures],
    alerts,
    fresh,
    problems: toSorted(countBy(problems.map(({ code }) => code))),
    needs: collectNeeds({
      incident,
      alerts,
      fresh,
      undecided,
      unresolved: outcome.unresolved,
      gaps,
      undetermined: outcome.count.undetermined,
      unasserted: outcome.count.unasserted,
      problems,
      accepted,
    }),
  };
  writeProblems(problems, out);
  writeCustody(custody, out);
  writeSummary(summary, out);
  await keepVersion(state, judged, summary, problems, same);
  return summary;
}

/**
 * Without a newly read log, any newly found activity follows from other indicators, policies or mailboxes: the intruder
 * did nothing since.
 */
function findFresh(before: RunSummary | null, alerts: Alerts, same: boolean, newLog: boolean): NewAlerts {
  if (before !== null && same) return before.fresh;
  return before === null || !newLog ? { sessions: [], mailboxes: [] } : compareAlerts(before.alerts, alerts);
}

function hasNewLog(last: StoredVersion | null, { accessFiles = [] }: VersionInputs): boolean {
  const known = last?.inputs.accessFiles;
  return known === undefined || accessFiles.some((sha256) => !known.includes(sha256));
}

/** Makes it the current one, while no act is going on: what takes time was done before. */
async function keepVersion(
  state: StateFolder,
  judged: JudgedVersion,
  summary: RunSummary,
  problems: readonly Problem[],
  same: boolean,
): Promise<void> {
  const { store } = state;
  const { work, last } = judged;
  const { inputDigest, inputs, rules } = work;
  const text = JSON.stringify(summary);
  if (same && last !== null) {
    // Parties were recounted, perhaps with another directory or curation.
    const changes = await compareVersions(store, last.version, judged.version);
    const present = new Set(await listPartyIds(store, judged.version));
    await replaceAtOnce(state, async () => {
      await keepParties(store, last.version, present);
      await replaceVersion(store, last.version, judged.version, changes);
      await reviseVersion(store, { ...last, inputDigest, inputs, summary: text, problems });
      await markJudged(store, last.version);
      await registerArrivals(store, last.version, work.mailboxes, now());
      await keepVersionInputs(store, last.version, work);
    });
    await dropVersion(store, judged.version);
    return;
  }
  const { version, digest } = judged;
  await replaceAtOnce(state, async () => {
    await completeVersion(store, { version, digest, inputDigest, inputs, rules, summary: text, problems }, now());
    await markJudged(store, version);
    await registerArrivals(store, version, work.mailboxes, now());
    await keepVersionInputs(store, version, work);
  });
}

function replaceAtOnce(state: StateFolder, work: () => Promise<void>): Promise<void> {
  return state.replacing(() => state.store.transaction(work));
}

function toMessages({ impact, outcome }: JudgedVersion) {
  const messages = Object.values(impact.messagesPerVerdict).reduce((sum, count) => sum + count, 0);
  return { messages, drafts: impact.drafts, bulk: outcome.count.bulk };
}

async function toAudit({ outcome, work }: JudgedVersion, { store }: StateFolder): Promise<RunSummary['audit']> {
  const { count } = outcome;

  return {
    files: listLogFiles(work.incident).length,
    rows: await sumAuditRows(store),
    unreadableRows: await countUnreadableRows(store),
    records: count.records,
    attribution: toSorted(count.attribution),
    kinds: toSorted(count.kinds),
    intruderKinds: toSorted(count.intruderKinds),
    ambiguousKinds: toSorted(count.ambiguousKinds),
    bindIds: outcome.exposure.countBindIds(),
    firstActivity: toTime(count.firstActivity),
    lastActivity: toTime(count.lastActivity),
    firstAccess: toTime(count.firstAccess),
    lastAccess: toTime(count.lastAccess),
  };
}

function toUndecided({ outcome, impact }: JudgedVersion): UndecidedCounts {
  return {
    records: outcome.count.labels.get('ambiguous') ?? 0,
    copies: impact.undecidedCopies,
    parties: countUndecidedParties(impact.parties),
  };
}

function toTime(instant: number | null): string | null {
  return instant === null ? null : formatInstant(instant);
}

function toCounts(of: (verdict: keyof CountPerVerdict) => number): CountPerVerdict {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, of(verdict)])) as CountPerVerdict;
}

/** Each party is made when it is asked for, so that they are gone through once. */
function countParties({ impact }: JudgedVersion): Pick<RunSummary, 'parties' | 'partiesExposed'> {
  const parties = { organization: 0, person: 0, list: 0 };
  const partiesExposed = { organization: 0, person: 0, list: 0 };
  for (const { kind, messages } of impact.parties) {
    parties[kind] += 1;
    if (messages > 0) partiesExposed[kind] += 1;
  }
  return { parties, partiesExposed };
}

function toFigureList(judged: JudgedVersion, gaps: ReadonlyMap<string, readonly MailboxGap[]>): readonly Figure[] {
  const { outcome, impact, work, unresolved } = judged;
  return toFigures(impact, {
    mailboxesInScope: work.incident.mailboxes.length,
    mailboxesInAll: work.incident.organization.mailboxes,
    mailboxesReached: outcome.exposure.alerts().mailboxesReached.length,
    usersExposed: countUsers(work.incident, impact.custodiansExposed),
    firstActivity: outcome.count.firstActivity,
    lastActivity: outcome.count.lastActivity,
    firstAccess: outcome.count.firstAccess,
    lastAccess: outcome.count.lastAccess,
    unresolved,
    gapsPerKind: toSorted(countBy([...gaps.values()].flat().map(({ kind }) => kind))),
    mailboxesFullyCovered: [...gaps.values()].filter((all) => all.length === 0).length,
  });
}

/** Persons, records, categories and countries, after what people have decided up to now. */
async function readFoundFigures(
  state: StateFolder,
  { work: { incident }, version, outcome }: JudgedVersion,
  counts: FindingCounts,
  figures: readonly Figure[],
): Promise<readonly Figure[]> {
  const scope = toFindingScope(incident, version, outcome.exposure.alerts().mailboxesReached);
  return countFindingFigures(
    state,
    { incident, version, findings: await readFindingsOf(state.store, scope), figures },
    counts,
  );
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function toSorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
