import type { Charset } from '../charset.ts';
import { encodeText } from '../charset.ts';
import { encodeWords, type Transfer, transferEncode } from '../transfer.ts';
import { caseNotice } from './notice.ts';

/** A leaf as it is written. */
export interface Leaf {
  readonly type: string;
  readonly content: string | Buffer;
  readonly transfer?: Transfer;
  readonly charset?: Charset;
  readonly fields?: readonly string[];
}

/** What a case changes of the message as it was sent. */
export interface Mail {
  /** Lines before the message's own fields. */
  readonly before?: readonly string[];
  readonly from?: string;
  readonly subject?: string;
  readonly date?: string;
  /** Lines behind them. */
  readonly after?: readonly string[];
  readonly text?: string | null;
  readonly html?: string | null;
  readonly transfer?: Transfer;
  /** Leaves in the multipart/alternative, behind the two. */
  readonly alternatives?: readonly Leaf[];
  /** Leaves behind the notice, in a multipart/mixed around it. */
  readonly mixed?: readonly Leaf[];
}

/** The notice as it was sent, with what the case changes; lines end with CRLF. */
export function writeMail(mail: Mail = {}): Buffer {
  const { text = caseNotice.text, html = caseNotice.html, transfer = '8bit' } = mail;
  const fields = [
    ...(mail.before ?? []),
    `From: ${mail.from ?? 'Harbor Energy Incident Team <notice@harbor.example>'}`,
    'To: security@northwind.example',
    `Subject: ${encodeWords(mail.subject ?? caseNotice.subject, 'utf-8')}`,
    `Date: ${mail.date ?? caseNotice.date}`,
    'Message-ID: <0123456789abcdefghjkmnpqrs@harbor.example>',
    ...(mail.after ?? ['Reply-To: answers@harbor.example']),
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
  ];
  const leaves: Leaf[] = [
    ...(text === null ? [] : [{ type: 'text/plain', content: text, transfer }]),
    ...(html === null ? [] : [{ type: 'text/html', content: html, transfer }]),
    ...(mail.alternatives ?? []),
  ];
  const [only, ...others] = leaves;
  let body =
    only !== undefined && others.length === 0 ? writeLeaf(only) : writeMultipart('alternative', leaves.map(writeLeaf));
  if (mail.mixed !== undefined) body = writeMultipart('mixed', [body, ...mail.mixed.map(writeLeaf)]);
  return toCrlf(Buffer.concat([Buffer.from(`${fields.join('\n')}\n`), body]));
}

export function writeLeaf(leaf: Leaf): Buffer {
  const { content, transfer = '8bit', charset = 'utf-8' } = leaf;
  const type = typeof content === 'string' ? `${leaf.type}; charset=${charset}` : leaf.type;
  const bytes = typeof content === 'string' ? encodeText(content, charset) : content;
  const head = [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${transfer}`, ...(leaf.fields ?? [])];
  return Buffer.concat([Buffer.from(`${head.join('\n')}\n\n`), transferEncode(bytes, transfer)]);
}

export function writeMultipart(kind: 'alternative' | 'mixed', parts: readonly Buffer[]): Buffer {
  const boundary = `=_${kind}`;
  const open = Buffer.from(`\n--${boundary}\n`);
  return Buffer.concat([
    Buffer.from(`Content-Type: multipart/${kind}; boundary="${boundary}"\n`),
    ...parts.flatMap((part) => [open, part]),
    Buffer.from(`\n--${boundary}--\n`),
  ]);
}

export function toCrlf(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}
