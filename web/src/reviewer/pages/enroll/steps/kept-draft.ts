/** What was typed before anything was sent, so that a reload does not lose it. The code is not part of it. */
export interface Draft {
  readonly domain: string;
  readonly name: string;
  readonly address: string;
}

const KEY = 'candor-enrollment-draft';
const EMPTY: Draft = { domain: '', name: '', address: '' };

export function readDraft(): Draft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof Draft, unknown>>;
    const toText = (value: unknown): string => (typeof value === 'string' ? value : '');
    return { domain: toText(kept.domain), name: toText(kept.name), address: toText(kept.address) };
  } catch {
    return EMPTY;
  }
}

export function keepDraft(draft: Draft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Kept for this page alone.
  }
}
