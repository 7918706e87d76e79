import { type OutlookItem, readOutlookItem } from '@candor/core/evidence/outlook';
import { browserRuntime } from './browser-runtime.ts';

/** Reads a .msg file; null if it is damaged or contains no Outlook item. */
export function readItem(bytes: Uint8Array): OutlookItem | null {
  return readOutlookItem(browserRuntime, bytes);
}
