import type { Instant } from '@candor/core/base';
import type { ReleasePaper, RequestState } from '@candor/core/contract';
import type { Authorizations, ViewReceipt } from '@candor/core/review/access';
import type { ReleaseManifest } from '@candor/core/review/seal';

/**
 * All that the portal keeps beside sealed files, whatever engine keeps it. Every call is one transaction, and what it
 * changed is on the disk when its promise is fulfilled. A rejected promise is a fault: nothing was changed. No other
 * folder holds a query.
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
  /**
   * Whether a fault as the log names it says that nothing can be written any more, so that trying again is of no use.
   */
  isLost(fault: string): boolean;
  close(): Promise<void>;
}

/** What is recorded; number, previous and time are the store's to give. */
export type Access = Pick<ViewReceipt, 'party' | 'reviewer' | 'act' | 'release' | 'object'>;

/** The chains of access records, one a party. */
export interface AccessRecords {
  /** All or none, in this order. Callers wait for one before they begin another. */
  append(accesses: readonly Access[], now: Instant): Promise<void>;
  /** Texts as they were hashed. */
  listOfParty(party: string, after: number, most: number): Promise<readonly string[]>;
  listAfter(place: number, most: number): Promise<readonly { readonly place: number; readonly record: string }[]>;
}

/** Sealed answers to enquiries. */
export interface AnswerRecords {
  /** The first one stays. False where nobody asked this. */
  keep(request: string, sealed: Uint8Array): Promise<boolean>;
  /** For the key that asked alone. */
  find(request: string, sign: string): Promise<Uint8Array | null>;
}

/** A note as it was taken. The portal reads nothing of what it says. */
export interface KeptNote {
  readonly party: string;
  /** Fingerprint of its author. */
  readonly author: string;
  readonly number: number;
  /** SHA-256 of the document. */
  readonly digest: string;
  readonly document: string;
  readonly signature: string;
}

export interface PlacedNote {
  /** From 1, rising by one within the party: nothing of it depends on other parties. */
  readonly place: number;
  readonly document: string;
  readonly signature: string;
}

export type NoteOutcome =
  | { readonly state: 'taken'; readonly place: number }
  | { readonly state: 'older' }
  | { readonly state: 'full' };

/** Notes of each party, in the order in which they came. Nothing is changed or removed. */
export interface NoteRecords {
  /**
   * The place of the one that was taken before when it comes again. `older`: its author has written one with this
   * number or a higher one.
   */
  take(note: KeptNote): Promise<NoteOutcome>;
  listOfParty(party: string, after: number, most: number): Promise<readonly PlacedNote[]>;
}

/** Somebody in force. */
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
  /** The reviewer's keys under the passkey's secret: opaque here. */
  readonly wrapped: string | null;
  /** Where whoever has the recovery key finds the wrapped keys; null where they told none. */
  readonly place: string | null;
}

/** Persons as the lab's statement names them, and the passkeys they sign in with. */
export interface PersonRecords {
  find(sign: string): Promise<Person | null>;
  listOfParty(party: string): Promise<readonly Person[]>;
  listDomains(party: string): Promise<readonly string[]>;
  /** Whether the key is of somebody in force or asked to enroll. */
  isKnown(sign: string): Promise<boolean>;
  findPasskey(credential: string): Promise<Passkey | null>;
  findPasskeyOf(sign: string): Promise<Passkey | null>;
  /**
   * One passkey a person: a new one takes the place of the old. False when somebody else has this credential or place:
   * then nothing changes.
   */
  replacePasskey(passkey: Passkey): Promise<boolean>;
  /** The keys that lie at a place; null where there are none. */
  findWrappedAt(place: string): Promise<string | null>;
  /** False when something else than `before` lies there by now. */
  replaceWrapped(sign: string, before: string, wrapped: string): Promise<boolean>;
  countUse(credential: string, counter: number): Promise<void>;
}

export type FileKind = 'index' | 'grant' | 'object';

/** What a begun release still lacks. */
export interface MissingFiles {
  readonly state: 'begun' | 'complete';
  readonly missing: readonly string[];
}

