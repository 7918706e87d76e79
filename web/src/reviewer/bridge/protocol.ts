import type { Said } from '@candor/core/base';
import type { SignedRequest } from '@candor/core/review/enrollment';
import type { ReleaseErrorCode, ReleaseManifest, ReviewerKey } from '@candor/core/review/seal';
import type { ReviewerKnowledge } from '@candor/core/review/wrapped';
import type { Call, Nothing } from './call.ts';
import type { ExportCalls } from './export-calls.ts';
import type { NoteCalls } from './note-calls.ts';
import type { TableCalls, TableEvents } from './table-calls.ts';

/**
 * The protocol between pages and the key worker: a worker on the app's origin, and the only holder of keys, decrypted
 * index and bodies. No call returns a private key except `key-file`, which is sealed with a passphrase, and
 * `make-keys`, which shows the recovery key once. Every call answers or fails with a `KeyWorkerErrorCode`. To add
 * calls, write their map beside their code, and add one line each to `KeyWorkerCalls` and `handlers.ts`.
 */
export interface KeyWorkerCalls extends KeyCalls, ReleaseCalls, NoteCalls, ExportCalls, TableCalls {}

/** The part of the app's `settings.json` that the worker needs. */
export interface KeyWorkerSettings {
  readonly incident: string;
  /** Origin of the portal. */
  readonly portal: string;
  /** Origin of the log, as in checkpoints: host and path. */
  readonly log: string;
}

/** A checkpoint as printed in notices. */
export interface PrintedCheckpoint {
  readonly size: number;
  /** base64 of the root. */
  readonly root: string;
}

/**
 * What this person has seen: neither portal nor web host can return something older unnoticed. Stored inside the
 * wrapped keys (docs/formats/reviewer-key.md, Wrapped keys).
 */
export type Known = ReviewerKnowledge;

export interface OwnKey {
  readonly key: ReviewerKey;
  readonly fingerprint: string;
}

export type UnlockSecret =
  /** Output of the passkey's PRF extension. */
  | { readonly kind: 'passkey'; readonly prf: Uint8Array }
  /** The recovery key as typed. */
  | { readonly kind: 'recovery'; readonly typed: string };

/** A request to the organization; the worker adds version, incident, time, nonce, and key or party. */
export type RequestToSign =
  | {
      readonly kind: 'enrollment';
      readonly name: string;
      readonly address: string;
      readonly proof:
        | { readonly kind: 'dns'; readonly domain: string; readonly code: string }
        | { readonly kind: 'mailbox'; readonly address: string; readonly code: string }
        | { readonly kind: 'nomination'; readonly domain: string };
    }
  | {
      readonly kind: 'nomination';
      readonly party: string;
      readonly reviewer: string;
      readonly enrollment: string;
      readonly relation: 'own' | 'representative';
    }
  | { readonly kind: 'revocation' | 'transfer'; readonly party: string; readonly reviewer: string }
  | { readonly kind: 'objection'; readonly party: string; readonly enrollment: string }
  | { readonly kind: 'dispute'; readonly party: string; readonly claim: string };

