import type { Instant } from '@candor/core/base';
import type { ReleasePaper, RequestState } from '@candor/core/contract';
import type { Authorizations, ViewReceipt } from '@candor/core/review/access';
import type { ReleaseManifest } from '@candor/core/review/seal';

/**
 * Everything the portal stores beside sealed files, for any engine. Every call is one transaction, on disk when its
 * promise resolves. A rejected promise is a fault: nothing was changed. No other folder contains queries.
 */
export interface PortalStore {
  readonly requests: RequestRecords;
  readonly persons: PersonRecords;
  readonly releases: ReleaseRecords;
  readonly standing: AuthorizationRecords;
  readonly access: AccessRecords;
  readonly answers: AnswerRecords;
  readonly notes: NoteRecords;
  readonly tags: TagRecords;
  /** Whether a fault, as the log names it, means that no write can succeed, so that retrying is useless. */
  isLost(fault: string): boolean;
  close(): Promise<void>;
}

/** What is recorded; the store adds number, previous and time. */
export type Access = Pick<ViewReceipt, 'party' | 'reviewer' | 'act' | 'release' | 'object'>;

export interface AccessRecords {
  /** All or none, in this order. Callers wait for one call before the next. */
  append(accesses: readonly Access[], now: Instant): Promise<void>;
  /** The texts that were hashed. */
  listOfParty(party: string, after: number, most: number): Promise<readonly string[]>;
  listAfter(place: number, most: number): Promise<readonly { readonly place: number; readonly record: string }[]>;
}

export interface AnswerRecords {
  /** The first answer stays. False if nobody asked. */
  keep(request: string, sealed: Uint8Array): Promise<boolean>;
  /** Finds the answer only for the key that asked. */
  find(request: string, sign: string): Promise<Uint8Array | null>;
}

/** A note as received. The portal does not read its content. */
export interface KeptNote {
  readonly party: string;
  readonly author: string;
  readonly number: number;
  /** SHA-256 of the document. */
  readonly digest: string;
  readonly document: string;
  readonly signature: string;
}

export interface PlacedNote {
  /** From 1, increasing within the party, independent of other parties. */
  readonly place: number;
  readonly document: string;
  readonly signature: string;
}

export type NoteOutcome =
  | { readonly state: 'taken'; readonly place: number }
  | { readonly state: 'older' }
  | { readonly state: 'full' };

export interface NoteRecords {
  /** The place of the earlier one if repeated. `older`: its author has written this number or a higher one. */
  take(note: KeptNote): Promise<NoteOutcome>;
  listOfParty(party: string, after: number, most: number): Promise<readonly PlacedNote[]>;
}

export interface Person {
  readonly reviewer: string;
  readonly party: string;
  readonly sign: string;
  readonly role: 'nominator' | 'reviewer' | 'representative';
  readonly name: string;
}

export interface Passkey {
  /** base64url of the credential's id. */
  readonly credential: string;
  readonly sign: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  /** The reviewer's keys, wrapped under the passkey's secret: opaque here. */
  readonly wrapped: string | null;
  /** Where the holder of the recovery key finds the wrapped keys; null if not given. */
  readonly place: string | null;
}

export interface PersonRecords {
  find(sign: string): Promise<Person | null>;
  listOfParty(party: string): Promise<readonly Person[]>;
  listDomains(party: string): Promise<readonly string[]>;
  isKnown(sign: string): Promise<boolean>;
  findPasskey(credential: string): Promise<Passkey | null>;
  findPasskeyOf(sign: string): Promise<Passkey | null>;
  /**
   * One passkey per person: a new one replaces the old. Returns false and changes nothing if somebody else has this
   * credential or place.
   */
  replacePasskey(passkey: Passkey): Promise<boolean>;
  /** The keys stored at a place; null if none. */
  findWrappedAt(place: string): Promise<string | null>;
  /** False if the stored value is no longer `before`. */
  replaceWrapped(sign: string, before: string, wrapped: string): Promise<boolean>;
  countUse(credential: string, counter: number): Promise<void>;
}

