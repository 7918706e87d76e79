import type { Runtime } from '@candor/core/base';
import { readWholeMessage } from '@candor/core/evidence/message';
import { fold } from '../../bridge/fold.ts';

/** Sequences of letters and digits; addresses and hosts are split into parts, as in queries. */
const WORD = /[\p{L}\p{N}]+/gu;
/** Longer words are encoded data. */
const LONGEST_WORD_CHARS = 40;
/** Maximum text of one message; a log of megabytes is not a letter. */
const LONGEST_TEXT_CHARS = 400_000;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;

/** The visible text of a message, folded, for searching bodies. */
export function toBodyText(runtime: Runtime, bytes: Uint8Array): string {
  const { parts } = readWholeMessage(runtime, bytes);
  const texts = parts
    .filter(({ inline, text }) => inline && text !== null)
    .map(({ type, text }) => {
      const cut = (text ?? '').slice(0, LONGEST_TEXT_CHARS);
      return type === 'text/html' ? withoutMarkup(cut) : cut;
    });
  return fold(texts.join('\n')).replace(/\s+/g, ' ');
}

export function toWords(folded: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of folded.matchAll(WORD)) if (word.length <= LONGEST_WORD_CHARS) words.add(word);
  return words;
}

/** Only for the search: never shown. One pass over any input; an unclosed element takes the rest. */
function withoutMarkup(html: string): string {
  const kept: string[] = [];
  const lower = html.toLowerCase();
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    kept.push(html.slice(at, open));
    at = findEnd(lower, open);
  }
  kept.push(html.slice(at));
  return kept.join(' ').replace(ENTITY, toCharacter);
}

/** Elements with invisible text. */
const UNSEEN = ['style', 'script'];

function findEnd(lower: string, open: number): number {
  const behind = (end: string, from: number): number => {
    const found = lower.indexOf(end, from);
    return found < 0 ? lower.length : found + end.length;
  };
  if (lower.startsWith('<!--', open)) return behind('-->', open + 4);
  const unseen = UNSEEN.find((name) => lower.startsWith(name, open + 1));
  return behind('>', unseen === undefined ? open : behind(`</${unseen}`, open) - 1);
}

function toCharacter(
  whole: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
}
