import { compareUtf8, formatInstant } from '@candor/core/base';
import { toKnownForm } from '@candor/core/impact/counterparty';
import { toCsvLine } from '@candor/core/impact/exchange';
import { ExportFile } from '../../adapters/files/export-file.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';
import { selectMarkedMessages } from '../../impact/index.ts';
import { findPartiesHaving } from '../../impact/store/affected-party-store.ts';
import { type ExposedScope, streamHeads } from '../../impact/store/exposed-copies.ts';
import { type DecisionMade, decide } from '../../ledger/decision/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { addPrivilegeHolds } from '../../review/store/hold-store.ts';
import { type DecidedBy, openDecider } from '../decider.ts';
import { toIncidentOf } from '../load-incident.ts';
import { requireLastVersion } from '../open-version.ts';
import { readRunSummary } from '../run-summary.ts';
import { toFindingScope } from './scan-findings.ts';

const COLUMNS = ['message', 'date', 'from', 'to', 'type', 'basis'];

/** A message that counsel may hold back. Its subject is no part of the log. */
export interface PrivilegedMessage {
  /** This is a fingerprint. */
  readonly message: string;
  readonly date: string | null;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly basis: readonly ('counsel' | 'mark')[];
}

export interface PrivilegeLog {
  readonly messages: readonly PrivilegedMessage[];
  /** Their only mark is a footer of the sender, so they are not held. */
  readonly footers: number;
  /** It is null if holds were not requested. */
  readonly held: number | null;
  /** It is null if nothing is held. */
  readonly decision: DecisionMade | null;
}

/**
 * Exposed messages with counsel's addresses or a mark of privilege, as a privilege log. With `hold` each waits for
 * counsel in the queue of every party in its headers (`candor withheld list`).
 */
export async function readPrivilegeLog(
  state: StateFolder,
  { out, hold }: { readonly out: string | null; readonly hold: DecidedBy | null },
): Promise<PrivilegeLog> {
  const { store } = state;
  const version = await requireLastVersion(state);
  const { counsel } = (await loadIncidentNow(store)).incident;
  const { mailboxesReached } = readRunSummary(version).alerts;
  const scope = toFindingScope(toIncidentOf(version), version.version, mailboxesReached);
  const { marked, footers } = await selectMarkedMessages(store);
  const found = await findPrivileged(store, scope, counsel, marked);
  const messages = [...found.values()].sort(
    (a, b) => compareUtf8(a.date ?? '', b.date ?? '') || compareUtf8(a.message, b.message),
  );
  if (out !== null) writeLog(out, messages);
  const held = hold === null ? null : await holdAll(store, version.version, messages, hold);
  const footersOnly = [...footers].filter((message) => !found.has(message)).length;
  return { messages, footers: footersOnly, held: held?.result ?? null, decision: held?.decision ?? null };
}

async function findPrivileged(
  store: Store,
  scope: ExposedScope,
  counsel: readonly string[],
  marked: ReadonlySet<string>,
): Promise<ReadonlyMap<string, PrivilegedMessage>> {
  const isCounsel = (address: string): boolean => counsel.some((name) => isOf(address, name));
  const found = new Map<string, PrivilegedMessage>();
  for await (const rows of streamHeads(store, scope)) {
    for (const row of rows) {
      const message = Buffer.from(row.fingerprint).toString('hex');
      if (found.has(message)) continue;
      const uses = unpackAddresses(row.addresses).filter(({ role, unreadable }) => role !== 'attached' && !unreadable);
      const ofRole = (...roles: readonly string[]) =>
        [...new Set(uses.filter(({ role }) => roles.includes(role)).map(({ address }) => toKnownForm(address)))].sort();
      const basis = [
        ...(uses.some(({ address }) => isCounsel(toKnownForm(address))) ? (['counsel'] as const) : []),
        ...(marked.has(message) ? (['mark'] as const) : []),
      ];
      if (basis.length === 0) continue;
      const date = row.date === null ? null : formatInstant(row.date);
      // Blind recipients are no part of a log that others read.
      found.set(message, { message, date, from: ofRole('from', 'sender'), to: ofRole('to', 'cc'), basis });
    }
  }
  return found;
}

function isOf(address: string, name: string): boolean {
  if (name.includes('@')) return address === name;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return domain === name || domain.endsWith(`.${name}`);
}

function writeLog(out: string, messages: readonly PrivilegedMessage[]): void {
  const file = new ExportFile(out);
  file.write(toCsvLine(COLUMNS));
  for (const { message, date, from, to, basis } of messages)
    file.write(toCsvLine([message, date ?? '', from.join(';'), to.join(';'), 'email', basis.join(';')]));
  file.end();
}

async function holdAll(
  store: Store,
  version: number,
  messages: readonly PrivilegedMessage[],
  decided: DecidedBy,
): Promise<{ readonly result: number; readonly decision: DecisionMade }> {
  const addresses = new Set(messages.flatMap(({ from, to }) => [...from, ...to]));
  const parties = await findPartiesHaving(store, version, { addresses, domains: new Set() });
  const partyOf = new Map(
    parties.flatMap(({ party, kind, addresses: own }) =>
      kind === 'list' ? [] : own.map(({ address }): [string, string] => [address, party]),
    ),
  );
  const holds = messages.flatMap(({ message, from, to }) => {
    const own = new Set([...from, ...to].flatMap((address) => partyOf.get(address) ?? []));
    return [...own].map((party) => ({ party, message }));
  });
  const by = await openDecider(store, decided);
  const at = now();
  const rows = holds.map(({ party, message }) => ({ what: `message ${message}`, before: null, after: party }));
  const order = { act: 'findings.privilege', by, why: decided.why, at, rows } as const;
  return decide(store, createNodeRuntime(), order, (deciding) => addPrivilegeHolds(deciding, holds, at));
}
