import type { Confidence, Finding, TextLine, UnwrappedLine } from '../finding.ts';
import type { ReadValue } from './after-cue.ts';

export function toUnwrapped({ text, start }: TextLine): UnwrappedLine {
  return { text, own: text.length, toOffset: (unit) => start + unit };
}

export function toFinding(
  detector: string,
  confidence: Confidence,
  { toOffset }: UnwrappedLine,
  { start, end, value }: Omit<ReadValue, 'isQuoted'>,
): Finding {
  return { kind: 'credential', detector, confidence, start: toOffset(start), end: toOffset(end), value };
}
