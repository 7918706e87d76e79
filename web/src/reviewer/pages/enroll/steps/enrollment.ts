import type { KeptEnrollment, KeptPasskey } from './kept-enrollment.ts';
import type { KnownOrganization } from './look-up-notice.ts';

export type ProofKind = KeptEnrollment['proof'];

/** Who asks to read, and how they will prove it. */
export interface Applicant {
  readonly name: string;
  readonly address: string;
  readonly proof: ProofKind;
}

/** The notice that was looked up and whose key was compared; without a code, the organization alone. */
export interface ComparedOrganization {
  readonly organization: KnownOrganization;
  /** As typed; null for who has none. */
  readonly code: string | null;
  readonly domain: string;
}

/**
 * Where somebody is on the way in. Until `sent` everything is in this page alone, and a reload begins anew; from then
 * on this browser keeps what it needs to go on, and the keys are wrapped.
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

/**
 * Where a browser goes on that kept something. The proof is shown again: nobody remembers whether the record was
 * written.
 */
export function resume(kept: KeptEnrollment | null): Enrollment {
  if (kept === null) return { at: 'notice' };
  return kept.passkey === null ? { at: 'passkey', kept } : { at: 'proof', kept, passkey: kept.passkey };
}
