import { type Cryptography, formatAmount, type Problem } from '@candor/core/base';
import {
  commitEntry,
  type Entry,
  HASH_BYTES,
  type Hashing,
  isApprovedKind,
  isSameHash,
  LogTree,
  readEntry,
  TILE_HASHES,
  type Tile,
  type VerifierKey,
  verifyCheckpoint,
} from '@candor/core/ledger';
import {
  type ApprovalType,
  digestDocument,
  type KeySet,
  QUORUM,
  readApprovals,
  selectValidApprovals,
} from '@candor/core/notice/operator';
import { type StateFolder, toHeadPath } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import { readOwnCheckpoint, toGenesis, toHeadPaths, toOperatorChange } from '../ledger/index.ts';
import { ELSEWHERE, VOID } from '../ledger/store/catch-up.ts';
import { findCheckpointRoot, listCheckpoints } from '../ledger/store/checkpoint-store.ts';
import { type StoredEntry, streamEntries } from '../ledger/store/entry-store.ts';
import { listTilePlaces, readTile } from '../ledger/store/stored-tree.ts';
import { EntryTimes } from './entry-times.ts';
import { EntryWaits } from './entry-waits.ts';

/** Beyond this many findings the rest is the same again. */
const MOST_PROBLEMS = 100;

export interface StoreCheck {
  readonly entries: number;
  /** Entries whose salt was erased: their commitments are there, what they said is gone. */
  readonly erased: number;
  /** Other incidents share the log. */
  readonly elsewhere: number;
  /** Entries that this state began and never had: its process ended, and nothing followed from them. */
  readonly abandoned: number;
  readonly checkpoints: number;
  readonly root: Uint8Array;
  /** At most a hundred are listed. */
  readonly problems: readonly Problem[];
}

/**
 * Rebuilds the complete log from its entries and compares what is stored: commitments, kinds, tiles, every signed
 * checkpoint, approvals, and the signed head.
 */
export async function checkStore(
  state: Pick<StateFolder, 'path' | 'store'>,
  deps: {
    readonly hashing: Hashing;
    readonly cryptography: Pick<Cryptography, 'verifyEd25519'>;
    readonly key: VerifierKey;
    /** This is UTC seconds; the log must not be ahead of it. */
    readonly at: number;
  },
): Promise<StoreCheck> {
  return new StoreChecker(state, deps).check();
}

class StoreChecker {
  readonly #state: Pick<StateFolder, 'path' | 'store'>;
  readonly #store: Store;
  readonly #hashing: Hashing;
  readonly #cryptography: Pick<Cryptography, 'verifyEd25519'>;
  readonly #key: VerifierKey;
  readonly #tree: LogTree;
  readonly #problems: Problem[] = [];
  readonly #times = new EntryTimes();
  readonly #waits = new EntryWaits({ signings: 'kept' });
  readonly #at: number;
  #keys: KeySet | null = null;
  readonly #unopened = { [ELSEWHERE]: 0, [VOID]: 0, erased: 0 };
  #next = 0;

  constructor(
    state: Pick<StateFolder, 'path' | 'store'>,
    deps: {
      readonly hashing: Hashing;
      readonly cryptography: Pick<Cryptography, 'verifyEd25519'>;
      readonly key: VerifierKey;
      readonly at: number;
    },
  ) {
    this.#state = state;
    this.#store = state.store;
    this.#hashing = deps.hashing;
    this.#cryptography = deps.cryptography;
    this.#key = deps.key;
    this.#at = deps.at;
    this.#tree = new LogTree(deps.hashing);
  }

