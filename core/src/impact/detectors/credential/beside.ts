import type { Finding, SearchedText, TextLine } from '../finding.ts';
import { readValue } from './after-cue.ts';
import { toFinding, toUnwrapped } from './to-finding.ts';
import { isMadeUp, mayBeValue } from './value-shape.ts';

/** `Amazon: dein Watzmann27`, `Elster Forelle-blau-19`: the name of a site and one made-up word. */
const NAMED =
  /^[ \t]{0,12}(?:[-*•–][ \t]{0,3})?\p{L}[\p{L}\p{N} .&'’/-]{1,30}?(?:[ \t]?[:=–][ \t]{1,4}|[ \t]{1,8}|\t)(?:(?:dein|mein|my|your|mon|ton|mi|tu)[ \t])?(?=\S{6,40}[ \t]{0,4}$)/iu;
const ALONE = /^[ \t]{1,12}(?=\S{6,40}[ \t]{0,4}$)/u;
/** Small letters and digits: a number of a room, a model or a file has capitals or a point. */
const MIXED = /^(?=[^\d]*\p{Ll}{3})(?=.*\d)[\p{L}\p{N}!$&*+=@^~#-]+$/u;
const OF_SOMETHING =
  /(?<!\p{L})(?:version|build|model|modell|serial|seriennummer|ticket|order|bestellung|invoice|rechnung|room|raum|id|ref|reference|host|hostname|server|ip|date|datum|port)[ \t]{0,3}[:=]?[ \t]{0,4}$/iu;
const KINDS: ReadonlySet<Finding['kind']> = new Set(['credential', 'login-name', 'access-code']);
const LINES_BESIDE = 1;

/** Passwords in a list of sites: a line right above or below one in which another was found. */
export function findBesideCredentials(text: SearchedText, found: readonly Finding[]): readonly Finding[] {
  const sure = found.filter(({ kind, confidence }) => KINDS.has(kind) && confidence !== 'weak');
  if (sure.length === 0) return [];
  const { lines } = text;
  const more = new Map<number, Finding>();
  const open = [...new Set(sure.map(({ start }) => toLine(lines, start)))];
  const seen = new Set(open);
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (let other = at - LINES_BESIDE; other <= at + LINES_BESIDE; other += 1) {
      if (seen.has(other)) continue;
      seen.add(other);
      const finding = readLine(lines[other]);
      if (finding === null) continue;
      more.set(other, finding);
      open.push(other);
    }
  return [...more.values()];
}

/** The line that holds a place. */
function toLine(lines: readonly TextLine[], offset: number): number {
  let [from, to] = [0, lines.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) from = middle;
    else to = middle;
  }
  return from;
}

function readLine(line: TextLine | undefined): Finding | null {
  const lead = line === undefined ? null : (NAMED.exec(line.text) ?? ALONE.exec(line.text));
  if (line === undefined || lead === null || OF_SOMETHING.test(lead[0])) return null;
  const value = readValue(line.text, lead[0].length);
  if (value === null || !mayBeValue(value.value) || !isMadeUp(value.value) || !MIXED.test(value.value)) return null;
  return toFinding('credential-beside', 'likely', toUnwrapped(line), value);
}
