import { formatTime, type Instant } from '@candor/core/base';
import { type Addition, type Change, type HarmlessNote, toPlainLine, toShown } from './change.ts';
import { toNature } from './change-nature.ts';
import { findAdditions, listChanges, toAddition } from './compare-words.ts';
import { readHtml } from './html-text.ts';
import { withoutOwnTargets } from './own-targets.ts';
import type { ReceivedMessage } from './received-message.ts';
import { toWordText, type WordText } from './words.ts';

/** What was issued, as far as a message can be compared with it. */
export interface IssuedContent {
  readonly subject: string;
  readonly text: string;
  readonly dates: readonly Instant[];
}

export interface MessageComparison {
  /** Empty when nothing of what was issued is different. */
  readonly changes: readonly Change[];
  readonly additions: readonly Addition[];
  readonly notes: readonly HarmlessNote[];
}

/** Compares subject, date, plain text and html, each for itself: who sees only one of them must not be shown another one. */
export function compareMessage(issued: IssuedContent, received: ReceivedMessage): MessageComparison {
  const notes = [...received.notes];
  const subject =
    received.header === null ? { changes: [], tag: null } : compareSubject(issued, received.header.subject);
  if (subject.tag !== null) notes.push({ kind: 'subject-tag', tag: subject.tag });
  const bare = received.text === null ? null : withoutOwnTargets(received.text);
  const text = bare === null ? null : compareText('text', issued.text, bare);
  if (text?.isQuoted === true) notes.push({ kind: 'quoted' });
  if (bare !== received.text) notes.push({ kind: 'links-made' });
  const html = received.html === null ? null : compareHtml(issued.text, received.html);
  notes.push(...(html?.notes ?? []).filter(({ kind }) => notes.every((note) => note.kind !== kind)));
  const further = received.furtherTexts.flatMap((part) => toFurther(part.where, part.text));
  const additions = [...(text?.additions ?? []), ...further, ...(html?.additions ?? [])];
  return {
    changes: [
      ...subject.changes,
      ...compareDate(issued, received),
      ...(text?.changes ?? []),
      ...(html?.changes ?? []),
      ...received.changes,
    ],
    additions: withoutTwins(additions),
    notes,
  };
}

/** `  1. ` and `  - ` as the plain text has them; html has elements for them, and programs that copy it write marks of their own. */
const ISSUED_MARKER = /^ {1,2}(?:\d\.|-) /;
const COPIED_MARKER = /^\s*(?:\d{1,2}[.)]|[-*•·◦▪‣o])(?:\s+|$)/;

interface TextComparison {
  readonly changes: readonly Change[];
  readonly additions: readonly Addition[];
  readonly isQuoted: boolean;
}

function compareText(place: 'text' | 'html', issued: string, received: string): TextComparison {
  const exact = toWordText(issued);
  const unmarked = toWordText(withoutMarkers(issued, ISSUED_MARKER));
  const words = toWordText(received);
  const { isQuoted } = words;
  const pairs: readonly (readonly [WordText, WordText])[] = [
    [place === 'text' ? exact : unmarked, words],
    [unmarked, words],
    [unmarked, toWordText(withoutMarkers(received, COPIED_MARKER))],
  ];
  for (const [ours, theirs] of pairs) {
    const additions = findAdditions(place, ours, theirs);
    if (additions !== null) return { changes: [], additions, isQuoted };
  }
  return { changes: listChanges(place, place === 'text' ? exact : unmarked, words), additions: [], isQuoted };
}

function withoutMarkers(text: string, marker: RegExp): string {
  return text
    .split('\n')
    .map((line) => line.replace(marker, (mark) => ' '.repeat(mark.length)))
    .join('\n');
}

function compareHtml(issued: string, html: string): MessageComparison {
  const reading = readHtml(html);
  const found = compareText('html', issued, reading.text);
  const does = reading.findings.map(
    ({ nature, detail }): Change => ({ place: 'html', nature, issued: null, received: toPlainLine(detail) }),
  );
  const notes: HarmlessNote[] = [];
  if (reading.hasOwnLinks) notes.push({ kind: 'links-made' });
  if (/<(?:span|table|font|style|o:p)\b|\b(?:class|style)\s*=/i.test(html)) notes.push({ kind: 'html-rewritten' });
  return { changes: [...found.changes, ...does], additions: found.additions, notes };
}

/** Lists and gateways put a tag before the subject; forwarding puts its own. A tag is a name: with an address or a number it is another subject. */
const TAG =
  /^(?:(?:\[(?![^\]]*\d{3})[\p{L}\p{N} _?!-]{1,30}\]|\*{2,5}[^*]{1,40}\*{2,5}|\((?:[A-Za-z]{2,20}[ -]?){1,3}\)|(?:fwd?|wg|tr|rv|re|aw|i|ext|external|extern)\s{0,2}:)\s*){1,4}/iu;

function compareSubject(
  issued: IssuedContent,
  received: string,
): { readonly changes: readonly Change[]; readonly tag: string | null } {
  const normal = (text: string): string =>
    toWordText(text)
      .words.map((word) => word.text)
      .join(' ');
  const [ours, theirs] = [normal(issued.subject), normal(received)];
  if (ours === theirs) return { changes: [], tag: null };
  const tag = TAG.exec(theirs)?.[0] ?? '';
  if (tag !== '' && theirs.slice(tag.length) === ours) return { changes: [], tag: toShown(tag.trim()) };
  const nature = toNature(...differingPart(ours, theirs));
  return {
    changes: [{ place: 'subject', nature, issued: toPlainLine(ours), received: toPlainLine(theirs) }],
    tag: null,
  };
}

/** Both without the words that they begin and end with alike. */
function differingPart(ours: string, theirs: string): readonly [string, string] {
  const [a, b] = [ours.split(' '), theirs.split(' ')];
  while (a.length > 0 && a[0] === b[0]) {
    a.shift();
    b.shift();
  }
  while (a.length > 0 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  return [a.join(' '), b.join(' ')];
}

function compareDate(issued: IssuedContent, { header }: ReceivedMessage): readonly Change[] {
  if (header === null || header.date === 'as-saved') return [];
  if (header.date !== null && issued.dates.includes(header.date)) return [];
  return [
    {
      place: 'date',
      nature: 'date',
      issued: issued.dates[0] === undefined ? null : toPlainLine(issued.dates.map(formatTime).join('; ')),
      received: header.date === null ? null : toPlainLine(formatTime(header.date)),
    },
  ];
}

/** A text part of its own: all of it is added. */
function toFurther(where: 'before' | 'after', text: string): readonly Addition[] {
  const words = toWordText(text);
  const addition = toAddition('text', where, words.words, words);
  return addition === null ? [] : [addition];
}

/** The same footer in plain text and html is told once. */
function withoutTwins(additions: readonly Addition[]): readonly Addition[] {
  const toKey = ({ where, lines }: Addition): string =>
    `${where} ${lines
      .join(' ')
      .replace(/[\s_=*-]+/g, ' ')
      .trim()}`;
  return additions.filter((addition, at) => additions.findIndex((other) => toKey(other) === toKey(addition)) === at);
}
