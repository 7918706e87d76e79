import { browserRuntime } from '../../../platform/browser-runtime.ts';
import { escapeCharacter, INVISIBLE, makePattern, toMask, toSecret, type Writing } from '../../frame/mask.ts';

/** Maximum bytes of a message shown raw. */
const RAW_BYTES = 8 * 1024 * 1024;
/** Units per row; a longer line continues in the next. Mail lines have at most 998. */
const ROW_UNITS = 400;

export interface RawLines {
  readonly lines: readonly string[];
  /** Lines of the message, possibly fewer than rows. */
  readonly lineCount: number;
  readonly isCut: boolean;
  readonly masked: ReadonlySet<string>;
}

/** UTF-8 if valid, otherwise byte by byte, so that nothing is lost. Words are masked before lines are split. */
export function toRawLines(bytes: Uint8Array, masks: readonly string[]): RawLines {
  const shown = bytes.subarray(0, RAW_BYTES);
  const text = browserRuntime.isUtf8(shown)
    ? browserRuntime.utf8(shown, 0, shown.length)
    : browserRuntime.latin1(shown, 0, shown.length);
  const masked = new Set<string>();
  const whole = maskRaw(text, masks, masked).split(LINE_END);
  if (whole.at(-1) === '') whole.pop();
  const lines = whole.flatMap((line) => (line.length <= ROW_UNITS ? [line] : cut(line)));
  const lineCount = masked.size === 0 ? whole.length : countLines(text);
  return { lines, lineCount, isCut: shown.length < bytes.length, masked };
}

const LINE_END = /\r\n|\r|\n/;

function countLines(text: string): number {
  const lines = text.split(LINE_END);
  return lines.length - (lines.at(-1) === '' ? 1 : 0);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/**
 * Variants of a word in a message's source: quoted-printable, also across a soft break, entities, and markup between
 * characters. Base64 shows no word.
 */
const RAW: Writing = {
  join: `(?:=[ \\t]*\\r?\\n|<[^<>]{0,200}>|&(?:shy|zwj|zwnj|#0?173|#8203|#x200b);|${INVISIBLE.slice(0, -1)})*`,
  toUnit: (character) => {
    const bytes = Array.from(new TextEncoder().encode(character), (byte) => byte.toString(16).padStart(2, '0'));
    const encoded = bytes.map((byte) => `=(?:${byte}|${byte.toUpperCase()})`).join('');
    const entity = ENTITIES[character];
    const byNumber = `&#(?:${character.codePointAt(0)}|[xX]0*${character.codePointAt(0)?.toString(16)});`;
    return `(?:${escapeCharacter(character)}|${encoded}|${byNumber}${entity === undefined ? '' : `|&${entity};`})`;
  },
};

function maskRaw(text: string, masks: readonly string[], masked: Set<string>): string {
  let shown = text;
  // One by one, longest first, so that no shorter one matches inside a mask.
  for (const mask of [...masks].sort((a, b) => b.length - a.length)) {
    const pattern = makePattern([mask], RAW);
    if (pattern === null) continue;
    shown = shown.replace(pattern, () => {
      masked.add(toSecret(mask));
      return toMask(toSecret(mask));
    });
  }
  return shown;
}

function cut(line: string): readonly string[] {
  return Array.from({ length: Math.ceil(line.length / ROW_UNITS) }, (_, at) =>
    line.slice(at * ROW_UNITS, (at + 1) * ROW_UNITS),
  );
}
