/** JSON answers of the portal, as it writes them. Callers trust nothing in them unchecked. */

export type ReviewerRole = 'nominator' | 'reviewer' | 'representative';

/** `received`: the organization has not fetched it yet. */
export type RequestState = 'received' | 'waiting' | 'approved' | 'refused' | 'stopped';

export interface StatusAnswer {
  readonly v: 1;
  /** Identifies the process: signed calls to an earlier one are invalid. */
  readonly boot: string;
  readonly time: string;
  readonly incident: string;
  readonly organization: string;
  /** Origin of the reviewer app. */
  readonly app: string;
  /** Relying party of passkeys. */
  readonly passkeys: string;
}

export interface MeAnswer {
  readonly reviewer: string;
  readonly role: ReviewerRole;
  readonly party: string;
  readonly domains: readonly string[];
  readonly wrapped: string | null;
}

/** Own active sessions, oldest first. */
export interface SessionsAnswer {
  readonly sessions: readonly { readonly begun: string; readonly seen: string; readonly isThis: boolean }[];
}

export interface EnrolledAnswer {
  readonly request: string;
  readonly token: string;
}

export interface OwnEnrollment extends EnrolledAnswer {
  readonly state: RequestState;
}

export interface RequestAnswer {
  readonly request: string;
}

/** A request with its document, so that readers verify the signature instead of trusting the portal about a key. */
export interface ListedRequest {
  readonly request: string;
  readonly kind: string | null;
  readonly document: string;
  readonly signature: string;
  readonly state: RequestState;
}

/** A nominator's view of their party. */
export interface PartyAnswer {
  readonly party: string;
  readonly domains: readonly string[];
  readonly reviewers: readonly { readonly reviewer: string; readonly role: ReviewerRole; readonly name: string }[];
  readonly enrollments: readonly ListedRequest[];
  readonly requests: readonly ListedRequest[];
}

/** The part of a release that is at the portal. */
export interface PushAnswer {
  readonly release: string;
  readonly state: 'begun' | 'complete';
  readonly missing: readonly string[];
}
