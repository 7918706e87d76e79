import { toAnnouncementBlocks } from './announcement-blocks.ts';
import { type Block, countWords, toHtml, toPlainText } from './block.ts';
import { assertFacts } from './checked-facts.ts';
import { toDetailBlocks } from './detail-blocks.ts';
import { HEAD_LAYOUTS, toHeadBlocks, toNextUpdate } from './head-blocks.ts';
import type { ComposedNotice, NoticeFacts } from './notice-facts.ts';
import { toSubject } from './subject.ts';
import { createWriter, toAddressee, type Writer } from './writer.ts';

/** For a reader with one minute. */
const MAX_HEAD_WORDS = 300;

/**
 * The exact words of a notice. The same facts give the same bytes. Throws a `Refusal` (`notice-text-refused`) with
 * every reason when a text that a person wrote may not go out, and a fault when the facts contradict themselves.
 */
export function composeNotice(facts: NoticeFacts): ComposedNotice {
  assertFacts(facts);
  const writer = createWriter(facts);
  const subject = toSubject(writer);
  const blocks = toBlocks(writer);
  return { subject, text: toPlainText(blocks), html: toHtml(blocks, facts.language, subject) };
}

function toBlocks(writer: Writer): readonly Block[] {
  switch (writer.facts.kind) {
    case 'announcement':
      return toAnnouncementBlocks(writer);
    case 'update':
      return toUpdateBlocks(writer);
    default:
      return toFullBlocks(writer);
  }
}

/** The fullest head that stays within the limit, then everything else. */
function toFullBlocks(writer: Writer): readonly Block[] {
  for (const room of HEAD_LAYOUTS) {
    const head = toHeadBlocks(writer, room);
    if (countWords(head) <= MAX_HEAD_WORDS || room === HEAD_LAYOUTS.at(-1))
      return [...head, ...toDetailBlocks(writer, room)];
  }
  throw new Error('there is a last room');
}

/** An update that was promised for a date and has nothing new says so in three lines. */
function toUpdateBlocks(writer: Writer): readonly Block[] {
  const { facts, phrases } = writer;
  const { page } = facts.organization;
  const previous = writer.day(facts.previous?.issued ?? facts.window.start);
  const texts = [
    writer.write(phrases.updateUnchanged, { to: toAddressee(writer, true), name: writer.fullName, previous }),
    toNextUpdate(writer),
    writer.write(phrases.updateCheck, { page, code: facts.code }),
  ];
  return texts.map((text) => ({ kind: 'paragraph', text }));
}
