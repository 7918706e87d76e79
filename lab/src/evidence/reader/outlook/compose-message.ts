import type { OutlookAddress, OutlookAttachment, OutlookMessage } from './outlook-message.ts';

/** Attached messages in one another; deeper ones become their subject line only. */
const EMBEDDED_DEPTH_LIMIT = 32;
/** Bytes encoded at once; a multiple of 3, so that pieces of base64 can follow one another. */
const ENCODED_STEP_BYTES = 48 * 1024;
/** Fields that properties say better, or that belong to the body that was on the wire. */
const REPLACED_FIELDS =
  /^(?:from|sender|to|cc|bcc|subject|date|message-id|in-reply-to|references|mime-version|content-[a-z-]*|x-gmail-labels)$/i;
const FIELD_LINE = /^([!-9;-~]+)[ \t]*:/;

/**
 * Writes an Outlook item as an equivalent message, so that the one MIME reader gives its addresses, text and
 * fingerprint (docs/formats/rules.md, Message-ID and fingerprint: the same fields from their MAPI properties). Texts
 * are UTF-8 and parts base64, so nothing in an item can be read as a boundary or header field.
 */
export function* composeMessage(message: OutlookMessage, depth = 0): Iterable<Buffer> {
  const boundary = `outlook-item-${depth}`;
  yield Buffer.from(composeHeader(message), 'utf8');
  yield Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`, 'utf8');
  if (message.text !== '')
    yield* composePart(boundary, 'Content-Type: text/plain; charset=utf-8', [Buffer.from(message.text, 'utf8')]);
  if (message.html !== null) {
    const label = message.html.charset === null ? '' : `; charset=${message.html.charset}`;
    yield* composePart(boundary, `Content-Type: text/html${label}`, [message.html.bytes]);
  }
  for (const attachment of message.attachments) yield* composeAttachment(attachment, boundary, depth);
  yield Buffer.from(`--${boundary}--\r\n`, 'utf8');
}

function composeHeader(message: OutlookMessage): string {
  const { sender, representing, transportHeaders } = message;
  const from = chooseFrom(message);
  const lines = keepTransportFields(transportHeaders);
  addAddresses(lines, 'From', from === null ? [] : [from], transportHeaders);
  if (sender !== null && representing !== null && from === representing && isOther(sender, representing)) {
    addAddresses(lines, 'Sender', [sender], transportHeaders);
  }
  addAddresses(lines, 'To', message.to, transportHeaders);
  addAddresses(lines, 'Cc', message.cc, transportHeaders);
  addAddresses(lines, 'Bcc', message.bcc, transportHeaders);
  const date = message.submittedMs === null ? '' : composeDate(message.submittedMs);
  for (const [field, value] of [
    ['Subject', message.subject],
    ['Date', date],
    ['Message-ID', message.messageId],
    ['In-Reply-To', message.inReplyTo],
    ['References', message.references],
  ] as const) {
    const text = toFieldText(value === '' ? findField(transportHeaders, field) : value);
    if (text !== '') lines.push(`${field}: ${text}`);
  }
  return lines.map((line) => `${line}\r\n`).join('');
}

/**
 * The sender: the represented person, unless that is no internet address (an X.500 name or bare name) while the sender
 * has one and the transport headers are silent.
 */
function chooseFrom({ sender, representing, transportHeaders }: OutlookMessage): OutlookAddress | null {
  if (representing === null) return sender;
  const isKnown = representing.address.includes('@') || findField(transportHeaders, 'From') !== '';
  return isKnown || sender?.address.includes('@') !== true ? representing : sender;
}

/**
 * Addresses from properties, unless one is no internet address (Exchange keeps X.500 names) and the transport headers
 * had the field.
 */
function addAddresses(lines: string[], field: string, addresses: readonly OutlookAddress[], headers: string): void {
  const isWhole = addresses.length > 0 && addresses.every(({ address }) => address.includes('@'));
  const wire = isWhole ? '' : findField(headers, field);
  if (wire !== '') lines.push(`${field}: ${toFieldText(wire)}`);
  else if (addresses.length > 0) lines.push(`${field}: ${addresses.map(composeAddress).join(', ')}`);
}

function isOther(a: OutlookAddress, b: OutlookAddress): boolean {
  return a.address.toLowerCase() !== b.address.toLowerCase();
}

/** Quoted, so that no name can contain an address; only a valid address is put into angle brackets. */
function composeAddress({ name, address }: OutlookAddress): string {
  const quoted = `"${toFieldText(name).replace(/["\\]/g, '\\$&')}"`;
  const text = toFieldText(address).replace(/[<>]/g, '');
  if (text === '') return quoted;
  return name === '' ? `<${text}>` : `${quoted} <${text}>`;
}

/** The fields of the wire that no property gives: Received, Reply-To, Resent-…, list marks. Folded lines are kept. */
function keepTransportFields(headers: string): string[] {
  const kept: string[] = [];
  let keep = false;
  for (const line of headers.split(/\r\n|\n|\r/)) {
    if (line === '') continue;
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (keep) kept.push(line);
      continue;
    }
    const name = FIELD_LINE.exec(line)?.[1];
    keep = name !== undefined && !REPLACED_FIELDS.test(name);
    if (keep) kept.push(line);
  }
  return kept;
}

function findField(headers: string, field: string): string {
  const found = new RegExp(`^${field}[ \\t]*:([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)`, 'im').exec(headers)?.[1];
  return (found ?? '').trim();
}

function toFieldText(text: string): string {
  return text.replace(/[\0-\x1f\x7f]+/g, ' ').trim();
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function composeDate(ms: number): string {
  const date = new Date(ms);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${DAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${String(date.getUTCFullYear()).padStart(4, '0')}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}

function* composePart(boundary: string, head: string, chunks: Iterable<Buffer>): Iterable<Buffer> {
  yield Buffer.from(`--${boundary}\r\n${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n`, 'utf8');
  yield* encode(chunks);
  yield Buffer.from('\r\n', 'utf8');
}

function* composeAttachment(attachment: OutlookAttachment, boundary: string, depth: number): Iterable<Buffer> {
  if (attachment.is === 'bytes') {
    const name = encodeURIComponent(toFieldText(attachment.name).toWellFormed()).replace(
      /['()*]/g,
      (found) => `%${found.charCodeAt(0).toString(16)}`,
    );
    const head = `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename*=utf-8''${name === '' ? 'attachment' : name}`;
    yield* composePart(boundary, head, attachment.chunks());
    return;
  }
  yield Buffer.from(`--${boundary}\r\nContent-Type: message/rfc822\r\n\r\n`, 'utf8');
  if (depth < EMBEDDED_DEPTH_LIMIT) yield* composeMessage(attachment.message, depth + 1);
  else yield Buffer.from(`Subject: ${toFieldText(attachment.message.subject)}\r\n\r\n`, 'utf8');
  yield Buffer.from('\r\n', 'utf8');
}

/** Base64 in one run of lines; pieces are cut at multiples of three bytes. */
function* encode(chunks: Iterable<Buffer>): Iterable<Buffer> {
  let held = Buffer.alloc(0);
  for (const chunk of chunks) {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const whole = bytes.length - (bytes.length % ENCODED_STEP_BYTES);
    for (let at = 0; at < whole; at += ENCODED_STEP_BYTES) {
      yield Buffer.from(`${bytes.toString('base64', at, at + ENCODED_STEP_BYTES)}\r\n`, 'latin1');
    }
    held = Buffer.from(bytes.subarray(whole));
  }
  if (held.length > 0) yield Buffer.from(`${held.toString('base64')}\r\n`, 'latin1');
}
