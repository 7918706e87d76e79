import { groupObjects } from '@candor/core/review/access';
import { openContent, type ReleaseManifest, type SealedFile, toManifestText } from '@candor/core/review/seal';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { assertNotCancelled } from './cancelled.ts';
import type { IndexReading } from './index-reading.ts';
import type { KeyWorkerDeps, VaultIndex } from './key-worker-deps.ts';
import { MAX_GROUP_BYTES, MAX_IN_GROUP } from './object-queue.ts';

/** Cache of decrypted bodies: what a person browses, not all that a search read. */
const DECRYPTED_BUDGET_BYTES = 64 * 1024 * 1024;
/** Groups fetched and opened concurrently: two hide the latency while one is opened. */
const GROUPS_AT_ONCE = 3;

/**
 * Returns the bytes of a sealed object; throws a refusal when missing. A bulk request gives its size and may be
 * grouped; a person's request gives none.
 */
export type ObjectSource = (digest: string, signal: AbortSignal, sizeBytes?: number) => Promise<Uint8Array>;

/** The papers of a verified release, by file name. */
export interface VerifiedPapers {
  readonly 'manifest.json': string;
  readonly 'approvals.json': string;
  readonly 'keys.json': string;
  readonly 'log.proof': string;
}

export class Vault {
  readonly manifest: ReleaseManifest;
  readonly manifestDigest: string;
  /** Its first rows; all once `whole` has settled. */
  readonly index: VaultIndex;
  readonly #reading: IndexReading;
  readonly #papers: Omit<VerifiedPapers, 'manifest.json'>;
  readonly #identity: string;
  readonly #source: ObjectSource;
  readonly #primitives: KeyWorkerDeps['primitives'];
  readonly #decrypted = new ByteBudget(DECRYPTED_BUDGET_BYTES);

  constructor(
    primitives: KeyWorkerDeps['primitives'],
    release: {
      readonly manifest: ReleaseManifest;
      readonly manifestDigest: string;
      readonly papers: Omit<VerifiedPapers, 'manifest.json'>;
      readonly identity: string;
      readonly reading: IndexReading;
      readonly source: ObjectSource;
    },
  ) {
    this.#primitives = primitives;
    this.manifest = release.manifest;
    this.manifestDigest = release.manifestDigest;
    this.index = release.reading.index;
    this.#reading = release.reading;
    this.#papers = release.papers;
    this.#identity = release.identity;
    this.#source = release.source;
  }

