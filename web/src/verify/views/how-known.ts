import { element } from '../../ui/element.ts';

/** The basis of an answer, for recomputing it; collapsed. */
export function drawBasis(
  title: string,
  facts: readonly (readonly [name: string, fact: string])[],
  further: readonly string[] = [],
): HTMLElement {
  return element(
    'details',
    { class: 'how' },
    element('summary', { text: title }),
    facts.length === 0 ? null : element('dl', { class: 'rows' }, ...facts.map(([name, fact]) => drawFact(name, fact))),
    ...further.map((text) => element('p', { text })),
  );
}

export function drawFact(name: string, fact: string): HTMLElement {
  return element('div', {}, element('dt', { text: name }), element('dd', {}, ...withCode(fact)));
}

/** Digests in a monospaced font for comparison. */
function withCode(fact: string): readonly (HTMLElement | string)[] {
  return fact
    .split(/((?:[0-9a-f]{4}-)+(?:…-)?[0-9a-f]{4})/)
    .map((part, at) => (at % 2 === 1 ? element('code', { text: part }) : part));
}
