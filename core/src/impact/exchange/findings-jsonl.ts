import type { Confidence, FindingKind } from '../detectors/finding.ts';

/** One line of findings.jsonl (docs/formats/findings-jsonl.md). */
export interface FindingLine {
  readonly custodian: string;
  readonly location: string;
  readonly part: string;
  readonly offset: number;
  readonly length: number;
  readonly kind: FindingKind;
  readonly detector: string;
  readonly confidence: Confidence;
  /** A number of this export, the same for equal values. */
  readonly value: string;
  readonly mask: string;
}

export function toFindingLine(line: FindingLine): string {
  const { custodian, location, part, offset, length, kind, detector, confidence, value, mask } = line;
  return `${JSON.stringify({ custodian, location, part, offset, length, kind, detector, confidence, value, mask })}\n`;
}
