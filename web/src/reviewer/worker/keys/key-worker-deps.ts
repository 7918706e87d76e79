import type { Cryptography, Instant, Runtime, Signer } from '@candor/core/base';
import type { Gunzip, IndexConsumer } from '@candor/core/review/seal';
import type { SiteAccess } from '@candor/core/verify';
import type { KeyWorkerSettings } from '../../bridge/protocol.ts';
import type { Emit } from '../../bridge/serve-calls.ts';

/** What the holder needs from its environment: a browser worker, or a test in Node. */
export interface KeyWorkerDeps {
  readonly primitives: Pick<Runtime, 'sha256Hex'> & Cryptography;
  readonly gunzip: Gunzip;
  readonly random: (lengthBytes: number) => Uint8Array;
  readonly clock: () => Instant;
  readonly wait: (delayMs: number, signal: AbortSignal) => Promise<void>;
  readonly openSigner: (seed: Uint8Array) => Pick<Signer, 'publicKey' | 'sign'>;
  /** Portal requests with the session cookie. */
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

/** Sealed files stored in this browser between visits: useless without a key. */
export interface Ciphertexts {
  find(digest: string): Promise<Uint8Array | null>;
  /** `full` and `none`: not stored, and need not be retried. */
  keep(digest: string, bytes: Uint8Array): Promise<'kept' | 'full' | 'none'>;
  clear(): Promise<void>;
}

/**
 * The newest wrapped keys of a fingerprint that this browser has seen, to detect a portal that returns older ones. Null
 * without storage.
 */
export interface Remembered {
  find(reviewer: string): Promise<string | null>;
  keep(reviewer: string, wrapped: string): Promise<void>;
  clear(): Promise<void>;
}

/** Receives the index of a release while it is read, and finds messages in it. */
export interface VaultIndex extends IndexConsumer {
  readonly count: number;
  readonly expected: number;
  /** Digest of the object with this message; null when the index lacks it. */
  findObject(id: string): string | null;
  /** In the order of the index. */
  ids(): Iterable<string>;
}
