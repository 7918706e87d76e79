import type { NoticeCodeSlip } from '@candor/core/notice/code';

/** What is said of a code while it is typed: of a notice's, and of a recovery key, which is printed alike. */
export interface CodeWords {
  /** `{entered}` characters. */
  readonly codeWhole: string;
  /** `{entered}` characters so far. */
  readonly codeEntered: string;
  /** One character fewer than a code has: what older notices print. */
  readonly codeOneMissing: string;
  /** The check fails, and one slip in `{group}` would explain it. */
  readonly suspectGroups: string;
  /** Between the groups of a slip. */
  readonly or: string;
  readonly slips: Readonly<Record<Exclude<NoticeCodeSlip, 'too-short'>, string>>;
}
