import type { KeptEnrollment, KeptPasskey } from './kept-enrollment.ts';
import type { KnownOrganization } from './look-up-notice.ts';

export type ProofKind = KeptEnrollment['proof'];

/** The person who asks to read, and their proof. */
export interface Applicant {
  readonly name: string;
  readonly address: string;
  readonly proof: ProofKind;
}

/** The looked-up notice whose key was compared; without a code only the organization. */
export interface ComparedOrganization {
  readonly organization: KnownOrganization;
  /** As typed; null without a code. */
  readonly code: string | null;
  readonly domain: string;
}

/**
 * The state of an enrollment. Until `sent` everything is in this page, and a reload restarts; afterwards this browser
 * stores what it needs to continue, with wrapped keys.
 */
export type Enrollment =
  | { readonly at: 'notice' }
  | { readonly at: 'person'; readonly compared: ComparedOrganization }
  | {
      readonly at: 'recovery';
      readonly compared: ComparedOrganization;
      readonly applicant: Applicant;
      readonly fingerprint: string;
      readonly recovery: string;
    }
  | { readonly at: 'passkey'; readonly kept: KeptEnrollment }
  | { readonly at: 'proof'; readonly kept: KeptEnrollment; readonly passkey: KeptPasskey }
  | { readonly at: 'waiting' | 'ready' | 'refused' | 'stopped'; readonly kept: KeptEnrollment };

/** The state restored from storage. Shows the proof again: it is unknown whether the record was written. */
export function resume(kept: KeptEnrollment | null): Enrollment {
  if (kept === null) return { at: 'notice' };
  return kept.passkey === null ? { at: 'passkey', kept } : { at: 'proof', kept, passkey: kept.passkey };
}
