import type { Exposure, LabelledRecord } from '@candor/core/exposure';
import type { Label } from '@candor/core/exposure/attribution';
import { createRecordLineWriter, type RecordLineWriter } from '@candor/core/exposure/exchange';
import { type Incident, toMailboxId } from '@candor/core/incident';
import type { ExportFile } from '../adapters/files/export-file.ts';
import type { Store } from '../adapters/store/store.ts';
import { streamRecordPlaces } from '../evidence/index.ts';
import type { AccessFileName, AccessFiles } from '../evidence/store/audit-file-store.ts';
import { readPayloads, streamRecords } from '../evidence/store/audit-record-store.ts';
import type { StoredRecord } from '../evidence/store/stored-record.ts';
import { type AccessFileUse, AccessFileUses } from './access-file-use.ts';
import { learnRecords } from './learn-records.ts';
import { NumberByRow } from './number-by-row.ts';
import type { CitedRecords } from './store/record-store.ts';

export interface LabelledBatch {
  readonly record: StoredRecord;
  readonly labelled: LabelledRecord;
}

export interface Labelling {
  readonly incident: Incident;
  readonly records: ExportFile;
  readonly files: AccessFiles;
  /** Takes those that may be cited; null: they are there. */
  readonly cited: CitedRecords | null;
  readonly onLabelled: (labelled: readonly LabelledBatch[]) => void;
}

/**
 * Attribution: some passes that learn, and one that labels, in storage order, since records of one time share values.
 * Writes records.jsonl, which has another order, from the results, and summarises each file.
 */
export async function labelRecords(
  store: Store,
  exposure: Exposure,
  work: Labelling,
): Promise<readonly AccessFileUse[]> {
  await learnRecords(store, exposure);
  const writer = createRecordLineWriter();
  /** Twice the number of the share, and 1 more for a throttled record. */
  const shares = new NumberByRow();
  const uses = new AccessFileUses();
  const mailboxIds = new Map(work.incident.mailboxes.map((mailbox) => [mailbox.custodian, toMailboxId(mailbox)]));
  for await (const records of streamRecords(store)) {
    const batch = records.map((record): LabelledBatch => ({ record, labelled: exposure.label(record) }));
    await readPayloads(
      store,
      batch
        .filter(({ record, labelled }) => !record.hasPayload && isStrong(labelled.label))
        .map(({ record }) => record),
    );
    for (const { record, labelled } of batch) {
      exposure.gather(record, labelled);
      const own = exposure.findOwnMailbox(record, labelled);
      if (own !== null) uses.note(record.rowId, own.custodian, own.isByOwner);
      const { label, reason } = labelled;
      const mailbox = toExportedMailbox(labelled, mailboxIds);
      const share = writer.keep({ mailbox, kind: record.kind, label, reason });
      shares.set(record.rowId, share * 2 + (record.throttled ? 1 : 0));
    }
    work.onLabelled(batch);
  }
  await writeRecords(store, writer, shares, uses, work);
  return uses.list();
}

async function writeRecords(
  store: Store,
  writer: RecordLineWriter,
  shares: NumberByRow,
  uses: AccessFileUses,
  work: Labelling,
) {
  for await (const places of streamRecordPlaces(store)) {
    let lines = '';
    for (const { rowId, id, time, rows } of places) {
      const sources = rows.map(({ fileId, line }) => ({ ...toFile(work.files, fileId), line }));
      for (const file of new Set(sources.map((source) => source.file))) uses.see(file, rowId, time);
      const kept = shares.get(rowId);
      const share = Math.floor(kept / 2);
      lines += writer.write({ id, time, sources }, share);
      work.cited?.add(rowId, id, time, writer.shareOf(share), kept % 2 === 1);
    }
    work.records.write(lines);
  }
}

function toFile(files: AccessFiles, id: number): AccessFileName {
  const file = files.get(id);
  if (file === undefined) throw new Error(`access file ${id} is not in the store`);
  return file;
}

/** Only such records are asked for their items and folders. */
export function isStrong(label: Label): boolean {
  return label === 'intruder' || label === 'ambiguous';
}

function toExportedMailbox({ mailbox }: LabelledRecord, ids: ReadonlyMap<string, string>): string | null {
  if (mailbox.state === 'supplied') return ids.get(mailbox.custodian) ?? null;
  return mailbox.state === 'foreign' ? mailbox.key : null;
}