  async check(): Promise<StoreCheck> {
    const checkpoints = await listCheckpoints(this.#store);
    let next = 0;
    const full: Tile[] = [];
    for await (const entries of streamEntries(this.#store)) {
      for (const entry of entries) {
        await this.#checkEntry(entry);
        while (checkpoints[next] !== undefined && (checkpoints[next]?.size ?? 0) <= this.#tree.size) {
          await this.#checkCheckpoint(checkpoints[next++]);
        }
      }
      full.push(...this.#tree.takeChanges().filter(({ hashes }) => hashes.length === TILE_HASHES * HASH_BYTES));
      await this.#checkTiles(full.splice(0));
    }
    await this.#checkTiles(this.#tree.edges());
    await this.#countTiles();
    for (const { size } of checkpoints.slice(next)) {
      this.#find(
        'log-kept-checkpoint',
        `checkpoint ${size}`,
        `it covers ${formatAmount(size, 'entry', 'entries')}, and there are only ${this.#tree.size}`,
      );
    }
    await this.#checkHead(checkpoints.length);
    for (const { place, text } of this.#times.list()) this.#find('log-time', place, text);
    const newest = checkpoints.at(-1)?.size ?? 0;
    for (const { code, place, text } of this.#waits.list(newest, this.#at)) this.#find(code, place, text);
    return {
      entries: this.#tree.size,
      erased: this.#unopened.erased,
      elsewhere: this.#unopened[ELSEWHERE],
      abandoned: this.#unopened[VOID],
      checkpoints: checkpoints.length,
      root: this.#tree.root(),
      problems: this.#problems,
    };
  }

  async #checkEntry({ index, commitment, kind, opening }: StoredEntry): Promise<void> {
    const place = `entry ${index}`;
    if (index !== this.#next) this.#find('log-entry', place, `entry ${this.#next} is missing before it`);
    this.#next = index + 1;
    this.#tree.append(commitment);
    if (opening === null) {
      this.#unopened[kind === ELSEWHERE || kind === VOID ? kind : 'erased'] += 1;
      return;
    }
    if (!isSameHash(commitEntry(this.#hashing, opening.salt, opening.entry), commitment)) {
      this.#find('log-entry', place, 'its content is not what was committed to');
      return;
    }
    // Padding is most of a log and has one form but for its time.
    const entry = readEntry(opening.entry);
    if (entry === null || entry.kind !== kind || (entry.kind === 'genesis') !== (index === 0)) {
      this.#find('log-entry', place, 'it is not an entry of its kind');
      return;
    }
    this.#times.take(place, index, entry.at);
    if (entry.kind === 'genesis') this.#keys = toGenesis(entry)?.keys ?? null;
    if (isApprovedKind(entry.kind)) await this.#checkApprovals(place, entry);
    this.#keys = toOperatorChange(entry)?.keys ?? this.#keys;
    this.#waits.take(place, index, entry);
  }

  async #checkApprovals(place: string, { kind, body }: Entry): Promise<void> {
    const valid = await selectValidApprovals(
      this.#cryptography,
      kind as ApprovalType,
      digestDocument(this.#hashing, body['document'] ?? null),
      readApprovals(body['approvals']),
      (this.#keys?.operators ?? []).map(({ name, key }) => ({ name, key, custodian: null })),
    );
    if (valid.length >= QUORUM) return;
    this.#find(
      'log-approval',
      place,
      `it is a ${kind} and carries ${formatAmount(valid.length, 'valid approval')} of operators; ${QUORUM} are needed`,
    );
  }

  async #checkCheckpoint(kept: Awaited<ReturnType<typeof listCheckpoints>>[number] | undefined): Promise<void> {
    if (kept === undefined) return;
    const place = `checkpoint ${kept.size}`;
    if (!isSameHash(kept.root, this.#tree.root())) {
      this.#find(
        'log-kept-checkpoint',
        place,
        `its first ${formatAmount(kept.size, 'entry', 'entries')} ${kept.size === 1 ? 'is not the one that was' : 'are not those that were'} signed`,
      );
      return;
    }
    const verified = await verifyCheckpoint(this.#cryptography, new TextEncoder().encode(kept.note), this.#key);
    if (verified !== null && isSameHash(verified.checkpoint.root, kept.root) && verified.checkpoint.size === kept.size)
      return this.#waits.sign(kept.size, kept.madeAt);
    this.#find('log-kept-checkpoint', place, 'its note is not what the key of the log signed');
  }

  async #checkTiles(tiles: readonly Tile[]): Promise<void> {
    for (const { level, index, hashes } of tiles) {
      const stored = await readTile(this.#store, level, index);
      if (stored !== null && isSameHash(stored, hashes)) continue;
      const what = stored === null ? 'it is missing' : 'its hashes are not those of the entries';
      this.#find('log-tile', `tile ${level}/${index}`, what);
    }
  }

  /** Tiles that no entry leads to. */
  async #countTiles(): Promise<void> {
    for (const { level, position } of await listTilePlaces(this.#store)) {
      if (position * TILE_HASHES ** (level + 1) < this.#tree.size - (this.#tree.size % TILE_HASHES ** level)) continue;
      this.#find('log-tile', `tile ${level}/${position}`, 'no entry leads to it');
    }
  }

  async #checkHead(checkpoints: number): Promise<void> {
    for (const path of toHeadPaths(this.#state)) await this.#checkOneHead(path, checkpoints);
  }

  async #checkOneHead(path: string, checkpoints: number): Promise<void> {
    const head = await readOwnCheckpoint(this.#cryptography, path, this.#key);
    if (head === null) {
      // Of a shared log each state has the head that it signed itself, if any.
      const isOwed = this.#store.home === null || path !== toHeadPath(this.#state);
      if (checkpoints > 0 && isOwed)
        this.#find('log-head', 'keys/log.head', 'it is missing, although checkpoints were signed');
      return;
    }
    if (head.size > this.#tree.size) {
      this.#find(
        'log-head',
        'keys/log.head',
        `it covers ${formatAmount(head.size, 'entry', 'entries')}, and there are only ${this.#tree.size}`,
      );
      return;
    }
    const kept = await findCheckpointRoot(this.#store, head.size);
    if (kept !== null && isSameHash(kept, head.root)) return;
    this.#find(
      'log-head',
      'keys/log.head',
      `the checkpoint of ${formatAmount(head.size, 'entry', 'entries')} that was signed last is not among those kept`,
    );
  }

  #find(code: string, place: string, text: string): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ code, place, text, weight: 'person' });
  }
}
