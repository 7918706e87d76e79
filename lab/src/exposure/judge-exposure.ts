import { showsMail } from '@candor/core/evidence/record';
import { Exposure, type LabelledRecord, type Unresolved } from '@candor/core/exposure';
import { IndicatorWatch, type UnmatchedIndicator } from '@candor/core/exposure/alert';
import type { FileFinding } from '@candor/core/exposure/coverage';
import { type InterestCounts, InterestTally } from '@candor/core/exposure/interest';
import type { Reference } from '@candor/core/exposure/reference';
import type { Incident, ListedFolder } from '@candor/core/incident';
import type { ExportFile } from '../adapters/files/export-file.ts';
import { collectEarly } from '../adapters/process/heap.ts';
import type { Store } from '../adapters/store/store.ts';
import { FOREIGN_CODES, UNREADABLE_CODES } from '../evidence/index.ts';
import { type AccessFiles, findEmptyFiles, listCutFiles, listRecordless } from '../evidence/store/audit-file-store.ts';
import { streamMailboxes } from '../evidence/store/copy-store.ts';
import { listFilesWith, listUnreadableOperations } from '../evidence/store/evidence-problem-store.ts';
import { streamSought } from '../evidence/store/sought-copies.ts';
import type { AccessFileUse } from './access-file-use.ts';
import type { QueryTexts } from './ask-texts.ts';
import { ExposureCount } from './exposure-count.ts';
import { judgeMailbox, settleCarriers } from './judge-mailbox.ts';
import { isStrong, labelRecords } from './label-records.ts';
import type { MailboxSummary } from './mailbox-summary.ts';
import { forgetAnswers } from './store/answer-store.ts';
import { insertDayTotals } from './store/day-total-store.ts';
import { insertMailboxSummaries } from './store/mailbox-summary-store.ts';
import { CitedRecords } from './store/record-store.ts';
import { VerdictWriter } from './store/verdict-writer.ts';
import { StrongRecordTally } from './strong-records.ts';

/** Problems of a log that stand for unreadable rows (docs/formats/problems.md). */
const missingRows = ['gzip-broken', 'not-a-file', FOREIGN_CODES.access, ...UNREADABLE_CODES];

/** Problems of a file that is no log of accesses at all. */
const noLog: readonly string[] = [FOREIGN_CODES['no-access'], FOREIGN_CODES.elsewhere];

export interface ExposureWork {
  readonly incident: Incident;
  readonly version: number;
  readonly reference: Reference;
  readonly folderLists: ReadonlyMap<string, readonly ListedFolder[]>;
  readonly records: ExportFile;
  readonly files: AccessFiles;
  /** Phase 2: reads texts again, for mailboxes that have questions about them. */
  readonly askTexts: QueryTexts;
  readonly onRecords: (count: number) => void;
  readonly onCopies: (count: number) => void;
}

/** Results of judging besides the verdicts in the store. */
export interface ExposureOutcome {
  readonly exposure: Exposure;
  readonly count: ExposureCount;
  readonly unresolved: readonly Unresolved[];
  readonly fileUses: readonly AccessFileUse[];
  /** What the intruder searched for and opened, counted. */
  readonly interest: InterestCounts;
  /** Listed indicators that no record has. */
  readonly unmatched: readonly UnmatchedIndicator[];
}

/**
 * From stored records and copies to one verdict a copy, in the store under `version`. The order of the steps is that of
 * `Exposure`.
 */
export async function judgeExposure(store: Store, work: ExposureWork): Promise<ExposureOutcome> {
  const judged = await dropForeignCovers(store, work.incident);
  const exposure = new Exposure(judged, work.reference, await readFileFindings(store));
  const count = new ExposureCount();
  const indicators = new IndicatorWatch(work.incident.intruder);
  const interest = new InterestTally(work.incident);
  // Millions of records have a few thousand actors.
  const seenActors = new Set<number>();
  const cited = new CitedRecords(store, work.version);
  const strong = new StrongRecordTally();
  const fileUses = await labelRecords(store, exposure, {
    incident: work.incident,
    records: work.records,
    files: work.files,
    cited,
    onLabelled: (labelled) => {
      for (const { record, labelled: found } of labelled) {
        count.addRecord(record, found);
        const { mailbox, label, isIdle } = found;
        if (mailbox.state === 'supplied' && isStrong(label) && !isIdle) strong.add(mailbox.custodian, record);
        if (found.label === 'intruder' && !isIdle) interest.add(record, toCustodian(found));
        if (!seenActors.has(record.actorId)) {
          seenActors.add(record.actorId);
          indicators.see(record);
        }
      }
      work.onRecords(labelled.length);
    },
  });
  cited.end();
  if (exposure.isSeeking)
    for await (const copies of streamSought(store, exposure.isSeekingGroups))
      for (const copy of copies) exposure.seek(copy);
  await forgetAnswers(store);
  collectEarly();
  const readTexts = await settleCarriers(store, exposure, work);
  const verdicts = new VerdictWriter(store, work.version, work.incident.policy);
  const summaries: [custodian: string, summary: MailboxSummary][] = [];
  const custodians = work.incident.mailboxes.map(({ custodian }) => custodian);
  for await (const mailbox of streamMailboxes(store, custodians)) {
    const { custodian } = mailbox;
    const tally = await judgeMailbox(store, { exposure, count, verdicts, readTexts }, mailbox, work);
    summaries.push([custodian, tally.sum(strong.listFor(custodian))]);
  }
  if (readTexts.size > 0) await forgetAnswers(store);
  verdicts.end();
  insertMailboxSummaries(store, work.version, summaries);
  insertDayTotals(store, work.version, count.days.sum());
  const unmatched = indicators.listUnmatched();
  return { exposure, count, fileUses, unmatched, interest: interest.sum(), unresolved: exposure.listUnresolved() };
}

function toCustodian({ mailbox }: LabelledRecord): string | null {
  return mailbox.state === 'supplied' ? mailbox.custodian : null;
}

/**
 * What reading showed about each access file: cut exports, and rows that could have been an access and cannot be read.
 */
export async function readFileFindings(store: Store): Promise<FileFinding[]> {
  const files = await listCutFiles(store);
  const unreadable = await listUnreadableOperations(store);
  const incomplete = await listFilesWith(store, missingRows);
  const accesses = unreadable.filter(({ operation }) => operation === null || showsMail(operation));
  const blind = new Set([...accesses.map(({ file }) => file), ...incomplete]);
  const cut = new Map(files.map((file) => [file.path, file]));
  // A file that could not be opened is not among those that were read.
  return [...new Set([...files.map(({ path }) => path), ...blind])].map((file) => ({
    file,
    isTruncated: cut.get(file)?.isCut ?? false,
    holes: cut.get(file)?.holes ?? [],
    hasUnreadableAccess: blind.has(file),
  }));
}

/** Files without records, because they are foreign logs or tables. */
export async function findForeignFiles(store: Store): Promise<ReadonlySet<string>> {
  return findEmptyFiles(store, Object.values(FOREIGN_CODES));
}

/**
 * The incident without `covers` of foreign logs and of files without a row: a sign-in log without opened mail, or an
 * empty file, would clear everything. They assert nothing.
 */
export async function dropForeignCovers(store: Store, incident: Incident): Promise<Incident> {
  const foreign = new Set([...(await findEmptyFiles(store, noLog)), ...(await listRecordless(store))]);
  if (foreign.size === 0) return incident;
  return {
    ...incident,
    access: incident.access.map((file) => (foreign.has(file.file) ? { ...file, covers: null } : file)),
  };
}
