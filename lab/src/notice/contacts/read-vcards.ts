import type { ContactProblem, ListedContact, ReadContactList } from '@candor/core/notice/contact';
import ICAL from 'ical.js';

/** A property as jCard has it (RFC 7095): name, parameters, type, values. */
type JProperty = readonly [string, Readonly<Record<string, unknown>>, string, ...unknown[]];

/** Larger than any card with a photo. */
const CARD_CHARACTERS_LIMIT = 4_000_000;
const OLD_CARD = 'This card is not version 3.0 or 4.0. Export the contacts as one of these.';
const VERSIONS: ReadonlySet<string> = new Set(['3.0', '4.0']);

/** Whether a text is a file of vCards and no table. */
export function isVcardText(text: string): boolean {
  return /^\ufeff?\s*BEGIN:VCARD/i.test(text);
}

/**
 * Reads contacts out of vCards (RFC 2426, RFC 6350): each EMAIL of a card is one, its party is the card's ORG or,
 * without one, that of the address. Each card is parsed by itself, so that a broken one costs no other. Never throws.
 */
export function readVcards(text: string): ReadContactList {
  const contacts: ListedContact[] = [];
  const problems: ContactProblem[] = [];
  for (const { line, card, ended } of splitCards(text)) {
    const flag = (flaw: ContactProblem['flaw'], sentence: string) => void problems.push({ line, flaw, text: sentence });
    if (card === null) flag('bad-card', 'There is text outside any card. Remove it, or export the contacts again.');
    else if (!ended) flag('bad-card', 'The card has no END:VCARD. Export it again.');
    else if (card.length > CARD_CHARACTERS_LIMIT)
      flag('too-long', 'The card is larger than 4 MB. Export it without pictures.');
    else if (card.includes('\ufffd')) flag('not-utf8', 'A letter in this card cannot be read. Export it as UTF-8.');
    else {
      const read = readCard(card, line);
      if ('problem' in read) problems.push(read.problem);
      else contacts.push(...read.contacts);
    }
  }
  return { contacts, open: 0, problems };
}

interface CardText {
  readonly line: number;
  /** Null means text outside of cards. */
  readonly card: string | null;
  readonly ended: boolean;
}

function* splitCards(text: string): Generator<CardText> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  let start = -1;
  for (const [at, line] of lines.entries()) {
    if (/^BEGIN:VCARD[ \t]*$/i.test(line)) {
      if (start >= 0) yield { line: start + 1, card: lines.slice(start, at).join('\r\n'), ended: false };
      start = at;
    } else if (/^END:VCARD[ \t]*$/i.test(line) && start >= 0) {
      yield { line: start + 1, card: `${lines.slice(start, at + 1).join('\r\n')}\r\n`, ended: true };
      start = -1;
    } else if (start < 0 && line.trim() !== '') yield { line: at + 1, card: null, ended: false };
  }
  if (start >= 0) yield { line: start + 1, card: lines.slice(start).join('\r\n'), ended: false };
}

function readCard(
  card: string,
  line: number,
): { readonly contacts: readonly ListedContact[] } | { readonly problem: ContactProblem } {
  const fail = (flaw: ContactProblem['flaw'], text: string) => ({ problem: { line, flaw, text } });
  // Cards of version 2.1 have parameters that the parser does not take.
  if (/^VERSION:[ \t]*2\.1[ \t]*$/im.test(card)) return fail('old-card', OLD_CARD);
  const properties = parseCard(card);
  if (properties === null)
    return fail('bad-card', 'This card cannot be read: a line of it has no name and value. Export it again.');
  const texts = (name: string): readonly string[] =>
    properties.filter(([own]) => own.toLowerCase() === name).flatMap((property) => toText(property) ?? []);
  const version = texts('version')[0] ?? 'none';
  if (!VERSIONS.has(version)) return fail('old-card', OLD_CARD);
  const mails = texts('email').map((mail) => mail.trim().replace(/^mailto:/i, ''));
  if (mails.length === 0) return fail('no-mail', 'This card has no EMAIL. Add one, or remove the card.');
  const [party = ''] = texts('org');
  const [role = ''] = texts('role');
  const [language = ''] = texts('lang');
  return {
    contacts: mails.map((contact) => ({
      line,
      party: party.trim(),
      contact,
      role: role.trim(),
      language: language.trim(),
    })),
  };
}

/** Null for what the parser does not take; whatever it throws is about the text. */
function parseCard(card: string): readonly JProperty[] | null {
  try {
    const parsed: unknown = ICAL.parse(card);
    if (!Array.isArray(parsed) || parsed[0] !== 'vcard' || !Array.isArray(parsed[1])) return null;
    return parsed[1].filter(
      (property): property is JProperty => Array.isArray(property) && typeof property[0] === 'string',
    );
  } catch {
    return null;
  }
}

/** The first part of a value: of ORG the organization, without its units. */
function toText([, , , value]: JProperty): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : null;
}
