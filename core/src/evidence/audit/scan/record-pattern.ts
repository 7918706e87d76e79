import { toWords, type Words } from './json-bytes.ts';
import { CREATION_TIME, FOLDERS, ID, ITEM, MEMBER_COUNT } from './judged-members.ts';
import type { Token } from './record-tokens.ts';

export interface RecordPattern {
  readonly words: Words;
  readonly tokens: readonly Token[];
  readonly varies: readonly boolean[];
  /** The varying tokens, in order, with their positions in this row. */
  readonly members: Int32Array;
  readonly forms: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Texts of relevant members: constant ones, and varying ones of the last matching row. */
  readonly texts: (string | null)[];
}

export const TEXT_FORM = 1;
export const NUMBER_FORM = 2;
const NESTED_FORM = 3;

/** Whether a row with these tokens has the same members in the same order and forms. */
export function isSameShape(pattern: RecordPattern, tokens: readonly Token[]): boolean {
  if (pattern.tokens.length !== tokens.length) return false;
  return tokens.every((token, at) => {
    const other = pattern.tokens[at];
    return other !== undefined && other.member === token.member && other.form === token.form;
  });
}

/** The pattern of a row; values vary where those of `earlier` did or where the two rows differ. */
export function toPattern(
  bytes: Uint8Array,
  start: number,
  end: number,
  tokens: readonly Token[],
  earlier: RecordPattern | null,
): RecordPattern {
  const row = new Uint8Array(bytes.subarray(start, end));
  const moved = tokens.map((token) => ({ ...token, from: token.from - start, to: token.to - start }));
  const varies = moved.map(
    (token, at) => isAlwaysVarying(token) || earlier?.varies[at] === true || differs(row, token, earlier, at),
  );
  const varying = moved.filter((_, at) => varies[at] === true);
  return {
    words: toWords(row),
    tokens: moved,
    varies,
    members: Int32Array.from(varying, (token) => token.member),
    forms: Uint8Array.from(varying, (token) => toForm(token)),
    from: Int32Array.from(varying, (token) => token.from),
    to: Int32Array.from(varying, (token) => token.to),
    texts: new Array<string | null>(MEMBER_COUNT).fill(null),
  };
}

function isAlwaysVarying({ member }: Token): boolean {
  return member === ID || member === CREATION_TIME || member === FOLDERS || member === ITEM;
}

function toForm({ form }: Token): number {
  if (form === 'text') return TEXT_FORM;
  return form === 'number' ? NUMBER_FORM : NESTED_FORM;
}

function differs(row: Uint8Array, token: Token, earlier: RecordPattern | null, at: number): boolean {
  const other = earlier?.tokens[at];
  if (earlier === null || other === undefined) return false;
  if (other.to - other.from !== token.to - token.from) return true;
  for (let step = 0; step < token.to - token.from; step += 1) {
    if (row[token.from + step] !== earlier.words.bytes[other.from + step]) return true;
  }
  return false;
}
