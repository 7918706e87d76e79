import { toObject, toText } from '@candor/core/base';

/** Typed data before sending, so that a reload does not lose it. Excludes the code. */
export interface Draft {
  readonly domain: string;
  readonly name: string;
  readonly address: string;
}

const KEY = 'candor-enrollment-draft';
const EMPTY: Draft = { domain: '', name: '', address: '' };

export function readDraft(): Draft {
  try {
    const kept = toObject(JSON.parse(sessionStorage.getItem(KEY) ?? '{}'));
    const read = (key: keyof Draft): string => toText(kept?.[key]) ?? '';
    return { domain: read('domain'), name: read('name'), address: read('address') };
  } catch {
    return EMPTY;
  }
}

export function keepDraft(draft: Draft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Kept for this page only.
  }
}
