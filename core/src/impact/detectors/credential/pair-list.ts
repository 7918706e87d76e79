import type { Detector, Finding, TextLine } from '../finding.ts';
import { readValue } from './after-cue.ts';
import { PASSWORD_CUE, PASSWORD_HINTS, USER_CUE } from './cue-words.ts';
import { linesFrom } from './lines-from.ts';
import { toFinding, toUnwrapped } from './to-finding.ts';
import { isName, looksSecret, mayBeValue } from './value-shape.ts';

/** Three names may stand in front: first name, last name, user. */
const PAIR_LINE =
  /^[ \t*•-]{0,12}(?:\d{1,2}[.)][ \t])?(?:[\p{L}.,'’&-]{1,30}[ \t]){0,3}?([^\s/:,]{2,40})[ \t]{0,4}(?:[/,|:=]|[-–][ \t]|[ \t])[ \t]{0,24}(?=\S{3,64}[ \t]*$)/u;
const ONE_WORD = /^[ \t*•-]{0,24}\S{2,64}[ \t]*$/;
const HEADING_END = /(?:[:=-]|below|follows|following)[ \t.:]{0,4}$/i;

/** Pairs below a line that announces them: `User ids and passwords:`, then `bob / x`, or the two alone on two lines. */
export const findListedPairs: Detector = {
  hints: {
    ...PASSWORD_HINTS,
    words: [...(PASSWORD_HINTS.words ?? []), 'logins', 'logons', 'log-ins', 'user ids', 'userids'],
  },
  find: ({ lines }, headings) =>
    headings.flatMap((at) => {
      const line = lines[at] ?? { text: '', start: 0 };
      if (isHeading(line)) return readPairs(lines, at + 1);
      const named = LIST_TITLE.test(line.text) ? readNamed(lines, at + 1) : [];
      return named.length === 0 && TITLE.test(line.text) ? readColumns(lines, at + 1) : named;
    }),
};

/** `Site logons`: rows whose last cell is mixed of letters and digits hold them, where there are two or more. */
const TITLE =
  /^[ \t*•-]{0,8}(?:[\p{L}\p{N}&.'’-]{1,20}[ \t]){0,4}(?:log-?ins|logons|passwords|user ?-?ids|accounts?)(?: info(?:rmation)?)?[ \t]{0,4}:?[ \t]*$/iu;
/** `Passwords:`, and below each name and, behind a sign, what is its. */
const LIST_TITLE =
  /(?<!\p{L})(?:pass-?words|pws|pw['’]s|kennwörter|passwörter|mots de passe|contraseñas)[ \t]{0,4}:?[ \t]{0,4}$/iu;
const MIXED = /^(?:\p{L}{1,30}\d|\d{1,30}\p{L})\S{1,40}$/u;

function readNamed(lines: readonly TextLine[], from: number): readonly Finding[] {
  const found: Finding[] = [];
  for (const line of linesFrom(lines, from)) {
    if (line.text.trim() === '') continue;
    const words = line.text.trim().split(/\s+/);
    const [sign, last] = [words.at(-2) ?? '', words.at(-1) ?? ''];
    if (words.length > 5 || !(/^[-–:=]$/.test(sign) || /\p{L}[:=]$/u.test(sign)) || !MIXED.test(last)) break;
    const start = line.text.lastIndexOf(last);
    found.push(
      toFinding('credential-pair', 'likely', toUnwrapped(line), { value: last, start, end: start + last.length }),
    );
  }
  return found.length < 2 ? [] : found;
}

const ROW =
  /^[ \t]{0,12}[\p{L}][^\t]{1,40}?(?:[ ]{2,40}|\t{1,4})([^\s]{2,40})(?:[ ]{2,40}|\t{1,4}|[ ]?\/[ ]?)(?=(?:\p{L}{1,30}\d|\d{1,30}\p{L})\S{0,40}[ \t]*$)/u;

function readColumns(lines: readonly TextLine[], from: number): readonly Finding[] {
  const found: Finding[] = [];
  for (const line of linesFrom(lines, from)) {
    if (line.text.trim() === '') continue;
    const row = ROW.exec(line.text);
    const value = row === null ? null : readValue(line.text, row[0].length);
    if (row === null || value === null || !isName(row[1] ?? '') || !mayBeValue(value.value)) break;
    found.push(toFinding('credential-pair', 'likely', toUnwrapped(line), value));
  }
  return found.length < 2 ? [] : found;
}

function isHeading({ text }: TextLine): boolean {
  return (
    text.length < 160 &&
    HEADING_END.test(text) &&
    USER_CUE.test(text) &&
    text.match(PASSWORD_CUE) !== null &&
    !text.includes('?')
  );
}

function readPairs(lines: readonly TextLine[], from: number): readonly Finding[] {
  const [first, second] = takeWritten(lines, from);
  if (first === undefined || first.text.match(PASSWORD_CUE) !== null) return [];
  if (second !== undefined && ONE_WORD.test(first.text) && ONE_WORD.test(second.text)) return takeSecond(first, second);
  const found: Finding[] = [];
  for (const line of linesFrom(lines, from)) {
    if (line.text.trim() === '') continue;
    // The next list has a heading of its own: no line is read for two.
    if (isHeading(line)) break;
    const pair = PAIR_LINE.exec(line.text);
    const value = pair === null ? null : readValue(line.text, pair[0].length);
    if (pair === null || value === null || !isName(pair[1] ?? '') || !mayBeValue(value.value)) break;
    const isMarked = /[/|][ \t]*$/.test(pair[0]);
    if (!looksSecret(value.value) && !isMarked) break;
    found.push(toFinding('credential-pair', 'likely', toUnwrapped(line), value));
  }
  return found;
}

/** The first two lines that are not empty. */
function takeWritten(lines: readonly TextLine[], from: number): readonly TextLine[] {
  const written: TextLine[] = [];
  for (const line of linesFrom(lines, from)) {
    if (written.length === 2) break;
    if (line.text.trim() !== '') written.push(line);
  }
  return written;
}

/** The user's name alone on a line, and the password alone on the next. */
function takeSecond(first: TextLine, second: TextLine): readonly Finding[] {
  const name = first.text.trim();
  const value = readValue(second.text, second.text.search(/[^\s*•-]/));
  if (value === null || !isName(name) || !mayBeValue(value.value) || /[,:]$/.test(name)) return [];
  return [toFinding('credential-pair', 'likely', toUnwrapped(second), value)];
}
