import { NOTICE_CODE_SYMBOLS, readNoticeCode } from '@candor/core/notice';
import type { CodeWords } from './code-words.ts';
import { fill } from './words.ts';

export interface JudgedCode {
  readonly isWhole: boolean;
  /** What was typed cannot become right by typing on. */
  readonly isSlip: boolean;
  readonly text: string;
}

/** Judges a code while it is typed: a slip names its group, so that nobody looks for it in 27 characters. */
export function judgeTypedCode(words: CodeWords, typed: string): JudgedCode {
  const reading = readNoticeCode(typed);
  if (reading.state === 'code') return { isWhole: true, isSlip: false, text: words.codeWhole };
  const entered = String(reading.entered);
  const unfinished =
    reading.slip === 'too-short' || (reading.slip === 'group-length' && reading.entered < NOTICE_CODE_SYMBOLS);
  if (reading.slip === 'too-short' || unfinished)
    return { isWhole: false, isSlip: false, text: fill(words.codeEntered, { entered }) };
  return {
    isWhole: false,
    isSlip: true,
    text: fill(words.slips[reading.slip], { entered, group: String(reading.group ?? '') }),
  };
}
