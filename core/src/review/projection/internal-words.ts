import PostalMime, { type Email } from 'postal-mime';

/** Shorter lines ("Regards,") stand in every message. */
const TELLING_CHARS = 12;
const ATTACHED_LEVELS = 20;

/**
 * Where words that stand in the organization's own message came along into what hung on it: `subject` or `text`. What
 * the attached messages say themselves, the projected one among them, is none of the organization's.
 */
export async function findInternalWords(projected: Uint8Array, around: Uint8Array): Promise<readonly string[]> {
  const outer = await PostalMime.parse(around, { forceRfc822Attachments: true });
  const attached = await listAttached(outer, 0);
  const said = attached.join('\n');
  const isTold = (line: string): boolean => line.length < TELLING_CHARS || said.includes(line);
  const own = toLines(outer).filter((line) => !isTold(line));
  const mail = await PostalMime.parse(projected, { forceRfc822Attachments: true });
  const text = [...toLines(mail), ...(await listAttached(mail, 0))].join('\n');
  const subject = (outer.subject ?? '').trim();
  const found: string[] = [];
  if (!isTold(subject) && (mail.subject ?? '').includes(subject)) found.push('subject');
  if (own.some((line) => text.includes(line))) found.push('text');
  return found;
}

function toLines({ text, html }: Email): readonly string[] {
  return `${text ?? ''}\n${html ?? ''}`.split('\n').map((line) => line.trim());
}

/** Everything that attached messages say, at every depth. */
async function listAttached(mail: Email, level: number): Promise<readonly string[]> {
  if (level > ATTACHED_LEVELS) return [];
  const said: string[] = [];
  for (const { mimeType, content } of mail.attachments) {
    if (mimeType !== 'message/rfc822' && mimeType !== 'message/global') continue;
    const inner = await PostalMime.parse(new Uint8Array(content as ArrayBuffer), { forceRfc822Attachments: true });
    said.push(inner.subject ?? '', ...toLines(inner), ...(await listAttached(inner, level + 1)));
  }
  return said;
}
