const SVG = 'http://www.w3.org/2000/svg';

/** Passed, partial or missing, refused: distinguished by shape, then by colour. */
export type MarkKind = 'tick' | 'ring' | 'cross';

/** Lines in a 12 by 12 box. */
export const MARK_SHAPES: Readonly<Record<MarkKind, string>> = {
  tick: 'M1.5 6.5 4.5 9.5 10.5 2.5',
  cross: 'M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5',
  ring: 'M6 1.5A4.5 4.5 0 1 1 5.99 1.5',
};

/** Decorative: the word is beside it. */
export function mark(kind: MarkKind): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `mark ${kind}`);
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('width', '12');
  svg.setAttribute('height', '12');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', MARK_SHAPES[kind]);
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '2');
  if (kind === 'ring') path.setAttribute('stroke-dasharray', '2 1.5');
  svg.append(path);
  return svg;
}
