import type { SearchableText } from '@candor/core/evidence/message';
import type { Incident } from '@candor/core/incident';

/** A clue that is searched as consecutive words. */
interface Phrase {
  readonly clue: string;
  /** Its words in lower case, separated and surrounded by single blanks. */
  readonly line: string;
}

/**
 * Signs that the intruder looked for itself: words and people of the response (`interest` of the incident file) and its
 * own indicators. Plain data, to send to reader processes.
 */
export interface ResponseClues {
  readonly phrases: readonly Phrase[];
  /** Searched literally: addresses, sessions, applications. In lower case. */
  readonly literals: readonly string[];
}

/** A word is a run of letters, numbers and `_`, as in a search (docs/formats/rules.md, Q1). */
const WORDS = /[\p{L}\p{N}_]+/gu;

/** A single-word name such as `security` would match everywhere. */
const NAME_WORDS = 2;

export function toResponseClues({ interest, intruder }: Pick<Incident, 'interest' | 'intruder'>): ResponseClues {
  const { words = [], addresses = [] } = interest ?? {};
  const names = addresses.flatMap((address): Phrase[] => {
    const found = toWords(address.slice(0, address.lastIndexOf('@')));
    return found.length < NAME_WORDS ? [] : [{ clue: address, line: toLine(found) }];
  });
  const phrases = words.flatMap((word): Phrase[] => {
    const found = toWords(word);
    return found.length === 0 ? [] : [{ clue: word, line: toLine(found) }];
  });
  const own = [...intruder.addresses.map(toSingle), ...intruder.sessions, ...intruder.applications];
  const literals = [...addresses, ...own].map((text) => text.toLowerCase()).filter((text) => text !== '');
  return { phrases: [...phrases, ...names], literals: [...new Set(literals)].sort() };
}

/** The clues in a query, sorted; each as in the incident file. */
export function findCluesInQuery(clues: ResponseClues, query: string): readonly string[] {
  return findClues(clues, [query]);
}

/** The clues in a message: header, text or attachment names. */
export function findCluesInMessage(clues: ResponseClues, message: SearchableText): readonly string[] {
  const { subject, text, from, to, cc, attachmentNames } = message;
  return findClues(clues, [subject, from, to, cc, text, ...attachmentNames]);
}

function findClues({ phrases, literals }: ResponseClues, texts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const lower = text.toLowerCase();
    for (const literal of literals) if (lower.includes(literal)) found.add(literal);
    if (phrases.length === 0) continue;
    const line = toLine(toWords(lower));
    for (const phrase of phrases) if (line.includes(phrase.line)) found.add(phrase.clue);
  }
  return [...found].sort();
}

function toWords(text: string): readonly string[] {
  return text.toLowerCase().match(WORDS) ?? [];
}

function toLine(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

/** A range's first address: nobody writes the range into a mail. */
function toSingle(range: string): string {
  return range.replace(/\/\d+$/, '');
}
