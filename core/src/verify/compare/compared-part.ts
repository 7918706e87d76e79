import type { ReceivedMessage } from '../received/received.ts';
import type { Change, HarmlessNote } from './change.ts';
import type { HeaderPart } from './header-part.ts';
import type { HtmlPart } from './html-part.ts';
import type { ComparedPart, NoticePart, PartState } from './part-state.ts';
import type { TextPart } from './text-part.ts';

const OF_HEADER = ['sender', 'recipient', 'subject', 'date', 'header'] as const;

/** Every part of a message in the order in which a reader meets it. */
export function listParts(
  header: HeaderPart | null,
  text: TextPart | null,
  html: HtmlPart | null,
  received: ReceivedMessage,
): readonly ComparedPart[] {
  const isMail = received.origin === 'received';
  const ofHeader = OF_HEADER.map((part): ComparedPart => ({ part, state: header?.parts[part] ?? 'not-compared' }));
  return [
    ...ofHeader,
    { part: 'text', state: text?.state ?? (isMail ? 'missing' : 'not-compared') },
    { part: 'html', state: html?.state ?? (isMail ? 'missing' : 'not-compared') },
    { part: 'parts', state: toFurtherState(received) },
    { part: 'structure', state: (received.flaw ?? null) !== null ? 'ambiguous' : isMail ? 'issued' : 'not-compared' },
  ];
}

/** The same with what the properties of an Outlook file say, which is what Outlook shows. */
export function withOutlook(
  parts: readonly ComparedPart[],
  { changes, notes }: { readonly changes: readonly Change[]; readonly notes: readonly HarmlessNote[] },
): readonly ComparedPart[] {
  const changed = new Set(changes.map(toPart));
  const note = notes.find(({ kind }) => kind === 'outlook');
  const toParts = (places: readonly string[]) => new Set(places.map((place) => OUTLOOK[place] ?? null));
  const compared = toParts(note?.kind === 'outlook' ? note.compared : []);
  const open = toParts(note?.kind === 'outlook' ? note.notCompared : []);
  const tagged = new Set(notes.map(({ kind }) => TAGGED[kind] ?? null));
  return parts.map(({ part, state }) => {
    if (changed.has(part)) return { part, state: 'changed' };
    if (tagged.has(part) && state !== 'changed') return { part, state: 'added' };
    if (open.has(part) && state === 'issued') return { part, state: 'not-compared' };
    return state === 'not-compared' && compared.has(part) ? { part, state: 'issued' } : { part, state };
  });
}

const OUTLOOK: Readonly<Record<string, NoticePart>> = {
  sender: 'sender',
  recipients: 'recipient',
  subject: 'subject',
  date: 'date',
  header: 'header',
};
const TAGGED: Readonly<Record<string, NoticePart>> = { 'subject-tag': 'subject', 'recipient-name': 'recipient' };

function toPart({ place, nature }: Change): NoticePart {
  if (place !== 'header') return place;
  if (nature === 'sender' || nature === 'reply-address') return 'sender';
  return nature === 'address' ? 'recipient' : 'header';
}

function toFurtherState({ extraParts, furtherTexts, outer, isSigned, header }: ReceivedMessage): PartState {
  if (extraParts.length > 0) return 'changed';
  if (furtherTexts.length > 0 || outer !== null || isSigned === true) return 'added';
  return header === null ? 'not-compared' : 'issued';
}

/** Parts that carry words, targets of links, recipients or the sender. */
const ACTED_ON: ReadonlySet<NoticePart> = new Set(['sender', 'recipient', 'subject', 'header', 'text', 'html']);

/** Whether a word, the target of a link, a recipient or the sender differs: then nobody may act on the message. */
export function isActedOn(parts: readonly ComparedPart[]): boolean {
  return parts.some(({ part, state }) => state === 'changed' && ACTED_ON.has(part));
}
