/** What was asked for, as this browser keeps it until somebody is let in. Nothing secret: the keys are wrapped, and a code is never kept. */
export interface KeptEnrollment {
  readonly v: 1;
  readonly incident: string;
  readonly name: string;
  readonly proof: 'dns' | 'mailbox' | 'nomination';
  /** Domain, or the exact address. */
  readonly target: string;
  readonly fingerprint: string;
  readonly wrapped: string;
  readonly request: string;
  /** The record for the keyWorker, of the own key; null for other proofs. */
  readonly challenge: { readonly name: string; readonly text: string } | null;
  readonly passkey: KeptPasskey | null;
  /** By what the portal knows that somebody holds a notice; older browsers kept none. It leads to no code. */
  readonly tag?: string | null;
}

export interface KeptPasskey {
  /** So that this passkey is asked for and no other. */
  readonly credential: string;
  readonly hasPrf: boolean;
}

const KEY = 'candor-enrollment';

/** Of this incident; null where there is none, or the browser keeps nothing. */
export function readKeptEnrollment(incident: string): KeptEnrollment | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as KeptEnrollment | null;
    return kept?.v === 1 && kept.incident === incident ? kept : null;
  } catch {
    return null;
  }
}

/** Private windows may forbid storage: the page then says that it must stay open. */
export function keepEnrollment(kept: KeptEnrollment | null): void {
  try {
    if (kept === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Kept for this page alone.
  }
}
