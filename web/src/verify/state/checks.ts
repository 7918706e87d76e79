import { type CheckTools, checkNotice, type NoticeAnswer, type NoticeCheck } from '@candor/core/verify';
import { browserCryptography } from '../../platform/browser-cryptography.ts';
import { browserInflate } from '../../platform/browser-inflate.ts';
import { READING_TOOLS } from './reading-tools.ts';

const TOOLS: CheckTools = { ...READING_TOOLS, cryptography: browserCryptography, inflate: browserInflate };

/** Checks a notice as the page does. Loaded with the first look-up. */
export function checkInBrowser(check: NoticeCheck): Promise<NoticeAnswer> {
  return checkNotice(TOOLS, check);
}