export interface KeyCalls {
  /** Must be the first call. */
  readonly start: Call<{ readonly settings: KeyWorkerSettings }, Nothing>;
  /** Makes two new keys. `recovery` is printed like a code and only returned here. Unlocks the worker. */
  readonly 'make-keys': Call<
    { readonly keySet: string; readonly log: PrintedCheckpoint | null },
    OwnKey & { readonly recovery: string }
  >;
  /** Adopts the keys of a key file: made by `candor reviewer key`, or both passkey and recovery key are lost. */
  readonly 'adopt-keys': Call<
    {
      readonly keyFile: string;
      readonly passphrase: string;
      readonly keySet: string;
      readonly log: PrintedCheckpoint | null;
    },
    OwnKey & { readonly recovery: string }
  >;
  /** Whether the typed text is the recovery key that was shown: asked for once. */
  readonly 'check-recovery': Call<{ readonly typed: string }, { readonly state: 'right' | 'wrong' | 'mistyped' }>;
  /**
   * Wraps the keys for a passkey; without its secret only the recovery key opens them. `place` is where the portal
   * stores them for that. Only allowed for keys just made or unlocked by the recovery key: code that chooses the secret
   * can open the answer, so scripts in the page must not get it.
   */
  readonly wrap: Call<{ readonly prf: Uint8Array | null }, { readonly wrapped: string; readonly place: string }>;
  readonly unlock: Call<{ readonly wrapped: string; readonly by: UnlockSecret }, OwnKey>;
  /** Fetches the wrapped keys by the recovery key alone and unlocks them, for a lost passkey. */
  readonly recover: Call<{ readonly typed: string }, OwnKey>;
  readonly lock: Call<Nothing, Nothing>;
  readonly 'own-key': Call<Nothing, OwnKey | null>;
  readonly 'sign-request': Call<{ readonly request: RequestToSign }, SignedRequest>;
  /** Headers of a signed call to the portal. `body` is the text that is sent. */
  readonly 'sign-call': Call<
    { readonly method: 'GET' | 'POST' | 'DELETE'; readonly target: string; readonly body: string | null },
    { readonly fields: Readonly<Record<string, string>> }
  >;
  /** The tag by which the portal recognises the holder of a notice; null: no holder. The worker also sends it. */
  readonly 'show-tag': Call<
    { readonly code: string | null } | { readonly tag: string | null },
    { readonly tag: string | null }
  >;
  /** Proves that this person has a notice's code without revealing it. `code` as typed. */
  readonly 'code-proof': Call<{ readonly code: string }, { readonly proof: string }>;
  /** The record for the party's DNS zone, from the own key and never from the portal's answer. */
  readonly challenge: Call<
    { readonly domain: string; readonly token: string },
    { readonly name: string; readonly text: string }
  >;
  readonly known: Call<Nothing, Known>;
  /** Accepts another key set of the organization, after the person compared its fingerprint with a notice or DNS. */
  readonly pin: Call<{ readonly keySet: string }, Nothing>;
  /**
   * The key file for `candor open`, sealed with a passphrase. `by` proves again that the person is present, as for
   * `wrap`.
   */
  readonly 'key-file': Call<{ readonly passphrase: string; readonly by: UnlockSecret }, { readonly text: string }>;
  readonly 'forget-device': Call<Nothing, Nothing>;
}

/** A release that passed every check. Its figures are those of its manifest. */
export interface OpenedRelease {
  readonly party: string;
  readonly role: 'nominator' | 'reviewer' | 'representative';
  readonly manifest: Omit<ReleaseManifest, 'objects' | 'vault' | 'index'>;
  readonly manifestDigest: string;
  readonly approvers: Said<'approved', readonly string[]>;
  readonly keySet: string;
  readonly log: {
    readonly origin: string;
    readonly size: number;
    readonly root: string;
    /** Position of the release's own entry. */
    readonly position: number;
    /** Size of the previously known checkpoint; null for the first one. */
    readonly continued: number | null;
  };
  readonly messages: number;
  /** Number of the newest release at the person's last visit; null the first time. */
  readonly seenBefore: number | null;
  /** Manifest digests of releases that the portal lists but does not serve. */
  readonly withheld: readonly string[];
}

export type OpenedReleases =
  | ({ readonly state: 'opened' } & OpenedRelease)
  /** Nothing is in force for the party. `seenBefore`: something was before. */
  | { readonly state: 'nothing-released'; readonly party: string; readonly seenBefore: number | null };

export interface ReleaseCalls {
  /**
   * Fetches, verifies, compares with what is known, and opens index and vault. Decrypts nothing before everything is
   * verified.
   */
  readonly 'open-releases': Call<Nothing, OpenedReleases>;
  /**
   * A `release.candor` from disk with a key file and its passphrase (unused if the file is open): the same checks
   * without a server. `keySet` is the fingerprint of the organization's key set from notice or DNS. Locks the keys of a
   * session.
   */
  readonly 'open-file': Call<
    { readonly release: Blob; readonly keyFile: string; readonly passphrase: string; readonly keySet: string },
    { readonly fingerprint: string; readonly release: OpenedRelease }
  >;
  readonly 'open-message': Call<{ readonly id: string }, { readonly bytes: Uint8Array }>;
}

