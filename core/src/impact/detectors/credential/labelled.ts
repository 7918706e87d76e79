import {
  type Confidence,
  type Detector,
  type Finding,
  type SearchedText,
  type TextLine,
  type UnwrappedLine,
  unwrapLine,
} from '../finding.ts';
import { withNeighbours } from '../hint-scan.ts';
import { followJoint, type Joint, type ReadValue, readValue } from './after-cue.ts';
import { PASSWORD_CUE, PASSWORD_HINTS, PHRASE_CUE, SHORT_CUE, USER_CUE, USER_WORDS } from './cue-words.ts';
import { isName, isShouted, looksSecret, mayBeValue } from './value-shape.ts';

/** Passwords behind a word that announces one: `Password: x`, `the pw is x`, `pw x`, the value on the next line. */
export const findLabelledCredentials: Detector = {
  hints: PASSWORD_HINTS,
  find: (text, lines) => withNeighbours(lines, -1, text.lines).flatMap((at) => findInLine(text, at)),
};

/** A line that ends within a cue of several words. */
const PARTED_CUE = /(?:mots?(?: de)?|pass|phrase|wi-?fi|cl[eé](?: du)?|clave(?: del?)?)[ \t]*$/i;

function findInLine(text: SearchedText, at: number): readonly Finding[] {
  const line = text.lines[at]?.text ?? '';
  const isParted = PARTED_CUE.test(line);
  const unwrapped = unwrapLine(text, at);
  return [...(isParted ? unwrapped.text : line).matchAll(PASSWORD_CUE)].flatMap((cue) => {
    const start = cue.index;
    if (start >= line.length) return [];
    const end = start + cue[0].length;
    const exchanged = findExchanged(unwrapped, end);
    if (exchanged.length > 0) return exchanged;
    const { joint, at: valueAt } = followJoint(unwrapped.text, start, end);
    if (valueAt >= line.trimEnd().length && (joint === 'sign' || valueAt >= unwrapped.text.length))
      return joint === 'space' ? [] : findOnNextLine(text.lines, at);
    const before = line.slice(0, start);
    if (/^(?:key|schlüssel|clé|llave)$/i.test(cue[0]) && (joint !== 'sign' || !NETWORK.test(before))) return [];
    const value = readBracketed(before, unwrapped.text, end) ?? readPaired(before, unwrapped.text, valueAt, joint);
    if (value === null) return joint === 'space' ? findAnswer(text.lines, at, start) : [];
    const isColumn = /^(?:[ ]?\t|[ ]{2})/.test(unwrapped.text.slice(end, end + 2));
    const isUserNear = isColumn && text.lines.slice(Math.max(0, at - 2), at).some((above) => USER_CUE.test(above.text));
    const confidence = judge({ joint, cue: cue[0], before, unwrapped, isColumn, isUserNear, ...value });
    if (confidence === null) return joint === 'space' ? findAnswer(text.lines, at, start) : [];
    const first = toFinding('credential-labelled', confidence, unwrapped, value);
    if (/\beither [^ ]{3,64}$/i.test(unwrapped.text.slice(Math.max(0, value.start - 8), value.end)))
      return [first, ...findFurther(unwrapped, value.end)];
    return /s$/i.test(cue[0]) && !/pass$/i.test(cue[0]) ? [first, ...findFurther(unwrapped, value.end)] : [first];
  });
}

const EXCHANGED = /^ (?:from|von|de) (?=(\S{3,64}))\1 (?:to|auf|zu|à|a) (?=\S{3})/iu;

/** `changed the password from x to y`: both. */
function findExchanged(line: UnwrappedLine, from: number): readonly Finding[] {
  const match = EXCHANGED.exec(line.text.slice(from, from + 160));
  if (match === null) return [];
  const both = [from + match[0].indexOf(' ', 1) + 1, from + match[0].length].map((at) => readValue(line.text, at));
  const values = both.filter((value) => value !== null);
  if (values.length < 2 || !values.every(({ value }) => mayBeValue(value))) return [];
  if (!values.some(({ value, isQuoted }) => isQuoted || looksSecret(value))) return [];
  return values.map((value) => toFinding('credential-labelled', 'likely', line, value));
}

