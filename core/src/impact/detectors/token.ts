import type { Detector, Finding, SearchedText, TextLine } from './finding.ts';
import { isPlaceholder, toSecretKey } from './secret-value.ts';
import type { TokenFormat } from './token-formats/token-format.ts';
import { TOKEN_FORMATS } from './token-formats/token-formats.ts';

/** So many characters of tokens without a gap are looked at: prose has no such run. */
const MIN_RUN_UNITS = 20;
const IN_RUN = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[A-Za-z0-9_.:~/+=@-]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

export const tokens: Detector = {
  hints: { shapes: ['token'] },
  find: (text, lines) => lines.flatMap((at) => findTokens(text, text.lines[at] ?? { text: '', start: 0 })),
};

function isInRun(whole: string, at: number): boolean {
  return IN_RUN[whole.charCodeAt(at)] === 1;
}

/** A token may be longer than a line that was cut: it is read from the whole. */
function findTokens({ whole }: SearchedText, line: TextLine): readonly Finding[] {
  const found: Finding[] = [];
  const lineEnd = line.start + line.text.length;
  let at = line.start;
  // What goes on from the piece before was read with it.
  if (at > 0 && isInRun(whole, at - 1)) while (isInRun(whole, at)) at += 1;
  for (; at < lineEnd; at += 1) {
    const start = at;
    while (isInRun(whole, at)) at += 1;
    if (at - start >= MIN_RUN_UNITS) found.push(...findInRun(whole.slice(start, at), start));
  }
  return found;
}

function findInRun(run: string, start: number): readonly Finding[] {
  const found: Finding[] = [];
  for (const { name, shape, confidence } of toFormats(run))
    for (const { index, 0: token } of run.matchAll(shape))
      if (!isPlaceholder(token.replace(/^[A-Za-z0-9]{2,12}[_-]/, '')))
        found.push(toSecretKey(`secret-key-${name}`, confidence, start + index, token));
  found.push(...findWebTokens(run, start));
  return found;
}

interface Fixed {
  readonly literal: string;
  readonly format: TokenFormat;
}

/** What is fixed in the forms, by its first two characters (ASCII). */
const FIXED: readonly (readonly Fixed[] | undefined)[] = TOKEN_FORMATS.reduce<(readonly Fixed[] | undefined)[]>(
  (table, format) => {
    for (const literal of format.holds) {
      const key = toKey(literal, 0);
      table[key] = [...(table[key] ?? []), { literal, format }];
    }
    return table;
  },
  new Array(1 << 14).fill(undefined),
);
const WITHOUT_FIXED = TOKEN_FORMATS.filter(({ holds }) => holds.length === 0);

function toKey(text: string, at: number): number {
  return (text.charCodeAt(at) << 7) | text.charCodeAt(at + 1);
}

/** The forms that a run can have, in their order: one pass instead of one for each form. */
function toFormats(run: string): readonly TokenFormat[] {
  const held = new Set<TokenFormat>();
  for (let at = 0; at + 1 < run.length; at += 1)
    for (const { literal, format } of FIXED[toKey(run, at)] ?? []) if (run.startsWith(literal, at)) held.add(format);
  if (held.size === 0) return WITHOUT_FIXED;
  return TOKEN_FORMATS.filter((format) => format.holds.length === 0 || held.has(format));
}

const SEGMENT = /^[A-Za-z0-9_/=-]+/;
const NOT_IN_SEGMENT = /[^A-Za-z0-9_-]/;
/** `ey` and so many characters more. */
const MIN_SEGMENT_UNITS = 19;

/** JSON Web Tokens (RFC 7519): three segments between points, of which two begin as JSON does in base64. */
function findWebTokens(run: string, start: number): readonly Finding[] {
  if (!run.includes('.ey')) return [];
  const segments = run.split('.');
  let at = 0;
  return segments.flatMap((segment, place): readonly Finding[] => {
    const own = at;
    at += segment.length + 1;
    const [payload = '', signed = ''] = segments.slice(place + 1, place + 3);
    const head = segment.split(NOT_IN_SEGMENT).at(-1) ?? '';
    const signature = SEGMENT.exec(signed)?.[0] ?? '';
    if (
      head.length < MIN_SEGMENT_UNITS ||
      !head.startsWith('ey') ||
      payload.length < MIN_SEGMENT_UNITS ||
      !payload.startsWith('ey') ||
      signature.length < 10
    )
      return [];
    if (SEGMENT.exec(payload)?.[0] !== payload) return [];
    const from = start + own + segment.length - head.length;
    return [toSecretKey('secret-key-json-web-token', 'certain', from, `${head}.${payload}.${signature}`)];
  });
}