export interface ServedRelease {
  readonly release: string;
  readonly at: string;
}

/** The exact size that a file must have, or the largest that it may. */
export interface ExpectedFile {
  readonly size: number;
  readonly isExact: boolean;
  readonly isPresent: boolean;
}

/**
 * Releases: begun, complete, served. Only a served one is ever found for a reviewer, and only within the reviewer's
 * party.
 */
export interface ReleaseRecords {
  /** Takes the papers of a release, once; then, and each time after, says what is missing. */
  begin(
    release: string,
    manifest: ReleaseManifest,
    papers: Readonly<Record<ReleasePaper, string>>,
    now: Instant,
    mostMissing: number,
  ): Promise<MissingFiles>;
  /** Null when no release names it. */
  findExpected(digest: string): Promise<ExpectedFile | null>;
  /** False when no release names it any more. */
  markPresent(digest: string): Promise<boolean>;
  isNamed(digest: string): Promise<boolean>;
  listServed(party: string): Promise<readonly ServedRelease[]>;
  isServed(party: string, release: string): Promise<boolean>;
  findPaper(party: string, release: string, paper: string): Promise<string | null>;
  /** Looks for many objects at once: `findFile` then knows those that are there. */
  lookUpObjects(party: string, release: string, digests: readonly string[]): Promise<void>;
  /** Digest of a served file: of an object by itself, of the index, or of this reviewer's grant. */
  findFile(party: string, release: string, kind: FileKind, which: string | null): Promise<string | null>;
}

/** A signed request as it was taken. */
export interface KeptRequest {
  /** SHA-256 of the document. */
  readonly request: string;
  readonly kind: string;
  /** Key that signed it. */
  readonly sign: string;
  /** Fingerprint of the keys that an enrollment asks for; null for whatever else. */
  readonly reviewer: string | null;
  readonly party: string | null;
  readonly domain: string | null;
  readonly document: string;
  readonly signature: string;
  readonly token: string | null;
  /** Of the notice that its sender holds; null for everybody else. */
  readonly tag: string | null;
  readonly at: Instant;
}

export type PlacedRequest = Omit<KeptRequest, 'tag'> & { readonly place: number; readonly state: RequestState };

/** What people asked for. The portal keeps it for the lab, and decides nothing. */
export interface RequestRecords {
  /** The one that was taken before when it comes again; null when there is no room. */
  take(request: KeptRequest): Promise<PlacedRequest | null>;
  listOfKey(sign: string): Promise<readonly PlacedRequest[]>;
  listAfter(place: number, most: number): Promise<readonly PlacedRequest[]>;
  listOfParty(party: string, most: number): Promise<readonly PlacedRequest[]>;
  /**
   * Enrollments of this fingerprint for the domains that are the party's, the newest first: however many strangers ask,
   * a person who is known by ear is found.
   */
  listOfReviewer(party: string, reviewer: string, most: number): Promise<readonly PlacedRequest[]>;
  /**
   * Enrollments for the domains that are the party's: the newest, and those of its people in force, whom no stranger
   * pushes out.
   */
  listForDomainsOf(party: string, most: number): Promise<readonly PlacedRequest[]>;
}

/** What became of a statement: `older` changes nothing. */
export type AuthorizationOutcome =
  | { readonly state: 'taken'; readonly removed: readonly string[] }
  | { readonly state: 'same' }
  | { readonly state: 'older' };

/** The lab's last word on what is in force. */
export interface AuthorizationRecords {
  /** All or nothing. Gives the digests of files that nothing names any more: they can be removed. */
  take(standing: Authorizations, digest: string, now: Instant): Promise<AuthorizationOutcome>;
  /** What was deleted must not lie in a journal either. */
  settle(): Promise<void>;
}

/** The set of tags that the lab said last. */
export interface TagRecords {
  keep(tags: Uint8Array): Promise<void>;
  /** Null before the lab has said one. */
  read(): Promise<Uint8Array | null>;
}
