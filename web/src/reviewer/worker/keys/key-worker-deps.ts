import type { Cryptography, Instant, Runtime, Signer } from '@candor/core/base';
import type { Gunzip, IndexConsumer } from '@candor/core/review/seal';
import type { SiteAccess } from '@candor/core/verify';
import type { KeyWorkerSettings } from '../../bridge/protocol.ts';
import type { Emit } from '../../bridge/serve-calls.ts';

/** What the holder asks of where it runs: a worker of a browser, or a test under Node. */
export interface KeyWorkerDeps {
  readonly primitives: Pick<Runtime, 'sha256Hex'> & Cryptography;
  readonly gunzip: Gunzip;
  readonly random: (lengthBytes: number) => Uint8Array;
  readonly clock: () => Instant;
  readonly wait: (delayMs: number, signal: AbortSignal) => Promise<void>;
  readonly openSigner: (seed: Uint8Array) => Pick<Signer, 'publicKey' | 'sign'>;
  /** To the portal, with the session's cookie. */
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Files of the organization's site, by path from its root. */
  readonly openSite: (settings: KeyWorkerSettings) => SiteAccess;
  readonly ciphertexts: Ciphertexts;
  readonly remembered: Remembered;
  readonly makeIndex: () => VaultIndex;
  /** Base-2 logarithm of scrypt's cost for key files. */
  readonly workFactor: number;
  readonly emit: Emit;
}

/** What this browser keeps of sealed files between visits: nothing in it opens without a key. */
export interface Ciphertexts {
  find(digest: string): Promise<Uint8Array | null>;
  /** `full` and `none`: it was not kept, and need not be tried again. */
  keep(digest: string, bytes: Uint8Array): Promise<'kept' | 'full' | 'none'>;
  clear(): Promise<void>;
}

/**
 * The newest wrapped keys that this browser has seen of a fingerprint: a portal that gives older ones is found out.
 * Null where nothing can be kept.
 */
export interface Remembered {
  find(reviewer: string): Promise<string | null>;
  keep(reviewer: string, wrapped: string): Promise<void>;
  clear(): Promise<void>;
}

/** Takes the index of one release while it is read, and finds messages in it. */
export interface VaultIndex extends IndexConsumer {
  /** Messages that were read so far. */
  readonly count: number;
  /** Messages that it will have. */
  readonly expected: number;
  /** Digest of the object that holds this message; null when the index has no such message. */
  findObject(id: string): string | null;
  /** In the order of the index. */
  ids(): Iterable<string>;
}
