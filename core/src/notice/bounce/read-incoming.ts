import type { Attachment, Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import { isAbsence, isAutomatic, isChallenge } from './automatic-reply.ts';
import { cutLines } from './cut-lines.ts';
import { listReportLines, readFreeText } from './free-text.ts';
import {
  INCOMING_BYTES,
  type IncomingClass,
  type IncomingKind,
  type IncomingMail,
  QUEUE_IDS,
  REPORTED_RECIPIENTS,
  type ReportedRecipient,
} from './incoming-mail.ts';
import {
  type FieldBlock,
  isAddress,
  listAddresses,
  readFieldBlocks,
  readReportedRecipients,
  toDiagnostic,
} from './report-fields.ts';

interface Opened {
  readonly header: FieldBlock;
  readonly mail: Email;
  /** The text that a person would read first. */
  readonly text: string;
  readonly reports: readonly FieldBlock[];
  /** Headers of the returned mail, where a part holds it. */
  readonly returned: string;
  readonly isFeedback: boolean;
  readonly isReceipt: boolean;
}

interface Judgement {
  readonly class: IncomingClass;
  readonly kind: IncomingKind;
  readonly status: string | null;
}

/**
 * Reads one returned mail: bounces (RFC 3464 and free text), automatic replies (RFC 3834), challenges, complaints (RFC
 * 5965), answers. Content never throws: an unparseable mail is an answer for a person to review.
 */
export async function readIncoming(message: Uint8Array): Promise<IncomingMail> {
  const opened = await open(message);
  const { mail, header, reports } = opened;
  const recipients = readReportedRecipients(reports);
  const judgement = judge(opened, recipients);
  const named = recipients.length > 0 ? recipients : readFailedRecipients(opened, judgement.status);
  return {
    ...judgement,
    recipients: judgement.class === 'hard' || judgement.class === 'soft' || recipients.length > 0 ? named : [],
    sentTo: listSentTo(header),
    references: listReferences(opened),
    reporters: listReporters(opened),
    queueIds: listQueueIds(opened),
    from: mail.from?.address === undefined || mail.from.address === '' ? null : mail.from.address.toLowerCase(),
    subject: toDiagnostic(mail.subject ?? ''),
  };
}

function judge(opened: Opened, recipients: readonly ReportedRecipient[]): Judgement {
  const { header, mail, text, isFeedback, isReceipt } = opened;
  const subject = mail.subject ?? '';
  if (isFeedback) return { class: 'other', kind: 'complaint', status: null };
  const reported = judgeReport(recipients);
  if (reported !== null) return reported;
  if (isReceipt) return { class: 'other', kind: 'receipt', status: null };
  if (isFromMailSystem(opened)) {
    const finding = readFreeText(listReportLines(text));
    if (finding !== null) return { ...finding, kind: finding.class === 'hard' ? 'failed' : 'delayed' };
    // The language or the words are not known here, but a sender who writes so about a failure means one.
    if (isFailureSubject(subject)) return { class: 'hard', kind: 'failed', status: null };
  }
  if (isChallenge(header, subject, text, isFromMailSystem(opened)))
    return { class: 'challenge', kind: 'challenge', status: null };
  if (isAbsence(subject)) return { class: 'auto-reply', kind: 'out-of-office', status: null };
  if (isAutomatic(header)) return { class: 'auto-reply', kind: 'automatic', status: null };
  return { class: 'other', kind: 'answer', status: null };
}

/**
 * A delivery has one recipient; a report about several counts as the worst, so that nothing wrongly counts as arrived.
 */
function judgeReport(recipients: readonly ReportedRecipient[]): Judgement | null {
  const ranked = recipients.map(judgeRecipient).filter((judgement) => judgement !== null);
  return (
    ranked.find((judgement) => judgement.class === 'hard') ??
    ranked.find((judgement) => judgement.class === 'soft') ??
    ranked[0] ??
    null
  );
}

function judgeRecipient({ action, status }: ReportedRecipient): Judgement | null {
  if (action === 'delayed') return { class: 'soft', kind: 'delayed', status };
  if (action === 'delivered' || action === 'relayed' || action === 'expanded')
    return { class: 'other', kind: 'receipt', status };
  if (status?.startsWith('2') === true && action === null) return { class: 'other', kind: 'receipt', status };
  if (status?.startsWith('4') === true) return { class: 'soft', kind: 'failed', status };
  if (action === 'failed' || status?.startsWith('5') === true) return { class: 'hard', kind: 'failed', status };
  return null;
}

/** Programs report failures as nobody, as a daemon, or with typical subjects. */
function isFromMailSystem({ header, mail, reports }: Opened): boolean {
  if (reports.length > 0 || header.has('x-failed-recipients') || header.has('x-mailer-daemon')) return true;
  if ((header.get('return-path') ?? '').replace(/\s/g, '') === '<>') return true;
  const from = `${mail.from?.name ?? ''} ${mail.from?.address ?? ''} ${header.get('from') ?? ''}`;
  return MAIL_SYSTEM.test(from) || isFailureSubject(mail.subject ?? '') || WAITING_SUBJECT.test(mail.subject ?? '');
}

const MAIL_SYSTEM =
  /mailer.?daemon|post.?master|mail (?:delivery|administrator|system)|delivery (?:subsystem|system|status)|mail.?system|\bmdaemon|system administrator|mail.?server/i;
const WAITING_SUBJECT = /^(?:delivery (?:status|notif)|warning: (?:could not|message))/i;
const FAILURE_SUBJECT =
  /(?:undeliver|non.?deliver|delivery (?:status notification \(failure|fail|error|problem|has failed)|fail(?:ure|ed) (?:notice|mail|deliver)|returned mail|mail (?:could not|delivery (?:fail|error)|failure|system error)|message (?:could not|undeliver)|could not be delivered|unzustellbar|mail error|permanent failure)/i;
/** An answer, or a copy that a person forwarded, bears the subject of what it answers. */
const PASSED_ON = /^\s*(?:re|aw|sv|fwd?|wg|tr|rv)\s*:/i;

function isFailureSubject(subject: string): boolean {
  return FAILURE_SUBJECT.test(subject) && !PASSED_ON.test(subject);
}

async function open(message: Uint8Array): Promise<Opened> {
  const bytes = toLineFeeds(message.subarray(0, INCOMING_BYTES));
  let mail: Email;
  try {
    mail = await PostalMime.parse(cutLines(bytes), { forceRfc822Attachments: true });
  } catch {
    // Nesting or header limits of the library: a person has to look at it.
    mail = { headers: [], headerLines: [], attachments: [] };
  }
  const header = new Map<string, string>();
  for (const { key, value } of mail.headers) if (!header.has(key)) header.set(key, value);
  const of = (...types: string[]) => mail.attachments.filter(({ mimeType }) => types.includes(mimeType)).map(toText);
  const returned = of(
    'message/rfc822',
    'text/rfc822-headers',
    'message/rfc822-headers',
    'message/global',
    'message/global-headers',
  );
  const reports = of('message/delivery-status', 'message/global-delivery-status', 'message/xdelivery-status').flatMap(
    readFieldBlocks,
  );
  const type = (header.get('content-type') ?? '').toLowerCase();
  const shown = mail.text ?? toPlain(mail.html ?? '');
  // A boundary that never occurs, or a report in plain text: the raw body is read.
  const body = toBody(bytes);
  const text = (shown.trim() === '' ? body : shown).replace(/\r\n?/g, '\n');
  return {
    header,
    mail,
    text,
    reports:
      reports.length > 0 || !/^(?:final|original)-recipient:/im.test(body) || PASSED_ON.test(mail.subject ?? '')
        ? reports
        : readFieldBlocks(body),
    returned: returned.join('\n'),
    isFeedback:
      type.includes('feedback-report') ||
      of('message/feedback-report').length > 0 ||
      isAbuseReport(mail.subject ?? '', text),
    isReceipt: type.includes('disposition-notification') || of('message/disposition-notification').length > 0,
  };
}

function toBody(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n');
  const end = text.indexOf('\n\n');
  return end === -1 ? '' : text.slice(end + 2);
}

/** Feedback loops that send no report of RFC 5965. */
function isAbuseReport(subject: string, text: string): boolean {
  return (
    /^(?:complaint about message from|(?:email )?(?:abuse|feedback) report)\b/i.test(subject) &&
    /\b(?:abuse|complaint|feedback)\b/i.test(text)
  );
}

/** Old systems end lines with a bare carriage return, for which MIME has no name. */
function toLineFeeds(bytes: Uint8Array): Uint8Array {
  const lineFeed = 0x0a;
  const carriageReturn = 0x0d;
  if (bytes.includes(lineFeed) || !bytes.includes(carriageReturn)) return bytes;
  return bytes.map((byte) => (byte === carriageReturn ? lineFeed : byte));
}

function toText({ content }: Attachment): string {
  const bytes = typeof content === 'string' ? null : new Uint8Array(content as ArrayBuffer);
  const text = bytes === null ? (content as string) : new TextDecoder('utf-8').decode(bytes);
  return text.replace(/\r\n?/g, '\n');
}

const LINE_END_TAG = /^(?:br|\/p|\/div|\/tr|\/li)\b/i;

/** Goes through the text once: a pattern would look for the end of each of a million opened tags. */
function toPlain(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const close = open === -1 ? -1 : html.indexOf('>', open);
    if (close === -1) break;
    parts.push(html.slice(at, open), LINE_END_TAG.test(html.slice(open + 1, close)) ? '\n' : ' ');
    at = close + 1;
  }
  return parts.join('') + html.slice(at);
}

function listSentTo(header: FieldBlock): string[] {
  const found = new Set<string>();
  for (const name of ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to']) {
    for (const address of listAddresses(header.get(name) ?? '')) found.add(address.toLowerCase());
  }
  return [...found];
}

const MESSAGE_ID = /<[^<>\s@]+@[^<>\s@]+>/;

/** First the Message-ID of the returned mail, then what the mail says it answers, then one quoted in the text. */
function listReferences({ returned, text, header }: Opened): string[] {
  const found = new Set<string>();
  const add = (value: string | undefined) => {
    const id = MESSAGE_ID.exec(value ?? '')?.[0];
    if (id !== undefined) found.add(id);
  };
  for (const source of [returned, text]) add(/^[> \t]*message-id:\s*(<[^\n]*)/im.exec(source)?.[1]);
  add(header.get('in-reply-to'));
  for (const [id] of (header.get('references') ?? '').matchAll(new RegExp(MESSAGE_ID, 'g'))) found.add(id);
  return [...found];
}

const REPORTER = /^(?:[a-z-]+\s*;)?\s*([a-z0-9-]+(?:\.[a-z0-9-]+)+)\.?\s*(?:\(|$)/i;

/** A report in words has no field for it: the daemon's own address names its host. */
function listReporters({ reports, mail }: Opened): string[] {
  const named = reports.flatMap((block) => REPORTER.exec(block.get('reporting-mta') ?? '')?.[1]?.toLowerCase() ?? []);
  if (reports.some((block) => block.has('reporting-mta'))) return [...new Set(named)];
  const address = mail.from?.address?.toLowerCase() ?? '';
  return address.includes('@') ? [address.slice(address.lastIndexOf('@') + 1)] : [];
}

const QUEUE_ID = /\bid[ \t]+<?([\w-]{8,64})/g;

/** Reads the trace that was returned, and the reporter's own. */
function listQueueIds({ reports, returned, text }: Opened): string[] {
  const found = new Set(reports.flatMap((block) => block.get('x-postfix-queue-id') ?? []));
  for (const source of [returned, text])
    for (const [, id = ''] of source.matchAll(QUEUE_ID)) {
      if (found.size >= QUEUE_IDS) return [...found];
      found.add(id);
    }
  return [...found];
}

/**
 * Recipients named by free text or a header field: a bare address on its line, in brackets, or in X-Failed-Recipients.
 */
function readFailedRecipients({ header, text }: Opened, status: string | null): ReportedRecipient[] {
  const found = new Set<string>();
  for (const address of (header.get('x-failed-recipients') ?? '').split(','))
    if (address.includes('@')) found.add(address.trim().toLowerCase());
  if (found.size === 0) {
    for (const line of listReportLines(text)) {
      const word = /^\s*<?([^\s<>()[\]:;,"]+)>?\s*(?::|\(|$)/.exec(line)?.[1] ?? '';
      if (isAddress(word)) found.add(word.toLowerCase());
    }
  }
  return [...found]
    .slice(0, REPORTED_RECIPIENTS)
    .map((address) => ({ address, action: null, status, diagnostic: null }));
}
