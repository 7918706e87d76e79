import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { composeControlText, type Draw, listControlKinds } from '@candor/core/impact/controls';
import type { FindingKind } from '@candor/core/impact/detectors';
import { makeNewFolder, writeNewBytes } from '../../adapters/files/files.ts';
import type { SearchSettings } from '../finding/index.ts';
import { CONTROL_ATTACHMENTS } from './control-attachments.ts';
import { makeStoredZip } from './stored-zip.ts';

/** A control message: where it lies, and what must be found in it. */
export interface ControlMessage {
  /** As a mailbox's reader calls it; `FOLDER` stands in front. */
  readonly location: string;
  readonly kind: FindingKind;
  /** What is missing if it is not found: a kind, a container or a form of attachment. */
  readonly tries: string;
}

/** What the reader takes the folder for: part of every location, and of nothing that is kept. */
export const CONTROL_EVIDENCE = 'control';

const CONTAINED = 'credential';

/**
 * Writes synthetic messages into a folder: each kind of value, each container that can be written, each form of
 * attachment. Each run draws new values. There is no sign in them by which mail could be taken for one of them.
 */
export async function writeControlMessages(
  folder: string,
  settings: SearchSettings,
  draw: Draw,
): Promise<readonly ControlMessage[]> {
  // What writes these files is large, and lists of parties must not load it.
  const [{ makeMsg }, { OUTLOOK_ATTACHMENTS }] = await Promise.all([
    import('./control-msg.ts'),
    import('./outlook-attachments.ts'),
  ]);
  const messages: ControlMessage[] = [];
  const add = (path: string, inside: string, kind: FindingKind, tries: string): void => {
    messages.push({ location: `${CONTROL_EVIDENCE}/${path}${inside}`, kind, tries });
  };
  const write = (path: string, content: string | Buffer): void =>
    writeNewBytes(join(folder, path), Buffer.from(content));
  let number = 0;
  const compose = (kind: FindingKind = CONTAINED): string => {
    number += 1;
    return toMail(number, draw, composeControlText(kind, draw).text);
  };
  for (const kind of listControlKinds(settings)) {
    write(`${kind}.eml`, compose(kind));
    add(`${kind}.eml`, '', kind, kind);
  }
  write('one.mbox', toMbox(compose()));
  add('one.mbox', '#1', CONTAINED, 'mbox');
  write('two.mbox.gz', gzipSync(toMbox(compose())));
  add('two.mbox.gz', '#1', CONTAINED, 'gzip');
  write('three.zip', makeStoredZip([{ name: 'mail.eml', content: Buffer.from(compose()) }]));
  add('three.zip', '!mail.eml', CONTAINED, 'zip');
  for (const part of ['cur', 'new', 'tmp']) makeNewFolder(join(folder, 'box', part));
  write('box/cur/1000000000.1.host:2,S', compose());
  add('box/cur/1000000000.1.host:2,S', '', CONTAINED, 'Maildir');
  write(
    'item.msg',
    makeMsg({ subject: 'Note', body: composeControlText(CONTAINED, draw).text, id: '<1@control.invalid>' }),
  );
  add('item.msg', '', CONTAINED, 'Outlook item (.msg)');
  for (const { form, type, name, make } of [...CONTROL_ATTACHMENTS, ...OUTLOOK_ATTACHMENTS]) {
    number += 1;
    const content = make(composeControlText(CONTAINED, draw).text);
    write(`with-${name}.eml`, toMailWith(number, draw, { type, name, content }));
    add(`with-${name}.eml`, '', CONTAINED, form);
  }
  number += 1;
  const attached = { type: 'message/rfc822', name: null, content: Buffer.from(compose()) };
  write('with-message.eml', toMailWith(number, draw, attached));
  add('with-message.eml', '', CONTAINED, 'attached message');
  return messages;
}

const EPOCH = Date.UTC(2020, 0, 1);
const MINUTES = 1_000_000;

function toHead(number: number, draw: Draw): string {
  const date = new Date(EPOCH + draw(MINUTES) * 60_000).toUTCString().replace('GMT', '+0000');
  return `From: a${number}@control.invalid\nTo: b@control.invalid\nSubject: Note ${number}\nDate: ${date}\nMessage-ID: <${draw(2 ** 31)}.${number}@control.invalid>\nMIME-Version: 1.0\n`;
}

function toMail(number: number, draw: Draw, text: string): string {
  return `${toHead(number, draw)}Content-Type: text/plain; charset=utf-8\n\nHello,\n\n${text}\n\nBest regards\n`;
}

interface AttachedContent {
  readonly type: string;
  readonly name: string | null;
  readonly content: Buffer;
}

function toMailWith(number: number, draw: Draw, { type, name, content }: AttachedContent): string {
  const boundary = `part-${draw(2 ** 31)}`;
  const named = name === null ? '' : `Content-Disposition: attachment; filename="${name}"\n`;
  // A message is attached as it is (RFC 2046, 5.2.1).
  const body = name === null ? content.toString() : `${content.toString('base64').replaceAll(/.{76}/g, '$&\n')}\n`;
  const encoding = name === null ? '' : 'Content-Transfer-Encoding: base64\n';
  return `${toHead(number, draw)}Content-Type: multipart/mixed; boundary="${boundary}"\n\n--${boundary}\nContent-Type: text/plain\n\nSee below.\n--${boundary}\nContent-Type: ${type}\n${named}${encoding}\n${body}\n--${boundary}--\n`;
}

function toMbox(mail: string): string {
  return `From a@control.invalid Wed Jan  1 00:00:00 2020\n${mail}\n`;
}
