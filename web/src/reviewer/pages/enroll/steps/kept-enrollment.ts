/** The sent request, stored until admission. Nothing secret: the keys are wrapped, and a code is never stored. */
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
  /** The DNS record that proves the domain, from the own key; null for other proofs. */
  readonly challenge: { readonly name: string; readonly text: string } | null;
  readonly passkey: KeptPasskey | null;
  /** Tag that proves a notice to the portal; missing in older browsers. It does not reveal the code. */
  readonly tag?: string | null;
}

export interface KeptPasskey {
  readonly credential: string;
  readonly hasPrf: boolean;
}

const KEY = 'candor-enrollment';

/** For this incident; null if there is none, or nothing is stored. */
export function readKeptEnrollment(incident: string): KeptEnrollment | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isKept(kept) && kept.incident === incident ? kept : null;
  } catch {
    return null;
  }
}

const TEXTS = ['incident', 'name', 'proof', 'target', 'fingerprint', 'wrapped', 'request'] as const;

/** Whether it has the current form: other programs on the same site could have written it. */
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
    // Kept for this page only.
  }
}
