import { compareUtf8, type Instant } from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import { type Entry, type LogRate, readEntry } from '@candor/core/ledger';
import { type KeySet, toKeySet } from '@candor/core/notice/operator';
import type { Store } from '../adapters/store/store.ts';
import { listEntriesOfKind, readStoredEntry } from './store/entry-store.ts';

/** How the log began. */
export interface Genesis {
  readonly at: Instant;
  /** Null means that incidents of one domain share the log. */
  readonly incident: string | null;
  readonly origin: string;
  readonly keys: KeySet;
  /** They include the operators' mailboxes, which no published file names. */
  readonly operators: readonly Operator[];
  readonly rate: LogRate;
}

/** Who decides from one position of the log on. */
export interface OperatorsSince {
  /** It is the position of the genesis, or of the `operators` entry that added them. */
  readonly position: number;
  readonly at: Instant;
  readonly keys: KeySet;
  readonly operators: readonly Operator[];
  readonly waits: KeyWaits;
}

/**
 * How the time before a new key may sign is measured: by periods of the log, or as versions before this one did, by the
 * times that entries state.
 */
export type KeyWaits = 'by-periods' | 'by-stated-times';

/** The genesis, or null while the log has not begun. */
export async function readGenesis(store: Store): Promise<Genesis | null> {
  const stored = await readStoredEntry(store, 0);
  const entry = stored?.opening == null ? null : readEntry(stored.opening.entry);
  return entry === null ? null : toGenesis(entry);
}

/** The content of a genesis; null for another entry. */
export function toGenesis({ kind, at, body }: Entry): Genesis | null {
  if (kind !== 'genesis') return null;
  const { incident, origin, log, period, entries } = body;
  const operators = readOperators(body['operators']);
  if (
    (typeof incident !== 'string' && incident !== null) ||
    typeof origin !== 'string' ||
    typeof log !== 'string' ||
    operators === null
  )
    return null;
  if (typeof period !== 'number' || typeof entries !== 'number') return null;
  const rate = { startedAt: at, periodSeconds: period, entries };
  return { at, incident, origin, keys: toKeySet(log, operators), operators, rate };
}

/** All operators ever, oldest first; empty before the log starts. Unverified: `assertSoundKeys` checks it. */
export async function listOperatorsOfLog(store: Store): Promise<readonly OperatorsSince[]> {
  const genesis = await readGenesis(store);
  if (genesis === null) return [];
  const { at, keys, operators } = genesis;
  const known: OperatorsSince[] = [{ position: 0, at, keys, operators, waits: 'by-periods' }];
  for (const { position, entry } of await listEntriesOfKind(store, ['operators'])) {
    const read = entry === null ? null : readEntry(entry);
    const change = read === null ? null : toOperatorChange(read);
    if (read !== null && change !== null) known.push({ position, at: read.at, ...change });
  }
  return known;
}

/**
 * The key set that counts now: of the last `operators` entry, else of the genesis. Null while the log has not begun.
 */
export async function readKeySet(store: Store): Promise<KeySet | null> {
  return (await listOperatorsOfLog(store)).at(-1)?.keys ?? null;
}

/** The operators from an `operators` entry on; null for another entry. */
export function toOperatorChange({ kind, body }: Entry): Pick<OperatorsSince, 'keys' | 'operators' | 'waits'> | null {
  const { document } = body;
  if (kind !== 'operators' || typeof document !== 'object' || document === null || Array.isArray(document)) return null;
  const { v, log, operators: listed } = document as Readonly<Record<string, unknown>>;
  const operators = readOperators(listed);
  const waits = v === 1 ? 'by-stated-times' : 'by-periods';
  return typeof log === 'string' && operators !== null ? { keys: toKeySet(log, operators), operators, waits } : null;
}

/**
 * Operators from the view of an incident that shares the log: a person's own mailbox may be none of its custodians, and
 * stays their own anyway.
 */
export function toDeclared(operators: readonly Operator[], known: readonly Operator[]): readonly Operator[] {
  return operators.map((operator) => {
    const same = known.find(({ name, key }) => name === operator.name && key === operator.key);
    return { ...operator, custodian: operator.custodian ?? same?.custodian ?? null };
  });
}

/** As listed in genesis and changes: `mailbox` only where it is somebody's own. */
export function toListedOperators(operators: readonly Operator[]): { key: string; mailbox?: string; name: string }[] {
  return [...operators]
    .sort((a, b) => compareUtf8(a.name, b.name))
    .map(({ name, key, custodian }) => ({ key, ...(custodian === null ? {} : { mailbox: custodian }), name }));
}

function readOperators(value: unknown): readonly Operator[] | null {
  if (!Array.isArray(value)) return null;
  const operators: Operator[] = [];
  for (const operator of value as readonly unknown[]) {
    if (typeof operator !== 'object' || operator === null) return null;
    const { name, key, mailbox } = operator as Readonly<Record<string, unknown>>;
    if (typeof name !== 'string' || typeof key !== 'string') return null;
    if (mailbox !== undefined && typeof mailbox !== 'string') return null;
    operators.push({ name, key, custodian: mailbox ?? null });
  }
  return operators;
}
