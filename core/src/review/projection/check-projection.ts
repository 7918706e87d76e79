import PostalMime, { type Email } from 'postal-mime';

/** Something that must not have survived, and where: never with its content. */
export interface ProjectionFlaw {
  readonly what: 'foreign-bcc' | 'forbidden-field' | 'hidden-field' | 'unreadable';
  /** Field name, or which attached message. */
  readonly where: string;
}

const ALLOWED =
  /^(?:from|sender|reply-to|to|cc|bcc|date|subject|message-id|in-reply-to|references|mime-version|resent-(?:from|sender|to|cc|date|message-id)|content-[a-z-]+)$/;
const ATTACHED_LEVELS = 20;

/**
 * Looks at a projection once more with another reader and its own list of what may stand: nothing is sealed in which this finds anything. It
 * shares no code with what made the projection.
 */
export async function checkProjection(
  message: Uint8Array,
  isOwn: (address: string) => boolean,
): Promise<readonly ProjectionFlaw[]> {
  return check(message, isOwn, 0);
}

async function check(
  message: Uint8Array,
  isOwn: (address: string) => boolean,
  level: number,
): Promise<readonly ProjectionFlaw[]> {
  const place = level === 0 ? '' : `attached ${level}: `;
  if (level > ATTACHED_LEVELS) return [{ what: 'unreadable', where: `${place}too deep` }];
  let mail: Email;
  try {
    mail = await PostalMime.parse(message, { forceRfc822Attachments: true });
  } catch {
    return [{ what: 'unreadable', where: `${place}message` }];
  }
  const flaws: ProjectionFlaw[] = mail.headers
    .filter(({ key }) => !ALLOWED.test(key))
    .map(({ key }) => ({ what: 'forbidden-field', where: `${place}${key}` }));
  const blind = mail.headers.filter(({ key }) => key === 'bcc').flatMap(({ value }) => value.split(','));
  if (blind.some((address) => !isOwn(address.trim().toLowerCase())))
    flaws.push({ what: 'foreign-bcc', where: `${place}bcc` });
  if (hidesField(message)) flaws.push({ what: 'hidden-field', where: `${place}header` });
  for (const { mimeType, content } of mail.attachments) {
    if (mimeType !== 'message/rfc822' && mimeType !== 'message/global') continue;
    flaws.push(...(await check(new Uint8Array(content as ArrayBuffer), isOwn, level + 1)));
  }
  return flaws;
}

/** A blind recipient behind a bare carriage return, which some programs take for a line's end. */
function hidesField(message: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(message.subarray(0, 4 * 1024 * 1024));
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  return /\r(?!\n)[ \t]*(?:bcc|received|return-path|x-[a-z-]+)[ \t]*:/i.test(text.slice(0, end));
}
