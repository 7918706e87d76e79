import { type Cryptography, type Instant, type Json, Refusal, type Runtime } from '@candor/core/base';
import { type Checkpoint, TileProver, toBase64Url } from '@candor/core/ledger';
import { readNoticeCode } from '@candor/core/notice/code';
import {
  buildWaveTree,
  commitNotice,
  cutSiteLists,
  isPartyOf,
  toListSalt,
  toRecordText,
  toSiteLists,
  type WaveTree,
} from '@candor/core/notice/wave';
import {
  type BucketShape,
  type Deflate,
  NONCE_BYTES,
  type NoticeStatus,
  type SealedNotice,
  type SealedSlot,
  sealNotice,
} from '@candor/core/verify';
import type { FreshBytes } from '../../adapters/keys/random.ts';
import type { Store } from '../../adapters/store/store.ts';
import { isJson, readStored } from '../../adapters/store/stored-json.ts';
import { readStoredEntry, toTileSource } from '../../ledger/store/entry-store.ts';
import { readPartySet, type SealedPartySet } from '../party-set/index.ts';
import { openBinding } from '../recipients/index.ts';
import { isMisdirected, listNotices, listWaves, type StoredNotice, type StoredWave } from '../store/wave-store.ts';
import { findSuperseded } from '../superseded.ts';
import { type ApprovedWave, assertLogged } from './check-logged.ts';

/** Inputs of sealing besides the store. */
export interface SealingDeps {
  readonly runtime: Runtime;
  readonly cryptography: Cryptography;
  readonly deflate: Deflate;
  readonly freshBytes: FreshBytes;
  readonly shape: BucketShape;
  readonly checkpoint: Checkpoint;
  /** After this many days, lists of addresses leave the site (`notice.listDays`). */
  readonly listDays: number;
  readonly built: Instant;
}

const DAY_SECONDS = 86_400;

interface WaveProof {
  readonly tree: WaveTree;
  /** Waves of an earlier state have null. */
  readonly parties: SealedPartySet | null;
  readonly waveSalt: Uint8Array;
  readonly entry: { readonly position: number; readonly salt: string; readonly value: Json };
  readonly inclusion: readonly Uint8Array[];
}

/**
 * Every notice that was approved, sealed under its code; what was replaced or withdrawn stays and says so.
 * @throws Refusal `site-differs` for rows that are not what the log has
 */
export async function collectSealed(store: Store, deps: SealingDeps): Promise<readonly SealedSlot[]> {
  const waves: ApprovedWave[] = [];
  for (const wave of await listWaves(store))
    if (wave.entry !== null) waves.push({ wave, notices: await listNotices(store, wave.id) });
  await assertLogged(store, deps.runtime, waves);
  const told: StoredNotice[] = [];
  const proofs = new Map<number, WaveProof>();
  const prover = new TileProver(deps.runtime, deps.checkpoint.size, toTileSource(store));
  for (const {
    wave: { id, entry, salt },
    notices,
  } of waves) {
    const proof = entry === null ? null : await proveWave(store, deps, prover, entry, { id, salt }, notices);
    // An entry with an erased salt cannot be proved: its notices are omitted.
    if (proof === null) continue;
    proofs.set(id, proof);
    told.push(...notices);
  }
  const known = new Map(told.map((notice) => [notice.id, notice]));
  const superseded = findSuperseded(told);
  const slots: SealedSlot[] = [];
  const continued = createContinuation(prover, deps.checkpoint);
  for (const notice of told) {
    const proof = proofs.get(notice.wave_id);
    if (proof === undefined) continue;
    const consistency = await continued(notice.facts.checkpoint.size);
    slots.push(await sealOne(notice, { ...proof, consistency }, known, superseded.get(notice.id) ?? null, deps));
  }
  return slots;
}

/** How the published log continues from a notice's checkpoint. All of a wave print the same. */
function createContinuation(
  prover: TileProver,
  { size }: Checkpoint,
): (printed: number) => Promise<readonly Uint8Array[]> {
  const known = new Map<number, readonly Uint8Array[]>();
  return async (printed) => {
    const path = known.get(printed) ?? (printed < size ? await prover.proveConsistency(printed) : []);
    known.set(printed, path);
    return path;
  };
}

async function proveWave(
  store: Store,
  { runtime, checkpoint }: SealingDeps,
  prover: TileProver,
  position: number,
  { id: wave, salt: waveSalt }: Pick<StoredWave, 'id' | 'salt'>,
  notices: readonly StoredNotice[],
): Promise<WaveProof | null> {
  const stored = await readStoredEntry(store, position);
  if (stored?.opening == null) return null;
  const leaves = notices.flatMap(({ record, salt, position: leaf }) =>
    record === null ? [] : [{ position: leaf, commitment: commitNotice(runtime, salt, toRecordText(record)) }],
  );
  return {
    waveSalt,
    tree: buildWaveTree(runtime, waveSalt, leaves),
    parties: await readPartySet(store, runtime, { id: wave, salt: waveSalt }),
    entry: {
      position,
      salt: toBase64Url(stored.opening.salt),
      value: readStored(isJson, stored.opening.entry, 'ledger_entry.entry', position),
    },
    // A wave that waits for the next period has no proof yet; the page says so.
    inclusion: position < checkpoint.size ? await prover.proveInclusion(position) : [],
  };
}

