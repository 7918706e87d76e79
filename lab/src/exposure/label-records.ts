import { type Incident, toMailboxId } from '@candor/core/evidence';
import { type Exposure, type LabelledRecord, toRecordLine } from '@candor/core/exposure';
import type { ExportFile } from '../adapters/export-file.ts';
import type { Store } from '../adapters/store.ts';
import { type RecordParts, streamRecordParts, streamRecords } from '../evidence/access-store.ts';
import type { StoredRecord } from '../evidence/stored-record.ts';
import type { SourceDigests } from './file-findings.ts';

export interface LabelledBatch {
  readonly record: StoredRecord;
  /** As in exposure.jsonl where it was supplied; else the GUID or UPN as recorded, in lower case; else null. */
  readonly mailbox: string | null;
  readonly labelled: LabelledRecord;
}

export interface Labelling {
  readonly incident: Incident;
  readonly records: ExportFile;
  readonly digests: SourceDigests;
  readonly onLabelled: (labelled: readonly LabelledBatch[]) => void;
}

/** Attribution in its two passes over all stored records; writes records.jsonl on the way. */
export async function labelRecords(store: Store, exposure: Exposure, work: Labelling): Promise<void> {
  for await (const records of streamRecords(store)) for (const record of records) exposure.learn(record);
  const mailboxIds = new Map(work.incident.mailboxes.map((mailbox) => [mailbox.custodian, toMailboxId(mailbox)]));
  const parts = streamRecordParts(store)[Symbol.asyncIterator]();
  for await (const records of streamRecords(store)) {
    const batch: LabelledBatch[] = [];
    for (const record of records) {
      const labelled = exposure.label(record);
      const mailbox = toExportedMailbox(labelled, mailboxIds);
      const sources = record.source === null ? await findSources(record, parts) : [record.source];
      work.records.write(
        toRecordLine({
          id: record.id,
          time: record.time,
          mailbox,
          kind: record.kind,
          label: labelled.label,
          reason: labelled.reason,
          sources: sources.map(({ file, line }) => ({ file, line, sha256: work.digests.get(file) ?? '' })),
        }),
      );
      batch.push({ record, mailbox, labelled });
    }
    work.onLabelled(batch);
  }
}

function toExportedMailbox({ mailbox }: LabelledRecord, ids: ReadonlyMap<string, string>): string | null {
  if (mailbox.state === 'supplied') return ids.get(mailbox.custodian) ?? null;
  return mailbox.state === 'foreign' ? mailbox.key : null;
}

/** Records and their parts come in the same order of ids. */
async function findSources(record: StoredRecord, parts: AsyncIterator<RecordParts>): Promise<RecordParts['sources']> {
  const next = await parts.next();
  if (next.done === true || next.value.recordId !== record.id) {
    throw new Error(`the rows of record ${record.id} are not in the store`);
  }
  return next.value.sources;
}
