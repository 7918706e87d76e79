import type { Runtime } from '@candor/core/base';
import { readWholeMessage, type WholeMessage } from '@candor/core/evidence/message';
import { fold } from '../../bridge/fold.ts';
import { readHtmlText } from './html-text.ts';

/** Sequences of letters and digits; addresses and hosts are split into parts, as in queries. */
const WORD = /[\p{L}\p{N}]+/gu;
/** Characters of a word: keys and tokens are shorter. A text with a longer one is searched in part. */
const LONGEST_WORD_CHARS = 256;
/** Characters of one part; a log of megabytes is not a letter. A longer text is searched in part. */
const LONGEST_TEXT_CHARS = 400_000;
/** Attached messages, one inside the other. A text with a deeper one is searched in part. */
const ATTACHED_DEPTH = 8;

interface FoldedText {
  readonly folded: string;
  /** False: a part of the text is missing here. */
  readonly isWhole: boolean;
}

/** A text as the search sees it. */
export interface SearchedText {
  readonly words: ReadonlySet<string>;
  /** False: a part of the text is not among the words. */
  readonly isWhole: boolean;
}

/** The text of a message and of the messages attached to it; not of other attachments. */
export function readSearchedText(runtime: Runtime, bytes: Uint8Array): SearchedText {
  const { folded, isWhole } = foldText(runtime, readWholeMessage(runtime, bytes), 0);
  const all = listWords(folded);
  return { words: toWords(folded), isWhole: isWhole && all.every(({ length }) => length <= LONGEST_WORD_CHARS) };
}

/** Its words in their order, one space apart: what a phrase is compared with. */
export function readWordSequence(runtime: Runtime, bytes: Uint8Array): string {
  return toWordSequence(foldText(runtime, readWholeMessage(runtime, bytes), 0).folded);
}

export function toWordSequence(folded: string): string {
  return listWords(folded).join(' ');
}

export function toWords(folded: string): Set<string> {
  return new Set(listWords(folded).filter(({ length }) => length <= LONGEST_WORD_CHARS));
}

function listWords(folded: string): readonly string[] {
  return folded.match(WORD) ?? [];
}

function foldText(runtime: Runtime, { parts, limits }: WholeMessage, depth: number): FoldedText {
  const texts: string[] = [];
  let isWhole = limits.length === 0;
  for (const { type, text, inline, isMessage, bytes } of parts) {
    if (isMessage) {
      isWhole &&= depth < ATTACHED_DEPTH;
      if (depth >= ATTACHED_DEPTH) continue;
      const attached = readWholeMessage(runtime, bytes);
      const inner = foldText(runtime, attached, depth + 1);
      texts.push(fold(attached.subject), inner.folded);
      isWhole &&= inner.isWhole;
    } else if (inline && text !== null) {
      const cut = text.slice(0, LONGEST_TEXT_CHARS);
      const read = type === 'text/html' ? readHtmlText(cut) : { text: cut, isWhole: true };
      texts.push(fold(read.text));
      isWhole &&= read.isWhole && cut.length === text.length;
    }
  }
  return { folded: texts.join('\n'), isWhole };
}
