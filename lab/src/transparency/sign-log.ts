import { type Cryptography, Refusal, type Signer } from '@candor/core/base';
import {
  type Checkpoint,
  type Hashing,
  type LogRate,
  signNote,
  TileProver,
  toCheckpointText,
  toNoteText,
  toPublishedSize,
  toVerifierKeyOf,
} from '@candor/core/ledger';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import {
  assertContinues,
  readGenesis,
  readOwnCheckpoint,
  toHeadPaths,
  withSigningLock,
  writeHead,
} from '../ledger/index.ts';
import { catchUp } from '../ledger/store/catch-up.ts';
import { findNewestCheckpoint, insertCheckpoint } from '../ledger/store/checkpoint-store.ts';
import { appendEntries, countEntries, toTileSource } from '../ledger/store/entry-store.ts';

/** More padding than this at once is no missed publication but a clock that is wrong by years. */
const MOST_PADDING = 1_000_000;
/** Padding entries of one batch. */
const BATCH_ENTRIES = 4096;

/** Inputs of signing besides the state. */
export interface SigningDeps {
  readonly hashing: Hashing;
  readonly cryptography: Pick<Cryptography, 'verifyEd25519'>;
  readonly signer: Signer;
  /** This is UTC seconds. */
  readonly at: number;
}

/** A checkpoint with its signed note. */
export interface SignedLog {
  readonly checkpoint: Checkpoint;
  readonly note: string;
}

/**
 * Signs the log at the current size without publishing it: notices print size and root, so the log must be signed
 * first. The next publication continues from it.
 * @throws Refusal when this would contradict an earlier signature, the clock is wrong, or another process is signing.
 */
export function signLog(state: Pick<StateFolder, 'path' | 'store'>, deps: SigningDeps): Promise<Checkpoint> {
  return withSigningLock(state, async () => (await signLocked(state, deps, null)).checkpoint);
}

/** The same for who holds the lock already; `published` is what outsiders have seen. */
export async function signLocked(
  state: Pick<StateFolder, 'path' | 'store'>,
  deps: SigningDeps,
  published: Checkpoint | null,
): Promise<SignedLog> {
  const { store } = state;
  const { hashing, cryptography, signer } = deps;
  const genesis = await readGenesis(store);
  if (genesis === null) throw new Refusal('log-not-begun', ['this state has no log yet: nothing was sent or decided']);
  const key = toVerifierKeyOf(hashing, signer);
  if (store.home !== null) await store.durableTransaction(() => catchUp(store, hashing));
  const kept = await findNewestCheckpoint(store);
  let least = published?.size ?? 0;
  for (const path of toHeadPaths(state)) {
    const head = await readOwnCheckpoint(cryptography, path, key);
    if (head !== null) await assertContinues(store, hashing, head, 'the checkpoint that was signed last');
    least = Math.max(least, head?.size ?? 0);
  }
  if (published !== null) await assertContinues(store, hashing, published, 'the published checkpoint');
  if (kept !== null) await assertContinues(store, hashing, { ...kept, origin: key.name }, 'the newest kept checkpoint');
  const signed = await signNext(store, genesis.origin, genesis.rate, least, deps);
  writeHead(state, signed.note);
  return signed;
}

/**
 * Signs the log at the size of this moment, or gives what was signed for that size before. A clock that went back makes
 * nothing smaller.
 */
async function signNext(
  store: Store,
  origin: string,
  rate: LogRate,
  least: number,
  deps: SigningDeps,
): Promise<SignedLog> {
  const { hashing, signer, at } = deps;
  return store.durableTransaction(async () => {
    await catchUp(store, hashing);
    const last = await findNewestCheckpoint(store);
    const size = Math.max(toPublishedSize(rate, Math.max(at, rate.startedAt)), least, last?.size ?? 0);
    if (last?.size === size) return { checkpoint: { origin, size, root: last.root }, note: last.note };
    await pad(store, size, deps);
    const root = await new TileProver(hashing, size, toTileSource(store)).root();
    const checkpoint = { origin, size, root };
    const note = toNoteText(await signNote(hashing, toCheckpointText(checkpoint), signer));
    await insertCheckpoint(store, { size, root, note }, at);
    return { checkpoint, note };
  });
}

async function pad(store: Store, size: number, { hashing, at }: SigningDeps): Promise<void> {
  let missing = size - (await countEntries(store));
  if (missing > MOST_PADDING) {
    throw new Refusal('log-clock', [
      `the log would have to grow by ${missing} entries at once: the clock of this machine is wrong`,
    ]);
  }
  while (missing > 0) {
    const count = Math.min(missing, BATCH_ENTRIES);
    await appendEntries(
      store,
      hashing,
      Array.from({ length: count }, () => ({ kind: 'padding', at, body: {} })),
    );
    missing -= count;
  }
}
