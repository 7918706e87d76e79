import { compareUtf8 } from '@candor/core/base';
import type { Gap } from '../coverage/gap.ts';
import { type Cited, cite, NOTHING_CITED } from './cited.ts';
import type { Reason, ReasonCode } from './verdict.ts';

/**
 * The basis of a rule, as in docs/formats/exposure-jsonl.md. `gaps`: distinct and sorted, with `moreGaps` further ones.
 */
export function toReason(
  code: ReasonCode,
  cited: Cited = NOTHING_CITED,
  gaps: readonly Gap[] = [],
  moreGaps = 0,
): Reason {
  const more = cited.count - cited.first.length;
  return {
    code,
    records: cited.first,
    gaps,
    ...(more > 0 ? { more } : {}),
    ...(moreGaps > 0 ? { moreGaps } : {}),
  };
}

export function sortReasons(reasons: readonly Reason[]): readonly Reason[] {
  return [...reasons].sort((a, b) => compareUtf8(a.code, b.code));
}

export class ReasonList {
  readonly #reasons = new Map<ReasonCode, Set<string>>();

  add(code: ReasonCode, record: string): void {
    const records = this.#reasons.get(code);
    if (records === undefined) this.#reasons.set(code, new Set([record]));
    else records.add(record);
  }

  has(code: ReasonCode): boolean {
    return this.#reasons.has(code);
  }

  toReasons(): Reason[] {
    return [...this.#reasons].map(([code, records]) => toReason(code, cite(records)));
  }
}
