import { formatAmount, formatInstant, Refusal } from '@candor/core/base';
import { VERDICTS } from '@candor/core/exposure/verdict';
import type { ImpactResult } from '@candor/core/impact';
import { type Incident, toMailboxId } from '@candor/core/incident';
import type { Store } from '../../adapters/store/store.ts';
import { listReached } from '../../exposure/index.ts';
import { spanIntruderRecords } from '../../exposure/store/record-store.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { isCountedAlike, tallyVersion } from '../../impact/index.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { readUnresolved } from '../../impact/store/unresolved-store.ts';
import { toIncidentOf } from '../load-incident.ts';
import { assertNoneMisread } from '../misread-problems.ts';
import type { Progress } from '../progress.ts';
import { readRunSummary, toSummaryGaps } from '../run-summary.ts';
import { type ExportFolder, writeExposure, writeUnresolved } from '../write-exports.ts';
import { type JudgedFiles, toVersionDigests } from './judge-version.ts';
import { type Relabelled, relabelRecords } from './relabel-records.ts';

/** What a person must do before anything of a state is used that is not what was judged. */
const AGAIN =
  'Somebody altered it, a later run was stopped, or another version of Candor judged it: run again before you use it. A run judges again what was read before. If somebody may have altered that, compare its digest with that of a run in an empty folder (--state DIR)';
/** Names that a sentence can hold. */
const NAMED = 3;
const DIGEST_CHARS = 16;

/**
 * Recomputes everything that follows from a judged version: record labels, the version's digest, the summary and the
 * parties' figures. Whatever people sign or pass on goes through here, since the rows could be edited by one person. It
 * cannot detect a state whose digest was altered as well.
 * @param out where exposure.jsonl, records.jsonl and unresolved.jsonl are written; null: only digested.
 * @throws Refusal `exposure-differs`, or `misread-messages` in a state whose long messages wait to be searched again.
 */
export async function assertAsJudged(
  store: Store,
  version: StoredVersion,
  out: ExportFolder,
  progress: Progress,
): Promise<void> {
  const incident = toIncidentOf(version);
  const relabelled = await relabelRecords(store, incident, out, progress);
  const unresolved = await readUnresolved(store, version.version);
  assertDigest(version, {
    exposure: await writeExposure(store, incident, version.version, out),
    unresolved: writeUnresolved(unresolved, out),
    records: relabelled.digests,
  });
  await assertNoneMisread(store, incident);
  const impact = await tallyVersion(store, version);
  await assertSummary(store, version, incident, impact, relabelled);
  await assertParties(store, version, impact);
}

/** @throws Refusal when verdicts, records or ids of the state are not those that the version's digest was made of. */
function assertDigest({ version, digest }: StoredVersion, files: JudgedFiles): void {
  const now = toVersionDigests(files);
  if (now.digest === digest || now.former === digest) return;
  const [is, was] = [now.digest, digest].map((each) => each.slice(0, DIGEST_CHARS));
  throw new Refusal('exposure-differs', [
    `exposure.jsonl, records.jsonl and unresolved.jsonl in this state are not exposure ${version} as it was judged: their digest is ${is}…, but was ${was}…. ${AGAIN}`,
  ]);
}

/** @throws Refusal when the figures of a party are not those of the verdicts with all that was decided by hand. */
async function assertParties(store: Store, version: StoredVersion, result: ImpactResult): Promise<void> {
  const counted = new Map(Array.from(result.parties, (party) => [party.party, JSON.stringify(party)]));
  const kept = new Map(
    (await readParties(store, version.version)).map((party) => [party.party, JSON.stringify(party)]),
  );
  const ids = new Set([...counted.keys(), ...kept.keys()]);
  const differing = [...ids].filter((party) => counted.get(party) !== kept.get(party));
  if (differing.length === 0) return;
  const named = differing.slice(0, NAMED).join(', ');
  throw new Refusal('exposure-differs', [
    `the figures of ${formatAmount(differing.length, 'party', 'parties')} in this state (${named}) are not those of the verdicts of exposure ${version.version}. ${AGAIN}`,
  ]);
}

