import { createHash } from 'node:crypto';
import { formatCount } from '@candor/core/base';
import { isPropertyList, PROPERTY_LIST_BYTES, readEmlxCount, skipBlankLines } from '@candor/core/evidence/container';
import { isFromLine, readFromLineTime, scanMboxBoundaries, usesBareReturns } from '@candor/core/evidence/message';
import type { ContentPlace, GuardedContent, Tally } from './layer.ts';
import type { MessageContent } from './message-port.ts';
import { addMessage, toPlaceTimes } from './read-message.ts';
import type { Reading } from './reading.ts';
import { UnpackLimit } from './unpack-budget.ts';

/** Replaces a part's content: Apple Mail stores it in a separate file, or never fetched it. */
const LEFT_OUT = Buffer.from('\nX-Apple-Content-Length:');

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const NOTHING = Buffer.alloc(0);

/**
 * Reads content that is one message. A `From ` line before it (some delivery agents leave one in a Maildir) is
 * structure, as in an mbox, and so are lines of nothing but blanks and a byte order mark before the header, and what
 * Apple Mail puts around it.
 */
export async function readMessageFile(
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
  readLead: (head: Buffer) => Lead,
): Promise<void> {
  const admission = reading.report.admitUnit();
  if (admission.is === 'guilty') {
    await content.drain();
    reading.quarantine(tally, 0, content.size, admission.reason);
    reading.addProblem(
      'reader-died',
      place.location,
      `This message was not read (${admission.reason}); it is quarantined.`,
    );
    return;
  }
  const lead = readLead(content.head);
  const cut = lead.count === null ? null : new EmlxCut(lead.count);
  // A file that is nothing but the message has its digest.
  const isWholeFile = place.members.length === 0 && lead.length === 0;
  const hash = isWholeFile ? null : createHash('sha256');
  const reader = reading.messages.reader;
  let skip = lead.length;
  const inside: number[] = [];
  const scan = scanMboxBoundaries(reading.messages.runtime, (offset) => inside.push(offset), 'strict');
  let length = 0;
  let result: MessageContent | null = null;
  for await (const chunk of content.chunks()) {
    // Nearly every file is one chunk without the word.
    if (chunk.length !== content.bytes || chunk.includes('From ')) scan.write(chunk);
    const rest = skip === 0 ? chunk : chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - rest.length;
    // The last piece is known as such where the size is: a message in one piece is read fastest.
    const isLast = content.size === content.bytes;
    const bytes = cut === null ? rest : cut.take(rest, isLast);
    length += bytes.length;
    if (admission.is === 'reported') continue;
    hash?.update(bytes);
    if (isLast) result = reader.end(bytes);
    else reader.write(bytes);
  }
  if (cut !== null && result === null) {
    const bytes = cut.take(NOTHING, true);
    length += bytes.length;
    hash?.update(bytes);
    if (admission.is === 'read') reader.write(bytes);
  }
  if (content.broken instanceof UnpackLimit) {
    if (admission.is === 'read') reader.end();
    reading.quarantine(tally, 0, content.size, 'it was not unpacked to the end');
    return;
  }
  tally.structure += content.size - length;
  tally.messages += length;
  reading.copies += 1;
  if (admission.is === 'reported') return;
  if (cut !== null) sayOfCut(reading, place, cut);
  sayOfInside(
    reading,
    place,
    inside.filter((offset) => offset >= lead.length),
  );
  const { placement } = place;
  const messagePlace = {
    location: place.location,
    folder: placement.folder,
    members: place.members,
    offset: Math.min(lead.length, content.size),
    times: toPlaceTimes({
      maildir: placement.delivered,
      fromLine: lead.fromLine === null ? null : readFromLineTime(lead.fromLine),
    }),
    draft: placement.draft,
    takeout: false,
  };
  const sha256 = hash === null ? reading.digestFile() : hash.digest('hex');
  addMessage(reading, result ?? reader.end(), messagePlace, length, sha256 ?? '');
  await reading.settleKept();
}

/** What precedes the header, only if within the head. */
interface Lead {
  readonly length: number;
  readonly fromLine: string | null;
  /** The message declares this many bytes; null if it declares none. */
  readonly count: number | null;
}

