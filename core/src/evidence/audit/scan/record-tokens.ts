import { endOfAscii, skipDigits, skipSpace, skipValue, type Words } from './json-bytes.ts';
import {
  CONTEXT,
  CONTEXT_MEMBERS,
  CONTEXT_SESSION,
  FIRST_FOREIGN_MEMBER,
  ITEM,
  LOGON_TYPE,
  MEMBER_COUNT,
  MEMBERS,
  OPERATION_COUNT,
} from './judged-members.ts';

/** One value of a record. A text's range excludes its quotes. */
export interface Token {
  /** Number of the relevant member, or 0. */
  readonly member: number;
  readonly form: 'text' | 'number' | 'nested';
  readonly from: number;
  readonly to: number;
}

/**
 * The values of the record in exactly `bytes[start, end)`, including members of `AppAccessContext`; null for invalid
 * JSON or a record not for the scanner.
 */
export function readTokens(words: Words, start: number, end: number): readonly Token[] | null {
  const tokens: Token[] = [];
  const seen = new Uint8Array(MEMBER_COUNT);
  const after = readObject(words, start, end, false, tokens, seen);
  return after === end ? tokens : null;
}

function readObject(
  words: Words,
  start: number,
  end: number,
  isContext: boolean,
  tokens: Token[],
  seen: Uint8Array,
): number {
  const { bytes } = words;
  if (bytes[start] !== 0x7b) return -1;
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === 0x7d) return at + 1;
  for (;;) {
    if (bytes[at] !== 0x22) return -1;
    const nameEnd = endOfAscii(words, at + 1, end);
    if (nameEnd < 0) return -1;
    const member = findMember(words, at + 1, nameEnd, isContext);
    if (member < 0 || (member > 0 && seen[member] !== 0)) return -1;
    seen[member] = member > 0 ? 1 : 0;
    at = skipSpace(bytes, nameEnd + 1);
    if (bytes[at] !== 0x3a) return -1;
    at = skipSpace(bytes, at + 1);
    at =
      member === CONTEXT ? readObject(words, at, end, true, tokens, seen) : readToken(words, at, end, member, tokens);
    if (at < 0 || at > end) return -1;
    at = skipSpace(bytes, at);
    if (bytes[at] === 0x7d) return at + 1;
    if (bytes[at] !== 0x2c) return -1;
    at = skipSpace(bytes, at + 1);
  }
}

/** Number of the member; 0 if irrelevant, -1 if the row is not for the scanner. */
function findMember({ bytes }: Words, from: number, to: number, isContext: boolean): number {
  if (isContext) {
    const found = CONTEXT_MEMBERS.find(bytes, from, to);
    return found === 0 ? 0 : CONTEXT_SESSION + found - 1;
  }
  const found = MEMBERS.find(bytes, from, to);
  return found >= FIRST_FOREIGN_MEMBER ? -1 : found;
}

function readToken(words: Words, at: number, end: number, member: number, tokens: Token[]): number {
  const after = skipValue(words, at, end);
  if (after < 0) return -1;
  const opener = words.bytes[at];
  if (member >= CONTEXT && member <= ITEM && opener !== 0x7b && opener !== 0x5b) return -1;
  if (opener === 0x22) {
    tokens.push({ member, form: 'text', from: at + 1, to: after - 1 });
    return after;
  }
  const isNumber = skipDigits(words.bytes, at) === after;
  // Another type is left to the general reader; these three may be numbers.
  const mayBeNumber = member >= LOGON_TYPE && member <= OPERATION_COUNT;
  const isText = member > 0 && (member <= OPERATION_COUNT || member >= CONTEXT_SESSION);
  if (isText && !(isNumber && mayBeNumber)) return -1;
  tokens.push({ member, form: isNumber ? 'number' : 'nested', from: at, to: after });
  return after;
}
