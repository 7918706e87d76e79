import { maskText, toMaskedText } from '../mask.ts';
import { endsLine } from './html-text.ts';

/** Attributes that name, place or colour; in the others words may stand that a browser shows. */
const NO_WORDS = new Set(['class', 'id', 'style', 'src', 'width', 'height']);

export interface MaskedBodies {
  readonly shown: readonly HTMLElement[];
  /** The secrets that stand masked in them. */
  readonly masked: readonly string[];
}

/** A copy of the elements in which these words stand masked, also where markup begins or ends within a word. */
export function toMasked(bodies: readonly HTMLElement[], masks: readonly string[]): MaskedBodies {
  if (masks.length === 0) return { shown: bodies, masked: [] };
  const found = new Set<string>();
  const shown = bodies.map((body) => {
    const copy = body.cloneNode(true) as HTMLElement;
    for (const run of listRuns(copy)) maskRun(run, masks, found);
    for (const element of copy.querySelectorAll('*')) maskAttributes(element, masks);
    return copy;
  });
  return { shown, masked: [...found] };
}

/** Texts that one reads without a break, each with the texts beside it. What is hidden breaks nothing. */
function listRuns(root: HTMLElement): readonly (readonly Text[])[] {
  const runs: Text[][] = [[]];
  const walk = (node: Node): void => {
    // A parser nests at most 512 elements, so that calls may nest as well.
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) runs.at(-1)?.push(child as Text);
      else if (child.nodeType === Node.ELEMENT_NODE) walkElement(child as HTMLElement);
    }
  };
  const walkElement = (element: HTMLElement): void => {
    const isBreak = endsLine(element.localName);
    if (isHidden(element)) {
      const around = runs.pop() ?? [];
      runs.push([]);
      walk(element);
      runs.push(around);
      return;
    }
    if (isBreak) runs.push([]);
    walk(element);
    if (isBreak) runs.push([]);
  };
  walk(root);
  return runs;
}

function isHidden({ hidden, style }: HTMLElement): boolean {
  return (
    Boolean(hidden) ||
    style?.display === 'none' ||
    style?.visibility === 'hidden' ||
    /^0(?:\D|$)/.test(style?.fontSize ?? '')
  );
}

function maskRun(run: readonly Text[], masks: readonly string[], found: Set<string>): void {
  const pieces = maskText(run.map(({ data }) => data).join(''), masks);
  if (pieces.every(({ isMasked }) => !isMasked)) return;
  const parts: (Node | string)[][] = run.map(() => []);
  const starts: number[] = [];
  let length = 0;
  for (const { data } of run) {
    starts.push(length);
    length += data.length;
  }
  let at = 0;
  let from = 0;
  for (const piece of pieces) {
    const end = from + piece.text.length;
    while (at + 1 < run.length && (starts[at + 1] ?? 0) <= from) at += 1;
    if (piece.isMasked) {
      found.add(piece.secret);
      const mark = run[at]?.ownerDocument.createElement('mark');
      if (mark === undefined) continue;
      mark.textContent = piece.shown;
      // The whole of it stands where it begins.
      parts[at]?.push(mark);
    } else
      for (let text = at; text < run.length && (starts[text] ?? 0) < end; text += 1) {
        const start = starts[text] ?? 0;
        parts[text]?.push(run[text]?.data.slice(Math.max(0, from - start), end - start) ?? '');
      }
    from = end;
  }
  for (const [index, text] of run.entries()) text.replaceWith(...(parts[index] ?? []));
}

function maskAttributes(element: Element, masks: readonly string[]): void {
  for (const { name, value } of element.attributes) {
    if (NO_WORDS.has(name)) continue;
    const shown = toMaskedText(value, masks);
    if (shown !== value) element.setAttribute(name, shown);
  }
}
