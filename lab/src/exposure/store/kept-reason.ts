import { isReasonCode } from '@candor/core/exposure/explain';
import type { ReasonCode } from '@candor/core/exposure/verdict';
import { isNumber, isText, isTexts, listOf, optional, readStored, shapeOf } from '../../adapters/store/stored-json.ts';

/** A reason as a version keeps it; times are texts. */
export interface KeptReason {
  readonly code: ReasonCode;
  readonly records: readonly string[];
  /** Further records behind it that are not listed, as in exposure.jsonl. */
  readonly more?: number;
  readonly gaps: readonly { readonly kind: string; readonly from: string; readonly to: string }[];
  readonly moreGaps?: number;
}

const isKeptReasons = listOf(
  shapeOf<KeptReason>({
    code: (value): value is ReasonCode => typeof value === 'string' && isReasonCode(value),
    records: isTexts,
    more: optional(isNumber),
    gaps: listOf(shapeOf({ kind: isText, from: isText, to: isText })),
    moreGaps: optional(isNumber),
  }),
);

/** The reasons of a verdict; `copy` says whose, in a fault. */
export function readReasons(text: string, copy: string): readonly KeptReason[] {
  return readStored(isKeptReasons, text, 'exposure_verdict.reasons', copy);
}
