import { Buffer } from 'node:buffer';
import { writeMail } from './mail.ts';
import { caseNotice, PARAGRAPH } from './notice.ts';
import { swapBoth, swapHtml, swapText, type VerificationCase } from './verification-case.ts';

const CYRILLIC_A = '\u0430';
const ZERO_WIDTH = '\u200b';
const SOFT_HYPHEN = '\u00ad';
const OVERRIDE = '\u202e';

/** Words that were changed, in both forms, in one, or so that the eye does not see it. */
export const FORGED_WORDS: readonly VerificationCase[] = [
  {
    name: 'figure',
    why: 'a smaller figure in both forms',
    bytes: writeMail(swapBoth('540 must', '54 must')),
    answer: 'changed',
    named: ['html:figure', 'text:figure'],
  },
  {
    name: 'figure-text-only',
    why: 'a figure in the plain text, which few programs show',
    bytes: writeMail({ text: swapText('312 opened', '12 opened') }),
    answer: 'changed',
    named: ['text:figure'],
  },
  {
    name: 'figure-html-only',
    why: 'a figure in the html, which most programs show',
    bytes: writeMail({ html: swapHtml('312 opened', '3 opened') }),
    answer: 'changed',
    named: ['html:figure'],
  },
  {
    name: 'figure-split',
    why: 'a space inside a figure',
    bytes: writeMail(swapBoth('312 opened', '3 12 opened')),
    answer: 'changed',
    named: ['html:figure', 'text:figure'],
  },
  {
    name: 'link',
    why: 'another address to type',
    bytes: writeMail(swapBoth('harbor.example/notice', 'harbor-notice.example/check')),
    answer: 'changed',
    named: ['html:address', 'text:address'],
  },
  {
    name: 'telephone',
    why: 'the forger’s telephone number instead of the known one',
    bytes: writeMail(swapBoth('the number on our web site', '+1 555 0142')),
    answer: 'changed',
    named: ['html:address', 'text:address'],
  },
  {
    name: 'key',
    why: 'another fingerprint',
    bytes: writeMail(swapBoth('key=f3a1-77c0', 'key=f3a1-77c1')),
    answer: 'changed',
    named: ['html:figure', 'text:figure'],
  },
  {
    name: 'line-added',
    why: 'an instruction added in the middle',
    bytes: writeMail({
      text: swapText(
        'This notice asks',
        'To release your emails, confirm your mailbox password today.\n\nThis notice asks',
      ),
      html: swapHtml(
        `${PARAGRAPH}This notice asks`,
        `${PARAGRAPH}To release your emails, confirm your mailbox password today.</p>\n${PARAGRAPH}This notice asks`,
      ),
    }),
    answer: 'changed',
    named: ['html:added', 'text:added'],
  },
  {
    name: 'line-removed',
    why: 'the line that warns of passwords and payments is gone',
    bytes: writeMail({
      text: swapText('This notice asks for no password, no payment and no click.\n\n', ''),
      html: swapHtml(`${PARAGRAPH}This notice asks for no password, no payment and no click.</p>\n`, ''),
    }),
    answer: 'changed',
    named: ['html:missing', 'text:missing'],
  },
  {
    name: 'words',
    why: 'other words without a figure or an address',
    bytes: writeMail(swapBoth('under any name', 'but rarely does')),
    answer: 'changed',
    named: ['html:words', 'text:words'],
  },
  {
    name: 'not-dropped',
    why: 'one word removed, so that the sentence says the opposite',
    bytes: writeMail(swapBoth('Do not wait', 'Do wait')),
    answer: 'changed',
    named: ['html:missing', 'text:missing'],
  },
  {
    name: 'whole-text',
    why: 'a real code in another letter',
    bytes: writeMail({
      text: `Dear customer,\n\nyour mailbox is suspended. Open https://login.harbor-support.example and enter ${caseNotice.code}.\n`,
      html: null,
    }),
    answer: 'not-the-notice',
    notes: ['html-missing'],
  },
  {
    name: 'homoglyph',
    why: 'a Cyrillic letter in the address',
    bytes: writeMail(swapBoth('harbor.example/notice', `h${CYRILLIC_A}rbor.example/notice`)),
    answer: 'changed',
    named: ['html:look-alike', 'text:look-alike'],
  },
  {
    name: 'digit-as-letter',
    why: 'harb0r with a zero',
    bytes: writeMail(swapBoth('harbor.example/notice', 'harb0r.example/notice')),
    answer: 'changed',
    named: ['html:look-alike', 'text:look-alike'],
  },
  {
    name: 'zero-width',
    why: 'an invisible character in a figure',
    bytes: writeMail(swapBoth('540 must', `5${ZERO_WIDTH}40 must`)),
    answer: 'changed',
    named: ['html:invisible', 'text:invisible'],
  },
  {
    name: 'zero-width-html-only',
    why: 'the same as a character reference, only in the html',
    bytes: writeMail({ html: swapHtml('540 must', '5&#8203;40 must') }),
    answer: 'changed',
    named: ['html:invisible'],
  },
  {
    name: 'soft-hyphen',
    why: 'a hyphen that shows only at the end of a line',
    bytes: writeMail(swapBoth('harbor.example/notice', `harbor${SOFT_HYPHEN}.example/notice`)),
    answer: 'changed',
    named: ['html:invisible', 'text:invisible'],
  },
  {
    name: 'direction',
    why: 'an override that shows 21 as 12',
    bytes: writeMail(swapBoth('21 cannot', `${OVERRIDE}21 cannot`)),
    answer: 'changed',
    named: ['html:direction', 'text:direction'],
  },
  {
    name: 're-encoded-base64',
    why: 'a changed figure behind another transfer encoding',
    bytes: writeMail({ ...swapBoth('540 must', '45 must'), transfer: 'base64' }),
    answer: 'changed',
    named: ['html:figure', 'text:figure'],
  },
  {
    name: 're-encoded-charset',
    why: 'a changed figure in UTF-16',
    bytes: writeMail({
      text: null,
      html: null,
      alternatives: [
        {
          type: 'text/plain; charset=utf-16le',
          content: Buffer.from(swapText('540 must', '45 must'), 'utf16le'),
          transfer: 'base64',
        },
      ],
    }),
    answer: 'changed',
    named: ['text:figure'],
    notes: ['html-missing'],
  },
  {
    name: 'text-emptied',
    why: 'the plain text says something else than the html',
    bytes: writeMail({ text: 'Please view this message in a browser: harbor-view.example/4711\n' }),
    answer: 'changed',
    named: ['text:address', 'text:missing'],
  },
  {
    name: 'words-before',
    why: 'a sentence added in front of the whole notice',
    bytes: writeMail({
      text: `Harbor Energy has moved its check to harbor-notice.example. Use only that.\n\n${caseNotice.text}`,
      html: null,
    }),
    answer: 'added',
    notes: ['html-missing'],
  },
  {
    name: 'text-target',
    why: 'another address in brackets behind that of the page, as programs write where a link leads',
    bytes: writeMail({
      text: swapText('harbor.example/notice', 'harbor.example/notice <https://harbor-notice.example/notice>'),
    }),
    answer: 'changed',
    named: ['text:address'],
  },
];
