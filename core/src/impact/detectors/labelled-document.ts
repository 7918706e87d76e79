import { isParted, unwrapSentence } from './column/cells.ts';
import type { Detector, Finding, FindingKind, Hints, SearchedText } from './finding.ts';

/** A number of letters and digits that stands right behind its label: no checksum tells it from others. */
export interface DocumentRule {
  readonly kind: FindingKind;
  readonly detector: string;
  readonly hints: Hints;
  /** With the flags `giu`. What stands between label and number is skipped here. */
  readonly label: RegExp;
  /** With the flags `iuy`. */
  readonly shape: RegExp;
  readonly passes?: (value: string) => boolean;
  /** Labels that other numbers have too, and what must then be said within some lines. Without the flag `g`. */
  readonly shared?: { readonly label: RegExp; readonly beside: RegExp };
}

const LINES_AROUND = 4;

/** `number`, `no.`, `is`, signs, and a note in brackets. */
const JOINT =
  /(?:[ \t]{0,4}(?:\([^()\n]{0,40}\)|numbers?|nummer|numero|número|id(?!\p{L})|ref(?:erence)?\.?(?!\p{L})|(?:for|of|von|für|de|di) \p{Lu}[\p{L}.’'-]{1,20}(?: \p{Lu}[\p{L}.’'-]{1,20}){0,2}|no\.?(?![\p{L}\p{N}])|nr\.?|n\.?[°º]|n\.(?= ?[A-Z]{0,3}\d)|(?:for|pour|für|para|per|voor) (?:\p{L}{1,15} ){1,4}?(?=[:=])|n[úu]m(?:ero|éro)?\.?|ist|is|lautet|est(?: le)?|es(?: el)?|è|é|är|er|was|[:：#=-]{1,2}))*[ \t]{0,8}["“«']?[ \t]?/iuy;

/** A detector that reads what stands behind a label, in its line or alone on the next. */
export function toDocumentDetector(rule: DocumentRule): Detector {
  return { hints: rule.hints, find: (text, lines) => lines.flatMap((at) => findInLine(text, at, rule)) };
}

function findInLine(text: SearchedText, at: number, rule: DocumentRule): readonly Finding[] {
  const line = unwrapSentence(text, at);
  return [...line.text.matchAll(rule.label)].flatMap((label) => {
    if (label.index >= line.own) return [];
    if (rule.shared?.label.test(label[0]) === true) {
      const { beside } = rule.shared;
      const isBeside = text.matchesAround(beside, at - LINES_AROUND, at + LINES_AROUND + 1);
      if (!isBeside && !beside.test(text.subject)) return [];
    }
    JOINT.lastIndex = label.index + label[0].length;
    const behind = JOINT.lastIndex + (JOINT.exec(line.text)?.[0].length ?? 0);
    const next = behind < line.text.trimEnd().length ? undefined : text.lines[at + 1];
    if (next !== undefined && isParted(line.text)) return [];
    const place = next === undefined ? line : { text: next.text, toOffset: (unit: number) => next.start + unit };
    rule.shape.lastIndex = next === undefined ? behind : next.text.search(/\S|$/);
    const match = rule.shape.exec(place.text);
    if (match === null || (rule.passes !== undefined && !rule.passes(match[0]))) return [];
    const value = match[0];
    const [start, end] = [place.toOffset(match.index), place.toOffset(match.index + value.length)];
    return [{ kind: rule.kind, detector: rule.detector, confidence: 'likely', start, end, value }];
  });
}

export function countDigits(value: string): number {
  return value.replace(/\D/g, '').length;
}
