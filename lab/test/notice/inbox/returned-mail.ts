import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dated = 'Date: Mon, 15 Oct 2001 12:00:00 +0000';

/** A delivery status notification (RFC 3464) as Postfix writes it. */
export function toReport(report: {
  readonly to: string;
  readonly recipient: string;
  readonly action: 'failed' | 'delayed';
  readonly status: string;
  readonly returned?: string;
  /** The host that reports; our relay by default. */
  readonly reporter?: string;
  /** The name of the returned mail in the queue of our relay. */
  readonly queued?: string;
}): string {
  const { to, recipient, action, status, returned, reporter = 'mail.harbor.example', queued } = report;
  return `From: Mail Delivery System <MAILER-DAEMON@${reporter}>
To: ${to}
Subject: ${action === 'failed' ? 'Undelivered Mail Returned to Sender' : 'Delayed Mail'}
${dated}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Your message to <${recipient}> has this status: ${status}.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; ${reporter}

Final-Recipient: rfc822; ${recipient}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 ${status} no such user

--b
Content-Type: text/rfc822-headers

${queued === undefined ? '' : `Received: from harbor.example by mail.harbor.example with ESMTPS id ${queued}\n`}Subject: Mail of yours was read
${returned === undefined ? '' : `Message-ID: ${returned}\n`}
--b--
`.replaceAll('\n', '\r\n');
}

export function toAnswer(answer: {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly inReplyTo?: string;
  readonly extra?: string;
  readonly text?: string;
}): string {
  const { from, to, subject, inReplyTo, extra, text } = answer;
  return `From: ${from}
To: ${to}
Subject: ${subject}
${dated}
${inReplyTo === undefined ? '' : `In-Reply-To: ${inReplyTo}\n`}${extra === undefined ? '' : `${extra}\n`}Content-Type: text/plain; charset=utf-8

${text ?? 'Thank you.'}
`.replaceAll('\n', '\r\n');
}

/** Puts mails into the `new` of a Maildir, as a mail server does. */
export function fillMaildir(path: string, mails: Readonly<Record<string, string>>): void {
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(path, part), { recursive: true });
  for (const [name, text] of Object.entries(mails)) writeFileSync(join(path, 'new', name), text);
}
