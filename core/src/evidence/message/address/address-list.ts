import type { Runtime } from '@candor/core/base';
import { UNCLOSED_PER_FIELD } from '../limits.ts';
import { normaliseWhiteSpace } from '../text/white-space.ts';
import { readAddrSpec } from './addr-spec.ts';
import { skipComment, skipQuoted } from './lexical.ts';

/**
 * One entry of an address list. `unreadable` is null for an address; without a domain `address` is the local part, else
 * the raw text.
 */
export interface ListedAddress {
  readonly address: string;
  readonly unreadable: 'no-domain' | 'unparsable' | null;
}

/** Where an angle address begins and ends inside an entry. */
interface Angle {
  readonly start: number;
  readonly end: number;
}

const QUOTE = 0x22;
const OPEN_COMMENT = 0x28;
const COMMA = 0x2c;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const OPEN_ANGLE = 0x3c;
const EQUALS = 0x3d;
const AT = 0x40;
const OPEN_LITERAL = 0x5b;

const ENCODED_WORD = /=\?[^?\s]+\?[bBqQ]\?[^?\s<@]*\?=/y;

/**
 * Reads an address list as RFC 5322 sections 3.4 and 4.4 say, and what senders make of it: groups (also as `;` between
 * addresses), comments, empty entries, routes, a missing `>`, quotes and parentheses that never close (they are
 * ordinary characters then). An encoded word in a name is one unit, even with a comma in it. Nothing with text in it is
 * dropped. `add` is told where in the text the entry stands.
 */
export function readAddressList(
  runtime: Runtime,
  text: string,
  add: (entry: ListedAddress, start: number, end: number) => boolean,
): void {
  const length = text.length;
  const tried: Tried = { unclosed: 0 };
  let start = 0;
  let angle: Angle | null = null;
  const flush = (end: number, next: number): boolean => {
    const more = addEntry(runtime, text, start, end, angle, add);
    start = next;
    angle = null;
    return more;
  };
  for (let at = 0; at < length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
      case OPEN_COMMENT:
      case OPEN_LITERAL:
        at = skipUnit(text, at, start, tried);
        break;
      case EQUALS:
        if (text.charCodeAt(at + 1) === 0x3f) {
          ENCODED_WORD.lastIndex = at;
          if (ENCODED_WORD.test(text)) at = ENCODED_WORD.lastIndex - 1;
        }
        break;
      case OPEN_ANGLE: {
        if (angle !== null && !flush(at, at)) return;
        const end = findAngleEnd(text, at + 1, tried);
        angle = { start: at + 1, end };
        at = text.charCodeAt(end) === 0x3e ? end : end - 1;
        break;
      }
      case COLON:
        // A group's name, or `mailto:`. After an address it is an odd character and stays.
        if (angle === null && !text.slice(start, at).includes('@')) start = at + 1;
        break;
      case COMMA:
      case SEMICOLON:
        if (!flush(at, at + 1)) return;
        break;
    }
  }
  flush(length, length);
}

/**
 * How often something was looked for in vain: without a limit a field of openings would be searched to its end for
 * each.
 */
interface Tried {
  unclosed: number;
}

/**
 * The last character of the quoted string, comment or domain literal that begins at `at`, or `at` when it is an
 * ordinary character.
 */
function skipUnit(text: string, at: number, start: number, tried: Tried): number {
  if (tried.unclosed >= UNCLOSED_PER_FIELD) return at;
  const unit = text.charCodeAt(at);
  if (unit === OPEN_LITERAL && !standsBehindAt(text, at, start)) return at;
  const end =
    unit === QUOTE
      ? skipQuoted(text, at, text.length)
      : unit === OPEN_COMMENT
        ? skipComment(text, at, text.length)
        : text.indexOf(']', at) + 1 || at + 1;
  if (end === at + 1) tried.unclosed += 1;
  return end - 1;
}

/** A domain literal stands right behind the `@`; any other bracket is an ordinary character. */
function standsBehindAt(text: string, at: number, start: number): boolean {
  let before = at - 1;
  while (before > start && (text.charCodeAt(before) === 0x20 || text.charCodeAt(before) === 0x09)) before -= 1;
  return text.charCodeAt(before) === AT;
}

/** The `>` that ends an angle address; else the `,`, `;` or `<` at which it must have ended, or the end of the text. */
function findAngleEnd(text: string, start: number, tried: Tried): number {
  let inRoute = text.charCodeAt(start) === AT || /^[ \t\r\n]+@/.test(text.slice(start, start + 100));
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3e || unit === OPEN_ANGLE) return at;
    if (unit === QUOTE || unit === OPEN_COMMENT || unit === OPEN_LITERAL) at = skipUnit(text, at, start, tried);
    else if (unit === COLON) inRoute = false;
    else if ((unit === COMMA && !inRoute) || unit === SEMICOLON) return at;
  }
  return text.length;
}

function addEntry(
  runtime: Runtime,
  text: string,
  start: number,
  end: number,
  angle: Angle | null,
  add: (entry: ListedAddress, start: number, end: number) => boolean,
): boolean {
  const spec = angle === null ? text.slice(start, end) : text.slice(angle.start, angle.end);
  const found = readAddrSpec(runtime, spec);
  if (found.state === 'address') return add({ address: found.address, unreadable: null }, start, end);
  const raw = normaliseWhiteSpace(text.slice(start, end));
  if (raw === '' || (found.state === 'empty' && angle === null)) return true;
  if (found.state === 'no-domain') return add({ address: found.address, unreadable: 'no-domain' }, start, end);
  return add({ address: raw, unreadable: 'unparsable' }, start, end);
}
