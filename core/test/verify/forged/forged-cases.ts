import { composeMail } from '@candor/core/notice/message';
import { type CaseNotice, caseNotice } from '../../../../corpus/generate/verification/notice.ts';
import { type MadeNotice, runtime } from '../made-site.ts';
import { FOREIGN_BOUNDARIES } from './foreign-boundary.ts';
import type { ForgedCase } from './forged-case.ts';
import { HEADER_LINES } from './header-lines.ts';
import { type IssuedMail, readIssuedMail } from './issued-mail.ts';
import { LOOSE_MARKUP } from './loose-markup.ts';
import { ODD_LETTERS_OF_ADDRESSES } from './odd-letters-of-addresses.ts';
import { OTHER_HTML } from './other-html.ts';
import { PARTS_AND_ENCODINGS } from './parts-and-encodings.ts';
import { PARTS_BESIDE } from './parts-beside.ts';
import { RECIPIENTS } from './recipients.ts';
import { SENDERS_AND_SUBJECTS } from './senders-and-subjects.ts';
import { FRENCH_FIGURE, FRENCH_FIGURES, WORDS_AS_SHOWN } from './words-as-shown.ts';

const RECIPIENT = 'security@northwind.example';

/** A notice, and the mail that the composer writes of it. */
export interface IssuedCase {
  readonly notice: MadeNotice;
  readonly bytes: Buffer;
  readonly mail: IssuedMail;
}

function issue(notice: CaseNotice): IssuedCase {
  const { subject, text, html, from, replyTo, issued } = notice;
  const content = {
    ...{ subject, text, html, from, replyTo, language: 'en' as const, to: RECIPIENT },
    ...{ date: Date.parse(issued) / 1000, messageId: '<0123456789abcdefghjkmnpqrs@harbor.example>' },
  };
  const bytes = Buffer.from(composeMail(content, null, runtime));
  return { notice, bytes, mail: readIssuedMail(bytes) };
}

const withFrench = (words: string): string => words.replace('540 must', `${FRENCH_FIGURE} must`);

export const issuedCase: IssuedCase = issue(caseNotice);
/** The same notice with a figure of thousands, grouped as in French. */
export const frenchCase: IssuedCase = issue({
  ...caseNotice,
  text: withFrench(caseNotice.text),
  html: withFrench(caseNotice.html),
});

export const FORGED_CASES: readonly ForgedCase[] = [
  ...FOREIGN_BOUNDARIES,
  ...HEADER_LINES,
  ...RECIPIENTS,
  ...SENDERS_AND_SUBJECTS,
  ...ODD_LETTERS_OF_ADDRESSES,
  ...WORDS_AS_SHOWN,
  ...PARTS_AND_ENCODINGS,
  ...PARTS_BESIDE,
  ...OTHER_HTML,
  ...LOOSE_MARKUP,
  ...FRENCH_FIGURES,
];

const french = new Set(FRENCH_FIGURES);
/** What a case forges. */
export const issuedOf = (one: ForgedCase): IssuedCase => (french.has(one) ? frenchCase : issuedCase);

export function makeForged(one: ForgedCase): Buffer {
  return Buffer.from(one.make(issuedOf(one).mail), 'latin1');
}
