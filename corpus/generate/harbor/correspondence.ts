import { readFileSync } from 'node:fs';
import type { Charset } from '../charset.ts';
import { toNumber, toToken } from '../identity.ts';
import { toMailDate, toSeconds } from '../instant.ts';
import { type Attachment, type Letter, writeLetter } from '../letter.ts';
import type { Transfer } from '../transfer.ts';
import { personOf } from './cast.ts';

type Turn = {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  /** Hours after the turn before. */
  readonly after?: number;
  readonly text: string;
  readonly charset?: Charset;
  /** `name|type|content` */
  readonly attach?: readonly string[];
  /** `thread/turn` of the message that is forwarded. */
  readonly forward?: string;
  /** Sent by the intruder in the name of `from`. */
  readonly stolen?: boolean;
};

type Thread = {
  readonly key: string;
  readonly subject: string;
  readonly charset: Charset;
  readonly transfer: Transfer;
  readonly start: string;
  readonly reply?: string;
  /** Folders other than the inbox, by custodian. */
  readonly folders?: Readonly<Record<string, string>>;
  /** A label of Rafael Costa. */
  readonly labels?: string;
  readonly turns: readonly Turn[];
};

/** A letter with what its delivery needs to know. `name` is `thread/turn`. */
export type Mailing = {
  readonly name: string;
  readonly letter: Letter;
  readonly from: string;
  readonly receivers: readonly string[];
  readonly folders: Readonly<Record<string, string>>;
  readonly label: string | null;
};

const PARTS = ['board', 'trading', 'legal', 'security', 'tokyo', 'customers'];

/** Every thread of the story, in the order of the data files. */
export function toCorrespondence(): readonly Mailing[] {
  const mailings = new Map<string, Mailing>();
  for (const part of PARTS) {
    const text = readFileSync(new URL(`letters-${part}.json`, import.meta.url), 'utf8');
    for (const thread of JSON.parse(text) as readonly Thread[]) addThread(mailings, thread);
  }
  return [...mailings.values()];
}

function addThread(mailings: Map<string, Mailing>, thread: Thread): void {
  let sent = toSeconds(thread.start);
  const references: string[] = [];
  let before: { readonly letter: Letter; readonly name: string } | null = null;
  thread.turns.forEach((turn, at) => {
    const name = `${thread.key}/${at}`;
    sent += Math.round((turn.after ?? 0) * 3600) + (at === 0 ? 0 : toNumber(name, 1500));
    const forwarded = turn.forward === undefined ? null : mailings.get(turn.forward);
    if (forwarded === undefined) throw new Error(`${name} forwards ${turn.forward}, which is later`);
    const letter: Letter = {
      id: toMessageId(name, turn.from),
      sent,
      zoneHours: personOf(turn.from).zone,
      from: toAddress(turn.from),
      to: turn.to.map(toAddress),
      cc: (turn.cc ?? []).map(toAddress),
      bcc: (turn.bcc ?? []).map(toAddress),
      subject: `${at === 0 ? '' : `${turn.forward === undefined ? (thread.reply ?? 'Re') : 'Fwd'}: `}${thread.subject}`,
      inReplyTo: references.at(-1) ?? null,
      references: [...references],
      fields: [],
      charset: turn.charset ?? thread.charset,
      transfer: thread.transfer,
      text: turn.forward === undefined ? quote(turn, before?.letter ?? null, thread) : turn.text,
      html: at === 1 && thread.charset === 'utf-8' ? toHtml(turn.text) : null,
      attachments: (turn.attach ?? []).map(toAttachment),
      forwarded: forwarded === null ? null : writeLetter(forwarded.letter),
    };
    references.push(letter.id ?? '');
    const receivers = [...turn.to, ...(turn.cc ?? []), ...(turn.bcc ?? [])];
    const mailing = {
      name,
      letter,
      from: turn.from,
      receivers,
      folders: thread.folders ?? {},
      label: thread.labels ?? null,
    };
    mailings.set(name, mailing);
    before = mailing;
  });
}

export function toMessageId(name: string, from: string): string {
  const domain = from === 'pump' || from === 'fax' ? 'gateway.invalid' : personOf(from).address.replace(/^.*@/, '');
  return `<${toToken(`message ${name}`).slice(0, 14)}.${name.replace('/', '.')}@${domain}>`;
}

export function toAddress(key: string): string {
  const { name, address } = personOf(key);
  return `${name} <${address}>`;
}

/** Replies quote what they answer, as people's clients do; only where the charset of the thread can hold it. */
function quote(turn: Turn, before: Letter | null, thread: Thread): string {
  if (before === null || (turn.charset !== undefined && turn.charset !== thread.charset)) return turn.text;
  const own = before.text.split('\n\n>')[0] ?? '';
  const lines = own.split('\n').map((line) => `> ${line}`.trimEnd());
  return `${turn.text}\n\n> ${toMailDate(before.sent, before.zoneHours)}\n${lines.join('\n')}`;
}

function toHtml(text: string): string {
  const paragraphs = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').split('\n\n');
  return `<html><body>\n${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}\n</body></html>`;
}

function toAttachment(text: string): Attachment {
  const [name = '', type = '', ...content] = text.split('|');
  return { name, type, content: Buffer.from(`${content.join('|')}\n`, 'utf8') };
}
