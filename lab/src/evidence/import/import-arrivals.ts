import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatAmount, type Problem, toDigestPlace } from '@candor/core/base';
import { createDeliveryLogReader, type DeliveryLogReading } from '@candor/core/evidence/audit';
import type { Incident } from '@candor/core/incident';
import { findSystemCode, inspectPath } from '../../adapters/files/files.ts';
import { createNodeRuntime, sha256Hex } from '../../adapters/process/runtime.ts';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import {
  completeDeliveryLog,
  dropDeliveryLog,
  findDeliveryLogs,
  forgetDeliveryProblems,
  insertDeliveries,
  insertDeliveryLog,
  keepDeliveryProblems,
} from '../store/delivery-store.ts';
import { toUnreadable } from '../walk.ts';

/** One read of a log. */
const CHUNK_BYTES = 1024 * 1024;
/** Rows that are written together. */
const ROWS_AT_ONCE = 4_000;

export interface ArrivalIntake {
  readonly incident: Incident;
  /** Absolute; paths of the incident are relative to it. */
  readonly folder: string;
  /** The custodian that a recorded address names, or null. */
  readonly nameMailbox: (address: string) => string | null;
}

/**
 * Reads every new or changed delivery log into the store, with its line of the custody record, and forgets those that
 * the incident no longer names. Only rows of a supplied mailbox are kept, so other mailboxes read a log again.
 */
export async function importArrivals(store: Store, { incident, folder, nameMailbox }: ArrivalIntake): Promise<void> {
  const named = new Set(incident.arrivals.map(({ file }) => file));
  const names = digestNames(incident);
  const known = new Map((await findDeliveryLogs(store)).map((log) => [log.path, log]));
  for (const log of known.values()) if (!named.has(log.path)) await dropDeliveryLog(store, log);
  for (const { file } of incident.arrivals) {
    const path = resolve(folder, file);
    const before = known.get(file);
    const stamp = toStamp(path, names);
    if (before !== undefined && stamp !== null && before.modified === stamp) continue;
    if (before !== undefined) await dropDeliveryLog(store, before);
    await takeLog(store, file, path, { stamp, nameMailbox });
  }
  await forgetDeliveryProblems(store);
}

/** No stamp is like it. */
const UNFINISHED = '';

function digestNames({ mailboxes }: Incident): string {
  const names = mailboxes.map(({ custodian, address, guids, names }) => [custodian, address, guids, names]);
  return sha256Hex(JSON.stringify(names)).slice(0, 16);
}

/** Null for what cannot be opened: the next run tries again. */
function toStamp(path: string, names: string): string | null {
  try {
    const descriptor = openSync(path, 'r');
    try {
      const status = fstatSync(descriptor);
      return status.isFile() ? `${status.size} ${status.mtimeMs} ${names}` : null;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return null;
  }
}

async function takeLog(
  store: Store,
  file: string,
  path: string,
  { stamp, nameMailbox }: { readonly stamp: string | null; readonly nameMailbox: ArrivalIntake['nameMailbox'] },
): Promise<void> {
  const found = inspectPath(path);
  const size = found.is === 'file' ? found.size : 0;
  const rows: StoreValue[][] = [];
  // Without its stamp until it was read to its end: a run that is stopped here reads it again.
  const id = await insertDeliveryLog(store, { path: file, size, modified: UNFINISHED, sha256: null, rows: 0 });
  const flush = (): void => insertDeliveries(store, id, rows.splice(0));
  if (found.is !== 'file') {
    await keepDeliveryProblems(store, file, [toUnopened(file, null)]);
    return;
  }
  try {
    const reading = readLog(
      path,
      (custodian, name, at) => {
        rows.push([custodian, name, at]);
        if (rows.length >= ROWS_AT_ONCE) flush();
      },
      nameMailbox,
    );
    flush();
    const { sha256, rows: count } = reading;
    await store.transaction(async () => {
      await keepDeliveryProblems(store, file, toProblems(file, reading));
      await completeDeliveryLog(store, id, { sha256, rows: count, modified: stamp ?? UNFINISHED });
    });
  } catch (cause) {
    if (findSystemCode(cause) === null) throw cause;
    await keepDeliveryProblems(store, file, [toUnopened(file, cause)]);
  }
}

function toUnopened(file: string, cause: unknown): Problem {
  const problem =
    cause === null
      ? { ...toUnreadable(file, cause), text: 'This is no file; it was not opened. Name the delivery log itself.' }
      : toUnreadable(file, cause);
  return { ...problem, text: `${problem.text} Until then it proves no arrival.` };
}

function readLog(
  path: string,
  add: (custodian: string, name: string, at: number) => void,
  nameMailbox: (address: string) => string | null,
): DeliveryLogReading & { readonly sha256: string } {
  const hash = createHash('sha256');
  const reader = createDeliveryLogReader(createNodeRuntime(), ({ id, time, addresses }) => {
    const custodians = new Set(addresses.map(nameMailbox));
    for (const custodian of custodians) if (custodian !== null) add(custodian, id, time);
  });
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let read = 1; read > 0; ) {
      read = readSync(descriptor, buffer, 0, CHUNK_BYTES, null);
      hash.update(buffer.subarray(0, read));
      reader.push(buffer.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
  return { ...reader.end(), sha256: hash.digest('hex') };
}

function toProblems(file: string, { rows, unreadable, sha256 }: DeliveryLogReading & { sha256: string }): Problem[] {
  if (unreadable === 0 && rows > 0) return [];
  const what =
    rows === 0
      ? 'The delivery log has no rows'
      : `${formatAmount(unreadable, 'row')} of ${formatAmount(rows, 'row')} ${unreadable === 1 ? 'has' : 'have'} no readable time or id`;
  const text = `${what}: what it would prove of when mail arrived is missing. Export it again with the columns MessageId, Received, SenderAddress, RecipientAddress and Status, and times as 2001-10-29T15:24:23.`;
  return [{ code: 'arrivals-unreadable', place: toDigestPlace(file, sha256), text, weight: 'person' }];
}
