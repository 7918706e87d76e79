import { formatAmount, type Instant, type Said, toSaid } from '@candor/core/base';
import type { Copy } from '@candor/core/evidence/message';
import type { JudgedCounts, SaidJudgement } from './cleared.ts';
import { toReason } from './reason-list.ts';
import type { Reason } from './verdict.ts';

/** What shows that a copy came after the span: a delivery source, or own sent mail answers what came then. */
export type LateWitness = 'delivery' | 'answer';

const DELIVERED = toSaid('arrived-after', 'delivery' as LateWitness);
const ANSWERS = toSaid('arrived-after', 'answer' as LateWitness);
const ABSENT = toSaid('arrived-after', toReason('after-containment'));

/** Whether a copy came after the span of its mailbox. A Date alone never shows it (docs/formats/rules.md, Arrival). */
export function findLateWitness(
  { arrived, arrivalSource, answered }: Pick<Copy, 'arrived' | 'arrivalSource' | 'answered'>,
  spanEnd: Instant,
): Said<'arrived-after', LateWitness> | null {
  if (arrivalSource === 'delivery' && arrived !== null && arrived > spanEnd) return DELIVERED;
  return answered !== null && answered > spanEnd ? ANSWERS : null;
}

export interface AbsenceTests {
  readonly isNamed: boolean;
  readonly isGrantOpen: boolean;
  /** A record linked later than 24 hours after containment names it or would take it. */
  readonly isLinkedAfter: boolean;
}

/** The reason that makes a copy absent; null where one test of D1 fails. */
export function findAbsent(
  witness: Said<'arrived-after', LateWitness> | null,
  { isNamed, isGrantOpen, isLinkedAfter }: AbsenceTests,
): Said<'arrived-after', Reason> | null {
  return witness === null || isNamed || isGrantOpen || isLinkedAfter ? null : ABSENT;
}

/** The words of a kept verdict; null unless D1 is its only reason. */
export function sayArrivedAfter({ verdict, reasons }: SaidJudgement): Said<'arrived-after', string> | null {
  const isAbsent = verdict === 'absent' && reasons.length > 0;
  return isAbsent && reasons.every(({ code }) => code === ABSENT.value.code)
    ? toSaid('arrived-after', 'arrived after the intruder was shut out')
    : null;
}

/** How many copies may be said to have arrived later: those that D1 takes, never more than have the verdict. */
export function countArrivedAfter({ copies, codes }: JudgedCounts): Said<'arrived-after', number> {
  return toSaid('arrived-after', Math.min(copies.absent ?? 0, codes[ABSENT.value.code] ?? 0));
}

/** What is said of copies that only a Date keeps from a rule or from being absent. */
export function toDateAloneWords(copies: number): string {
  const amount = formatAmount(copies, 'copy', 'copies');
  return `nothing but its Date says when it arrived: a PST export or a message trace would settle ${amount}`;
}
