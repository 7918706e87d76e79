import type { SignedRequest } from '@candor/core/review/enrollment';
import type { ReleaseErrorCode, ReleaseManifest, ReviewerKey } from '@candor/core/review/seal';
import type { ReviewerKnowledge } from '@candor/core/review/wrapped';
import type { Call, Nothing } from './call.ts';
import type { ExportCalls } from './export-calls.ts';
import type { NoteCalls } from './note-calls.ts';
import type { TableCalls, TableEvents } from './table-calls.ts';

/**
 * What pages and the key worker say to each other. It is a worker on the app's origin and the only holder of keys,
 * decrypted index and bodies: no call answers with a private key but `key-file`, which is sealed with a passphrase, and
 * `make-keys`, which tells the recovery key once.
 *
 * Every call answers, or fails with one `KeyWorkerErrorCode`; a cancelled one fails with `cancelled`. Whoever adds
 * calls writes their map beside the code that answers them, names it in `KeyWorkerCalls` and the code in `handlers.ts`:
 * one line each.
 */
export interface KeyWorkerCalls extends KeyCalls, ReleaseCalls, NoteCalls, ExportCalls, TableCalls {}

/** Of the app's `settings.json`, what the worker works with. */
export interface KeyWorkerSettings {
  readonly incident: string;
  /** Origin of the portal. */
  readonly portal: string;
  /** Origin of the log, as checkpoints name it: host and path. */
  readonly log: string;
}

/** A checkpoint as notices print it. */
export interface PrintedCheckpoint {
  readonly size: number;
  /** base64 of the root. */
  readonly root: string;
}

/**
 * What this person has seen and will not be talked out of: neither portal nor web host can give something older without
 * being noticed. It is kept inside the wrapped keys (docs/formats/reviewer-key.md, Wrapped keys).
 */
export type Known = ReviewerKnowledge;

export interface OwnKey {
  readonly key: ReviewerKey;
  readonly fingerprint: string;
}

export type UnlockSecret =
  /** Output of the passkey's PRF extension. */
  | { readonly kind: 'passkey'; readonly prf: Uint8Array }
  /** The recovery key as it was typed. */
  | { readonly kind: 'recovery'; readonly typed: string };

/** What a person asks of the organization; the worker adds version, incident, time, nonce, and key or party. */
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
  /** Before anything else. */
  readonly start: Call<{ readonly settings: KeyWorkerSettings }, Nothing>;
  /** Two new keys. `recovery` is printed like a code and told only here. The worker is unlocked afterwards. */
  readonly 'make-keys': Call<
    { readonly keySet: string; readonly log: PrintedCheckpoint | null },
    OwnKey & { readonly recovery: string }
  >;
  /**
   * The keys of a key file, as if they were made here: they were made by `candor reviewer key`, or passkey and recovery
   * key are both lost.
   */
  readonly 'adopt-keys': Call<
    {
      readonly keyFile: string;
      readonly passphrase: string;
      readonly keySet: string;
      readonly log: PrintedCheckpoint | null;
    },
    OwnKey & { readonly recovery: string }
  >;
  /** Whether what was typed is the recovery key that was told: it is asked back once. */
  readonly 'check-recovery': Call<{ readonly typed: string }, { readonly state: 'right' | 'wrong' | 'mistyped' }>;
  /**
   * Wraps the keys for a passkey; without its secret the recovery key alone opens them. `place` is where the portal
   * keeps them for that. Only for keys that were just made, or unlocked by the recovery key: whoever chose the secret
   * could open what this answers, so that a script in the page must not reach it.
   */
  readonly wrap: Call<{ readonly prf: Uint8Array | null }, { readonly wrapped: string; readonly place: string }>;
  readonly unlock: Call<{ readonly wrapped: string; readonly by: UnlockSecret }, OwnKey>;
  /** Fetches the wrapped keys by the recovery key alone and unlocks them: the passkey was lost. */
  readonly recover: Call<{ readonly typed: string }, OwnKey>;
  /** Forgets keys, index and bodies. */
  readonly lock: Call<Nothing, Nothing>;
  readonly 'own-key': Call<Nothing, OwnKey | null>;
  readonly 'sign-request': Call<{ readonly request: RequestToSign }, SignedRequest>;
  /** Header fields of a signed call to the portal. `body` is the text that is sent. */
  readonly 'sign-call': Call<
    { readonly method: 'GET' | 'POST' | 'DELETE'; readonly target: string; readonly body: string | null },
    { readonly fields: Readonly<Record<string, string>> }
  >;
  /** Shows that this person has a notice's code, without telling it. `code` as it was typed. */
  /** By what the portal knows that somebody holds a notice; null: nobody does. The worker shows it too. */
  readonly 'show-tag': Call<
    { readonly code: string | null } | { readonly tag: string | null },
    { readonly tag: string | null }
  >;
  readonly 'code-proof': Call<{ readonly code: string }, { readonly proof: string }>;
  /** The record for the party's DNS zone, made of the own key and never of what a portal says it is. */
  readonly challenge: Call<
    { readonly domain: string; readonly token: string },
    { readonly name: string; readonly text: string }
  >;
  readonly known: Call<Nothing, Known>;
  /** Another key set of the organization, after the person compared its fingerprint with a notice or DNS. */
  readonly pin: Call<{ readonly keySet: string }, Nothing>;
  /**
   * The key file for `candor open`, sealed with a passphrase. `by` shows once more that the person is there, for the
   * same reason as with `wrap`.
   */
  readonly 'key-file': Call<{ readonly passphrase: string; readonly by: UnlockSecret }, { readonly text: string }>;
  /** Removes what this browser keeps: ciphertext, and what it remembers of wrapped keys. */
  readonly 'forget-device': Call<Nothing, Nothing>;
}

