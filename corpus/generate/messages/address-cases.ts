import { fields, type MessageCase, message } from './message-case.ts';

const BODY = '\nTwo barrels.\n';

function to(file: string, reason: string, value: string): MessageCase {
  return message(`address-${file}`, reason, fields({ To: value }) + BODY);
}

/** Address lists as RFC 5322 and its obsolete forms allow them, and as people really write them. */
export const ADDRESS_CASES: readonly MessageCase[] = [
  to('group', 'group syntax, with two members', 'Crew: a@lamp.example, B <b@quay.example>;'),
  to('group-empty', 'an empty group', 'undisclosed-recipients:;'),
  to(
    'group-nested-comma',
    'a group among addresses, a name with a comma',
    '"Lamp, Ann" <ann@lamp.example>, Crew: c@quay.example;, d@quay.example',
  ),
  to('comments', 'comments everywhere, nested', '(to) ann(her)@(the (big))lamp.example (Ann)'),
  to('quoted-local-part', 'a quoted local part with @ and a comma', '"ann@home, really"@lamp.example'),
  to(
    'quoted-hostile',
    'a quoted local part that looks like another address',
    '"victim@quay.example> , <x"@lamp.example',
  ),
  to('at-in-name', 'an address as the display name of another', '"billing@bank.example" <keeper@lamp.example>'),
  to('unquoted-name-dots', 'dots and apostrophes in a name without quotes', "Ann M. O'Lamp Jr. <ann@lamp.example>"),
  to('no-brackets-name', 'a name in a comment, as old clients wrote', 'ann@lamp.example (Ann Lamp)'),
  to('semicolons', 'semicolons instead of commas', 'ann@lamp.example; bob@quay.example'),
  to('missing-comma', 'two addresses without a comma', '<ann@lamp.example> <bob@quay.example>'),
  to('unclosed-bracket', 'an unclosed angle bracket', 'Ann <ann@lamp.example'),
  to('unclosed-quote', 'an unclosed quote', '"Ann <ann@lamp.example>, bob@quay.example'),
  to('unclosed-comment', 'an unclosed comment', 'ann@lamp.example (Ann, bob@quay.example'),
  to('no-domain', 'only a local part', 'keeper, Ann <ann>'),
  to('empty-domain', 'an @ and nothing after it', 'ann@, <bob@>'),
  to('empty-local', 'nothing before the @', '@lamp.example, <@quay.example>'),
  to('ip-literal', 'IP literals as domains', 'a@[192.0.2.1], b@[IPv6:2001:db8::1]'),
  to('route', 'an obsolete source route', '<@relay.example,@hub.example:ann@lamp.example>'),
  to(
    'dots',
    'leading, doubled and trailing dots, as real mail has them',
    '.ann@lamp.example, ann..b@lamp.example, ann.@lamp.example',
  ),
  to('underscore-label', 'a label with an underscore', 'ann@old_lamp.example'),
  to('trailing-dot', 'a domain with a dot at its end', 'ann@lamp.example.'),
  to('spaces-around-at', 'white space around @ and dots (obsolete)', 'ann @ lamp . example'),
  to('uppercase', 'letters in other cases: one address', 'Ann@LAMP.Example, ann@lamp.example'),
  to('idn-u-label', 'a domain in Unicode', 'ann@bücher.example'),
  to('idn-a-label', 'the same domain as A-label', 'ann@xn--bcher-kva.example'),
  to(
    'encoded-word-name',
    'a name as encoded words, split inside a character',
    '=?utf-8?B?w6k=?= =?utf-8?Q?t=C3=A9?= <ann@lamp.example>',
  ),
  to('encoded-word-address', 'an address inside an encoded word is no address', '=?utf-8?Q?ann=40lamp.example?='),
  to(
    'encoded-word-injection',
    'an encoded word that decodes to another address and a line end',
    '=?utf-8?Q?x=0D=0ABcc:_victim=40quay.example?= <ann@lamp.example>',
  ),
  to('imcea-smtp', 'IMCEASMTP with an address inside', 'IMCEASMTP-far+40away+2Eexample@lamp.example'),
  to(
    'imcea-ex',
    'IMCEAEX: a directory name, not an SMTP address',
    'IMCEAEX-_O=LAMP_OU=FIRST_CN=RECIPIENTS_CN=ANN@lamp.example',
  ),
  to(
    'imcea-notes',
    'IMCEANOTES with a name and an address in brackets',
    'imceanotes-+22Ann+20Lamp+22+20+3Cann+40notes+2Eexample+3E@lamp.example',
  ),
  to('imcea-windows-1252', 'IMCEA with invalid UTF-8', 'IMCEASMTP-caf+E9+40far+2Eexample@lamp.example'),
  to(
    'imcea-one-label',
    'IMCEA whose inner domain has one label: kept as it is',
    'IMCEASMTP-ann+40localhost@lamp.example',
  ),
  to('long', 'a local part of 5,000 characters', `${'a'.repeat(5000)}@lamp.example`),
  to(
    'many',
    '3,000 addresses in one field',
    Array.from({ length: 3000 }, (_, at) => `crew-${at}@lamp.example`).join(',\n '),
  ),
  to('only-commas', 'nothing but commas', ',,, ,;,'),
  message(
    'address-resent',
    'Resent fields, two blocks of them',
    `Resent-From: r@relay.example\nResent-To: s@relay.example\nResent-Cc: t@relay.example\nResent-Bcc: u@relay.example\nResent-From: v@hub.example\n${fields()}${BODY}`,
  ),
  message(
    'address-repeated-fields',
    'To three times: all of them count',
    `${fields()}To: second@quay.example\nTo: third@quay.example\n${BODY}`,
  ),
  message('address-bcc-empty', 'an empty Bcc', fields({ Bcc: '' }) + BODY),
];