export type FileKind = 'index' | 'grant' | 'object';

/** What a started release still lacks. */
export interface MissingFiles {
  readonly state: 'begun' | 'complete';
  readonly missing: readonly string[];
}

export interface ServedRelease {
  readonly release: string;
  readonly at: string;
}

export interface ExpectedFile {
  readonly size: number;
  readonly isExact: boolean;
  readonly isPresent: boolean;
}

/** Releases: started, complete, served. A reviewer only finds served releases of their own party. */
export interface ReleaseRecords {
  /** Stores the papers of a release once; then, and on each repetition, returns what is missing. */
  begin(
    release: string,
    manifest: ReleaseManifest,
    papers: Readonly<Record<ReleasePaper, string>>,
    now: Instant,
    mostMissing: number,
  ): Promise<MissingFiles>;
  /** Null if no release names it. */
  findExpected(digest: string): Promise<ExpectedFile | null>;
  /** False if no release names it any more. */
  markPresent(digest: string): Promise<boolean>;
  isNamed(digest: string): Promise<boolean>;
  listServed(party: string): Promise<readonly ServedRelease[]>;
  isServed(party: string, release: string): Promise<boolean>;
  findPaper(party: string, release: string, paper: string): Promise<string | null>;
  /** Looks up many objects at once, so that `findFile` knows them. */
  lookUpObjects(party: string, release: string, digests: readonly string[]): Promise<void>;
  /** Digest of a served file: an object, the index, or this reviewer's grant. */
  findFile(party: string, release: string, kind: FileKind, which: string | null): Promise<string | null>;
}

export interface KeptRequest {
  /** SHA-256 of the document. */
  readonly request: string;
  readonly kind: string;
  readonly sign: string;
  /** Fingerprint of the keys in an enrollment; otherwise null. */
  readonly reviewer: string | null;
  readonly party: string | null;
  readonly domain: string | null;
  readonly document: string;
  readonly signature: string;
  readonly token: string | null;
  /** Tag of the sender's notice; null without one. */
  readonly tag: string | null;
  readonly at: Instant;
}

export type PlacedRequest = Omit<KeptRequest, 'tag'> & { readonly place: number; readonly state: RequestState };

export interface RequestRecords {
  /** The earlier one if repeated; null if there is no room. */
  take(request: KeptRequest): Promise<PlacedRequest | null>;
  listOfKey(sign: string): Promise<readonly PlacedRequest[]>;
  listAfter(place: number, most: number): Promise<readonly PlacedRequest[]>;
  listOfParty(party: string, most: number): Promise<readonly PlacedRequest[]>;
  /**
   * Enrollments with this fingerprint for the party's domains, newest first: finds a person by the fingerprint read
   * aloud, however many strangers ask.
   */
  listOfReviewer(party: string, reviewer: string, most: number): Promise<readonly PlacedRequest[]>;
  /** Enrollments for the party's domains: the newest, and those of its people in force, whom no stranger displaces. */
  listForDomainsOf(party: string, most: number): Promise<readonly PlacedRequest[]>;
}

/** The outcome of a statement: `older` changes nothing. */
export type AuthorizationOutcome =
  | { readonly state: 'taken'; readonly removed: readonly string[] }
  | { readonly state: 'same' }
  | { readonly state: 'older' };

export interface AuthorizationRecords {
  /** All or nothing. Returns the digests of files that nothing names any more and that can be removed. */
  take(standing: Authorizations, digest: string, now: Instant): Promise<AuthorizationOutcome>;
  /** Deleted content must not remain in a journal either. */
  settle(): Promise<void>;
}

export interface TagRecords {
  keep(tags: Uint8Array): Promise<void>;
  /** Null before the first one. */
  read(): Promise<Uint8Array | null>;
}
