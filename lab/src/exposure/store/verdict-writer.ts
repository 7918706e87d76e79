import { createReasonsWriter } from '@candor/core/exposure/exchange';
import { isReasonCode } from '@candor/core/exposure/explain';
import { type Reason, type ReasonCode, restsOnUndecided, type Verdict } from '@candor/core/exposure/verdict';
import type { Policy } from '@candor/core/incident';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import { isNumber, isText, isTexts, listOf, optional, readStored, shapeOf } from '../../adapters/store/stored-json.ts';

const isKeptReasons = listOf(
  shapeOf<KeptReason>({
    code: (value): value is ReasonCode => typeof value === 'string' && isReasonCode(value),
    records: isTexts,
    more: optional(isNumber),
    gaps: listOf(shapeOf({ kind: isText, from: isText, to: isText })),
    moreGaps: optional(isNumber),
    carriers: optional(isTexts),
    moreCarriers: optional(isNumber),
  }),
);

const batchRows = 4000;
const verdictColumns = ['version', 'copy_id', 'verdict', 'intruder_sent', 'undecided', 'reasons'];
/** Writes verdicts in batches across mailboxes. */
export class VerdictWriter {
  readonly #store: Store;
  readonly #version: number;
  readonly #policy: Policy;
  readonly #toReasonsText = createReasonsWriter();
  #rows: StoreValue[][] = [];

  constructor(store: Store, version: number, policy: Policy) {
    this.#store = store;
    this.#version = version;
    this.#policy = policy;
  }

  add(copyId: number, verdict: Verdict, reasons: readonly Reason[]): void {
    const isSent = reasons.some(({ code }) => code === 'intruder-sent');
    const isUndecided = restsOnUndecided({ verdict, reasons }, this.#policy);
    const flags = [isSent ? 1 : 0, isUndecided ? 1 : 0];
    this.#rows.push([this.#version, copyId, verdict, ...flags, this.#toReasonsText(reasons)]);
    if (this.#rows.length >= batchRows) this.end();
  }

  end(): void {
    this.#store.insertRows('exposure_verdict', verdictColumns, this.#rows);
    this.#rows = [];
  }
}

/** A reason as a version keeps it; times are texts. */
export interface KeptReason {
  readonly code: ReasonCode;
  readonly records: readonly string[];
  /** Further records behind it that are not listed, as in exposure.jsonl. */
  readonly more?: number;
  readonly gaps: readonly { readonly kind: string; readonly from: string; readonly to: string }[];
  readonly moreGaps?: number;
  /** Locations of what it is attached to (C1). */
  readonly carriers?: readonly string[];
  readonly moreCarriers?: number;
}

/** The reasons of a verdict; `copy` says whose, in a fault. */
export function readReasons(text: string, copy: string): readonly KeptReason[] {
  return readStored(isKeptReasons, text, 'exposure_verdict.reasons', copy);
}
