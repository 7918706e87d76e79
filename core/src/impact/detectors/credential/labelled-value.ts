import type { TextLine } from '../finding.ts';
import { type Joint, type ReadValue, readValue } from './after-cue.ts';
import { USER_WORDS } from './cue-words.ts';
import { NETWORK } from './judge-value.ts';
import { isMadeUp, isPhraseWord, mayBeValue } from './value-shape.ts';

/** A user's name is announced together with the password. */
export const PAIRED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${USER_WORDS}|un|usr|u/n)[ \\t]*(?:\\/|and|&|und|et|y|,)[ \\t]*(?:\\p{L}{1,12} )?$`,
  'iu',
);
const PAIR = /^([^\s/]{2,40})(?:\/|[ \t]*[/&,|][ \t]*| and | und | et | y )([^\s/]{3,64})/u;

/** `login/password: bob/x`: the second of two. */
export function readPaired(before: string, text: string, at: number, joint: Joint): ReadValue | null {
  const value = readValue(text, at);
  if (joint === 'space' || value === null || value.isQuoted || !PAIRED.test(before)) return value;
  const pair = PAIR.exec(text.slice(at, at + 120));
  if (pair === null || !mayBeValue(pair[2] ?? '')) return value;
  return readValue(text, at + pair[0].length - (pair[2] ?? '').length);
}

const PHRASE = /(?:(?:\p{L}{2,16}|\d{1,4})[ \t]){1,4}(?:\p{L}{2,16}|\d{1,4})(?=[ \t]{0,8}(?:$|[(.]))/uy;

/** Whether the password is a network's: people give it several words. */
export function isOfNetwork(lines: readonly TextLine[], at: number, upTo: string): boolean {
  return NETWORK.test(upTo) || NETWORK.test(/^[^:=]{1,40}[:=]/.exec(lines[at - 1]?.text ?? '')?.[0] ?? '');
}

/** Up to five words that end the sentence. */
export function readPhrase(text: string, at: number): ReadValue | null {
  PHRASE.lastIndex = at;
  const value = PHRASE.exec(text)?.[0] ?? '';
  const words = value.split(/\s+/);
  if (
    value === '' ||
    !isPhraseWord(words[0] ?? '') ||
    words.filter((word) => isPhraseWord(word) && !/^\d/.test(word)).length < words.length - 1
  )
    return null;
  return { value, start: at, end: at + value.length, isQuoted: false };
}

const RESET_TO =
  /^[ \t]{1,8}(?:has been|have been|is|was)(?: now)? (?:re)?(?:set|changed)(?: back)? to[ \t]{0,8}(?::[ \t]{0,8})?(?=\S{3})/iu;

/** `the password of your account: bob has been reset to: x`: the second. */
export function readReset(text: string, value: ReadValue | null): ReadValue | null {
  const reset = value === null ? null : RESET_TO.exec(text.slice(value.end, value.end + 80));
  return value === null || reset === null ? value : readValue(text, value.end + reset[0].length);
}

const BRACKETED_USER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${USER_WORDS})[ \\t]{0,3}\\([^\\s()]{2,64}\\)[ \\t,]{1,3}(?:(?:and|und|et|y|with|mit|&)[ \\t])?(?:\\p{L}{1,8}[ \\t])?$`,
  'iu',
);

/** `you need the password (x)`: one word that says nothing of passwords. */
const NEEDED = /(?<!\p{L})(?:need|use|using|enter|with|rejects|type|try|have)[ \t](?:the|my|our|your|this)[ \t]$/iu;
const USUAL = /(?:month|week|year|quarter)['’]s[ \t]$|(?<!\p{L})(?:usual|same|old|current|regular)[ \t]$/iu;

/** `login (bob) and password (x)`, `last month's password (x)`: in brackets behind its name. */
export function readBracketed(before: string, text: string, cueEnd: number): ReadValue | null {
  const bracket = /^[ \t]{0,3}\((?=[^\s()]{3,64}\))/.exec(text.slice(cueEnd, cueEnd + 80));
  if (
    bracket === null ||
    !(BRACKETED_USER.test(before.slice(-120)) || USUAL.test(before.slice(-40)) || NEEDED.test(before.slice(-40)))
  )
    return null;
  const value = readValue(text, cueEnd + bracket[0].length);
  return value === null || !isPhraseWord(value.value.replace(/[^\p{L}\p{N}]/gu, 'x'))
    ? null
    : { ...value, isQuoted: true };
}

/** `Mot de passe Free : x7`, `Kennwort Gäste (EG): x7`: a name of what it opens, and a sign. */
const NAMED =
  /[ \t](?!(?:policy|reset|requirements?|expir\p{L}{1,6}|change|rules?|hints?|manager|length|strength|protected|richtlinie|zurücksetzen|ändern|vergessen|forgotten|oublié|olvidada)(?!\p{L}))(?:[\p{L}\p{N}][\p{L}\p{N}.&'’/_-]{0,24}[ \t]){0,2}[\p{L}\p{N}][\p{L}\p{N}.&'’/_-]{0,24}(?:[ \t]\([^()\n]{0,40}\))?[ \t\u00a0]?[:=][ \t]{1,4}/iuy;

/** What has letters and digits behind a cue, the name of what it opens, and a sign. */
export function readNamed(text: string, cueEnd: number): ReadValue | null {
  NAMED.lastIndex = cueEnd;
  const joint = NAMED.exec(text)?.[0].length ?? 0;
  const value = joint === 0 ? null : readValue(text, cueEnd + joint);
  return value !== null && mayBeValue(value.value) && isMadeUp(value.value) ? value : null;
}
