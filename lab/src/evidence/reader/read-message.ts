import { createHash } from 'node:crypto';
import { type ArrivalTimes, limitSeverity, type MessageReading, toArrival } from '@candor/core/evidence/message';
import { BULK_FLAG, type CopyRow, DRAFT_FLAG, SENT_FLAG } from '../protocol.ts';
import { packAddresses } from '../store/packed-addresses.ts';
import { isKept, type MessageContent } from './message-port.ts';
import type { Reading } from './reading.ts';

/** Times from the mail container, besides those of the message. */
type PlaceTimes = Pick<ArrivalTimes, 'outlook' | 'maildir' | 'fromLine'>;

/** The container's facts about a message. */
export interface MessagePlace {
  readonly location: string;
  readonly folder: string | null;
  readonly members: readonly string[];
  /** Where its bytes begin in the innermost member, or the ordinal of an Outlook item. */
  readonly offset: number;
  /** The container says when the copy arrived; null means that it does not. */
  readonly times: PlaceTimes | null;
  readonly draft: boolean;
  /** An Outlook item says that the mailbox's owner sent it. */
  readonly sent?: boolean;
  /** A Google Takeout has labels and no folder. */
  readonly takeout: boolean;
}

const NO_TIMES: PlaceTimes = { outlook: null, maildir: null, fromLine: null };

/** Times of a container that has one. */
export function toPlaceTimes(times: Partial<PlaceTimes>): PlaceTimes {
  return { ...NO_TIMES, ...times };
}

/** Reads one message from its chunks and reports its copy. */
export function readMessage(reading: Reading, chunks: Iterable<Uint8Array>, place: MessagePlace): void {
  const hash = createHash('sha256');
  const reader = reading.messages.reader;
  let length = 0;
  for (const chunk of chunks) {
    hash.update(chunk);
    length += chunk.length;
    reader.write(chunk);
  }
  addMessage(reading, reader.end(), place, length, hash.digest('hex'));
}

export function addMessage(
  reading: Reading,
  content: MessageContent,
  place: MessagePlace,
  length: number,
  sha256: string,
): void {
  if (isKept(content)) {
    // Not the digest of the stream: only what is handed over proves what its reader was given.
    reading.keep(place.location, content.kept, content.sha256);
    return;
  }
  const { reading: message, searchable, limits } = content;
  if (limits.length > 0) {
    const weight = limitSeverity(limits);
    const lost = weight === 'person' ? ' Addresses may be missing, so check the original.' : '';
    const text = `The message exceeds the limits for one message (${limits.join(', ')}); docs/formats/problems.md lists what was left out.${lost}`;
    reading.addProblem('message-limit', place.location, text, weight);
  }
  const answer = reading.messages.answer;
  if (answer !== null) {
    const matched = searchable === null ? [] : answer(searchable);
    if (matched.length > 0) reading.report.addAnswer([place.location, matched]);
    return;
  }
  const { received, lastReceived, date } = message;
  const arrival = toArrival({ ...(place.times ?? NO_TIMES), received, lastReceived, date });
  const row: CopyRow = [
    place.location,
    place.takeout ? null : place.folder,
    place.takeout ? (message.labels ?? []) : null,
    message.messageId,
    date,
    arrival.at,
    arrival.from,
    message.fingerprint,
    (place.draft ? DRAFT_FLAG : 0) | (message.bulk ? BULK_FLAG : 0) | (place.sent === true ? SENT_FLAG : 0),
    message.parents.length === 0 ? '[]' : JSON.stringify(message.parents),
    packAddresses(message.addresses),
    reading.item,
    place.members,
    place.offset,
    length,
    sha256,
    arrival.source,
    arrival.latest,
    received,
    message.answers,
    packNames(message),
    message.attached.length === 0 ? null : JSON.stringify(message.attached),
  ];
  reading.report.addCopy(row);
}

/** Nearly every message has one name, its Message-ID. */
function packNames({ names, messageId }: MessageReading): string | null {
  const isUsual = messageId === null ? names.length === 0 : names.length === 1;
  return isUsual ? null : JSON.stringify(names);
}
