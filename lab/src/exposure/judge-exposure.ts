import type { Incident, ListedFolder } from '@candor/core/evidence';
import { createReasonsWriter, Exposure, type Label, type Reference, type Unresolved } from '@candor/core/exposure';
import type { ExportFile } from '../adapters/export-file.ts';
import type { Store, StoreValue } from '../adapters/store.ts';
import { streamCopies } from '../evidence/copy-store.ts';
import type { StoredRecord } from '../evidence/stored-record.ts';
import { type AskTexts, forgetAnswers } from './ask-texts.ts';
import { ExposureCount } from './exposure-count.ts';
import { type AccessFiles, readFileFindings } from './file-findings.ts';
import { labelRecords } from './label-records.ts';

export interface ExposureWork {
  readonly incident: Incident;
  readonly version: number;
  readonly reference: Reference;
  readonly folderLists: ReadonlyMap<string, readonly ListedFolder[]>;
  readonly records: ExportFile;
  readonly files: AccessFiles;
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
  const citedColumns = ['version', 'record_id', 'row_id', 'time', 'mailbox', 'label', 'reason'];
  let cited: StoreValue[][] = [];
  await labelRecords(store, exposure, {
    incident: work.incident,
    records: work.records,
    files: work.files,
    onLabelled: (labelled) => {
      for (const { record, mailbox, labelled: found } of labelled) {
        count.addRecord(record, found);
        const { label, reason } = found;
        if (mayBeCited(record, label))
          cited.push([work.version, record.id, record.rowId, record.time, mailbox, label, reason]);
      }
      if (cited.length >= batchRows) {
        store.insertRows('exposure_record', citedColumns, cited);
        cited = [];
      }
      work.onRecords(labelled.length);
    },
  });
  store.insertRows('exposure_record', citedColumns, cited);
  if (exposure.isSeekingSent) await seekSent(store, exposure, work.incident);
  for (const { custodian } of work.incident.mailboxes) await judgeMailbox(store, exposure, count, custodian, work);
  return { exposure, count, unresolved: exposure.listUnresolved() };
}

/** By its label, or because it makes a gap whoever made it: throttling, and cmdlets that switch logging off. */
function mayBeCited({ kind, throttled }: StoredRecord, label: Label): boolean {
  return label === 'intruder' || label === 'ambiguous' || throttled || kind === 'other';
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
