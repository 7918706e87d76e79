import type { Email, Header } from 'postal-mime';
import PostalMime from 'postal-mime';

/** Shorter lines ("Regards,") stand in every message. */
const TELLING_CHARS = 12;

/** Something that must not have survived, and where: never with its content. */
export interface ProjectionDefect {
  readonly what:
    | 'foreign-bcc'
    | 'foreign-address'
    | 'trace-field'
    | 'tracking-field'
    | 'comment-field'
    | 'forbidden-field'
    | 'hidden-field'
    | 'internal-words'
    | 'unreadable';
  /** Field name, or which attached message. */
  readonly where: string;
}

const ALLOWED =
  /^(?:from|sender|reply-to|to|cc|bcc|date|subject|message-id|in-reply-to|references|mime-version|resent-(?:from|sender|to|cc|date|message-id)|content-[a-z-]+)$/;
/** How and where the organization handled it. */
const TRACE =
  /^(?:received|return-path|delivered-to|envelope-to|x-original-to|x-envelope-.*|x-received|received-spf|authentication-results|arc-.*|dkim-signature|domainkey-signature|x-spam.*|x-virus.*|x-originating-.*|x-ms-exchange-.*|resent-bcc)$/;
/** Fields by which the organization, or its systems, track a message or its readers. */
const TRACKING =
  /^(?:list-.*|feedback-id|precedence|disposition-notification-to|return-receipt-to|x-confirm-reading-to|x-mailgun-.*|x-sg-.*|x-campaign.*|x-track.*|thread-index|x-mailer|user-agent)$/;
/** What people of the organization noted down. */
const COMMENT =
  /^(?:comments|keywords|thread-topic|importance|priority|sensitivity|x-priority|x-label.*|x-gmail-.*|x-keywords|x-status|status|x-.*(?:comment|note|case|ticket|folder|category).*)$/s;
/** Fields whose addresses are nobody's mailbox, or public by the author's intent. */
const ADDRESSED = /^(?:from|sender|reply-to|to|cc|bcc|subject|message-id|in-reply-to|references|content-id|resent-.*)$/;
const ADDRESS = /(?<![^\s<>()[\]:;,"'])[^\s<>()[\]:;,"']+@[^\s<>()[\]:;,"']+/g;
const ATTACHED_LEVELS = 20;

type IsOwn = (address: string) => boolean;

/**
 * Looks at a projection once more with another reader and its own lists of what may stand: nothing is sealed in which
 * this finds anything. It shares no code with what made the projection. `around`: the organization's message that it
 * hung on, of which no word may have come along.
 */
export async function checkProjection(
  message: Uint8Array,
  isOwn: IsOwn,
  around: Uint8Array | null = null,
): Promise<readonly ProjectionDefect[]> {
  const defects = await check(message, isOwn, 0);
  if (around === null) return defects;
  const words = await findInternalWords(message, around).catch(() => ['unreadable']);
  return [...defects, ...words.map((where): ProjectionDefect => ({ what: 'internal-words', where }))];
}

async function check(message: Uint8Array, isOwn: IsOwn, level: number): Promise<readonly ProjectionDefect[]> {
  const place = level === 0 ? '' : `attached ${level}: `;
  if (level > ATTACHED_LEVELS) return [{ what: 'unreadable', where: `${place}too deep` }];
  let mail: Email;
  try {
    mail = await PostalMime.parse(message, { forceRfc822Attachments: true });
  } catch {
    return [{ what: 'unreadable', where: `${place}message` }];
  }
  const defects = [...checkFields(mail.headers, isOwn), ...checkResent(mail.headers, isOwn)];
  if (hidesField(message)) defects.push({ what: 'hidden-field', where: 'header' });
  const placed = defects.map(({ what, where }): ProjectionDefect => ({ what, where: `${place}${where}` }));
  for (const { mimeType, content } of mail.attachments) {
    if (mimeType !== 'message/rfc822' && mimeType !== 'message/global') continue;
    placed.push(...(await check(new Uint8Array(content as ArrayBuffer), isOwn, level + 1)));
  }
  return placed;
}

function checkFields(headers: readonly Header[], isOwn: IsOwn): ProjectionDefect[] {
  const defects: ProjectionDefect[] = [];
  for (const { key, value } of headers) {
    if (!ALLOWED.test(key)) defects.push({ what: toKind(key), where: key });
    else if (key === 'bcc') {
      if (value.split(',').some((address) => !isOwn(address.trim().toLowerCase())))
        defects.push({ what: 'foreign-bcc', where: key });
    } else if (!ADDRESSED.test(key) && (value.match(ADDRESS) ?? []).some((address) => !isOwn(address.toLowerCase())))
      defects.push({ what: 'foreign-address', where: key });
  }
  return defects;
}

function toKind(key: string): ProjectionDefect['what'] {
  if (TRACE.test(key)) return 'trace-field';
  if (TRACKING.test(key)) return 'tracking-field';
  return COMMENT.test(key) ? 'comment-field' : 'forbidden-field';
}

/** A message forwarded to the party may say so; one forwarded to somebody else must not. */
function checkResent(headers: readonly Header[], isOwn: IsOwn): ProjectionDefect[] {
  const defects: ProjectionDefect[] = [];
  let seen = new Set<string>();
  let values: string[] = [];
  const end = (): void => {
    const addresses = values.flatMap((value) => value.match(ADDRESS) ?? []);
    if (seen.size > 0 && !addresses.some((address) => isOwn(address.toLowerCase())))
      defects.push({ what: 'foreign-address', where: 'resent' });
    seen = new Set();
    values = [];
  };
  for (const { key, value } of headers) {
    const isResent = key.startsWith('resent-');
    if (!isResent || seen.has(key)) end();
    if (!isResent) continue;
    seen.add(key);
    values.push(value);
  }
  end();
  return defects;
}

/** A blind recipient behind a bare carriage return, which some programs take for a line's end. */
function hidesField(message: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(message.subarray(0, 4 * 1024 * 1024));
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  return /\r(?!\n)[ \t]*(?:bcc|received|return-path|x-[a-z-]+)[ \t]*:/i.test(text.slice(0, end));
}

/**
 * Whether the organization's own words came along with an attached message: `subject` or `text`. Words of the attached
 * messages themselves do not count.
 */
async function findInternalWords(projected: Uint8Array, around: Uint8Array): Promise<readonly string[]> {
  const outer = await PostalMime.parse(around, { forceRfc822Attachments: true });
  const attached = await listAttached(outer, 0);
  const said = attached.join('\n');
  const isCommon = (line: string): boolean => line.length < TELLING_CHARS || said.includes(line);
  const own = toLines(outer).filter((line) => !isCommon(line));
  const mail = await PostalMime.parse(projected, { forceRfc822Attachments: true });
  const text = [...toLines(mail), ...(await listAttached(mail, 0))].join('\n');
  const subject = (outer.subject ?? '').trim();
  const found: string[] = [];
  if (!isCommon(subject) && (mail.subject ?? '').includes(subject)) found.push('subject');
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