/**
 * What notices, answers and exports take from the summary: how much mail, whom the intruder reached and when, and where
 * the log was blind.
 */
async function assertSummary(
  store: Store,
  version: StoredVersion,
  incident: Incident,
  { copiesPerVerdict, messagesPerVerdict }: ImpactResult,
  { exposure, count }: Relabelled,
): Promise<void> {
  const { copies, messages, gaps, alerts, audit } = readRunSummary(version);
  const { mailboxesReached, forwardedTo } = exposure.alerts();
  const gapsNow = incident.mailboxes.map(({ custodian }) => [custodian, exposure.coverageOf(custodian).gaps] as const);
  const toTexts = (...times: (number | null)[]) => times.map((time) => (time === null ? null : formatInstant(time)));
  const active = toTexts(count.firstActivity, count.lastActivity);
  const isSame = (kept: unknown, now: unknown) => JSON.stringify(kept) === JSON.stringify(now);
  const wrong = [
    ...VERDICTS.filter((verdict) => copies[verdict] !== copiesPerVerdict[verdict]).map(
      (verdict) => `copies ${verdict}`,
    ),
    ...VERDICTS.filter((verdict) => messages[verdict] !== messagesPerVerdict[verdict]),
    ...(isSame(alerts.mailboxesReached, mailboxesReached) ? [] : ['the mailboxes that the intruder reached']),
    // An earlier version lacks it, as does one from which it was removed.
    ...(isSame(alerts.forwardedTo ?? [], forwardedTo) ? [] : ['where it had mail sent to']),
    ...(isSame([audit.firstActivity, audit.lastActivity], active) ? [] : ['the times of its activity']),
    ...(isSame([audit.firstAccess, audit.lastAccess], toTexts(count.firstAccess, count.lastAccess))
      ? []
      : ['the times of its access']),
    ...(isSame(gaps, toSummaryGaps(gapsNow)) ? [] : ['the gaps of the log']),
    ...((await isSearched(store, version, incident)) ? [] : ['what a search found']),
    ...((await isCited(store, version, incident, count.namedByIntruder, active))
      ? []
      : ['the records that reasons cite']),
  ];
  if (wrong.length === 0) return;
  throw new Refusal('exposure-differs', [
    `the summary of exposure ${version.version} in this state has other figures than its verdicts and records: ${wrong.slice(0, NAMED).join(', ')}. ${AGAIN}`,
  ]);
}

/** Whether what was found in the mail is what the run counted. */
async function isSearched(store: Store, version: StoredVersion, incident: Incident): Promise<boolean> {
  const { findings, alerts } = readRunSummary(version);
  if (findings === undefined) return true;
  const scope = { version: version.version, reached: [...listReached(incident, alerts.mailboxesReached)] };
  return isCountedAlike(store, scope, findings);
}

/** Whether the records stored for explanations have the same mailboxes and times. */
async function isCited(
  store: Store,
  version: StoredVersion,
  incident: Incident,
  named: ReadonlySet<string>,
  times: readonly (string | null)[],
): Promise<boolean> {
  const rows = await spanIntruderRecords(store, version.version);
  const ids = new Map(incident.mailboxes.map((mailbox) => [mailbox.custodian, toMailboxId(mailbox)]));
  const expected = new Set([...named].map((name) => ids.get(name) ?? name));
  const found = new Set(rows.flatMap(({ mailbox }) => (mailbox === null ? [] : [mailbox])));
  if ([...expected].sort().join('\n') !== [...found].sort().join('\n')) return false;
  if (rows.length === 0) return times.every((time) => time === null);
  const first = Math.min(...rows.map((row) => row.first));
  const last = Math.max(...rows.map((row) => row.last));
  return formatInstant(first) === times[0] && formatInstant(last) === times[1];
}
