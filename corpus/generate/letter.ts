import { type Charset, encodeText } from './charset.ts';
import { toMailDate } from './instant.ts';
import { encodeWords, type Transfer, transferEncode, wrapBase64 } from './transfer.ts';

export type Attachment = {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
};

/** A message as its author meant it. */
export type Letter = {
  /** With angle brackets; null for a message without one. */
  readonly id: string | null;
  readonly sent: number;
  readonly zoneHours: number;
  /** Address list fields: `Name <local@domain>`, names not yet encoded. */
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Further fields, as they shall stand. */
  readonly fields: readonly (readonly [string, string])[];
  readonly charset: Charset;
  readonly transfer: Transfer;
  readonly text: string;
  /** With it, the text becomes one side of a multipart/alternative. */
  readonly html: string | null;
  readonly attachments: readonly Attachment[];
  /** A whole message that is forwarded as message/rfc822. */
  readonly forwarded: Uint8Array | null;
};

/** The bytes of the message, lines ended by LF. `trace` are the fields that mail servers put on top. */
export function writeLetter(letter: Letter, trace: readonly string[] = []): Buffer {
  const fields = [
    ...trace,
    `Date: ${toMailDate(letter.sent, letter.zoneHours)}`,
    `From: ${writeAddress(letter.from, letter.charset)}`,
    ...addressField('To', letter.to, letter.charset),
    ...addressField('Cc', letter.cc, letter.charset),
    ...addressField('Bcc', letter.bcc, letter.charset),
    `Subject: ${encodeWords(letter.subject, letter.charset)}`,
    ...(letter.id === null ? [] : [`Message-ID: ${letter.id}`]),
    ...(letter.inReplyTo === null ? [] : [`In-Reply-To: ${letter.inReplyTo}`]),
    ...(letter.references.length === 0 ? [] : [`References: ${letter.references.join('\n ')}`]),
    ...letter.fields.map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
  ];
  return Buffer.concat([Buffer.from(`${fields.join('\n')}\n`, 'utf8'), writeBody(letter)]);
}

function writeBody(letter: Letter): Buffer {
  const words = writeWords(letter);
  if (letter.attachments.length === 0 && letter.forwarded === null) return words;
  const boundary = toBoundary(letter, 'mixed');
  const parts = [words, ...letter.attachments.map((item) => writeAttachment(item, letter.charset))];
  if (letter.forwarded !== null) {
    const head = 'Content-Type: message/rfc822\nContent-Disposition: inline\n\n';
    parts.push(Buffer.concat([Buffer.from(head, 'latin1'), letter.forwarded]));
  }
  return writeMultipart('mixed', boundary, parts);
}

function writeWords(letter: Letter): Buffer {
  const plain = writeText('plain', letter.text, letter);
  if (letter.html === null) return plain;
  return writeMultipart('alternative', toBoundary(letter, 'words'), [plain, writeText('html', letter.html, letter)]);
}

function writeText(subtype: string, text: string, letter: Letter): Buffer {
  const head = `Content-Type: text/${subtype}; charset=${letter.charset}\nContent-Transfer-Encoding: ${letter.transfer}\n\n`;
  const body = transferEncode(encodeText(text.endsWith('\n') ? text : `${text}\n`, letter.charset), letter.transfer);
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

function writeAttachment(item: Attachment, charset: Charset): Buffer {
  const plain = /^[\x20-\x7e]*$/.test(item.name);
  const name = plain ? `filename="${item.name}"` : `filename*=utf-8''${encodeURIComponent(item.name)}`;
  const type = plain ? `${item.type}; name="${item.name}"` : `${item.type}; name="${encodeWords(item.name, charset)}"`;
  const head = `Content-Type: ${type}\nContent-Disposition: attachment; ${name}\nContent-Transfer-Encoding: base64\n\n`;
  return Buffer.from(head + wrapBase64(Buffer.from(item.content)), 'utf8');
}

function writeMultipart(subtype: string, boundary: string, parts: readonly Uint8Array[]): Buffer {
  const head = `Content-Type: multipart/${subtype}; boundary="${boundary}"\n\n`;
  const body = parts.flatMap((part) => [Buffer.from(`--${boundary}\n`, 'latin1'), part, Buffer.from('\n', 'latin1')]);
  return Buffer.concat([Buffer.from(head, 'latin1'), ...body, Buffer.from(`--${boundary}--\n`, 'latin1')]);
}

function toBoundary(letter: Letter, use: string): string {
  return `=_${use}_${letter.sent}`;
}

function addressField(name: string, addresses: readonly string[], charset: Charset): readonly string[] {
  if (addresses.length === 0) return [];
  return [`${name}: ${addresses.map((address) => writeAddress(address, charset)).join(',\n ')}`];
}

function writeAddress(address: string, charset: Charset): string {
  const at = address.lastIndexOf(' <');
  if (at < 0) return address;
  const name = address.slice(0, at);
  const safe = /^[A-Za-z .'-]*$/.test(name) && !name.includes('.') ? name : `"${name}"`;
  const display = /^[\x20-\x7e]*$/.test(name) ? safe : encodeWords(name, charset);
  return `${display}${address.slice(at)}`;
}
