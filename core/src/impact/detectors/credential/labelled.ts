import { type Detector, type Finding, type SearchedText, type UnwrappedLine, unwrapLine } from '../finding.ts';
import { withNeighbours } from '../hint-scan.ts';
import { followJoint, type Joint, readValue } from './after-cue.ts';
import { PASSWORD_CUE, PASSWORD_HINTS, USER_CUE } from './cue-words.ts';
import { judgeValue, NETWORK } from './judge-value.ts';
import { isOfNetwork, PAIRED, readBracketed, readNamed, readPaired, readPhrase, readReset } from './labelled-value.ts';
import { findAnswer, findOnNextLine } from './next-line.ts';
import { toFinding } from './to-finding.ts';
import { looksSecret, mayBeValue } from './value-shape.ts';

/** Passwords behind a word that announces one: `Password: x`, `the pw is x`, `pw x`, the value on the next line. */
export const findLabelledCredentials: Detector = {
  hints: PASSWORD_HINTS,
  find: (text, lines) => withNeighbours(lines, -1, text.lines).flatMap((at) => findInLine(text, at)),
};

/** A line that ends within a cue of several words. */
const PARTED_CUE = /(?:mots?(?: de)?|pass|phrase|wi-?fi|cl[eé](?: du)?|clave(?: del?)?)[ \t]*$/i;

