import { assertNever, formatAmount, formatDay } from '@candor/core/base';
import { FORMER_CODE_SYMBOLS, NOTICE_CODE_SYMBOLS } from '@candor/core/notice/code';
import type { LookedUpNotice, Lookup } from '../../../commands/notice/support-lookup.ts';
import { type Screen, toVisible } from './screen.ts';

/**
 * What support staff may say about a code, and what only they may see about a domain. Never that a notice is genuine:
 * its text is not compared here, and a real code can be in a forged message. A caller who names a domain has proved
 * nothing, so nothing is said about it.
 */
export function showLookup(screen: Screen, lookup: Lookup): void {
  for (const sentence of toSentences(screen, lookup)) screen.line(sentence);
}

function toSentences(screen: Screen, lookup: Lookup): readonly string[] {
  switch (lookup.is) {
    case 'neither':
      return [
        `This is neither a code nor a domain. A code has ${NOTICE_CODE_SYMBOLS} characters; a domain is like northwind.example.`,
      ];
    case 'slip':
      return [toSlipSentence(lookup)];
    case 'code':
      return lookup.found === null
        ? ['Unknown: no notice was issued with this code.']
        : [toSentence(lookup.found), ...(isInForce(lookup.found) ? NOT_COMPARED : [])];
    case 'domain':
      return [
        'FOR YOUR EYES ONLY: tell the caller nothing about this. A domain proves nothing.',
        ...(lookup.found.length === 0
          ? [`  No notice was issued to ${toVisible(lookup.domain)}.`]
          : lookup.found.map((notice) => `  ${toSentence(notice)}`)),
        'Say only: "Please read out the code." A caller without a code can make an enquiry:',
        `  ${screen.typed('candor notice callscript')}, point 6`,
      ];
    default:
      return assertNever(lookup);
  }
}

const NOT_COMPARED: readonly string[] = [
  "The caller's text was not compared: a forged message can contain a real code.",
  'To check the text, the caller drops the message into the page.',
];

/** Without a known position, all of it is typed again. */
function toSlipSentence({ slip, entered, groups }: Extract<Lookup, { readonly is: 'slip' }>): string {
  const places = groups.join(' or ');
  if (slip === 'check-symbol')
    return places === ''
      ? 'The check characters do not fit: have all groups read again.'
      : `The check characters do not fit: have group ${places} read again first, then all groups.`;
  if (places !== '') return `Group ${places} of this code has a typing error: have group ${places} read again.`;
  return `A code has ${NOTICE_CODE_SYMBOLS} characters, on older notices ${FORMER_CODE_SYMBOLS}, and ${formatAmount(entered, 'was', 'were')} typed: have all groups read again.`;
}

function isInForce({ standing }: LookedUpNotice): boolean {
  return standing === 'current' || standing === 'superseded';
}

/** Begins with the word under which the call script says what may be said. */
function toSentence(notice: LookedUpNotice): string {
  const elsewhere = notice.contactDomains.map(toVisible).join(', ');
  const contacts = elsewhere === '' ? '' : ` (with contacts at ${elsewhere})`;
  const issued = `Issued ${formatDay(notice.issuedAt)} to ${notice.domains.map(toVisible).join(', ')}${contacts}`;
  const since = notice.since === null ? '' : ` ${formatDay(notice.since)}`;
  switch (notice.standing) {
    case 'current':
      return `${issued}.`;
    case 'superseded':
      return `Superseded by a later notice of${since}. ${issued}.`;
    case 'withdrawn':
      return `Withdrawn on${since}. ${issued}.`;
    case 'misdirected':
      return `Misdirected: sent by mistake, and withdrawn on${since}. ${issued}.`;
    default:
      return assertNever(notice.standing);
  }
}