  /** As verified: asking again might return others. */
  get papers(): VerifiedPapers {
    return { 'manifest.json': toManifestText(this.manifest), ...this.#papers };
  }

  /**
   * Settles when the index is completely read.
   * @throws KeyWorkerError `damaged-index`, or `cancelled` after the vault was closed
   */
  get whole(): Promise<void> {
    return this.#reading.readOn();
  }

  get identity(): string {
    return this.#identity;
  }

  /**
   * The complete message, requested now or in bulk.
   * @throws KeyWorkerError
   */
  async read(id: string, signal: AbortSignal, as: 'opened' | 'one-of-many' = 'opened'): Promise<Uint8Array> {
    const known = this.#decrypted.find(id);
    if (known !== null) return known;
    const bytes = await this.#open(id, signal, as);
    this.#decrypted.keep(id, bytes);
    return bytes;
  }

  /**
   * Reads many messages in any order, and returns each or its error; stops when cancelled, or when nothing can be
   * fetched (`session-ended`, `portal-silent`, `lab-silent`), which is thrown. One failed message does not stop it.
   */
  async readAll(
    ids: Iterable<string>,
    take: (id: string, read: Uint8Array | KeyWorkerError) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const groups = groupObjects(ids, (id) => this.sizeOf(id), MAX_IN_GROUP, MAX_GROUP_BYTES);
    const stop = new AbortController();
    const both = AbortSignal.any([signal, stop.signal]);
    const readOne = async (id: string): Promise<void> => {
      assertNotCancelled(both);
      try {
        take(id, this.#decrypted.find(id) ?? (await this.#open(id, both, 'one-of-many')));
      } catch (thrown) {
        if (!(thrown instanceof KeyWorkerError) || !isOfOneMessage(thrown)) throw thrown;
        take(id, thrown);
      }
    };
    const allOf = async (running: readonly Promise<void>[]): Promise<void> => {
      try {
        await Promise.all(running);
      } catch (thrown) {
        stop.abort();
        await Promise.allSettled(running);
        throw thrown;
      }
    };
    const readSome = async (): Promise<void> => {
      for (const group of groups) await allOf(group.map(readOne));
    };
    await allOf(Array.from({ length: GROUPS_AT_ONCE }, readSome));
  }

  /** Size of the sealed message in the manifest; 0 if missing. */
  sizeOf(id: string): number {
    return findSize(this.manifest.objects, this.index.findObject(id) ?? '') ?? 0;
  }

  forget(): void {
    this.#reading.stop();
    this.#decrypted.clear();
  }

  /** Digest before decryption, id before parsing. */
  async #open(id: string, signal: AbortSignal, as: 'opened' | 'one-of-many'): Promise<Uint8Array> {
    const digest = this.index.findObject(id) ?? (await this.#findLater(id));
    if (digest === null) throw new KeyWorkerError('unknown-message');
    const size = findSize(this.manifest.objects, digest);
    if (size === null) throw new KeyWorkerError('damaged-object');
    const sealed = await (as === 'opened' ? this.#source(digest, signal) : this.#source(digest, signal, size));
    if (sealed.length !== size || this.#primitives.sha256Hex(sealed) !== digest)
      throw new KeyWorkerError('damaged-object');
    const message = await openContent(this.#identity, sealed);
    if (message === null || this.#primitives.sha256Hex(message) !== id) throw new KeyWorkerError('damaged-object');
    return message;
  }

  /** A message whose row is not loaded yet. */
  async #findLater(id: string): Promise<string | null> {
    await this.whole;
    return this.index.findObject(id);
  }
}

function isOfOneMessage({ flaw }: KeyWorkerError): boolean {
  return flaw === 'missing-object' || flaw === 'damaged-object' || flaw === 'unknown-message';
}

/**
 * Binary search in objects sorted by digest: a hash table of 200,000 would take longer to build than the manifest to
 * read.
 */
function findSize(objects: readonly SealedFile[], digest: string): number | null {
  let [low, high] = [0, objects.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const object = objects[middle];
    if (object?.digest === digest) return object.size;
    if ((object?.digest ?? '') < digest) low = middle + 1;
    else high = middle;
  }
  return null;
}

/** Keeps the most recently used, up to a number of bytes. */
export class ByteBudget {
  readonly #budgetBytes: number;
  readonly #kept = new Map<string, Uint8Array>();
  #usedBytes = 0;

  constructor(budgetBytes: number) {
    this.#budgetBytes = budgetBytes;
  }

  find(name: string): Uint8Array | null {
    const found = this.#kept.get(name);
    if (found === undefined) return null;
    // A map keeps insertion order.
    this.#kept.delete(name);
    this.#kept.set(name, found);
    return found;
  }

  keep(name: string, bytes: Uint8Array): void {
    if (bytes.length > this.#budgetBytes) return;
    this.#drop(name);
    this.#kept.set(name, bytes);
    this.#usedBytes += bytes.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#usedBytes <= this.#budgetBytes) break;
      this.#drop(oldest);
    }
  }

  /** Overwrites decrypted content that is no longer needed. */
  clear(): void {
    for (const bytes of this.#kept.values()) bytes.fill(0);
    this.#kept.clear();
    this.#usedBytes = 0;
  }

  #drop(name: string): void {
    this.#usedBytes -= this.#kept.get(name)?.length ?? 0;
    this.#kept.delete(name);
  }
}
