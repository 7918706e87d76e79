import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { type Problem, Refusal } from '@candor/core/base';
import { MailboxIndex } from '@candor/core/exposure/attribution';
import { readReferenceList } from '@candor/core/impact/reference';
import { type Incident, listLogFiles, toExposureInputs } from '@candor/core/incident';
import { findSystemCode, inspectPath, readBytes } from '../adapters/files/files.ts';
import { readIncidentOnce } from '../adapters/files/incident-reading.ts';
import { makeFolder } from '../adapters/files/make-folder.ts';
import { readReferenceFile } from '../adapters/files/reference-files.ts';
import { now } from '../adapters/process/clock.ts';
import { createNodeRuntime } from '../adapters/process/runtime.ts';
import { readAccepted, readFact, writeFact } from '../adapters/store/state-fact.ts';
import { openStateForRun, type StateFolder } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import { importArrivals, importAuditLogs, importMailboxes } from '../evidence/import/index.ts';
import { toUnreadable } from '../evidence/index.ts';
import type { Arrival } from '../evidence/store/arrival-store.ts';
import { listAuditDigests, readAccessFiles } from '../evidence/store/audit-file-store.ts';
import { findLastTimes } from '../evidence/store/audit-record-store.ts';
import { type InputFile, listFilesNow, replaceInputFiles } from '../evidence/store/evidence-file-store.ts';
import { listFolderLogs } from '../evidence/survey/index.ts';
import type { VersionInputs } from '../exposure/store/version-store.ts';
import { decide } from '../ledger/decision/index.ts';
import { writeAccepted } from '../ledger/store/effect-store.ts';
import { withParties } from './acting.ts';
import { concludeRun } from './conclude-run.ts';
import { type DecidedBy, openDecider } from './decider.ts';
import { countPartiesNow, judgeVersion } from './exposure/judge-version.ts';
import { searchVersion } from './impact/scan-findings.ts';
import { type LoadedIncident, loadIncident } from './load-incident.ts';
import { findDrawnTooEarly } from './log-problems.ts';
import { assertOutsideEvidence, assertOutsideMaildirs, type WrittenPlace } from './outside-evidence.ts';
import type { Progress } from './progress.ts';
import { RULES_VERSION } from './rules-version.ts';
import { appendRunRecord } from './run-record.ts';
import type { RunSummary } from './run-summary.ts';

export interface RunOrder {
  /** Path of the incident file. */
  readonly incident: string;
  /** Path of the state folder. */
  readonly state: string;
  /** Folder for the exports; null: none are written. */
  readonly out: string | null;
  readonly workers: number;
  /** Places of problems that a person has looked at. */
  readonly accept: readonly string[];
  /** Who accepts them, and why. */
  readonly accepting?: DecidedBy;
  /** Selects the logs of folders to read now; all by default. One that still grows waits. */
  readonly readsLog?: (file: string) => boolean;
  readonly progress: Progress;
}

/**
 * The main job: mailboxes and audit logs in, exposure and parties out. Reading is incremental: a stopped run resumes,
 * and the same evidence gives the same version.
 * @throws Refusal for an invalid incident file, a state in use, or a state of another incident.
 */
export async function runIncident(order: RunOrder): Promise<RunSummary> {
  const written = loadIncident(order.incident);
  const logs = listFolderLogs(written.incident, written.folder, order.readsLog);
  const loaded = { ...written, incident: logs.incident };
  const places: WrittenPlace[] = [
    { option: '--state', path: order.state, is: 'folder' },
    ...(order.out === null ? [] : [{ option: '--out', path: order.out, is: 'folder' } as const]),
  ];
  assertOutsideEvidence(loaded.incident, loaded.folder, places);
  assertOutsideMaildirs(places);
  // Before hours of reading, not after them.
  if (order.out !== null) makeFolder(order.out);
  const state = await openStateForRun(order.state);
  try {
    await bindState(state, loaded, order);
    const { roots, mailboxes } = await takeEvidence(state, loaded, order, logs.problems);
    const { inputs, problems: inputProblems } = await takeInputs(state, loaded);
    const judged = await judgeVersion(state, {
      incident: loaded.incident,
      incidentFile: basename(order.incident),
      folder: loaded.folder,
      warnings: loaded.warnings,
      inputs,
      inputProblems,
      inputDigest: await digestInputs(state, loaded.incident, inputs),
      rules: RULES_VERSION,
      roots,
      mailboxes,
      workers: order.workers,
      out: order.out,
      progress: order.progress,
    });
    const findings = await searchVersion(state, judged);
    const summary = await withParties(state, async () =>
      concludeRun(state, await countPartiesNow(state, judged), findings, order.out),
    );
    await appendRunRecord(order.state, summary, loaded.incident.clock);
    return summary;
  } finally {
    await state.close();
  }
}

async function bindState(state: StateFolder, { incident }: LoadedIncident, order: RunOrder): Promise<void> {
  const bound = await readFact(state.store, 'incident');
  if (bound !== null && bound !== incident.incident) {
    throw new Refusal('other-incident', [
      `${order.state}: this state belongs to incident "${bound}", not "${incident.incident}"; use another state with --state DIR`,
    ]);
  }
  await writeFact(state.store, 'incident', incident.incident);
  await writeFact(state.store, 'incident-file', resolve(order.incident));
  await acceptPlaces(state.store, order.accept, order.accepting);
}

/**
 * Records that a person has looked at the problems of these places. Those accepted before need no new decision.
 * @throws Refusal without a reason.
 */
