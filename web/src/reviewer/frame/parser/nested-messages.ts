import type { Runtime } from '@candor/core/base';
import { readShownMessage, readShownText, type ShownPart } from '@candor/core/evidence/message';
import { NESTED_DEPTH, NESTED_MESSAGES, type NestedMessage, SHORT_UNITS } from '../protocol.ts';
import { BlockWriter, type TextBudget } from './block-writer.ts';
import { toBodySections } from './body-sections.ts';
import { FormattedParts } from './formatted-body.ts';
import { writeHtmlText } from './html-text.ts';
import { InlinePictures } from './inline-pictures.ts';
import { toTextForm, writePlainText } from './plain-text.ts';
import { toShownHead } from './shown-head.ts';
import { writeStrippedText } from './stripped-text.ts';

/** Attached messages, outer before inner, as text. */
export interface NestedReading {
  readonly messages: readonly NestedMessage[];
  /** There are more, or deeper ones. */
  readonly isCut: boolean;
}

export function readNested(runtime: Runtime, parts: readonly ShownPart[], budget: TextBudget): NestedReading {
  const messages: NestedMessage[] = [];
  let isCut = false;
  const waiting = parts.filter(({ isMessage }) => isMessage).map((part) => ({ part, depth: 1 }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (messages.length >= NESTED_MESSAGES || next.depth > NESTED_DEPTH) {
      isCut = true;
      continue;
    }
    const { depth } = next;
    const message = readShownMessage(runtime, next.part.bytes);
    messages.push({
      depth,
      head: toShownHead(message),
      blocks: readText(runtime, message.parts, budget),
      attachments: message.parts
        .filter(({ inline, isMessage }) => !inline && !isMessage)
        .map(({ fileName, type }) => (fileName === '' ? type : fileName).slice(0, SHORT_UNITS)),
    });
    const inner = message.parts.filter(({ isMessage }) => isMessage).map((part) => ({ part, depth: depth + 1 }));
    waiting.unshift(...inner);
  }
  return { messages, isCut };
}

function readText(runtime: Runtime, parts: readonly ShownPart[], budget: TextBudget): NestedMessage['blocks'] {
  const writer = new BlockWriter(budget);
  const formatted = new FormattedParts(new InlinePictures([]));
  for (const { plain, html } of toBodySections(parts)) {
    for (const part of plain) writePlainText(readShownText(runtime, part), toTextForm(part.parameters), writer);
    for (const part of plain.length === 0 ? html : []) {
      const text = readShownText(runtime, part);
      const body = formatted.add(text);
      if (body === null) writeStrippedText(text, writer);
      else writeHtmlText(body, writer);
    }
  }
  return writer.blocks;
}