/** A line of an attachment in the text (uuencode, POSIX): 45 bytes. */
const UUENCODED = /^M[ -`]{60}$/;

function findInLine(text: SearchedText, at: number): readonly Finding[] {
  const line = text.lines[at]?.text ?? '';
  if (UUENCODED.test(line)) return [];
  const isParted = PARTED_CUE.test(line);
  const unwrapped = unwrapLine(text, at);
  return [...(isParted ? unwrapped.text : line).matchAll(PASSWORD_CUE)].flatMap((cue) => {
    const start = cue.index;
    if (start >= line.length) return [];
    const end = start + cue[0].length;
    // What a link holds is found as a link.
    if (line.slice(line.lastIndexOf(' ', start) + 1, start).includes('://')) return [];
    const exchanged = findExchanged(unwrapped, end);
    if (exchanged.length > 0) return exchanged;
    const { joint, at: valueAt } = followJoint(unwrapped.text, start, end);
    const named = joint === 'space' ? readNamed(unwrapped.text, end) : null;
    if (named !== null) return [toFinding('credential-labelled', 'likely', unwrapped, named)];
    if (valueAt >= line.trimEnd().length && (joint === 'sign' || valueAt >= unwrapped.text.length))
      return joint === 'space'
        ? findAnswer(text.lines, at, start)
        : findOnNextLine(text.lines, at, PAIRED.test(line.slice(0, start)));
    const before = line.slice(0, start);
    if (/^(?:key|schlüssel|clé|llave)$/i.test(cue[0]) && !isKeyOfNetwork(before, joint, unwrapped.text.slice(valueAt)))
      return [];
    const isPhrase = joint !== 'space' && isOfNetwork(text.lines, at, line.slice(0, end));
    const phrase = isPhrase ? readPhrase(unwrapped.text, valueAt) : null;
    if (phrase !== null) return [toFinding('credential-labelled', 'likely', unwrapped, phrase)];
    const bracketed = readBracketed(before, unwrapped.text, end);
    if (bracketed !== null && mayBeValue(bracketed.value))
      return [toFinding('credential-labelled', 'likely', unwrapped, bracketed)];
    const value = readReset(unwrapped.text, readPaired(before, unwrapped.text, valueAt, joint));
    if (value === null) return joint === 'space' ? findAnswer(text.lines, at, start) : [];
    const isColumn = /^(?:[ ]?\t|[ ]{2})/.test(unwrapped.text.slice(end, end + 2));
    const isUserNear = isColumn && text.lines.slice(Math.max(0, at - 2), at).some((above) => USER_CUE.test(above.text));
    const isBelowUser = USER_CUE.test(text.lines[at - 1]?.text ?? '');
    const confidence = judgeValue({
      joint,
      cue: cue[0],
      before,
      unwrapped,
      isColumn,
      isUserNear,
      isBelowUser,
      ...value,
    });
    if (confidence === null) return joint === 'space' ? findAnswer(text.lines, at, start) : [];
    const first = toFinding('credential-labelled', confidence, unwrapped, value);
    if (/\beither [^ ]{3,64}$/i.test(unwrapped.text.slice(Math.max(0, value.start - 8), value.end)))
      return [first, ...findFurther(unwrapped, value.end)];
    return (/s$/i.test(cue[0]) && !/pass$/i.test(cue[0])) ||
      FURTHER_FOR.test(unwrapped.text.slice(value.end, value.end + 60))
      ? [first, ...findFurther(unwrapped, value.end)]
      : [first];
  });
}

/** `wifi is Harbor, key x7`: without a sign, the comma and the digits tell. */
function isKeyOfNetwork(before: string, joint: Joint, behind: string): boolean {
  if (!NETWORK.test(before)) return false;
  return (
    joint !== 'space' ||
    (/[,;/][ \t]{0,2}$/.test(before) && looksSecret(/^[ \t]{0,2}(\S{0,64})/.exec(behind)?.[1] ?? ''))
  );
}

const EXCHANGED = /^ (?:from|von|de) (?=(\S{3,64}))\1 (?:to|auf|zu|à|a) (?=\S{3})/iu;

const WHEN = /^[ \t]{0,2}(?:[.!,;]|$|(?:last|this|today|yesterday|on|since|because|so)(?!\p{L}))/iu;

/** `changed the password from x to y`: both. */
function findExchanged(line: UnwrappedLine, from: number): readonly Finding[] {
  const match = EXCHANGED.exec(line.text.slice(from, from + 160));
  if (match === null) return [];
  const both = [from + match[0].indexOf(' ', 1) + 1, from + match[0].length].map((at) => readValue(line.text, at));
  const values = both.filter((value) => value !== null);
  if (values.length < 2 || !values.every(({ value }) => mayBeValue(value))) return [];
  const rest = line.text.slice(values[1]?.end ?? 0);
  if (!values.some(({ value, isQuoted }) => isQuoted || looksSecret(value)) && !WHEN.test(rest)) return [];
  return values.map((value) => toFinding('credential-labelled', 'likely', line, value));
}

const FURTHER = /^[ \t]*(?:,|;|and|or|und|oder|et|ou|y|o|&|\/)[ \t]*(?:and |or |und |et |y )?/iu;

/** `password for this: x; for that: y`, `and the new one is y`. */
const FURTHER_FOR =
  /^(?:[ \t]?[;,][ \t]{1,2}(?:and[ \t])?(?:for|für|pour|para)(?:[ \t][\p{L}\p{N}.-]{1,20}){1,3}(?:[ \t]?[:=]| is| it is)[ \t]{1,2}|[ \t]?,?[ \t](?:and |but )?(?:the |my |your )?(?:\p{L}{1,14} )?(?:new |other )?one is )(?=\S)/iu;

/** `passwords: a1, b2 and c3`. */
function findFurther(line: UnwrappedLine, from: number): readonly Finding[] {
  const found: Finding[] = [];
  let at = from;
  for (let step = 0; step < 50; step += 1) {
    const ahead = line.text.slice(at, at + 60);
    const gap = FURTHER_FOR.exec(ahead)?.[0].length ?? FURTHER.exec(ahead)?.[0].length ?? 0;
    const value = gap === 0 ? null : readValue(line.text, at + gap);
    if (value === null || !mayBeValue(value.value)) break;
    if (!looksSecret(value.value) && !FURTHER_FOR.test(ahead)) break;
    found.push(toFinding('credential-labelled', 'likely', line, value));
    at = value.end;
  }
  return found;
}