export interface KeyWorkerEvents extends TableEvents {
  readonly progress: { readonly what: 'papers' | 'log' | 'index'; readonly done: number; readonly of: number };
  /** Another release is open, or none. `flaw`: the error found in the one that was open. */
  readonly vault: { readonly isOpen: boolean; readonly flaw: KeyWorkerErrorCode | null };
  /** The browser's storage is full: data must be fetched again next time. */
  readonly storage: { readonly state: 'full' | 'none' };
  readonly clock: { readonly offSeconds: number };
  /** Knowledge could not be stored at the portal; it stays in this browser and is retried. */
  readonly unkept: { readonly flaw: KeyWorkerErrorCode };
}

/** Why a call failed: a closed list, each with a sentence in `words/`. */
export type KeyWorkerErrorCode = (typeof keyWorkerErrorCodes)[number];

const releaseFlaws = [
  'approvals',
  'fingerprint',
  'keys',
  'log',
  'manifest',
] as const satisfies readonly ReleaseErrorCode[];

export const keyWorkerErrorCodes = [
  /** The worker has no keys yet, or was locked. */
  'locked',
  /** Neither passkey nor recovery key opens this. */
  'wrong-key',
  'mistyped',
  /** The wrapped keys are missing or in an unknown form. */
  'damaged-keys',
  /** The portal has no keys at the place of this recovery key. */
  'unknown-recovery',
  /** The portal returned wrapped keys older than those this browser has seen. */
  'older-keys',
  /** The session belongs to another person than the keys. */
  'other-person',
  'weak-passphrase',
  /** Needs the recovery key, typed in this visit before a release was opened. */
  'needs-recovery',
  ...releaseFlaws.map((flaw) => `release-refused:${flaw}` as const),
  /** Keys of another incident or party. */
  'release-refused:scope',
  /** Two releases with one number, or one that does not follow the previous. */
  'release-refused:chain',
  /** A paper of the only listed release is missing. */
  'release-withheld',
  /** The log does not continue the known one. */
  'log-not-continued',
  /** The organization's site did not return the log. */
  'log-silent',
  /** A release older than the newest one seen. */
  'rolled-back',
  /** The release contains nothing for this key. */
  'no-grant',
  'damaged-grant',
  'damaged-index',
  'unknown-message',
  'missing-object',
  'damaged-object',
  'damaged-file',
  'no-vault',
  'note-refused',
  'too-long',
  'session-ended',
  'portal-silent',
  'portal-broken',
  'lab-silent',
  'too-many',
  'denied',
  'cancelled',
  /** The worker crashed. */
  'worker-ended',
  'fault',
] as const;

/** The only form in which a call fails, on both sides. */
export class KeyWorkerError extends Error {
  readonly flaw: KeyWorkerErrorCode;

  constructor(flaw: KeyWorkerErrorCode) {
    super(flaw);
    this.name = 'KeyWorkerError';
    this.flaw = flaw;
  }
}

export type CallName = keyof KeyWorkerCalls;
export type Ask<Name extends CallName> = KeyWorkerCalls[Name]['ask'];
export type Answer<Name extends CallName> = KeyWorkerCalls[Name]['answer'];
export type EventName = keyof KeyWorkerEvents;

/** From a page to the worker. */
export type ToWorker =
  | { readonly call: number; readonly name: CallName; readonly ask: unknown }
  | { readonly cancel: number };

/** From the worker to its page. */
export type FromWorker =
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly flaw: KeyWorkerErrorCode }
  | { readonly event: EventName; readonly value: unknown };

/** A worker, or one end of a channel. */
export interface WorkerPort {
  postMessage(message: unknown): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: unknown }) => void): void;
}