const PAIRED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${USER_WORDS})[ \\t]*(?:\\/|and|&|und|et|y|,)[ \\t]*(?:\\p{L}{1,12} )?$`,
  'iu',
);
const PAIR = /^([^\s/]{2,40})(?:\/|[ \t]*[/&,|][ \t]*| and | und | et | y )([^\s/]{3,64})/u;

/** `login/password: bob/x`: the second of two. */
function readPaired(before: string, text: string, at: number, joint: Joint): ReadValue | null {
  const value = readValue(text, at);
  if (joint === 'space' || value === null || value.isQuoted || !PAIRED.test(before)) return value;
  const pair = PAIR.exec(text.slice(at, at + 120));
  if (pair === null || !mayBeValue(pair[2] ?? '')) return value;
  return readValue(text, at + pair[0].length - (pair[2] ?? '').length);
}

const BRACKETED_USER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${USER_WORDS})[ \\t]{0,3}\\([^\\s()]{2,64}\\)[ \\t,]{1,3}(?:(?:and|und|et|y|with|mit|&)[ \\t])?(?:\\p{L}{1,8}[ \\t])?$`,
  'iu',
);

/** `login (bob) and password (x)`: each in brackets behind its name. */
function readBracketed(before: string, text: string, cueEnd: number): ReadValue | null {
  const bracket = /^[ \t]{0,3}\((?=[^\s()]{3,64}\))/.exec(text.slice(cueEnd, cueEnd + 80));
  if (bracket === null || !BRACKETED_USER.test(before.slice(-120))) return null;
  const value = readValue(text, cueEnd + bracket[0].length);
  return value === null ? null : { ...value, isQuoted: true };
}

interface Judged extends ReadValue {
  readonly joint: Joint;
  readonly cue: string;
  readonly before: string;
  readonly unwrapped: UnwrappedLine;
  /** A tab or a gap parts cue and value. */
  readonly isColumn: boolean;
  /** One of the two lines above names a user. */
  readonly isUserNear: boolean;
}

