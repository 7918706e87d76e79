/** What the portal answers in JSON, as it writes it. A caller believes nothing of it before it was checked. */

export type ReviewerRole = 'nominator' | 'reviewer' | 'representative';

/** `received`: the organization has not fetched it yet. */
export type RequestState = 'received' | 'waiting' | 'approved' | 'refused' | 'stopped';

export interface StatusAnswer {
  readonly v: 1;
  /** Of the process: signed calls to an earlier one are void. */
  readonly boot: string;
  readonly time: string;
  readonly incident: string;
  readonly organization: string;
  /** Origin of the reviewer app. */
  readonly app: string;
  /** Domain that passkeys belong to. */
  readonly passkeys: string;
}

/** Who is signed in. */
export interface MeAnswer {
  readonly reviewer: string;
  readonly role: ReviewerRole;
  readonly party: string;
  readonly domains: readonly string[];
  readonly wrapped: string | null;
}

/** The own sessions in force, the oldest first. */
export interface SessionsAnswer {
  readonly sessions: readonly { readonly begun: string; readonly seen: string; readonly isThis: boolean }[];
}

export interface EnrolledAnswer {
  readonly request: string;
  readonly token: string;
}

/** What one key asked for. */
export interface OwnEnrollment extends EnrolledAnswer {
  readonly state: RequestState;
}

export interface RequestAnswer {
  readonly request: string;
}

/** A request with its document: who reads it can check the signature, and need not believe the portal about a key. */
export interface ListedRequest {
  readonly request: string;
  readonly kind: string | null;
  readonly document: string;
  readonly signature: string;
  readonly state: RequestState;
}

/** What a nominator sees of their party. */
export interface PartyAnswer {
  readonly party: string;
  readonly domains: readonly string[];
  readonly reviewers: readonly { readonly reviewer: string; readonly role: ReviewerRole; readonly name: string }[];
  readonly enrollments: readonly ListedRequest[];
  readonly requests: readonly ListedRequest[];
}

/** How much of a release is at the portal. */
export interface PushAnswer {
  readonly release: string;
  readonly state: 'begun' | 'complete';
  readonly missing: readonly string[];
}
