/**
 * Detectors: a decoded text in, the secrets and personal data that stand in it out (docs/formats/findings-jsonl.md).
 * Pure, never throws, linear in the length of the text. A finding holds its value in memory; what leaves is place, kind
 * and mask (`maskValue`).
 */

export { CodePointCounter } from './code-points.ts';
export { findSeparator, type Separator, toCells, toRowCells } from './column/cells.ts';
export { type DetectionOptions, detectFindings } from './detect-findings.ts';
export {
  type Evaluation,
  evaluateFindings,
  type FoundValue,
  type KindEvaluation,
  type LabelledValue,
  readLabel,
  type Share,
  toShare,
} from './evaluation.ts';
export {
  type Confidence,
  type Finding,
  type FindingKind,
  SearchedText,
  type SensitiveKind,
  type TextLine,
} from './finding.ts';
export { maskValue, normalizeValue } from './mask.ts';
export { findPrivilegeMarks, type PrivilegeMark } from './privilege-mark.ts';
export { DETECTORS_VERSION } from './version.ts';
