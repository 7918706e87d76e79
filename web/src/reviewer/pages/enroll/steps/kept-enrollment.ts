/**
 * What was asked for, as this browser keeps it until somebody is let in. Nothing secret: the keys are wrapped, and a
 * code is never kept.
 */
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
  /** The DNS record that proves the domain, made of the own key; null for other proofs. */
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
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isKept(kept) && kept.incident === incident ? kept : null;
  } catch {
    return null;
  }
}

const TEXTS = ['incident', 'name', 'proof', 'target', 'fingerprint', 'wrapped', 'request'] as const;

/** Whether it has the form of this version: other programs of the same site could have written it. */
function isKept(kept: unknown): kept is KeptEnrollment {
  if (typeof kept !== 'object' || kept === null || !('v' in kept) || kept.v !== 1) return false;
  const texts = new Map(Object.entries(kept));
  return TEXTS.every((key) => typeof texts.get(key) === 'string');
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
