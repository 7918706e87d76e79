import type { Confidence, FindingKind } from '@candor/core/impact/detectors';
import type { WantedMessage } from '../../evidence/plan-reading.ts';
import type { UnreadReason } from './attachment-text.ts';

/** What the process that searches is asked. `valueKey`: the key that values are hashed with, in hexadecimal. */
export interface FindingTask {
  readonly valueKey: string;
  /** The messages to search; null: all that are read. */
  readonly wanted: readonly WantedMessage<null>[] | null;
}

/** A finding as it leaves that process: without its value. */
export interface PlacedFinding {
  readonly part: string;
  /** Code points of the part's decoded text, line ends LF. */
  readonly offset: number;
  readonly length: number;
  readonly kind: FindingKind;
  readonly detector: string;
  readonly confidence: Confidence;
  /** HMAC-SHA-256 of kind and value under the key of the scan, in hexadecimal: equal for equal values. */
  readonly valueHash: string;
  readonly mask: string;
}

export interface FindingAnswer {
  readonly is: 'searched';
  readonly findings: readonly PlacedFinding[];
  readonly unread: readonly UnreadReason[];
}

/** `changed`: the evidence is not what it was. */
export type SearchAnswer = FindingAnswer | { readonly is: 'changed' };
