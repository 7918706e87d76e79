import { toCode } from '../called-code.ts';
import type { Detector, Finding, SearchedText, TextLine } from '../finding.ts';
import { withNeighbours } from '../hint-scan.ts';
import { readValue } from './after-cue.ts';
import { PASSWORD_CUE, PASSWORD_HINTS } from './cue-words.ts';
import { toFinding, toUnwrapped } from './to-finding.ts';
import { isMadeUp, mayBeValue } from './value-shape.ts';

/**
 * Values that stand alone because the question, or the subject, has said what they are. The subject is the only
 * thing outside a text that is looked at, so a message is read alike in every order.
 */
const LOGIN = /(?<!\p{L})(?:log-?in|zugang(?:sdaten)?|acceso|accès|parola)(?!\p{L})/iu;
const ASKS_CODE =
  /(?<!\p{L})(?<!(?:zip|post|postal|promo|source|error|dress)[ -])(?:code|pin|códigos?|codice|passcode|alarm\p{L}{0,6}|alarme|allarme|combination)(?!\p{L})/iu;
/** `it is`, `the code is`, in front of the value. */
const LEAD =
  /^[ \t]*(?:(?:hi|hey|hallo|hola|ciao|bonjour)\b[^.!?\n]{0,20}[,.!][ \t]{1,3})?(?:(?:it['’]?s|it is|that['’]s|here(?: it is| you go)?|(?:the|der|das|de|il|el|le|la) (?:code|pin|password|passwort|wachtwoord|codice|código)(?: is| ist| est| es| è)?|es ist|ist|c[’']est|es la|es|è|het is|é)[ \t]{0,2}[:,]?[ \t]{1,3})?/iu;
const CODE = /^[*#]?\d{3,8}[*#]?(?=$|[ \t]*(?:$|[,.;!(]|(?:still|then|and|en|und|et|y|e|dann|puis)(?!\p{L})))/iu;
const PHRASE_LEAD = /(?<!\p{L})(?:words?[^:\n]{0,40}:|phrase:?)[ \t]{1,4}/u;
const PHRASE_WORDS = /^\p{Ll}{3,12}(?:[ -]\p{Ll}{3,12}){3,11}/u;
const MAX_PHRASE = 160;
/** Words joined by hyphens. */
const JOINED = /^\p{L}{3,14}(?:-\p{L}{3,14}){2,5}$/u;

/** The first lines that hold something, where a question in the subject is answered. */
const FIRST_LINES = 3;

export function findAnsweredSubject({ lines, subject }: SearchedText): readonly Finding[] {
  if (subject === '') return [];
  const asked = toAsked(subject);
  const written = lines.filter(({ text }) => text.trim() !== '');
  if (written.length === 1 && written[0] !== undefined && isAlone(written[0].text, 8))
    return takeValue(written[0], written[0].text.search(/\S/));
  return written.slice(0, FIRST_LINES).flatMap((line) => findAnswer(line, line.text, asked));
}

interface Asked {
  readonly asksPassword: boolean;
  readonly asksCode: boolean;
}

function toAsked(question: string): Asked {
  return {
    asksPassword: question.match(PASSWORD_CUE) !== null || LOGIN.test(question),
    asksCode: ASKS_CODE.test(question),
  };
}

/** @param text the line, or what one person said in it; it ends where the line ends */
function findAnswer(line: TextLine, text: string, { asksPassword, asksCode }: Asked): readonly Finding[] {
  const offset = line.text.length - text.length;
  const from = LEAD.exec(text)?.[0].length ?? 0;
  const code = CODE.exec(text.slice(from))?.[0];
  if (asksCode && code !== undefined && (from > 0 || isShort(text))) return [toCode(line.start + offset + from, code)];
  if (!asksPassword) return [];
  const phrase = readWords(text);
  if (phrase !== null) {
    const start = offset + phrase.start;
    const end = start + phrase.value.length;
    return [toFinding('credential-answered', 'likely', toUnwrapped(line), { value: phrase.value, start, end })];
  }
  return isAlone(text.slice(from), 6) ? takeValue(line, offset + from + text.slice(from).search(/\S/)) : [];
}

/** Four to twelve words behind a colon that end the sentence. */
function readWords(text: string): { readonly value: string; readonly start: number } | null {
  const lead = PHRASE_LEAD.exec(text);
  const start = (lead?.index ?? 0) + (lead?.[0].length ?? 0);
  const behind = text.slice(start, start + MAX_PHRASE);
  const value = lead === null ? undefined : PHRASE_WORDS.exec(behind)?.[0];
  return value === undefined || /^[ \t]*[^\s.,;]/.test(behind.slice(value.length)) ? null : { value, start };
}

const isShort = (text: string): boolean => text.trim().length <= 24;

/** One token, made up or of joined words, with nothing behind it but a note in brackets or behind a comma. */
function isAlone(text: string, least: number): boolean {
  const [, token = ''] =
    /^[ \t]*["“'„«]?([^\s"”’,;]{3,64}?)["”’»]?[.,;]?(?:$|[ \t]{1,4}(?:$|\([^()]{0,60}\)[ \t.]{0,3}$))/u.exec(text) ??
    [];
  return (
    token.length >= least &&
    mayBeValue(token) &&
    (isMadeUp(token) || JOINED.test(token) || /^\p{L}{4,}\d{2,4}$/u.test(token)) &&
    /\p{L}/u.test(token)
  );
}

function takeValue(line: TextLine, at: number): readonly Finding[] {
  const value = readValue(line.text, at);
  return value === null ? [] : [toFinding('credential-answered', 'likely', toUnwrapped(line), value)];
}

/** `[04/11/2026, 09:02] Bo: `, `11/4/26, 7:14 PM - Bo: `, `09:02 Bo: `. */
const SAID =
  /^[ \t]*(?:\[\d[^\]\n]{3,30}\][ \t]{1,2}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AP]M)?[ \t]{1,2}-?[ \t]{0,2}|\d{1,2}:\d\d(?: ?[AP]M)?[ \t]{1,3})[\p{L}\p{N} .'’-]{1,40}:[ \t]{1,2}/iu;

/** What is said next in a chat in which a password or a code was asked for. */
export const findAnsweredInChat: Detector = {
  hints: {
    words: [
      ...(PASSWORD_HINTS.words ?? []),
      ...['zugang', 'parola', 'login', 'log-in', 'acceso', 'accès', 'key', 'schlüssel', 'clé'],
      ...['pin', 'alarm', 'allarme', 'códig', 'codice', 'combination'],
    ],
    parts: [...(PASSWORD_HINTS.parts ?? []), 'code'],
  },
  find: ({ lines }, cued) =>
    withNeighbours(cued, 1, lines).flatMap((at) => {
      const line = lines[at];
      const own = SAID.exec(line?.text ?? '')?.[0].length ?? 0;
      const before = lines[at - 1]?.text ?? '';
      const asked = before.slice(SAID.exec(before)?.[0].length ?? before.length);
      if (line === undefined || own === 0 || asked === '') return [];
      return findAnswer(line, line.text.slice(own), toAsked(asked));
    }),
};
