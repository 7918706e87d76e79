import { compareUtf8 } from '@candor/core/base';
import { toRowPlace } from '@candor/core/evidence/record';
import type { IntruderRecord } from '@candor/core/exposure/interest';
import { type Incident, toMailboxId } from '@candor/core/incident';
import type { Store } from '../adapters/store/store.ts';
import { readAccessFiles } from '../evidence/store/audit-file-store.ts';
import { findSources, readRecords } from '../evidence/store/audit-record-store.ts';
import type { StoredRecord, StoredSource } from '../evidence/store/stored-record.ts';
import { listIntruderRows } from './store/record-store.ts';

/** Records that are read from the store at once. */
const recordsAtOnce = 2000;

/** Every record that a version labels intruder, with all its places in the logs. */
export async function readIntruderRecords(
  store: Store,
  version: number,
  incident: Incident,
): Promise<readonly IntruderRecord[]> {
  const custodians = new Map(incident.mailboxes.map((mailbox) => [toMailboxId(mailbox), mailbox.custodian]));
  const files = await readAccessFiles(store);
  const toPlace = ({ fileId, line }: StoredSource): string => {
    const { file, unit } = files.get(fileId) ?? { file: '', unit: 'line' };
    return toRowPlace(file, unit, line);
  };
  const labelled = await listIntruderRows(store, version);
  const found: IntruderRecord[] = [];
  for (let at = 0; at < labelled.length; at += recordsAtOnce) {
    const some = labelled.slice(at, at + recordsAtOnce);
    const records = await readRecords(
      store,
      some.map(({ row_id }) => row_id),
    );
    const sources = await readSourcesOf(store, records);
    for (const [number, record] of records.entries()) {
      const mailbox = some[number]?.mailbox ?? null;
      const custodian = (mailbox === null ? undefined : custodians.get(mailbox)) ?? null;
      const { id, time, kind, operation, query, items, folders } = record;
      const places = (sources.get(record.rowId) ?? []).map(toPlace).sort(compareUtf8);
      const own = { id, time, kind, operation, query, items, folders, sources: places };
      found.push({ ...own, custodian, foreignMailbox: custodian === null ? mailbox : null });
    }
  }
  return found;
}

async function readSourcesOf(
  store: Store,
  records: readonly StoredRecord[],
): Promise<ReadonlyMap<number, readonly StoredSource[]>> {
  const merged = records.filter(({ source }) => source === null).map(({ rowId }) => rowId);
  const found = await findSources(store, merged);
  for (const { rowId, source } of records) if (source !== null) found.set(rowId, [source]);
  return found;
}
