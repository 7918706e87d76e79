import { type Json, type Problem, type Runtime, toObject } from '@candor/core/base';
import { readEntry, TileProver, toBase64 } from '@candor/core/ledger';
import { digestDocument } from '@candor/core/notice/operator';
import { findPrintedRoot } from '@candor/core/verify';
import type { Store } from '../adapters/store/store.ts';
import { countEntries, listEntriesOfKind, toTileSource } from '../ledger/store/entry-store.ts';
import { findNoticeFault } from '../notice/delivery/index.ts';
import { findPartySetFault } from '../notice/party-set/index.ts';
import { findSelectionFault } from '../notice/store/selection-store.ts';
import { findWaveOf } from '../notice/store/wave-state-store.ts';
import { listNotices } from '../notice/store/wave-store.ts';
import { findManifestOf } from '../review/store/release-store.ts';

type Hashing = Pick<Runtime, 'sha256Hex'>;

/**
 * Whether the state contains what two people approved, as logged: waves with all notices and messages, releases with
 * their manifest. The log is complete without them, but a removed wave's recipients would be notified again, or never.
 */
export async function checkActs(store: Store, hashing: Hashing): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { position, entry } of await listEntriesOfKind(store, ['wave', 'release'])) {
    const read = entry === null ? null : readEntry(entry);
    // What was erased names nothing, and what cannot be read is found where the log is rebuilt.
    if (read === null) continue;
    const document = read.body['document'] ?? null;
    const text =
      read.kind === 'wave'
        ? await findStoredWaveFault(store, hashing, position, document)
        : await findReleaseFault(store, hashing, position, document);
    if (text !== null) problems.push({ code: 'log-act', place: `entry ${position}`, text, weight: 'person' });
  }
  return problems;
}

async function findStoredWaveFault(
  store: Store,
  hashing: Hashing,
  entry: number,
  document: Json,
): Promise<string | null> {
  const wave = await findWaveOf(store, entry);
  if (wave === null) return 'it approves a wave, and this state has no such wave';
  if (hashing.sha256Hex(wave.manifest) !== digestDocument(hashing, document))
    return `it approves another manifest than that of wave ${wave.id} in this state`;
  const fault = await findNoticeFault({ store, runtime: hashing }, wave.id, wave);
  if (fault !== null) return `it approves wave ${wave.id}, and ${fault}`;
  const selected = await findSelectionFault(store, hashing, wave);
  if (selected !== null) return `it approves wave ${wave.id}, and ${selected}`;
  const uncounted = await findPartySetFault(store, hashing, wave, toObject(document) ?? {});
  if (uncounted !== null) return `it approves wave ${wave.id}, and ${uncounted}`;
  return findWordFault(store, hashing, wave.id);
}

/**
 * A notice whose text differs from its approved record, or that prints another root than the log's at that size. The
 * text counts; the row only says where to look.
 */
async function findWordFault(store: Store, hashing: Hashing, wave: number): Promise<string | null> {
  const roots = new Map<number, string | null>();
  for (const { id, record, facts, subject, text, html } of await listNotices(store, wave)) {
    const named = `notice ${id} of wave ${wave}`;
    if (
      subject !== record?.subject ||
      hashing.sha256Hex(text) !== record.text ||
      hashing.sha256Hex(html) !== record.html
    )
      return `${named} has another text in this state than was approved`;
    const said = findPrintedRoot(text);
    if (said === null) continue;
    const { size } = facts.checkpoint;
    const known = roots.get(size) ?? (await readRoot(store, hashing, size));
    roots.set(size, known);
    if (known !== said)
      return `${named} prints a root that this log never had: the log was rewritten since, and the holder of the notice can prove it`;
  }
  return null;
}

async function readRoot(store: Store, hashing: Hashing, size: number): Promise<string | null> {
  if (size > (await countEntries(store))) return null;
  return toBase64(await new TileProver(hashing, size, toTileSource(store)).root());
}

async function findReleaseFault(
  store: Store,
  hashing: Hashing,
  entry: number,
  document: unknown,
): Promise<string | null> {
  const kept = await findManifestOf(store, entry);
  if (kept === null) return 'it approves a release, and this state has no such release';
  const { manifest } = document as { readonly manifest?: unknown };
  return hashing.sha256Hex(kept) === manifest
    ? null
    : 'it approves another manifest than that of the release in this state';
}
