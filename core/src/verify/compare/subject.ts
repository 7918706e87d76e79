import { toShown } from '../received/shown.ts';
import { toChange } from './change.ts';
import { classifyChange } from './change-nature.ts';
import { type Findings, toFindings } from './findings.ts';
import { isPlainName } from './sender-name.ts';
import { toOneQuote } from './words.ts';

/** Words that people and gateways put before a subject, with a colon. */
const WORD =
  /^(?:fwd?|wg|tr|rv|re|aw|i|ext|extern(?:al|e|o)?|caution|warning|spam\??|bulk|junk|suspect(?:ed)?|achtung|attention)\s?:\s?/iu;
/** `[…]`, `{…}`, `(…)`, `<…>` or stars around a few words. */
const MARK = /^(?:\[([^[\]]{1,30})\]|\{([^{}]{1,30})\}|\(([^()]{1,30})\)|<([^<>]{1,30})>|(\*{1,5})([^*]{1,30})\5) ?/u;
/** Marks that one subject has: a gateway's, a list's, and a forwarder's. */
const MARKS = 3;
const MARK_WORDS = 4;

/** The issued subject, sign for sign, blanks too; what stands before it is shown. */
export function compareSubject(issued: string, received: string): Findings {
  const [ours, theirs] = [toOneQuote(issued.normalize('NFC')), toOneQuote(received.normalize('NFC').trim())];
  // Until December 2026 the composer wrote these with a plain blank.
  if (ours === theirs || toPlainNumbers(ours) === theirs) return toFindings('subject', 'issued');
  for (let [rest, marks] = [theirs, 0]; marks <= MARKS; marks += 1) {
    if (marks > 0 && rest === ours) {
      const tag = toShown(theirs.slice(0, -ours.length).trim());
      return toFindings('subject', 'added', { notes: [{ kind: 'subject-tag', tag }] });
    }
    const length = measureTag(rest);
    if (length === 0) break;
    rest = rest.slice(length);
  }
  const nature = classifyChange(...differingPart(ours, theirs));
  return toFindings('subject', 'changed', { changes: [toChange('subject', nature, ours, theirs)] });
}

function toPlainNumbers(subject: string): string {
  return subject.replaceAll(/(?<=\d)[\u00a0\u202f](?=\d)/g, ' ');
}

/** A tag says no address, page or number to call, and has a letter. */
function measureTag(subject: string): number {
  const word = WORD.exec(subject)?.[0];
  if (word !== undefined) return word.length;
  const found = MARK.exec(subject);
  if (found === null) return 0;
  const [whole, ...groups] = found;
  const words = groups.filter((group) => group !== undefined && !/^\*+$/.test(group)).join('');
  const isTag = isPlainName(words) && /\p{L}/u.test(words) && words.trim().split(/\s+/).length <= MARK_WORDS;
  return isTag ? whole.length : 0;
}

/** Both without the words that they begin and end with alike. */
function differingPart(ours: string, theirs: string): readonly [string, string] {
  const [a, b] = [ours.split(' '), theirs.split(' ')];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return [a.slice(start, a.length - end).join(' '), b.slice(start, b.length - end).join(' ')];
}
