import { formatAmount } from '@candor/core/base';
import type { Content } from './content.ts';
import type { FormatReader, MailboxFormat } from './formats/mailbox-format.ts';
import { MAILBOX_FORMATS, recogniseMailbox } from './formats/registry.ts';
import { message } from './formats/text-mail.ts';
import { type ContentPlace, GuardedContent, Tally } from './layer.ts';
import type { Reading } from './reading.ts';
import { UnpackLimit } from './unpack-budget.ts';

/**
 * Archives and packings one in the other. Real evidence has three (a zip of gzipped mboxes in a tar); bombs have
 * dozens.
 */
const NESTING_LIMIT = 6;

/** What their readers leave may be a message. */
const whollyRead: ReadonlySet<string> = new Set(
  MAILBOX_FORMATS.filter(({ isWhollyRead }) => isWhollyRead === true).map(({ name }) => name),
);

/**
 * Reads a layer of the reading: content of some format, whose every byte ends in the tally. Nothing is thrown on
 * content.
 */
export async function readLayer(reading: Reading, content: Content, place: ContentPlace): Promise<string> {
  const total = place.members.length === 0 ? reading.outer : reading.inner;
  const tally = new Tally();
  const watch = (chunk: Buffer): void => {
    reading.report.countBytes(chunk.length);
    if (place.members.length === 0) reading.hashChunk(chunk);
    else place.budget.take(chunk.length);
  };
  const guarded = new GuardedContent(content, reading.spool, watch, place.budget);
  let format: string;
  let left = 'not read';
  try {
    format = await readFormat(reading, guarded, place, tally);
  } catch (cause) {
    format = 'unreadable';
    // Only part of a bomb was read, which says nothing about its format.
    if (cause instanceof UnpackLimit) sayBroken(reading, place, cause);
    else if (!(guarded.broken instanceof UnpackLimit)) {
      left = 'its format is broken';
      reading.addProblem(
        'broken-content',
        place.location,
        `Its format (by its first bytes: ${recogniseMailbox(content.head).name}) is broken. What could not be read is quarantined. Get a whole copy.`,
      );
    }
  }
  await guarded.drain();
  guarded.unspool();
  if (place.members.length > 0) place.budget.close();
  if (guarded.broken !== null) sayBroken(reading, place, guarded.broken);
  tally.size = guarded.size;
  if (tally.open < 0) throw new Error(`account of ${place.location}: ${-tally.open} bytes too many`);
  if (tally.open > 0 && guarded.broken === null && whollyRead.has(format)) sayMissing(reading, place, tally.open);
  if (tally.open > 0) reading.quarantine(tally, tally.size - tally.open, tally.open, left);
  total.add(tally);
  return format;
}

async function readFormat(
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
): Promise<string> {
  const as = place.placement.as;
  if (as === 'ignored') {
    reading.addProblem(
      'maildir-tmp',
      place.location,
      'A file in a Maildir’s tmp was never delivered; it was not read.',
      'note',
    );
    await content.drain();
    tally.structure += content.size;
    return 'maildir-tmp';
  }
  const known = recogniseMailbox(content.head);
  if (as === 'message' && known.inMaildir === undefined && !isText(content.head)) {
    reading.addProblem(
      'maildir-no-text',
      place.location,
      'This file of a Maildir has no header and is not text: a server may keep it compressed or encrypted in an unknown way. It was read unchanged, and names nobody. Get the message through the server.',
    );
  }
  // Maildir files are messages, but servers also store compressed or encrypted ones under such names: read directly,
  // those would have no addresses.
  const format = as === 'message' && known.inMaildir !== 'as-it-is' ? message : known;
  const isRefused = format.holdsOthers === true && isTooDeep(reading, place);
  const inside = isRefused ? 'more' : await (await provideReader(format))(reading, content, place, tally);
  return format.packing === undefined ? format.name : `${format.name} of ${String(inside)}`;
}

const readers = new Map<MailboxFormat, FormatReader>();

/** Each is fetched once: a Maildir has a hundred thousand files. */
async function provideReader(format: MailboxFormat): Promise<FormatReader> {
  const known = readers.get(format);
  if (known !== undefined) return known;
  const read = await format.load();
  readers.set(format, read);
  return read;
}

/** Bytes of a file that tell whether it is text. */
const TEXT_BYTES = 512;

/** Mail charsets have no bytes below the tab; compressed data soon does. */
function isText(head: Buffer): boolean {
  return !head.subarray(0, TEXT_BYTES).some((byte) => byte < 0x09);
}

function isTooDeep(reading: Reading, place: ContentPlace): boolean {
  if (place.members.length < NESTING_LIMIT) return false;
  reading.addProblem(
    'nested-too-deep',
    place.location,
    `It lies ${NESTING_LIMIT} archives deep; it was not read. Unpack the outer ones first.`,
  );
  return true;
}

function sayMissing(reading: Reading, place: ContentPlace, bytes: number): void {
  const text = `${formatAmount(bytes, 'byte')} of it ${bytes === 1 ? 'was' : 'were'} assigned to no message and nothing between messages: a message may be missing. They are quarantined. Review the file, and report this as a fault of Candor.`;
  reading.addProblem('bytes-missing', place.location, text);
}

function sayBroken(reading: Reading, place: ContentPlace, cause: unknown): void {
  if (cause instanceof UnpackLimit) {
    reading.addProblem(
      'bomb',
      place.location,
      `It was not unpacked to the end: ${cause.message}. Unpack it by hand if it is genuine.`,
    );
  } else {
    const text = 'The packed data is truncated or damaged. What could be unpacked was read. Get a complete copy.';
    reading.addProblem('truncated', place.location, text);
  }
}
