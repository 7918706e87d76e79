import {
  FORMER_CODE_SYMBOLS,
  NOTICE_CODE_SYMBOLS,
  type NoticeCodeSlip,
  readNoticeCode,
} from '@candor/core/notice/code';
import { fill } from './words.ts';

export interface JudgedCode {
  readonly isWhole: boolean;
  /** Typing more cannot make it valid. */
  readonly isSlip: boolean;
  readonly text: string;
}

/** Validates a code while it is typed: an error names its group, so that nobody searches 28 characters. */
export function judgeTypedCode(words: CodeWords, typed: string): JudgedCode {
  const reading = readNoticeCode(typed);
  const entered = String(reading.entered);
  if (reading.state === 'code') return { isWhole: true, isSlip: false, text: fill(words.codeWhole, { entered }) };
  const { slip, groups } = reading;
  if (slip === 'too-short' || (slip === 'group-length' && reading.entered < NOTICE_CODE_SYMBOLS)) {
    const isOneMissing = reading.entered === FORMER_CODE_SYMBOLS;
    const text = isOneMissing ? words.codeOneMissing : fill(words.codeEntered, { entered });
    return { isWhole: false, isSlip: false, text };
  }
  const said = slip === 'check-symbol' && groups.length > 0 ? words.suspectGroups : words.slips[slip];
  return { isWhole: false, isSlip: true, text: fill(said, { entered, group: groups.join(words.or) }) };
}

/** Feedback on a code while it is typed: a notice's, or a recovery key, which is printed alike. */
export interface CodeWords {
  /** `{entered}` characters. */
  readonly codeWhole: string;
  /** `{entered}` characters so far. */
  readonly codeEntered: string;
  /** One character less than a code: the length of older codes. */
  readonly codeOneMissing: string;
  /** The check fails, and one error in `{group}` would explain it. */
  readonly suspectGroups: string;
  /** Separator between groups with an error. */
  readonly or: string;
  readonly slips: Readonly<Record<Exclude<NoticeCodeSlip, 'too-short'>, string>>;
}
