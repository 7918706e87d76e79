import { type Finding, type FindingKind, mentions, type SearchedText } from './finding.ts';

/** A number that a label announces, or that stands in a text by its shape alone. */
export interface NumberRule {
  readonly kind: FindingKind;
  readonly detector: string;
  /** With the flag `g`; the number is its last group. */
  readonly shape: RegExp;
  /** In lower case: a text that holds none of them has no label. Empty where a number without a label counts too. */
  readonly hints: readonly string[];
  /** A part of the shape that texts without such a number rarely have. */
  readonly hint: RegExp;
  /** What must stand in the line, or within two lines above it, for the number to be sure. */
  readonly label: RegExp;
  /** Whether characters of the shape are a number of the kind. */
  readonly passes: (value: string) => boolean;
  /** Confidence with a label beside it, and without one. Null: no finding. */
  readonly labelled: Finding['confidence'];
  readonly bare: Finding['confidence'] | null;
}

const LINES_ABOVE = 2;

/** Applies a rule to each line. */
export function findNumbers(text: SearchedText, rule: NumberRule): readonly Finding[] {
  if (rule.hints.length > 0 && !mentions(text, rule.hints)) return [];
  if (!rule.hint.test(text.whole)) return [];
  const { lines } = text;
  return text.numbered.flatMap((at) => {
    const line = lines[at];
    if (line === undefined || !rule.hint.test(line.text)) return [];
    const matches = [...line.text.matchAll(rule.shape)];
    if (matches.length === 0) return [];
    const isLabelled = lines.slice(Math.max(0, at - LINES_ABOVE), at + 1).some(({ text }) => rule.label.test(text));
    const confidence = isLabelled ? rule.labelled : rule.bare;
    if (confidence === null) return [];
    return matches.flatMap((match) => {
      const value = match.at(-1) ?? '';
      if (value === '' || !rule.passes(value)) return [];
      const start = line.start + match.index + match[0].lastIndexOf(value);
      return [{ kind: rule.kind, detector: rule.detector, confidence, start, end: start + value.length, value }];
    });
  });
}
