import { advise, formatAmount, hint, type Json, Refusal } from '@candor/core/base';
import {
  type EntryKind,
  type Hashing,
  type LogProof,
  type Opening,
  readEntry,
  TileProver,
  toOpeningText,
} from '@candor/core/ledger';
import { readFact } from '../adapters/store/state-fact.ts';
import type { Store } from '../adapters/store/store.ts';
import { toGenesis } from '../ledger/index.ts';
import { KEY_KINDS } from '../ledger/store/catch-up.ts';
import { findNewestCheckpoint, type SignedCheckpoint } from '../ledger/store/checkpoint-store.ts';
import { readStoredEntry, streamEntries, toTileSource } from '../ledger/store/entry-store.ts';
import { listOwnPositions } from '../notice/store/notice-store.ts';

/** Kinds whose body names the party that they are about. */
const partyKinds: readonly string[] = ['delay', 'dispute'] satisfies EntryKind[];
/** Kinds whose approved document names it. Excludes `hold`: what was held and why is confidential. */
const documentKinds: readonly string[] = ['release', 'enrollment', 'revocation'] satisfies EntryKind[];

/** Every entry with its salt, padding included, in order: what an auditor gets. Erased ones are left out. */
export async function* openAll(store: Store): AsyncGenerator<Opening> {
  for await (const entries of streamEntries(store)) {
    for (const { index, opening } of entries) if (opening !== null) yield { index, ...opening };
  }
}

/**
 * The entries about one party, under any of its ids, and those about keys: what that party gets. A wave's entry names
 * nobody, so it reveals no other recipients.
 */
export async function* openForParty(store: Store, ids: ReadonlySet<string>): AsyncGenerator<Opening> {
  const own = await listOwnPositions(store, ids);
  const incident = await readFact(store, 'incident');
  for await (const entries of streamEntries(store)) {
    for (const { index, kind, opening } of entries) {
      if (opening === null) continue;
      const isOwn =
        (KEY_KINDS.includes(kind) && !namesAnother(opening.entry, incident)) ||
        own.has(index) ||
        isAbout(kind, opening.entry, ids);
      if (isOwn) yield { index, ...opening };
    }
  }
}

/**
 * The first entry of a log started by another incident names that incident, which is confidential; the key set is on
 * the site as well.
 */
function namesAnother(text: string, incident: string | null): boolean {
  const entry = readEntry(text);
  const named = entry === null ? null : (toGenesis(entry)?.incident ?? null);
  return incident !== null && named !== null && named !== incident;
}

function isAbout(kind: string, text: string, ids: ReadonlySet<string>): boolean {
  if (!partyKinds.includes(kind) && !documentKinds.includes(kind)) return false;
  const body = readEntry(text)?.body;
  const document = body?.['document'] as { readonly party?: Json } | undefined;
  const party = partyKinds.includes(kind) ? body?.['party'] : document?.party;
  return typeof party === 'string' && ids.has(party);
}

/**
 * The proof of an entry against the newest signed checkpoint; with its opening unless omitted or erased.
 * @throws Refusal for a position that is not covered yet, or never existed.
 */
export async function proveEntry(store: Store, hashing: Hashing, index: number, isBare: boolean): Promise<LogProof> {
  const { size, note } = await requireSignedCheckpoint(store);
  const stored = await readStoredEntry(store, index);
  if (stored === null) throw new Refusal('unknown-entry', [`there is no entry ${index} in this log`]);
  if (index >= size) {
    throw new Refusal('entry-waits', [
      advise`entry ${index} is not covered by a checkpoint yet: ${formatAmount(size, 'entry is', 'entries are')}, the next period covers more (${hint('log.publish')})`,
    ]);
  }
  const path = await new TileProver(hashing, size, toTileSource(store)).proveInclusion(index);
  const opening = isBare || stored.opening === null ? null : toOpeningText({ index, ...stored.opening });
  return { index, path, note, extra: opening === null ? null : new TextEncoder().encode(opening) };
}

/** The newest checkpoint of this state. @throws Refusal while nothing was signed. */
async function requireSignedCheckpoint(store: Store): Promise<SignedCheckpoint> {
  const signed = await findNewestCheckpoint(store);
  if (signed !== null) return signed;
  throw new Refusal('log-not-begun', [
    advise`this log has no signed checkpoint yet; ${hint('log.publish', { site: 'DIR' })} does it`,
  ]);
}
