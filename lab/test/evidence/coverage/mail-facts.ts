import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';

/** What is compared of a message: digests, so that nothing of the data leaves the machine's memory. */
export interface MailFacts {
  readonly folder: string;
  readonly subject: string;
  /** Digests of the attachments that are no messages. */
  readonly attachments: readonly string[];
  /** Bytes of the same, in no order. */
  readonly sizes: readonly number[];
  readonly attachedMessages: number;
}

/**
 * Outlook's rich text and appointments, which readpst and msgconvert make into parts of a message and Outlook has in
 * the item itself.
 */
const isMadeOfItem = ({ filename, mimeType }: { filename: string | null; mimeType: string }): boolean =>
  filename === 'rtf-body.rtf' || mimeType === 'text/calendar' || (mimeType === 'application/rtf' && filename === null);

/** Read by a parser that is not ours. */
export async function readMailFacts(bytes: Buffer, folder: string): Promise<MailFacts> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  const attachments = mail.attachments.filter((attachment) => !isMadeOfItem(attachment));
  const messages = attachments.filter(({ mimeType }) => mimeType === 'message/rfc822');
  const contents = attachments
    .filter((attachment) => !messages.includes(attachment))
    .map(({ content }) => (typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)));
  return {
    folder,
    subject: toSubjectDigest(mail.subject),
    attachments: contents.map(toDigest).sort(),
    sizes: contents.map(({ length }) => length),
    attachedMessages: messages.length,
  };
}

export function toSubjectDigest(subject: string | undefined): string {
  return toDigest((subject ?? '').replace(/\s+/g, ' ').trim());
}

function toDigest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** How many entries of two lists have no equal one in the other: the larger of both rests. */
export function countDiffering(ours: readonly string[], theirs: readonly string[]): number {
  const rest = new Map<string, number>();
  for (const entry of theirs) rest.set(entry, (rest.get(entry) ?? 0) + 1);
  let extra = 0;
  for (const entry of ours) {
    const left = rest.get(entry) ?? 0;
    if (left === 0) extra += 1;
    else rest.set(entry, left - 1);
  }
  return Math.max(
    extra,
    [...rest.values()].reduce((total, left) => total + left, 0),
  );
}
