import { type Instant, Refusal, type Runtime } from '@candor/core/base';
import { readEnvelopeAddress } from '@candor/core/evidence/address';
import { toShownText } from '../text/foreign-text.ts';
import type { Language } from '../text/language.ts';
import type { ComposedNotice } from '../text/notice-facts.ts';
import { type DkimKey, toDkimSignature } from './dkim-signature.ts';
import { type HeaderField, toPhrase, toUnstructured } from './header-field.ts';
import { toQuotedPrintable } from './quoted-printable.ts';

export interface MailContent extends ComposedNotice {
  readonly language: Language;
  /** Ours. The name is made safe, the address must be one that can be written to. */
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  /** One recipient, so that nobody learns who else is notified. */
  readonly to: string;
  readonly date: Instant;
  /** With its angle brackets. */
  readonly messageId: string;
}

const NAME_LIMITS = { characters: 120, words: 20 };
/** A subject is written by `composeNotice`; this is the wall behind it. */
const SUBJECT_LIMITS = { characters: 400, words: 100 };
const MESSAGE_ID = /^<[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,253}>$/;
/** Quoted-printable never holds `=_`, so no text can hold the boundary, and the same mail has the same bytes. */
const BOUNDARY = '=_candor';
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const encoder = new TextEncoder();

/**
 * The bytes of a whole mail (RFC 5322, RFC 2045), signed when a key is given; deterministic as far as the signature is.
 * ASCII throughout, lines of at most 76 characters but for an address that is longer. Throws a `Refusal`
 * (`mail-address-refused`) for an address that relays could read in two ways.
 */
export function composeMail(
  content: MailContent,
  key: DkimKey | null,
  runtime: Pick<Runtime, 'createSha256'>,
): Uint8Array {
  const fields = toFields(content);
  const body = toBody(content);
  const signed = key === null ? fields : [toDkimSignature(fields, body, key, content.date, runtime), ...fields];
  const header = signed.map(({ name, value }) => `${name}: ${value}\r\n`).join('');
  return encoder.encode(`${header}\r\n${body}`);
}

/** The sender's name as mail shows it: foreign text made safe. */
export function toSenderName(name: string): string {
  return toShownText(name, NAME_LIMITS);
}

/** Made safe; the no-break spaces of its numbers are kept, because the record has them. */
function toSubject(subject: string): string {
  const shown = toShownText(subject, SUBJECT_LIMITS);
  return shown === subject.replaceAll(/[\u00a0\u202f]/g, ' ') ? subject : shown;
}

function toFields(content: MailContent): readonly HeaderField[] {
  const from = toAddress(content.from.address);
  const phrase = toPhrase(toSenderName(content.from.name), 'From: '.length);
  if (!MESSAGE_ID.test(content.messageId)) throw new Error('the Message-ID is none');
  return [
    { name: 'Date', value: toDate(content.date) },
    { name: 'From', value: `${phrase}\r\n <${from}>` },
    ...(content.replyTo === null ? [] : [{ name: 'Reply-To', value: toAddress(content.replyTo) }]),
    { name: 'To', value: toAddress(content.to) },
    { name: 'Subject', value: toUnstructured(toSubject(content.subject), 'Subject: '.length) },
    { name: 'Message-ID', value: content.messageId },
    { name: 'Auto-Submitted', value: 'auto-generated' },
    { name: 'Content-Language', value: content.language },
    { name: 'MIME-Version', value: '1.0' },
    { name: 'Content-Type', value: `multipart/alternative;\r\n boundary="${BOUNDARY}"` },
  ];
}

function toBody({ text, html, language }: MailContent): string {
  const toPart = (type: string, content: string): string =>
    `--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Language: ${language}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${toQuotedPrintable(content)}\r\n`;
  return `${toPart('text/plain', text)}${toPart('text/html', html)}--${BOUNDARY}--\r\n`;
}

/** Only addresses that the envelope accepts unchanged, so that header and envelope agree. */
function toAddress(written: string): string {
  const address = readEnvelopeAddress(written)?.address;
  if (address === undefined || address !== written)
    throw new Refusal('mail-address-refused', [
      `${JSON.stringify(written.slice(0, 100))} is not a plain mail address: write local@domain without quotes, the domain in A-labels.`,
    ]);
  return address;
}

/** RFC 5322, 3.3, in UTC. */
function toDate(instant: Instant): string {
  const date = new Date(instant * 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${time} +0000`;
}
