import type { Detector, Finding, FindingKind, Hints, SearchedText } from './finding.ts';
import { withNeighbours } from './hint-scan.ts';

/** A number that a label announces, or that stands in a text by its shape alone. */
export interface NumberRule {
  readonly kind: FindingKind;
  readonly detector: string;
  /** With the flag `g`; the number is its last group. */
  readonly shape: RegExp;
  /** What every label begins with; or, where a number without a label counts too, what every number holds. */
  readonly hints: Hints;
  /** What must stand in the line, or within so many lines above it (two without it), for the number to be sure. */
  readonly label: RegExp;
  readonly linesAbove?: number;
  /** Whether characters of the shape are a number of the kind. */
  readonly passes: (value: string) => boolean;
  /** Confidence with a label beside it, and without one. Null: no finding. */
  readonly labelled: Finding['confidence'];
  readonly bare: Finding['confidence'] | null;
}

const LINES_ABOVE = 2;
/** What documentation writes for a number: many checksums hold for zeros alone. */
const ONE_DIGIT = /^(\d)\1+$/;
const HAS_NUMBER = /\d[ .-]?\d/;

export function toNumberDetector(rule: NumberRule): Detector {
  return {
    hints: rule.hints,
    find: (text, lines) =>
      (rule.bare === null ? withNeighbours(lines, rule.linesAbove ?? LINES_ABOVE, text.lines) : lines).flatMap((at) =>
        findInLine(text, at, rule),
      ),
  };
}

function findInLine({ lines }: SearchedText, at: number, rule: NumberRule): readonly Finding[] {
  const line = lines[at];
  if (line === undefined || !HAS_NUMBER.test(line.text)) return [];
  const matches = [...line.text.matchAll(rule.shape)];
  if (matches.length === 0) return [];
  const isLabelled = lines
    .slice(Math.max(0, at - (rule.linesAbove ?? LINES_ABOVE)), at + 1)
    .some(({ text }) => rule.label.test(text));
  const confidence = isLabelled ? rule.labelled : rule.bare;
  if (confidence === null) return [];
  return matches.flatMap((match) => {
    const value = match.at(-1) ?? '';
    if (value === '' || ONE_DIGIT.test(value.replace(/\D/g, '')) || !rule.passes(value)) return [];
    const start = line.start + match.index + match[0].lastIndexOf(value);
    return [{ kind: rule.kind, detector: rule.detector, confidence, start, end: start + value.length, value }];
  });
}