export function findCount(head: Buffer): Lead {
  const count = readEmlxCount(head.toString('latin1'));
  return { length: count?.lineBytes ?? 0, fromLine: null, count: count?.bytes ?? null };
}

function sayOfCut(reading: Reading, place: ContentPlace, cut: EmlxCut): void {
  if (cut.flaw !== null) {
    const what =
      cut.flaw === 'too-large'
        ? 'The file ends before the message does'
        : 'No property list stands where the message should end';
    const text = `${what}, as the number on its first line has it; everything behind that line was read as the message. Get a whole copy.`;
    reading.addProblem('message-length', place.location, text);
  }
  if (cut.isPartial) {
    const text =
      'Apple Mail keeps parts of this message in separate files, or never fetched them; its addresses and the parts in this file were read. Get the whole message from the server.';
    reading.addProblem('message-partial', place.location, text);
  }
}

/**
 * A file of one message with another behind it: as a program leaves one that put mail together, or lost the first line
 * of an mbox.
 */
function sayOfInside(reading: Reading, place: ContentPlace, inside: readonly number[]): void {
  const [first] = inside;
  if (first === undefined) return;
  const are = inside.length === 1 ? 'line begins a message' : 'lines begin messages';
  const text = `${formatCount(inside.length)} ${are} of an mbox inside this message, the first at byte ${formatCount(first)}. All of it was read as one message. If other messages follow that line, put them into separate files.`;
  reading.addProblem('messages-inside', place.location, text);
}

export function findLead(head: Buffer): Lead {
  const lineEnd = usesBareReturns(head) ? RETURN : LINE_FEED;
  const at = skipBlankLines(head, head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0);
  if (!isFromLine(head.toString('latin1', at))) return { length: at, fromLine: null, count: null };
  const end = head.indexOf(lineEnd, at);
  if (end < 0) return { length: at, fromLine: null, count: null };
  return {
    length: end + 1,
    fromLine: head.toString('latin1', at, end).trimEnd(),
    count: null,
  };
}

/**
 * Extracts the message from an Apple Mail file: as many bytes as its first line says, followed by a property list.
 * Without such a list the number is wrong and everything counts as message, so that no address is cut off.
 */
class EmlxCut {
  #left: number;
  #isOver = false;
  #hasList = false;
  /** Bytes behind the message, too few yet to tell what they are. */
  #held: Buffer = NOTHING;
  /** The last bytes examined, where a match may start. */
  #tail: Buffer = NOTHING;
  /** The message lacks parts. */
  isPartial = false;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** The message's bytes among the next ones; `isLast` where none follow. They are valid as long as these. */
  take(bytes: Buffer, isLast: boolean): Buffer {
    const own = bytes.subarray(0, this.#left);
    this.#left -= own.length;
    const all = this.#settle(own, bytes.subarray(own.length), isLast);
    this.#look(all);
    return all;
  }

  /** What is wrong with the number, or null. */
  get flaw(): 'too-large' | 'wrong' | null {
    if (this.#left > 0) return 'too-large';
    return this.#isOver && !this.#hasList ? 'wrong' : null;
  }

  #settle(own: Buffer, behind: Buffer, isLast: boolean): Buffer {
    if (this.#isOver) return this.#hasList ? own : behind;
    if (this.#left > 0) return own;
    this.#held = this.#held.length === 0 ? Buffer.from(behind) : Buffer.concat([this.#held, behind]);
    if (this.#held.length < PROPERTY_LIST_BYTES && !isLast) return own;
    this.#isOver = true;
    this.#hasList = isPropertyList(this.#held.toString('latin1', 0, PROPERTY_LIST_BYTES));
    return this.#hasList ? own : Buffer.concat([own, this.#held]);
  }

  #look(bytes: Buffer): void {
    if (this.isPartial || bytes.length === 0) return;
    const edge = Buffer.concat([this.#tail, bytes.subarray(0, LEFT_OUT.length)]);
    this.isPartial = edge.includes(LEFT_OUT) || bytes.includes(LEFT_OUT);
    this.#tail = Buffer.from(bytes.length < LEFT_OUT.length ? edge : bytes.subarray(-LEFT_OUT.length));
  }
}
