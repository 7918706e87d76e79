import type { Runtime } from '@candor/core/base';
import { readWholeMessage, type WholeMessage } from '@candor/core/evidence/message';
import { findQuotedBlocks, type QuotedBlock } from './quoted-block.ts';
import { type TextLine, toHtmlLines, toPlainLines } from './text-line.ts';

/** A block, and the sentences that tell whether an original says the same. */
export interface QuotedMessage {
  readonly block: QuotedBlock;
  readonly sentences: readonly Sentence[];
}

/**
 * A sentence without white space, as a digest: so that rewrapping and marks of quotation make no difference, and no
 * text is handed on.
 */
export interface Sentence {
  /** First 16 hex digits of SHA-256. */
  readonly digest: string;
  readonly chars: number;
}

/** The earlier messages in a message's own text, excluding attached ones. Content never throws. */
export function findQuoted(runtime: Runtime, message: Uint8Array): readonly QuotedMessage[] {
  return findQuotedBlocks(readLines(readWholeMessage(runtime, message))).map((block) => ({
    block,
    sentences: toSentences(runtime, block.content.map(withoutMarks)),
  }));
}

export function listSentences(runtime: Runtime, message: Uint8Array): readonly Sentence[] {
  return toSentences(
    runtime,
    readLines(readWholeMessage(runtime, message)).map(({ text }) => text),
  );
}

/** Plain text before HTML, as a reader would be shown it. */
function readLines({ parts }: WholeMessage): readonly TextLine[] {
  const shown = parts.filter(({ inline, text, isMessage }) => inline && text !== null && !isMessage);
  const plain = shown.filter(({ type }) => type !== 'text/html');
  if (plain.length > 0) return plain.flatMap(({ text }) => toPlainLines(text ?? ''));
  return shown.flatMap(({ text }) => toHtmlLines(text ?? ''));
}

function withoutMarks(line: string): string {
  return line.replace(/^(?:> )+/, '');
}

const ENDS = /(?<=[.!?:;])\s+/;

/** Maximum sentences compared, so that comparing stays cheap. */
const MAX_SENTENCES = 2000;

function toSentences(runtime: Pick<Runtime, 'sha256Hex'>, lines: readonly string[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph: string[] = [];
  const end = (): void => {
    for (const part of paragraph.join(' ').split(ENDS)) {
      const bare = part.replace(/\s+/g, '');
      if (bare !== '' && sentences.length < MAX_SENTENCES)
        sentences.push({ digest: runtime.sha256Hex(bare).slice(0, 16), chars: bare.length });
    }
    paragraph = [];
  };
  for (const line of lines) {
    if (line.trim() === '') end();
    else paragraph.push(line);
  }
  end();
  return sentences;
}

/** Fewer characters than this are said in many messages alike ("Thank you."). */
const TELLING_CHARS = 24;

/**
 * Whether a block certainly quotes an original: it contains only the original's words in order, or all of them in one
 * piece. `isAnswered`: the quoting message replies to this original; then few words are enough.
 */
export function isQuotationOf(block: readonly Sentence[], original: readonly Sentence[], isAnswered: boolean): boolean {
  const chars = (sentences: readonly Sentence[]): number =>
    sentences.reduce((sum, sentence) => sum + sentence.chars, 0);
  const least = isAnswered ? 1 : TELLING_CHARS;
  if (chars(block) >= least && isWithin(block, original)) return true;
  return chars(original) >= least && isRun(original, block);
}

function isWithin(part: readonly Sentence[], whole: readonly Sentence[]): boolean {
  let at = 0;
  for (const sentence of whole) if (sentence.digest === part[at]?.digest) at += 1;
  return at === part.length;
}

function isRun(part: readonly Sentence[], whole: readonly Sentence[]): boolean {
  const first = part[0]?.digest;
  for (let at = 0; at + part.length <= whole.length; at += 1)
    if (whole[at]?.digest === first && part.every(({ digest }, step) => whole[at + step]?.digest === digest))
      return true;
  return false;
}
