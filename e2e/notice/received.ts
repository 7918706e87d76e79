import { findPrintedCodes } from '@candor/core/notice/code';
import PostalMime from 'postal-mime';
import { type Mail, writeMail } from '../../corpus/generate/verification/mail.ts';

/** A notice as it lay in a party's mailbox. */
export interface Received {
  readonly bytes: Buffer;
  readonly code: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: string;
  /** `From` and `Reply-To` as they came: a notice names its sender, and any other is another message. */
  readonly from: string;
  readonly replyTo: string | null;
}

/** Something that somebody received, and what a check must say. */
export interface Case {
  readonly name: string;
  readonly bytes: Buffer;
  readonly answers: readonly string[];
  readonly code?: string;
  readonly domain?: string;
}

export async function readReceived(bytes: Buffer): Promise<Received> {
  const mail = await PostalMime.parse(bytes);
  const text = mail.text ?? '';
  const [code] = findPrintedCodes(text);
  if (code === undefined) throw new Error('the notice prints no code');
  const date = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  const from = `${mail.from?.name ?? ''} <${mail.from?.address ?? ''}>`;
  const replyTo = mail.replyTo?.[0]?.address ?? null;
  return { bytes, code, subject: mail.subject ?? '', text, html: mail.html ?? '', date, from, replyTo };
}

/** The same notice as a mail of another hand, with what is changed of it. */
export function write(received: Received, change: Mail = {}): Buffer {
  const { subject, text, html, date, from, replyTo } = received;
  const after = replyTo === null ? [] : [`Reply-To: ${replyTo}`];
  return writeMail({ subject, text, html, date, from, after, ...change });
}

/** Words that must be there: a case that changes nothing is none. */
export function swap(text: string, from: string | RegExp, to: string): string {
  const swapped = text.replace(from, () => to);
  if (swapped === text) throw new Error(`not in the notice: ${from}`);
  return swapped;
}

/** The same change in both forms. */
export function swapBoth({ text, html }: Received, from: string | RegExp, to: string): Pick<Mail, 'text' | 'html'> {
  return { text: swap(text, from, to), html: swap(html, from, to) };
}