/** What ends a clause: nothing more, a mark, a bracket, a gap, or the next label. */
const CLAUSE_END =
  /^(?:[ \t\u00a0]*(?:$|[.,;!?()[\]<|/\t"'”’]|--|[-–—] )|[ \t\u00a0]{2,}|[ \t]+(?:and|und|et|y|to|as|for|if|when|but|then|with|on|in|anmelden|einloggen|user|login|id|username|usuario|benutzer|identifiant)(?![\p{L}\p{N}]))/iu;
const SENTENCE_END = /^[ \t\u00a0]*(?:$|[.!;()]|,[ \t]|"|”)/u;
const NETWORK = /(?<!\p{L})(?:wi-?fi|wlan|network|ssid|netzwerk|réseau|red)(?!\p{L})/iu;
const UNKNOWING =
  /(?:forgot(?:ten)?|lost|need|what(?:['’]s)?|vergessen|oublié|olvidado|olvidé)[ \t](?:\p{L}{1,12}[ \t]){0,3}$/iu;

function judge({
  joint,
  cue,
  before,
  unwrapped,
  value,
  end,
  isQuoted,
  isColumn,
  isUserNear,
}: Judged): Confidence | null {
  const { text, own } = unwrapped;
  const rest = joint === 'verb' || end < own ? text.slice(end) : '';
  // A quote at the cue itself ends what it stands in.
  if (joint === 'space' && isQuoted && /["'”’]/.test(text[before.length + cue.length] ?? '')) return null;
  if (isQuoted && /\s/.test(value)) {
    const words = value.split(/\s+/).length;
    if (PHRASE_CUE.test(`${before}${cue}`) && words > 2 && words < 12) return 'likely';
    return joint === 'space' || words > 6 ? null : 'weak';
  }
  if (/^pass-?code$/i.test(cue) && (joint === 'space' || !/\p{L}/u.test(value))) return null;
  if (!mayBeValue(value) || /^[ \t]*[:=]/.test(rest)) return null;
  const secret = looksSecret(value);
  if (/^claves?$/i.test(cue) && joint === 'verb' && !secret) return null;
  if (joint === 'verb' && !secret && !isQuoted && DESCRIBING.test(value)) return null;
  if (!secret && (UNKNOWING.test(before) || /^[^.!]{0,60}\?/.test(rest))) return null;
  // The short word is a verb, a throw and a mountain road too.
  if (/^pass$/i.test(cue) && (joint === 'space' || !secret) && !USER_CUE.test(before)) return null;
  if (isQuoted) return joint === 'space' && !secret && !isShouted(value) && !isTold(before) ? 'weak' : 'likely';
  if (joint === 'space' && value.startsWith('-')) return null;
  if (joint === 'sign') return secret || isShouted(value) || CLAUSE_END.test(rest) ? 'likely' : null;
  if (joint === 'verb') return secret || isShouted(value) || SENTENCE_END.test(rest) ? 'likely' : null;
  if (secret && !/^pass$/i.test(cue) && /\p{L}/u.test(value) && /\p{N}/u.test(value)) return 'likely';
  if (secret && CLAUSE_END.test(rest) && (USER_CUE.test(before) || NETWORK.test(before))) return 'likely';
  if (/^[ \t*•\d.-]*$/.test(before) && LINE_END.test(rest) && isColumn && isUserNear) return 'likely';
  if (/^\p{Ll}{2,}\p{Lu}\p{L}+$/u.test(value) && STATEMENT_END.test(text.slice(end))) return 'likely';
  if (STATEMENT_END.test(text.slice(end)) && (isBesideUser(before) || USED.test(before))) return 'likely';
  if (!SHORT_CUE.test(cue) || !CLAUSE_END.test(rest)) return null;
  return before.trim() === '' || USER_CUE.test(before) || /[,;(/-][ \t]*$/.test(before) ? 'likely' : null;
}

const LINE_END = /^[ \t\u00a0]*$/;
const ANSWER = /^[ \t]*(?:it(?:['’]s| is)|the (?:password|pw) is|es ist|es lautet|c[’']est|es)[ \t]+(?=\S{3})/iu;

/** `what is the password?`, and in the next lines `it is x`, or a line that is nothing but a made-up word. */
function findAnswer(lines: readonly TextLine[], at: number, cueStart: number): readonly Finding[] {
  const question = lines[at]?.text ?? '';
  if (!/\?[ \t]*$/.test(question) || question.slice(cueStart).slice(0, -1).includes('?')) return [];
  const line = lines.slice(at + 1, at + 4).find(({ text }) => text.trim() !== '');
  if (line === undefined) return [];
  const told = ANSWER.exec(line.text)?.[0].length ?? null;
  const value = readValue(line.text, told ?? line.text.search(/\S/));
  if (value === null || !mayBeValue(value.value) || !looksSecret(value.value) || !/\p{L}/u.test(value.value)) return [];
  if (told === null && !ONE_TOKEN.test(line.text)) return [];
  return [toFinding('credential-next-line', 'likely', toUnwrapped(line), value)];
}

/** A word that says how a password is, not what it is. */
const DESCRIBING = /(?:ed|ing|ly|able|ible|ive|less|ful|bar|lich|isch|ée?|ido|ida|ado|ada)$/iu;
const STATEMENT_END =
  /^[ \t\u00a0]*(?:$|[.,;!)](?:[ \t]|$)|["”](?:$|[ \t.,])|(?:and|und|et|y) (?:if|then|click|hit|press))/iu;
/** What tells somebody to use what follows. */
const USED =
  /(?:^|[^\p{L}])(?:use|using|try|type|with|enter|mit|avec|con|verwende|nimm|utilise[rz]?|usa)[ \t](?:(?:the|this|our|my|your|dem|das|le|la|el)[ \t])?(?:\p{L}{1,12}[ \t])?$/iu;
const USER_AND_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${USER_WORDS})(?:[ \\t]{0,3}[:=-]{0,2}| (?:is|ist|est|es)) ?(["“'(]?[^\\s"”']{2,64}?["”')]?)(?<![.!?])[ \\t,;/]{1,4}(?:(?:and|with|und|mit|et|avec|y|con|&)[ \\t])?(?:(?:the|your|my|dem|das|le|la)[ \\t])?$`,
  'iu',
);

/** Whether a user name with its label stands right before: `user bob, password x`. */
function isBesideUser(before: string): boolean {
  const name = USER_AND_NAME.exec(before.slice(-160))?.[1]?.replace(/["“”'()]/g, '') ?? '';
  return name !== '' && isName(name);
}

function isTold(before: string): boolean {
  return USED.test(before) || isBesideUser(before);
}

const FURTHER = /^[ \t]*(?:,|;|and|or|und|oder|et|ou|y|o|&|\/)[ \t]*(?:and |or |und |et |y )?/iu;

/** `passwords: a1, b2 and c3`. */
function findFurther(line: UnwrappedLine, from: number): readonly Finding[] {
  const found: Finding[] = [];
  let at = from;
  for (let step = 0; step < 50; step += 1) {
    const gap = FURTHER.exec(line.text.slice(at, at + 24))?.[0].length ?? 0;
    const value = gap === 0 ? null : readValue(line.text, at + gap);
    if (value === null || !mayBeValue(value.value) || !looksSecret(value.value)) break;
    found.push(toFinding('credential-labelled', 'likely', line, value));
    at = value.end;
  }
  return found;
}

const BARE_LABEL = new RegExp(`^[ \\t*•-]{0,12}(?:${USER_WORDS})[ \\t]{0,8}[:=]?[ \\t]{0,8}$`, 'iu');
const ONE_TOKEN =
  /^[ \t\u00a0]{0,40}["“'‘>*•-]{0,3}[ \t\u00a0]{0,8}([^\s"”’]{1,80})["”’]?[ \t\u00a0]{0,8}(?:\([^()]{0,60}\)[ \t]{0,8})?$/u;

/**
 * The value alone on one of the next two lines that hold anything; behind two labels one below the other, the second.
 */
function findOnNextLine(lines: readonly TextLine[], at: number): readonly Finding[] {
  const isBelowUser = at > 0 && BARE_LABEL.test(lines[at - 1]?.text ?? '');
  const following = lines.slice(at + 1, at + 5).filter(({ text }) => text.trim() !== '');
  const line = following[isBelowUser ? 1 : 0];
  const token = ONE_TOKEN.exec(line?.text ?? '')?.[1];
  if (line === undefined || token === undefined || /[:=]$/.test(token)) return [];
  const value = readValue(line.text, line.text.indexOf(token));
  if (value === null || !mayBeValue(value.value)) return [];
  const confidence = looksSecret(value.value) || isShouted(value.value) ? 'likely' : 'weak';
  return [toFinding('credential-next-line', confidence, toUnwrapped(line), value)];
}

export function toUnwrapped({ text, start }: TextLine): UnwrappedLine {
  return { text, own: text.length, toOffset: (unit) => start + unit };
}

export function toFinding(
  detector: string,
  confidence: Confidence,
  { toOffset }: UnwrappedLine,
  { start, end, value }: Omit<ReadValue, 'isQuoted'>,
): Finding {
  return { kind: 'credential', detector, confidence, start: toOffset(start), end: toOffset(end), value };
}
