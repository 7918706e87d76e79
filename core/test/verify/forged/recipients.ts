import { FORGER, type ForgedCase, LURE, pairs, toCases } from './forged-case.ts';
import { addressOf, encoded, HEADER_PLACES, insertFields, replaceField, toMail, utf8 } from './issued-mail.ts';

type Write = (ours: string) => string;

/** What stands in a field beside, around or instead of the one address that was issued. */
const FORMS: readonly (readonly [name: string, write: Write])[] = [
  ['a second address', (ours) => `${ours}, ${FORGER}`],
  ['a second address first', (ours) => `${FORGER}, ${ours}`],
  ['a second address behind a semicolon', (ours) => `${ours}; ${FORGER}`],
  ['a second address on a folded line', (ours) => `${ours},\r\n ${FORGER}`],
  ['a name that asks', (ours) => `"${LURE}" <${ours}>`],
  ['a name without quotes that asks', (ours) => `Send your password as an answer <${ours}>`],
  ['an address as name', (ours) => `"${FORGER}" <${ours}>`],
  ['an encoded name that asks', (ours) => `${encoded(LURE)} <${ours}>`],
  ['an encoded address as name', (ours) => `=?utf-8?q?payments=40evil=2Eexample?= <${ours}>`],
  ['a group', (ours) => `Send your password as an answer: ${ours};`],
  ['a group with another', (ours) => `Harbor: ${ours}, ${FORGER};`],
  ['an empty group behind it', (ours) => `${ours}, Send your password as an answer:;`],
  ['a comment behind it', (ours) => `${ours} (${LURE})`],
  ['a comment before it', (ours) => `(${LURE}) ${ours}`],
  ['a comment in the address', (ours) => ours.replace('@', `(${LURE})@`)],
  ['a comment that hides a bracket', (ours) => `${ours} (<${FORGER}>)`],
  ['a route', (ours) => `<@evil.example:${ours}>`],
  ['two pairs of brackets', (ours) => `<${ours}> <${FORGER}>`],
  ['brackets in the name', (ours) => `"Harbor <${FORGER}>" <${ours}>`],
  ['an encoded word that closes the address', (ours) => `${encoded(`x <${FORGER}>,`)} <${ours}>`],
  ['words behind the address', (ours) => `<${ours}> ${LURE}`],
  ['a quoted local part', (ours) => `"${FORGER} "@${ours.slice(ours.indexOf('@') + 1)}`],
  ['a NUL behind it', (ours) => `${ours}\0, ${FORGER}`],
  ['a bare CR behind it', (ours) => `${ours}\rCc: ${FORGER}`],
  ['an override in the name', (ours) => `"Harbor \u202eelpmaxe.live\u202c" <${ours}>`],
];

const ofField = (field: string): readonly (readonly [string, ForgedCase['make']])[] =>
  FORMS.map(([name, write]) => [
    `${field}: ${name}`,
    (issued) => toMail(replaceField(issued, field, utf8(`${field}: ${write(addressOf(issued, field))}`))),
  ]);

const recipients = toCases(
  'To with words or addresses of the forger',
  'every reader shows it; “reply all” reaches the forger',
  ofField('To'),
);

const replies = toCases(
  'Reply-To with words or addresses of the forger',
  'every reader shows it when the notice is answered',
  ofField('Reply-To'),
);

const otherRecipients = toCases(
  'a notice to somebody else',
  'every reader shows another recipient than the one it was issued to',
  ['joao.pinto', 'rosa.lima', 'security.team', 'security+billing', 'payments'].map((local) => [
    local,
    (issued) => {
      const domain = addressOf(issued, 'To').split('@')[1];
      return toMail(replaceField(issued, 'To', `To: ${local}@${domain}`));
    },
  ]),
);

const FIELDS = [
  `Cc: ${FORGER}`,
  `Bcc: ${FORGER}`,
  `To: ${FORGER}`,
  `Resent-To: ${FORGER}`,
  `Apparently-To: ${FORGER}`,
  `Mail-Reply-To: ${FORGER}`,
  `Mail-Followup-To: ${FORGER}`,
  `Reply-To: ${FORGER}`,
  `Resent-From: ${FORGER}`,
  `Sender: Harbor <${FORGER}>`,
  `X-Reply-To: ${FORGER}`,
  `Resent-Reply-To: ${FORGER}`,
  `Followup-To: ${FORGER}`,
  `Return-Receipt-To: ${FORGER}`,
  `Disposition-Notification-To: ${FORGER}`,
];

const further = toCases(
  'a further field with an address',
  'programs show it or answer there (RFC 5322, 3.6; Outlook, Thunderbird and mutt for the last ones)',
  pairs(FIELDS, HEADER_PLACES).map(([field, place]) => [
    `${field.slice(0, field.indexOf(':'))}, ${place}`,
    (issued) => toMail(insertFields(issued, place, field)),
  ]),
);

export const RECIPIENTS: readonly ForgedCase[] = [...recipients, ...replies, ...otherRecipients, ...further];