async function acceptPlaces(store: Store, places: readonly string[], decided: DecidedBy | undefined): Promise<void> {
  const accepted = await readAccepted(store);
  const fresh = [...new Set(places)].filter((place) => !accepted.has(place));
  if (fresh.length === 0) return;
  if (decided === undefined || decided.why.trim() === '')
    throw new Refusal('no-reason', [
      'say with --why why these problems are accepted: it is kept, and those who approve a wave read it',
    ]);
  const by = await openDecider(store, decided);
  const rows = fresh.map((place) => ({ what: place, before: 'open', after: 'accepted' }));
  await decide(
    store,
    createNodeRuntime(),
    { act: 'problem.accept', by, why: decided.why, at: now(), rows },
    (deciding) => writeAccepted(deciding, [...accepted, ...fresh]),
  );
}

async function takeEvidence(
  state: StateFolder,
  loaded: LoadedIncident,
  order: RunOrder,
  folderProblems: readonly Problem[],
): Promise<{ readonly roots: readonly string[]; readonly mailboxes: readonly Arrival[] }> {
  const { incident, folder } = loaded;
  let mail = order.progress.begin('evidence', 'bytes', null);
  const mailboxes: Arrival[] = [];
  const roots = await importMailboxes(state.store, {
    incident,
    folder,
    spool: state.spool,
    workers: order.workers,
    onTotal: (bytes) => {
      mail = order.progress.begin('evidence', 'bytes', bytes);
    },
    onBytes: (bytes) => mail.advance(bytes),
    onWalk: (evidence, stamp) => mailboxes.push({ purpose: 'mailbox', place: evidence, ...stamp }),
  });
  mail.end();
  const auditBytes = listLogFiles(incident).reduce((sum, { file }) => {
    const found = inspectPath(resolve(folder, file));
    return sum + (found.is === 'file' ? found.size : 0);
  }, 0);
  const audit = order.progress.begin('audit', 'bytes', auditBytes);
  await importAuditLogs(state.store, { incident, folder, folderProblems, onBytes: (bytes) => audit.advance(bytes) });
  audit.end();
  await assertDrawnLater(state, loaded, basename(order.incident));
  const names = new MailboxIndex(incident);
  await importArrivals(state.store, { incident, folder, nameMailbox: (address) => names.name(address) });
  return { roots, mailboxes };
}

/** @throws Refusal when a log has a record of later than it was drawn. */
async function assertDrawnLater({ store }: StateFolder, { incident, text }: LoadedIncident, incidentFile: string) {
  const drawn = new Set(incident.access.filter(({ exported }) => exported !== null).map(({ file }) => file));
  if (drawn.size === 0) return;
  const files = [...(await readAccessFiles(store))].filter(([, { file }]) => drawn.has(file));
  const times = await findLastTimes(store, new Set(files.map(([id]) => id)));
  const last = new Map(files.map(([id, { file }]) => [file, times.get(id) ?? null]));
  const written = { incidentFile, lines: readIncidentOnce(text, incidentFile).lines };
  const reasons = findDrawnTooEarly(incident, written, ({ file }) => last.get(file) ?? null);
  if (reasons.length > 0) throw new Refusal('invalid-incident', reasons);
}

interface TakenInputs {
  readonly inputs: VersionInputs;
  /** Of those that could not be read. */
  readonly problems: readonly Problem[];
}

/**
 * Reads folder lists and directory, and puts them into the custody record; notes which logs were read. What cannot be
 * read is as if it were not named, and a problem.
 */
async function takeInputs({ store }: StateFolder, { incident, text, folder }: LoadedIncident): Promise<TakenInputs> {
  const files: InputFile[] = [];
  const problems: Problem[] = [];
  const read = (path: string, purpose: InputFile['purpose'], custodian: string | null): string | null => {
    const place = resolve(folder, path);
    let bytes: Uint8Array;
    try {
      bytes = readBytes(place);
    } catch (cause) {
      if (findSystemCode(cause) === null) throw cause;
      const problem = toUnreadable(path, cause);
      const lost = custodian === null ? 'no party has it' : `no folder of ${custodian} has a known name`;
      problems.push({ ...problem, text: `${problem.text} Until then ${lost}.` });
      const found = inspectPath(place);
      if (found.is === 'file') files.push({ path, purpose, custodian, size: found.size, sha256: null });
      return null;
    }
    files.push({
      path,
      purpose,
      custodian,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    return Buffer.from(bytes).toString('utf8');
  };
  const folderLists: Record<string, string> = {};
  for (const { custodian, folders } of incident.mailboxes) {
    const list = folders === null ? null : read(folders, 'folders', custodian);
    if (list !== null) folderLists[custodian] = list;
  }
  const directoryText = incident.directory === null ? null : read(incident.directory, 'directory', null);
  await replaceInputFiles(store, files);

  const accessFiles = (await listAuditDigests(store)).sort();
  return { inputs: { incidentText: text, directoryText, folderLists, accessFiles }, problems };
}

/**
 * One digest of everything that a version follows from: evidence, incident file, texts, reference lists, rules. Of the
 * incident file counts what verdicts follow from: a new telephone number makes no new exposure.
 */
async function digestInputs({ store }: StateFolder, incident: Incident, inputs: VersionInputs): Promise<string> {
  const files = await listFilesNow(store);
  const hash = createHash('sha256');
  hash.update(JSON.stringify([RULES_VERSION, toExposureInputs(incident), inputs.directoryText, inputs.folderLists]));
  for (const name of [
    'provider-ranges.txt',
    'public_suffix_list.dat',
    'first-party-apps.txt',
    'consumer-domains.txt',
    'list-hosts.txt',
    'shared-hosts.txt',
    'shared-domains.txt',
    'rule-parameters.txt',
  ]) {
    hash.update(JSON.stringify(readReferenceList(readReferenceFile(name))));
  }
  for (const { path, purpose, sha256 } of files) hash.update(JSON.stringify([purpose, path, sha256]));
  return hash.digest('hex');
}
