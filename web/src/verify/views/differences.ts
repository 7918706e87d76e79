import type { ComparedNotice } from '@candor/core/verify';
import type { Addition, Change, ChangedLine, HarmlessNote } from '@candor/core/verify/compare';
import type { Phrases } from '../../i18n/catalogues.ts';
import { COMPARED, type ComparedPhrases } from '../../i18n/compared.ts';
import { element } from '../../ui/element.ts';
import { count, fill } from '../../ui/words.ts';
import type { PageState } from '../state/page-state.ts';

/** Maximum shown; further ones are counted. */
const SHOWN = 20;

/** Every difference as two rows, issued above received. All text is inert. */
export function drawDifferences(state: PageState, changes: readonly Change[]): HTMLElement {
  const phrases = { ...state.phrases, ...COMPARED[state.language] };
  const told = withoutTwins(changes);
  const rest = told.length - SHOWN;
  return element(
    'section',
    {},
    element(
      'div',
      { class: 'heading' },
      element('h2', {
        text: count(phrases, phrases.differences, told.length),
        attributes: { id: 'differences' },
      }),
      element('p', { class: 'hint', text: phrases.inert }),
    ),
    element(
      'ol',
      { class: 'differences', attributes: { 'aria-labelledby': 'differences' } },
      ...told.slice(0, SHOWN).map((change) => drawChange(phrases, change)),
    ),
    rest > 0 ? element('p', { class: 'hint', text: count(phrases, phrases.further, rest) }) : null,
    element('p', { class: 'hint', text: phrases.leftOut }),
  );
}

export function countDifferences(changes: readonly Change[]): number {
  return withoutTwins(changes).length;
}

/** The same change in plain text and HTML is one difference. */
function withoutTwins(changes: readonly Change[]): readonly Change[] {
  const toKey = ({ nature, issued, received }: Change): string =>
    [
      nature,
      ...[issued, received].map(
        (line) =>
          line?.pieces
            .filter((piece) => piece.isChanged)
            .map((piece) => piece.text)
            .join() ?? '-',
      ),
    ].join('|');
  const inText = new Set(changes.filter(({ place }) => place === 'text').map(toKey));
  return changes.filter((change) => change.place !== 'html' || !inText.has(toKey(change)));
}

function drawChange(phrases: Phrases & ComparedPhrases, change: Change): HTMLElement {
  const isWords = change.place === 'text' || change.place === 'html';
  const gone = isWords ? phrases.lineGone : phrases.notIssued;
  const none = isWords ? phrases.noSuchLine : phrases.notIssued;
  return element(
    'li',
    {},
    element('p', { class: 'nature', text: `${phrases.natures[change.nature]} · ${phrases.places[change.place]}` }),
    drawLine('issued', phrases.asIssued, change.issued, none),
    drawLine('received', phrases.yourCopy, change.received, gone),
  );
}

function drawLine(side: 'issued' | 'received', label: string, line: ChangedLine | null, absent: string): HTMLElement {
  const words =
    line === null
      ? element('span', { class: 'absent', text: absent })
      : element(
          'code',
          { attributes: { dir: 'ltr' } },
          ...line.pieces.map((piece) => (piece.isChanged ? element('mark', { text: piece.text }) : piece.text)),
        );
  return element(
    'div',
    { class: side },
    element('b', { text: label }),
    element('span', { class: 'number', text: line?.number?.toString() ?? '–' }),
    words,
  );
}

/** Lines around the issued text, marked as foreign. */
export function drawAdditions(state: PageState, { additions }: ComparedNotice): HTMLElement | null {
  if (additions.length === 0) return null;
  const phrases = state.phrases;
  const lines = additions.reduce((sum, addition) => sum + addition.lineCount, 0);
  return element(
    'section',
    {},
    element(
      'div',
      { class: 'heading' },
      element('h2', { text: count(phrases, phrases.addedTitle, lines), attributes: { id: 'additions' } }),
      element('p', { class: 'hint', text: phrases.inert }),
    ),
    element(
      'ol',
      { class: 'differences added', attributes: { 'aria-labelledby': 'additions' } },
      ...additions.map((addition) => drawAddition(phrases, addition)),
    ),
  );
}

function drawAddition(phrases: Phrases, { place, where, lines, lineCount }: Addition): HTMLElement {
  const rest = lineCount - lines.length;
  return element(
    'li',
    {},
    element('p', { class: 'nature', text: `${phrases.addedWhere[where]} · ${phrases.places[place]}` }),
    element(
      'div',
      { class: 'received whole' },
      element('code', { text: lines.join('\n'), attributes: { dir: 'ltr' } }),
    ),
    rest > 0 ? element('p', { class: 'hint', text: count(phrases, phrases.further, rest) }) : null,
  );
}

export function drawNotes(state: PageState, { notes }: ComparedNotice): HTMLElement | null {
  if (notes.length === 0) return null;
  const phrases = { ...state.phrases, ...COMPARED[state.language] };
  const sentences = [...new Set(notes.flatMap((note) => describeNote(phrases, note)))];
  return element(
    'section',
    {},
    element('h2', { text: phrases.alsoTitle }),
    element('ul', { class: 'notes' }, ...sentences.map((text) => element('li', { text }))),
  );
}

function describeNote(phrases: Phrases & ComparedPhrases, note: HarmlessNote): readonly string[] {
  if (note.kind === 'ambiguous') return [fill(phrases.flaws[note.flaw], { detail: note.detail })];
  if (note.kind === 'partial') return [count(phrases, phrases.partialLines, note.lines)];
  if (note.kind !== 'outlook') return [fill(phrases.notes[note.kind], { ...note })];
  const { compared, notCompared, places } = phrases.outlook;
  return (
    [
      [compared, note.compared],
      [notCompared, note.notCompared],
    ] as const
  )
    .filter(([, list]) => list.length > 0)
    .map(([sentence, list]) => fill(sentence, { places: list.map((place) => places[place]).join(', ') }));
}
