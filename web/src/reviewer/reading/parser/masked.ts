import { maskText } from '../mask.ts';

/** A copy of the elements in which these words stand masked. */
export function toMasked(bodies: readonly HTMLElement[], masks: readonly string[]): readonly HTMLElement[] {
  if (masks.length === 0) return bodies;
  return bodies.map((body) => {
    const copy = body.cloneNode(true) as HTMLElement;
    const walker = copy.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text);
    for (const text of texts) maskNode(text, masks);
    return copy;
  });
}

function maskNode(text: Text, masks: readonly string[]): void {
  const pieces = maskText(text.data, masks);
  if (pieces.every(({ isMasked }) => !isMasked)) return;
  text.replaceWith(
    ...pieces.map((piece) => {
      if (!piece.isMasked) return piece.text;
      const mark = text.ownerDocument.createElement('mark');
      mark.textContent = piece.shown;
      return mark;
    }),
  );
}
