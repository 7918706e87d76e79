import { type CheckTools, checkNotice, type NoticeAnswer, type NoticeCheck } from '@candor/core/verify';
import { browserCryptography } from '../../platform/browser-cryptography.ts';
import { browserInflate } from '../../platform/browser-inflate.ts';
import { loadDifferences } from '../views/loaded-differences.ts';
import { READING_TOOLS } from './reading-tools.ts';

const TOOLS: CheckTools = { ...READING_TOOLS, cryptography: browserCryptography, inflate: browserInflate };

/** Checks a notice as the page does. Loaded with the first look-up, and what shows differences with a message. */
export async function checkInBrowser(check: NoticeCheck): Promise<NoticeAnswer> {
  // Before the answer is known: the host must not learn from it whether the code opened anything.
  if (check.received !== null) await loadDifferences();
  return checkNotice(TOOLS, check);
}
