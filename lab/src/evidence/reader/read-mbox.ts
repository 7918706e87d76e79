import { formatCount } from '@candor/core/base';
import { createMboxSplitter, type MboxMessage, usesBareReturns } from '@candor/core/evidence/message';
import type { RangeItem } from '../protocol.ts';
import type { Content } from './content.ts';
import { type ContentPlace, GuardedContent, Tally } from './layer.ts';
import { isKept, type MessageContent } from './message-port.ts';
import { addMessage, toPlaceTimes } from './read-message.ts';
import type { Reading } from './reading.ts';
import type { Admission } from './report.ts';

interface MboxPlace {
  readonly location: string;
  readonly folder: string | null;
  readonly members: readonly string[];
  readonly offset: number;
  readonly firstOrdinal: number;
  /** Null means that the first message decides. */
  readonly takeout: boolean | null;
}

/** Reads an mbox from its start. */
export async function readMbox(
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
): Promise<void> {
  const { location, members, placement } = place;
  const mbox = {
    location,
    members,
    folder: placement.mboxFolder,
    offset: 0,
    firstOrdinal: 1,
    takeout: null,
  };
  await splitMbox(reading, content, mbox, tally);
}

/** Reads a range of a big mbox that the lab has cut at a message's start. */
export async function readMboxRange(reading: Reading, content: Content, item: RangeItem): Promise<void> {
  const tally = new Tally();
  const guarded = new GuardedContent(content, reading.spool, (chunk) => reading.report.countBytes(chunk.length));
  const { location, folder, takeout, start, firstOrdinal } = item;
  await splitMbox(reading, guarded, { location, folder, members: [], offset: start, firstOrdinal, takeout }, tally);
  tally.size = guarded.size;
  if (tally.open !== 0) throw new Error(`account of ${location}: ${tally.open} bytes are open`);
  reading.outer.add(tally);
}

async function splitMbox(reading: Reading, content: GuardedContent, place: MboxPlace, tally: Tally): Promise<void> {
  const reader = reading.messages.reader;
  let takeout = place.takeout;
  let ordinal = place.firstOrdinal;
  let admission: Admission | null = null;
  let result: MessageContent | null = null;
  const begun = { fromLines: 0, messages: 0 };
  let firstInside = -1;
  let lead: { readonly offset: number; readonly length: number } | null = null;
  const isRead = (): boolean => admission?.is === 'read' || (takeout === null && admission?.is === 'reported');
  const splitter = createMboxSplitter(
    reading.messages.runtime,
    {
      content: (bytes, last) => {
        admission ??= reading.report.admitUnit();
        if (!isRead()) return;
        if (last) result = reader.end(bytes);
        else reader.write(bytes);
      },
      message: (message) => {
        begun.fromLines += 1;
        begun.messages += 1;
        const location = `${place.location}#${ordinal}`;
        takeout ??= result !== null && !isKept(result) && result.reading.labels !== null;
        if (admission?.is === 'guilty') {
          reading.quarantine(tally, message.offset, message.length, admission.reason);
          reading.addProblem(
            'reader-died',
            location,
            `This message was not read (${admission.reason}); it is quarantined.`,
          );
        } else {
          tally.messages += message.length;
          reading.copies += 1;
          if (admission?.is === 'read' && result !== null) add(reading, result, place, location, message, takeout);
        }
        ordinal += 1;
        admission = null;
        result = null;
      },
      structure: (_, length) => {
        tally.structure += length;
      },
      fromLineInside: (offset) => {
        begun.fromLines += 1;
        if (firstInside === -1) firstInside = offset;
      },
      quarantine: (offset, length, reason) => {
        reading.quarantine(tally, offset, length, reason);
        lead = { offset, length };
      },
    },
    place.offset,
    // A range is of an mbox that could be cut, which one of an old Mac never is.
    place.takeout === null && usesBareReturns(content.head) ? 'returns' : 'feeds',
  );
  for await (const chunk of content.chunks((bytes) => splitter.room(bytes))) {
    splitter.write(chunk);
    await reading.settleKept();
  }
  splitter.end();
  await reading.settleKept();
  sayOfLead(reading, place, lead, begun.messages);
  reading.mbox ??= { fromLines: 0, messages: 0 };
  reading.mbox.fromLines += begun.fromLines;
  reading.mbox.messages += begun.messages;
  const inside = begun.fromLines - begun.messages;
  if (inside === 0) return;
  const are = inside === 1 ? 'line begins with “From ” and begins' : 'lines begin with “From ” and begin';
  const text = `${formatCount(inside)} ${are} no message (of ${formatCount(begun.fromLines)} such lines; messages: ${formatCount(begun.messages)}). The first is at byte ${formatCount(firstInside)}. If it begins a message, that message was read as text of the one before: put an empty line before each such line in a copy.`;
  reading.addProblem('mbox-from-lines', `${place.location}@${firstInside}`, text);
}

function add(
  reading: Reading,
  result: MessageContent,
  place: MboxPlace,
  location: string,
  message: MboxMessage,
  takeout: boolean,
): void {
  if (isKept(result)) {
    // The evidence has the `>` of quoted lines, which are gone here: its digest is that of the range in the file.
    reading.keep(location, result.kept, message.sha256);
    return;
  }
  const messagePlace = {
    location,
    folder: place.folder,
    members: place.members,
    offset: message.offset,
    times: toPlaceTimes({ fromLine: message.fromTime }),
    draft: false,
    takeout,
  };
  addMessage(reading, result, messagePlace, message.length, message.sha256);
}

/** What precedes the first message; a file without any was not an mbox but zeros. */
function sayOfLead(
  reading: Reading,
  place: MboxPlace,
  lead: { readonly offset: number; readonly length: number } | null,
  messages: number,
): void {
  if (lead === null) return;
  const { offset, length } = lead;
  if (messages === 0) {
    const text =
      'No message begins in this file; it was not read. Get a complete copy, or remove it from the evidence folder.';
    reading.addProblem('not-mail', place.location, text);
    return;
  }
  const text = `Before the first message ${length === 1 ? 'lies 1 byte that belongs to none; it is' : `lie ${length} bytes that belong to none; they are`} quarantined.`;
  reading.addProblem('mbox-lead', `${place.location}@${offset}`, text);
}
