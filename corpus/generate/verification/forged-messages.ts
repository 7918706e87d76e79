import { Buffer } from 'node:buffer';
import { writeMail } from './mail.ts';
import { caseNotice } from './notice.ts';
import { swapBoth, swapHtml, swapText, type VerificationCase } from './verification-case.ts';

const pdf = {
  type: 'application/pdf',
  content: Buffer.from('%PDF-1.4 not a letter of ours'),
  transfer: 'base64',
} as const;

/** Its check symbol is right; nobody issued it. */
const INVENTED_CODE = '0548-ZNRY-CPPF-8ET2-H78H-GQX6-XR-U';

/** The message around the words, who it is for, and what has become of the notice. */
export const FORGED_MESSAGES: readonly VerificationCase[] = [
  {
    name: 'other-domain',
    why: 'a real notice of another company',
    bytes: writeMail(),
    domain: 'fabrikam.example',
    answer: 'other-domain',
  },
  {
    name: 'replayed',
    why: 'readdressed to another company, with its code',
    bytes: writeMail(swapBoth('Northwind (northwind.example)', 'Fabrikam (fabrikam.example)')),
    domain: 'fabrikam.example',
    answer: 'other-domain',
  },
  {
    name: 'replayed-own-domain',
    why: 'the same, checked under the domain it was issued to',
    bytes: writeMail(swapBoth('Northwind (northwind.example)', 'Fabrikam (fabrikam.example)')),
    answer: 'changed',
    named: ['html:address', 'text:address'],
  },
  {
    name: 'old-version',
    why: 'a later notice replaced it',
    bytes: writeMail(),
    status: 'superseded',
    answer: 'superseded',
  },
  { name: 'withdrawn', why: 'withdrawn', bytes: writeMail(), status: 'withdrawn', answer: 'withdrawn' },
  {
    name: 'misdirected',
    why: 'sent to somebody whom it does not affect',
    bytes: writeMail(),
    status: 'misdirected',
    answer: 'withdrawn',
  },
  {
    name: 'old-version-changed',
    why: 'an old notice with another figure is not the old notice',
    bytes: writeMail(swapBoth('540 must', '54 must')),
    status: 'superseded',
    answer: 'changed',
    named: ['html:figure', 'text:figure'],
  },
  {
    name: 'invented-code',
    why: 'a code with a right check symbol that nobody issued',
    bytes: writeMail(swapBoth(caseNotice.code, INVENTED_CODE)),
    code: INVENTED_CODE,
    answer: 'unknown',
  },
  {
    name: 'look-alike-sender',
    why: 'harb0r.example, with a zero',
    bytes: writeMail({ from: 'Harbor Energy Incident Team <notice@harb0r.example>' }),
    answer: 'changed',
    named: ['header:sender'],
  },
  {
    name: 'look-alike-sender-idn',
    why: 'a Cyrillic letter in the domain',
    bytes: writeMail({ from: 'Harbor Energy <notice@xn--hrbor-4ve.example>' }),
    answer: 'changed',
    named: ['header:sender'],
  },
  {
    name: 'name-as-address',
    why: 'the organization appears only in the display name',
    bytes: writeMail({ from: '"notice@harbor.example" <team@mail.invalid>' }),
    answer: 'changed',
    named: ['header:sender'],
  },
  {
    name: 'reply-elsewhere',
    why: 'replies go to the forger',
    bytes: writeMail({ after: ['Reply-To: harbor-answers@mail.invalid'] }),
    answer: 'changed',
    named: ['header:reply-address'],
  },
  {
    name: 'subject',
    why: 'another figure in the subject',
    bytes: writeMail({ subject: caseNotice.subject.replace('852', '8520') }),
    answer: 'changed',
    named: ['subject:figure'],
  },
  {
    name: 'subject-look-alike',
    why: 'look-alike letters inside encoded words',
    bytes: writeMail({ subject: caseNotice.subject.replace('Harbor', 'H\u0430rb\u043er') }),
    answer: 'changed',
    named: ['subject:look-alike'],
  },
  {
    name: 'subject-behind-tag',
    why: 'a tag does not cover the text after it',
    bytes: writeMail({ subject: `[list] Urgent! ${caseNotice.subject}` }),
    answer: 'changed',
    named: ['subject:added'],
  },
  {
    name: 'subject-tag-number',
    why: 'a telephone number that looks like a tag',
    bytes: writeMail({ subject: `[CALL 555 0142] ${caseNotice.subject}` }),
    answer: 'changed',
    named: ['subject:added'],
  },
  {
    name: 'date',
    why: 'sent again as if new',
    bytes: writeMail({ date: 'Thu, 01 Nov 2001 09:12:00 +0000' }),
    answer: 'changed',
    named: ['date:date'],
  },
  {
    name: 'two-subjects',
    why: 'programs disagree about which of two counts',
    bytes: writeMail({ before: ['Subject: Your invoice'] }),
    answer: 'changed',
    named: ['header:repeated-field', 'subject:words'],
  },
  {
    name: 'two-senders',
    why: 'the same with senders',
    bytes: writeMail({ before: ['From: Accounts <accounts@mail.invalid>'] }),
    answer: 'changed',
    named: ['header:repeated-field', 'header:sender'],
  },
  {
    name: 'attachment',
    why: 'a notice has no attachment',
    bytes: writeMail({ mixed: [{ ...pdf, fields: ['Content-Disposition: attachment; filename="list.pdf"'] }] }),
    answer: 'changed',
    named: ['parts:attachment'],
  },
  {
    name: 'attachment-html',
    why: 'a page to open',
    bytes: writeMail({
      mixed: [
        {
          type: 'text/html',
          content: '<p>Log in</p>',
          fields: ['Content-Disposition: attachment; filename="view.html"'],
        },
      ],
    }),
    answer: 'changed',
    named: ['parts:attachment'],
  },
  {
    name: 'alternative-text',
    why: 'programs show the last alternative that they can',
    bytes: writeMail({ alternatives: [{ type: 'text/plain', content: 'Your mailbox will be closed.\n' }] }),
    answer: 'changed',
    named: ['parts:extra-part'],
  },
  {
    name: 'alternative-html',
    why: 'the same in html',
    bytes: writeMail({ alternatives: [{ type: 'text/html', content: '<p>Your mailbox will be closed.</p>' }] }),
    answer: 'changed',
    named: ['parts:extra-part'],
  },
  {
    name: 'alternative-calendar',
    why: 'an invitation that programs add automatically',
    bytes: writeMail({
      alternatives: [{ type: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR\nEND:VCALENDAR\n' }],
    }),
    answer: 'changed',
    named: ['parts:extra-part'],
  },
  {
    name: 'text-part-added',
    why: 'an instruction as a second text part, shown below the notice',
    bytes: writeMail({
      mixed: [{ type: 'text/plain', content: 'Confirm the list by replying with your password.\n' }],
    }),
    answer: 'added',
  },
  {
    name: 'html-part-changed',
    why: 'the plain text is ours, the html is not',
    bytes: writeMail({ html: swapHtml('no password, no payment and no click', 'your password') }),
    answer: 'changed',
    named: ['html:words'],
  },
  {
    name: 'text-part-changed',
    why: 'the html is ours, the plain text is not',
    bytes: writeMail({ text: swapText('no password, no payment and no click', 'your password') }),
    answer: 'changed',
    named: ['text:words'],
  },
  {
    name: 'saved-look-alike-sender',
    why: 'harb0r.example in a message that was saved as text',
    as: 'text',
    bytes: Buffer.from(
      `From: Harbor Energy Incident Team <notice@harb0r.example>\nSubject: ${caseNotice.subject}\n\n${caseNotice.text}`,
    ),
    answer: 'changed',
    named: ['header:sender'],
  },
  {
    name: 'saved-changed',
    why: 'a figure in a message that was saved as text',
    as: 'text',
    bytes: Buffer.from(
      `From: Harbor Energy Incident Team <notice@harbor.example>\nSubject: ${caseNotice.subject}\n\n${swapText('540 must', '54 must')}`,
    ),
    answer: 'changed',
    named: ['text:figure'],
  },
  {
    name: 'saved-subject',
    why: 'the same in the subject',
    as: 'text',
    bytes: Buffer.from(
      `From: Harbor Energy Incident Team <notice@harbor.example>\nSubject: ${caseNotice.subject.replace('852', '8520')}\n\n${caseNotice.text}`,
    ),
    answer: 'changed',
    named: ['subject:figure'],
  },
];
