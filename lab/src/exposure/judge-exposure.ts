import { type Incident, type ListedFolder, toMailboxId } from '@candor/core/evidence';
import { Exposure, type LabelledRecord, type Reference, type Unresolved } from '@candor/core/exposure';
import { createReasonsWriter, toRecordLine } from '@candor/core/impact';
import type { ExportFile } from '../adapters/export-file.ts';
import type { Store, StoreValue } from '../adapters/store.ts';
import { type RecordParts, streamRecordParts, streamRecords } from '../evidence/access-store.ts';
import { streamCopies } from '../evidence/copy-store.ts';
import type { StoredRecord } from '../evidence/stored-record.ts';
import { type AskTexts, forgetAnswers } from './ask-texts.ts';
import { ExposureCount } from './exposure-count.ts';
import { readFileFindings, type SourceDigests } from './file-findings.ts';

export interface ExposureWork {
  readonly incident: Incident;
  readonly version: number;
  readonly reference: Reference;
  readonly folderLists: ReadonlyMap<string, readonly ListedFolder[]>;
  readonly records: ExportFile;
  readonly digests: SourceDigests;
  /** Phase 2: reads texts again, for mailboxes that have questions about them. */
  readonly askTexts: AskTexts;
  readonly onRecords: (count: number) => void;
  readonly onCopies: (count: number) => void;
}

/** What judging gives beside the verdicts, which are in the store. */
export interface ExposureOutcome {
  readonly exposure: Exposure;
  readonly count: ExposureCount;
  readonly unresolved: readonly Unresolved[];
}

/** Rows of one INSERT batch. */
const batchRows = 4000;

/** From stored records and copies to one verdict a copy, in the store under `version`. The order of the steps is that of `Exposure`. */
export async function judgeExposure(store: Store, work: ExposureWork): Promise<ExposureOutcome> {
  const exposure = new Exposure(work.incident, work.reference, await readFileFindings(store));
  const count = new ExposureCount();
  await learnRecords(store, exposure, work);
  await labelRecords(store, exposure, count, work);
  if (exposure.isSeekingSent) await seekSent(store, exposure, work.incident);
  for (const { custodian } of work.incident.mailboxes) await judgeMailbox(store, exposure, count, custodian, work);
  return { exposure, count, unresolved: exposure.listUnresolved() };
}

async function learnRecords(store: Store, exposure: Exposure, { onRecords }: ExposureWork): Promise<void> {
  for await (const records of streamRecords(store)) {
    for (const record of records) exposure.learn(record);
    onRecords(records.length);
  }
}

/** Labels every record, writes its line of records.jsonl, and keeps those that have any strength. */
async function labelRecords(store: Store, exposure: Exposure, count: ExposureCount, work: ExposureWork): Promise<void> {
  const mailboxIds = new Map(work.incident.mailboxes.map((mailbox) => [mailbox.custodian, toMailboxId(mailbox)]));
  const parts = streamRecordParts(store)[Symbol.asyncIterator]();
  const columns = ['version', 'record_id', 'mailbox', 'label', 'reason'];
  for await (const records of streamRecords(store)) {
    const strong: StoreValue[][] = [];
    for (const record of records) {
      const labelled = exposure.label(record);
      const mailbox = toExportedMailbox(labelled, mailboxIds);
      count.addRecord(record, labelled);
      const { label, reason } = labelled;
      if (label === 'intruder' || label === 'ambiguous') strong.push([work.version, record.id, mailbox, label, reason]);
      const sources = await findSources(record, parts);
      work.records.write(
        toRecordLine({
          id: record.id,
          time: record.time,
          mailbox,
          kind: record.kind,
          label,
          reason,
          sources: sources.map(({ file, line }) => ({ file, line, sha256: work.digests.get(file) ?? '' })),
        }),
      );
    }
    store.insertRows('exposure_record', columns, strong);
    work.onRecords(records.length);
  }
}

function toExportedMailbox({ mailbox }: LabelledRecord, ids: ReadonlyMap<string, string>): string | null {
  if (mailbox.state === 'supplied') return ids.get(mailbox.custodian) ?? null;
  return mailbox.state === 'foreign' ? mailbox.key : null;
}

/** Records and their parts come in the same order of ids. */
async function findSources(record: StoredRecord, parts: AsyncIterator<RecordParts>): Promise<RecordParts['sources']> {
  if (record.source !== null) return [record.source];
  const next = await parts.next();
  if (next.done === true || next.value.recordId !== record.id)
    throw new Error(`the rows of record ${record.id} are not in the store`);
  return next.value.sources;
}

async function seekSent(store: Store, exposure: Exposure, incident: Incident): Promise<void> {
  for (const { custodian } of incident.mailboxes) {
    for await (const copies of streamCopies(store, custodian)) for (const copy of copies) exposure.seekSent(copy);
  }
}

async function judgeMailbox(
  store: Store,
  exposure: Exposure,
  count: ExposureCount,
  custodian: string,
  work: ExposureWork,
): Promise<void> {
  await forgetAnswers(store);
  const judge = exposure.openMailbox(custodian, work.folderLists.get(custodian) ?? []);
  const asked = new Set<number>();
  for await (const copies of streamCopies(store, custodian)) {
    for (const copy of copies) {
      judge.observe(copy);
      if (judge.questions.length > 0 && judge.questionsFor(copy).length > 0) asked.add(copy.shardId);
    }
  }
  if (asked.size > 0) await work.askTexts(asked, judge.questions);
  const toReasonsText = createReasonsWriter();
  const columns = ['version', 'copy_id', 'verdict', 'intruder_sent', 'reasons'];
  let rows: StoreValue[][] = [];
  for await (const copies of streamCopies(store, custodian)) {
    for (const copy of copies) {
      const { verdict, reasons } = judge.judge(copy, copy.hits);
      const isSent = reasons.some(({ code }) => code === 'intruder-sent');
      count.addCopy(copy, verdict, reasons);
      rows.push([work.version, copy.id, verdict, isSent ? 1 : 0, toReasonsText(reasons)]);
    }
    if (rows.length >= batchRows) {
      store.insertRows('exposure_verdict', columns, rows);
      rows = [];
    }
    work.onCopies(copies.length);
  }
  store.insertRows('exposure_verdict', columns, rows);
  exposure.closeMailbox(custodian, judge);
}