/** A release that passed every check. Its figures are those of its manifest. */
export interface OpenedRelease {
  readonly party: string;
  readonly role: 'nominator' | 'reviewer' | 'representative';
  readonly manifest: Omit<ReleaseManifest, 'objects' | 'vault' | 'index'>;
  readonly manifestDigest: string;
  /** Names of the people of the organization whose approvals hold. */
  readonly approvers: readonly string[];
  readonly keySet: string;
  readonly log: {
    readonly origin: string;
    /** Of the checkpoint that all before lead to. */
    readonly size: number;
    readonly root: string;
    /** Of the release's own entry. */
    readonly position: number;
    /** Entries of the checkpoint that was known before; null when this is the first. */
    readonly continued: number | null;
  };
  /** Messages in the index. */
  readonly messages: number;
  /** The number of the release that was the newest when this person last looked; null the first time. */
  readonly seenBefore: number | null;
  /** Digests of manifests of releases that the portal names and does not give. */
  readonly withheld: readonly string[];
}

export type OpenedReleases =
  | ({ readonly state: 'opened' } & OpenedRelease)
  /** Nothing is in force for the party. `seenBefore` says that there was something. */
  | { readonly state: 'nothing-released'; readonly party: string; readonly seenBefore: number | null };

export interface ReleaseCalls {
  /**
   * Fetches, verifies, compares with what is known, and opens index and vault. Nothing is decrypted before everything
   * was verified.
   */
  readonly 'open-releases': Call<Nothing, OpenedReleases>;
  /**
   * A `release.candor` from disk with a key file and its passphrase (unused where the file is open): the same checks
   * without any server. `keySet` is the fingerprint of the organization's key set from notice or DNS. Locks the keys of
   * a session, if there are any.
   */
  readonly 'open-file': Call<
    { readonly release: Blob; readonly keyFile: string; readonly passphrase: string; readonly keySet: string },
    { readonly fingerprint: string; readonly release: OpenedRelease }
  >;
  /** One message, whole: digest compared before it is decrypted, id before it is handed out. */
  readonly 'open-message': Call<{ readonly id: string }, { readonly bytes: Uint8Array }>;
}

/** What the worker says unasked. */
export interface KeyWorkerEvents extends TableEvents {
  /** What runs and how far it is. */
  readonly progress: { readonly what: 'papers' | 'log' | 'index'; readonly done: number; readonly of: number };
  /** Another release is open now, or none. `flaw`: what was found wrong with the one that was open. */
  readonly vault: { readonly isOpen: boolean; readonly flaw: KeyWorkerErrorCode | null };
  /** The browser keeps no more: what was fetched must be fetched again next time. */
  readonly storage: { readonly state: 'full' | 'none' };
  /** How far this machine's clock is from the portal's, when it is further than a signature may be. */
  readonly clock: { readonly offSeconds: number };
  /** What is known could not be kept at the portal; it is kept in this browser and tried again. */
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
  /** The wrapped keys are in no form that is known, or there are none. */
  'damaged-keys',
  /** The portal keeps no keys at the place of this recovery key. */
  'unknown-recovery',
  /** The portal gave wrapped keys that are older than what this browser has seen. */
  'older-keys',
  /** The session is somebody else's than the keys. */
  'other-person',
  'weak-passphrase',
  /** It takes the recovery key, typed in this visit before a release was opened. */
  'needs-recovery',
  ...releaseFlaws.map((flaw) => `release-refused:${flaw}` as const),
  /** Of another incident or party than the keys are for. */
  'release-refused:scope',
  /** Two releases of one number, or one that does not follow what it replaces. */
  'release-refused:chain',
  /** A paper is not there for a release that is named, and no other release is. */
  'release-withheld',
  /** The log does not continue the one that is known. */
  'log-not-continued',
  /** The organization's site did not give the log. */
  'log-silent',
  /** An older release than the newest that was seen. */
  'rolled-back',
  /** The release holds nothing for this key. */
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
  /** The worker broke. */
  'worker-ended',
  'fault',
] as const;

/** The one shape in which a call fails, on both sides. */
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
