import type { Detector, Finding, SearchedText, TextLine } from './finding.ts';
import { toSecretKey } from './secret-key.ts';
import { TOKEN_FORMATS } from './token-formats.ts';

/** Where a token can be at all: long runs of its characters, which prose has not. */
const RUN = /(?<![A-Za-z0-9_.:~/+=@-])[A-Za-z0-9_.:~/+=@-]{20,}/g;

/** Tokens in the form of their issuers, and JSON Web Tokens. */
export const tokens: Detector = {
  hints: { shapes: ['token'] },
  find: (text, lines) => lines.flatMap((at) => findTokens(text, text.lines[at] ?? { text: '', start: 0 })),
};

/** A token may be longer than a line that was cut: it is read from the whole. */
function findTokens({ whole }: SearchedText, line: TextLine): readonly Finding[] {
  const found: Finding[] = [];
  RUN.lastIndex = line.start;
  for (let run = RUN.exec(whole); run !== null && run.index < line.start + line.text.length; run = RUN.exec(whole)) {
    for (const { name, shape, confidence } of TOKEN_FORMATS)
      for (const { index, 0: token } of run[0].matchAll(shape))
        found.push(toSecretKey(`secret-key-${name}`, confidence, run.index + index, token));
    found.push(...findWebTokens(run[0], run.index));
  }
  return found;
}

const SEGMENT = /^[A-Za-z0-9_/=-]+/;
const NOT_IN_SEGMENT = /[^A-Za-z0-9_-]/;
/** `ey` and so many characters more. */
const SHORTEST_SEGMENT = 19;

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
      head.length < SHORTEST_SEGMENT ||
      !head.startsWith('ey') ||
      payload.length < SHORTEST_SEGMENT ||
      !payload.startsWith('ey') ||
      signature.length < 10
    )
      return [];
    if (SEGMENT.exec(payload)?.[0] !== payload) return [];
    const from = start + own + segment.length - head.length;
    return [toSecretKey('secret-key-json-web-token', 'certain', from, `${head}.${payload}.${signature}`)];
  });
}