async function sealOne(
  notice: StoredNotice,
  proof: WaveProof & { readonly consistency: readonly Uint8Array[] },
  known: ReadonlyMap<number, StoredNotice>,
  supersededAt: number | null,
  deps: SealingDeps,
): Promise<SealedSlot> {
  const { record, code, facts } = notice;
  const reading = readNoticeCode(code);
  if (record === null || reading.state !== 'code') throw new Error(`notice ${notice.id} has no record or no code`);
  const before = notice.follows === null ? undefined : known.get(notice.follows);
  const sealed: Omit<SealedNotice, 'counted'> = {
    record,
    ...toWords(notice, proof.waveSalt, deps),
    leaf: { position: notice.position, salt: toBase64Url(notice.salt) },
    entry: proof.entry,
    size: deps.checkpoint.size,
    printed: facts.checkpoint,
    ordinal: countBefore(notice, known) + 1,
    follows: before?.issued_at ?? null,
    // Every message of a notice is composed with the time at which it was issued.
    dates: [notice.issued_at],
    built: deps.built,
    status: toStatus(notice, supersededAt),
  };
  const { inclusion, consistency } = proof;
  const seal = (counted: SealedNotice['counted'], partyPath: readonly Uint8Array[]) =>
    sealNotice(
      deps.cryptography,
      deps.deflate,
      deps.shape,
      reading.bytes,
      deps.freshBytes(NONCE_BYTES, 'slot nonce', `${notice.code} ${counted === null ? '' : 'counted'}`),
      { ...sealed, counted },
      { wavePath: proof.tree.path(notice.position), inclusion, consistency, partyPath },
    );
  // A reminder repeats the domains of its notice, and the party may have others since. Nor does a person's address stay
  // on the site with a notice that somebody else received.
  const found = isMisdirected(notice) ? null : (proof.parties?.find(notice.party) ?? null);
  const binding = await openBinding(deps.runtime, code, record);
  const own = found !== null && isPartyOf(found.leaf.party, binding) ? found : null;
  const counted = own === null ? null : { ...own.leaf, salt: toBase64Url(own.leaf.salt) };
  // A long notice goes without the proof that its party is counted.
  const slot = (await seal(counted, own?.path ?? [])) ?? (counted === null ? null : await seal(null, []));
  if (slot !== null) return slot;
  throw new Refusal('notice-too-long', [
    `notice ${notice.id} (${notice.party}) is too long for its place on the site; withdraw it and prepare it with less added text`,
  ]);
}

/**
 * Of a misdirected notice nothing but state and date stays; lists leave with a withdrawal, and after a time.
 */
function toWords(
  { text, html, record, facts, state, issued_at, id, ...notice }: StoredNotice,
  waveSalt: Uint8Array,
  { runtime, built, listDays }: SealingDeps,
): Pick<SealedNotice, 'text' | 'twin' | 'addresses' | 'found'> {
  if (isMisdirected(notice)) return { text: '', twin: null, addresses: null, found: null };
  const isListed = state === 'approved' && built < issued_at + listDays * DAY_SECONDS;
  if (!isListed) return { text, twin: html, addresses: null, found: null };
  const { addresses = null, found: recorded } = record ?? {};
  const salt = toListSalt(runtime, waveSalt, id);
  const room = { addresses: addresses?.listed ?? 0, messages: recorded?.listed ?? 0 };
  const { addresses: list, found } = cutSiteLists(toSiteLists(facts), room);
  return {
    ...{ text, twin: html },
    addresses: addresses === null ? null : { salt, list },
    found: recorded === undefined || found === null ? null : { salt, ...found },
  };
}

function toStatus(notice: StoredNotice, supersededAt: number | null): NoticeStatus {
  if (notice.state === 'withdrawn')
    return { state: 'withdrawn', at: notice.withdrawn_at ?? notice.issued_at, isMisdirected: isMisdirected(notice) };
  return supersededAt === null ? { state: 'current' } : { state: 'superseded', at: supersededAt };
}

function countBefore(notice: StoredNotice, known: ReadonlyMap<number, StoredNotice>): number {
  let count = 0;
  for (let at = notice; at.follows !== null; count += 1) {
    const before = known.get(at.follows);
    // Notices follow older ones: a circle cannot be, and would be a fault of the store.
    if (before === undefined || before.id >= at.id) break;
    at = before;
  }
  return count;
}
