import type { Detector, Finding, SearchedText, TextLine } from '../finding.ts';
import { withNeighbours } from '../hint-scan.ts';
import { readValue } from './after-cue.ts';
import { PASSWORD_HINTS } from './cue-words.ts';
import { toFinding, toUnwrapped } from './to-finding.ts';
import { isMadeUp, isName, isStrong, mayBeValue } from './value-shape.ts';

/** Where people log in, in the languages of mail. In lower case, at the beginning of a word. */
const ACCESS = [
  ...['login', 'log in', 'log on', 'logon', 'sign in', 'username', 'user id', 'credential', 'locked', 'typed', 'admin'],
  ...['portal', 'zugang', 'benutzer', 'anmelde', 'zurückgesetzt', 'konto', 'identifiant', 'compte', 'accès'],
  ...['usuario', 'acceso', 'cuenta', 'gebruikersnaam', 'utilizador', 'utente'],
];
const LINES_BELOW = 5;

/** `Harbor!Quay27` in a line about a login or in the five below, `bob / Harbor!Quay27` anywhere. */
export const findShaped: Detector = {
  hints: {
    words: [...(PASSWORD_HINTS.words ?? []), ...ACCESS],
    parts: [...(PASSWORD_HINTS.parts ?? []), ' / '],
  },
  find: (text, lines) =>
    withNeighbours(lines, LINES_BELOW, text.lines).flatMap((at) => [
      ...findStrong(text, at),
      ...findBelowName(text.lines, at),
    ]),
};

const TOKEN_START = /(?<=^|[\s(["“'„«])(?=[^\s]{8})/gu;

function findStrong({ lines }: SearchedText, at: number): readonly Finding[] {
  const line = lines[at] ?? { text: '', start: 0 };
  const starts = [...line.text.matchAll(TOKEN_START)].map(({ index }) => index);
  return starts.flatMap((start) => {
    const value = readValue(line.text, start);
    if (value === null || !mayBeValue(value.value) || !isStrong(value.value)) return [];
    return [toFinding('credential-shaped', 'likely', toUnwrapped(line), value)];
  });
}

const ALONE = /^[ \t*•-]{0,24}(\S{2,64})[ \t]*$/u;
const SITE = /https?:\/\/|www\.|(?<!\p{L})(?:log-?in|logon|portal|admin|zugang|accès|acceso|konto|account)(?!\p{L})/iu;
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{3,60}$/;

/** A user's name alone on a line below the name of a site, or an address alone, and the value alone on the next. */
function findBelowName(lines: readonly TextLine[], at: number): readonly Finding[] {
  const line = lines[at];
  const name = ALONE.exec(lines[at - 1]?.text ?? '')?.[1] ?? '';
  const token = ALONE.exec(line?.text ?? '')?.[1];
  if (line === undefined || token === undefined || name === '') return [];
  const isBelow = ADDRESS.test(name) || (isName(name) && SITE.test(lines[at - 2]?.text ?? ''));
  const value = readValue(line.text, line.text.indexOf(token));
  if (!isBelow || value === null || !mayBeValue(value.value) || !isMadeUp(value.value)) return [];
  return [toFinding('credential-shaped', 'likely', toUnwrapped(line), value)];
}
