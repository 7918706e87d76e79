import type { ContentPlace, GuardedContent, Tally } from './layer.ts';
import { composeMessage } from './outlook/compose-message.ts';
import { readMsgItem } from './outlook/msg-item.ts';
import { type OutlookMessage, toOtherKind, toSeconds } from './outlook/outlook-message.ts';
import { readMessage, toPlaceTimes } from './read-message.ts';
import type { Reading } from './reading.ts';
import { UnpackLimit } from './unpack-budget.ts';

/** The library wants a .msg whole in memory. Outlook itself sends no message above 150 MB. */
const MSG_BYTES_LIMIT = 200 * 1024 * 1024;

/** Reads one Outlook message file. Its bytes are a message when they hold one. */
export async function readMsg(
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of content.chunks()) {
    if (content.size > MSG_BYTES_LIMIT) break;
    chunks.push(Buffer.from(chunk));
  }
  if (content.size > MSG_BYTES_LIMIT) {
    reading.addProblem(
      'too-big',
      place.location,
      `This Outlook message has more than ${MSG_BYTES_LIMIT} bytes and was not read; save it as .eml.`,
    );
    return;
  }
  if (content.broken instanceof UnpackLimit) return;
  const admission = reading.report.admitUnit();
  const bytes = Buffer.concat(chunks);
  if (admission.is === 'guilty') {
    reading.quarantine(tally, 0, bytes.length, admission.reason);
    reading.addProblem(
      'reader-died',
      place.location,
      `This message was not read (${admission.reason}); it is quarantined.`,
    );
    return;
  }
  reading.items ??= { items: 0, messages: 0, otherItems: 0, quarantined: 0 };
  reading.items.items += 1;
  let message: OutlookMessage | null;
  try {
    message = readMsgItem(bytes);
    if (message !== null && toOtherKind(message.messageClass) === null) {
      if (admission.is === 'read') addMessage(reading, message, place);
      await reading.settleKept();
      reading.items.messages += 1;
      reading.copies += 1;
      tally.messages += bytes.length;
      return;
    }
  } catch {
    reading.items.quarantined += 1;
    reading.addProblem(
      'broken-item',
      place.location,
      'This Outlook message is damaged; it is quarantined. Save it again as .eml or .msg.',
    );
    return;
  }
  reading.items.otherItems += 1;
  if (message !== null) reading.countOther(toOtherKind(message.messageClass) ?? 'other');
  const text =
    message === null
      ? 'This is an Office file, not an Outlook message; it was not read.'
      : 'This Outlook item is not mail (a contact, an appointment or similar). It was counted, but not read.';
  reading.addProblem('not-mail', place.location, text, 'note');
}

function addMessage(reading: Reading, message: OutlookMessage, place: ContentPlace): void {
  readMessage(reading, composeMessage(message), {
    location: place.location,
    folder: place.placement.folder,
    members: place.members,
    offset: 0,
    times: toPlaceTimes({ outlook: toSeconds(message.deliveredMs) }),
    draft: message.unsent,
    sent: message.fromOwner,
    takeout: false,
  });
}
