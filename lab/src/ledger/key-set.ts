import type { Instant } from '@candor/core/base';
import { type Entry, type LogRate, readEntry } from '@candor/core/ledger';
import { type KeySet, toKeySet } from '@candor/core/notice';
import type { Store } from '../adapters/store.ts';
import { readStoredEntry } from './ledger-store.ts';

/** How the log began. */
export interface Genesis {
  readonly at: Instant;
  readonly incident: string;
  readonly origin: string;
  readonly keys: KeySet;
  readonly rate: LogRate;
}

/** The genesis, or null while the log has not begun. */
export async function readGenesis(store: Store): Promise<Genesis | null> {
  const stored = await readStoredEntry(store, 0);
  const entry = stored?.opening == null ? null : readEntry(stored.opening.entry);
  return entry === null ? null : toGenesis(entry);
}

/** What a genesis says; null for an entry that is none. */
export function toGenesis({ kind, at, body }: Entry): Genesis | null {
  if (kind !== 'genesis') return null;
  const { incident, origin, log, operators, period, entries } = body;
  const keys = toOperators(operators);
  if (typeof incident !== 'string' || typeof origin !== 'string' || typeof log !== 'string' || keys === null)
    return null;
  if (typeof period !== 'number' || typeof entries !== 'number') return null;
  return { at, incident, origin, keys: toKeySet(log, keys), rate: { startedAt: at, periodSeconds: period, entries } };
}

/** The key set that counts now: of the last `operators` entry, else of the genesis. Null while the log has not begun. */
export async function readKeySet(store: Store): Promise<KeySet | null> {
  const changed = await store.db
    .selectFrom('ledger_entry')
    .select('entry')
    .where('kind', '=', 'operators')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry = changed?.entry == null ? null : readEntry(changed.entry);
  const keys = entry === null ? null : toChangedKeySet(entry);
  return keys ?? (await readGenesis(store))?.keys ?? null;
}

/** The key set that an `operators` entry brings in; null for an entry that is none. */
export function toChangedKeySet({ kind, body }: Entry): KeySet | null {
  const { document } = body;
  if (kind !== 'operators' || typeof document !== 'object' || document === null || Array.isArray(document)) return null;
  const { log, operators } = document as Readonly<Record<string, unknown>>;
  const keys = toOperators(operators);
  return typeof log === 'string' && keys !== null ? toKeySet(log, keys) : null;
}

function toOperators(value: unknown): KeySet['operators'] | null {
  if (!Array.isArray(value)) return null;
  const operators: { name: string; key: string }[] = [];
  for (const operator of value as readonly unknown[]) {
    if (typeof operator !== 'object' || operator === null) return null;
    const { name, key } = operator as Readonly<Record<string, unknown>>;
    if (typeof name !== 'string' || typeof key !== 'string') return null;
    operators.push({ name, key });
  }
  return operators;
}
