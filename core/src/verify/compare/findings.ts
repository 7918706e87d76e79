import type { Addition, Change, HarmlessNote } from './change.ts';

const PARTS = ['sender', 'recipient', 'subject', 'date', 'header', 'text', 'html', 'parts', 'structure'] as const;

/** What a message is made of, as an answer names it. `structure`: whether every program takes it apart alike. */
export type NoticePart = (typeof PARTS)[number];

/** Mildest first: what one reader could not compare counts as another one found it. */
const STATES = [
  'not-compared',
  'issued',
  'rewritten',
  'missing',
  'partial',
  'replaced',
  'added',
  'ambiguous',
  'changed',
] as const;

/**
 * What one part is. `replaced`: links of a gateway that keep no address stand where ours were; `partial`: issued lines,
 * and not all of them.
 */
export type PartState = (typeof STATES)[number];

export interface ComparedPart {
  readonly part: NoticePart;
  readonly state: PartState;
}

/** The findings that are left over when something received is laid against what was issued. */
export interface Findings {
  /** States of one part, or of some; a part may be there more than once. */
  readonly states: readonly ComparedPart[];
  readonly changes: readonly Change[];
  readonly additions: readonly Addition[];
  readonly notes: readonly HarmlessNote[];
}

/** Findings about one part: its state, but changed where anything is, and at least added where words are. */
export function toFindings(
  part: NoticePart,
  state: PartState,
  { changes = [], additions = [], notes = [] }: Partial<Findings> = {},
): Findings {
  const worst = changes.length > 0 ? 'changed' : additions.length > 0 ? 'added' : state;
  return { states: [{ part, state: worst }], changes, additions, notes };
}

export function joinFindings(all: readonly Findings[]): Findings {
  return {
    states: all.flatMap(({ states }) => states),
    changes: all.flatMap(({ changes }) => changes),
    additions: all.flatMap(({ additions }) => additions),
    notes: all.flatMap(({ notes }) => notes),
  };
}

export function findWorst(states: readonly ComparedPart[]): PartState {
  return STATES[Math.max(0, ...states.map(({ state }) => STATES.indexOf(state)))] ?? 'changed';
}

/** Every part in the order in which a reader meets it, with its worst state. */
export function listParts(states: readonly ComparedPart[]): readonly ComparedPart[] {
  return PARTS.map((part) => ({ part, state: findWorst(states.filter((one) => one.part === part)) }));
}

/** Parts that carry words, targets of links, recipients or the sender. */
const ACTED_ON: ReadonlySet<NoticePart> = new Set(['sender', 'recipient', 'subject', 'header', 'text', 'html']);

/** Whether a word, the target of a link, a recipient or the sender differs: then nobody may act on the message. */
export function isActedOn(parts: readonly ComparedPart[]): boolean {
  return parts.some(({ part, state }) => state === 'changed' && ACTED_ON.has(part));
}
