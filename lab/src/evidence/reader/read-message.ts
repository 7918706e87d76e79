import { createHash } from 'node:crypto';
import type { Instant } from '@candor/core/base';
import { type ArrivalSource, weighLimits } from '@candor/core/evidence';
import { BULK_FLAG, type CopyRow, DRAFT_FLAG, packAddresses } from '../protocol.ts';
import { isKept, type MessageContent } from './message-port.ts';
import type { Reading } from './reading.ts';

/** What the container of a message says of it. */
export interface MessagePlace {
  readonly location: string;
  readonly folder: string | null;
  readonly members: readonly string[];
  /** Where its bytes begin in the innermost member, or the ordinal of an Outlook item. */
  readonly offset: number;
  readonly delivered: {
    readonly at: Instant;
    readonly from: 'maildir' | 'pst';
  } | null;
  /** Time of the mbox `From ` line. */
  readonly fromLine: Instant | null;
  readonly draft: boolean;
  /** It lies in a Google Takeout: it has labels and no folder. */
  readonly takeout: boolean;
}

/** Reads one message out of its chunks and reports its copy. */
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
    reading.keep(place.location, content.kept, sha256);
    return;
  }
  const { reading: message, searchable, limits } = content;
  if (limits.length > 0) {
    const weight = weighLimits(limits);
    const lost = weight === 'person' ? ' Addresses may be missing, so look at the original.' : '';
    const text = `The message goes beyond what is read of one (${limits.join(', ')}); docs/formats/problems.md says what was left out.${lost}`;
    reading.addProblem('message-limit', place.location, text, weight);
  }
  const answer = reading.messages.answer;
  if (answer !== null) {
    const matched = searchable === null ? [] : answer(searchable);
    if (matched.length > 0) reading.report.addAnswer([place.location, matched]);
    return;
  }
  const [arrived, arrivedFrom] = toArrival(place, message.received, message.date);
  const row: CopyRow = [
    place.location,
    place.takeout ? null : place.folder,
    place.takeout ? (message.labels ?? []) : null,
    message.messageId,
    message.date,
    arrived,
    arrivedFrom,
    message.fingerprint,
    (place.draft ? DRAFT_FLAG : 0) | (message.bulk ? BULK_FLAG : 0),
    message.parents.length === 0 ? '[]' : JSON.stringify(message.parents),
    packAddresses(message.addresses),
    reading.item,
    place.members,
    place.offset,
    length,
    sha256,
  ];
  reading.report.addCopy(row);
}

/** docs/formats/rules.md, Arrival: the first that exists. */
function toArrival(
  place: MessagePlace,
  received: Instant | null,
  date: Instant | null,
): readonly [Instant | null, ArrivalSource] {
  if (place.delivered !== null) return [place.delivered.at, place.delivered.from];
  if (received !== null) return [received, 'received'];
  if (place.fromLine !== null) return [place.fromLine, 'from-line'];
  // 0 is no time: it is what programs write that have none.
  if (date !== null && date !== 0) return [date, 'date'];
  return [null, 'unknown'];
}
