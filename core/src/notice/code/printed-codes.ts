import { escapeInvisible } from '@candor/core/base';
import { readNoticeCode } from './notice-code.ts';

/** Letters and digits, or one of the marks that the last character of an older code may be. */
const PIECE = /[0-9A-Za-z]+|[*~$=]/g;
/** What may stand between two groups: a hyphen, white space, a wrapped line with its quotation marks. */
const GAP = /^[\s\-\u2010-\u2015\u2212_.>|]{1,40}$/;
/** A code as it is printed, today's form and the one before it, and both written without their hyphens. */
const FORMS: readonly (readonly number[])[] = [[4, 4, 4, 4, 4, 4, 4], [4, 4, 4, 4, 4, 4, 2, 1], [28], [27], [26, 1]];
/** A text with more codes is no notice. */
const MAX_CODES = 20;

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Every code in a text, whatever words surround it, each once and in the order of the text. Only what
 * `readNoticeCode` accepts as a whole code counts, so its check characters keep ordinary words out.
 */
export function findPrintedCodes(text: string): readonly string[] {
  // Ignores invisible characters like the reader of typed codes.
  const plain = escapeInvisible(text.normalize('NFKC'), (character) => (/\s/.test(character) ? character : ' '));
  const pieces: Piece[] = [];
  for (const { 0: piece, index } of plain.matchAll(PIECE))
    pieces.push({ text: piece, start: index, end: index + piece.length });
  const found = new Set<string>();
  for (let at = 0; at < pieces.length && found.size < MAX_CODES; at += 1) {
    for (const form of FORMS) {
      const code = readAt(plain, pieces.slice(at, at + form.length), form);
      if (code !== null) found.add(code);
    }
  }
  return [...found];
}

function readAt(text: string, pieces: readonly Piece[], form: readonly number[]): string | null {
  if (pieces.length !== form.length || !pieces.every((piece, at) => piece.text.length === form[at])) return null;
  // Without hyphens its last mark follows at once.
  const isCompact = (form[0] ?? 0) > 4;
  const stand = pieces.every((piece, at) => {
    const before = pieces[at - 1];
    return (
      before === undefined || (isCompact ? before.end === piece.start : GAP.test(text.slice(before.end, piece.start)))
    );
  });
  if (!stand) return null;
  const reading = readNoticeCode(pieces.map((piece) => piece.text).join(isCompact ? '' : '-'));
  return reading.state === 'code' ? reading.text : null;
}
