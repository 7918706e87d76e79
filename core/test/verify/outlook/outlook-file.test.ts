import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInstant } from '@candor/core/base';
import type { NoticeAnswer } from '@candor/core/verify';
import { beforeAll, describe, expect, test } from 'vitest';
import { type MadeNotice, type MadeSite, makeSite } from '../made-site.ts';
import {
  checkOutlookFile,
  compressRtf,
  entryList,
  type MadeItem,
  oneOff,
  type Properties,
  packHtml,
  writeItem,
} from './made-item.ts';

const corpus = join(import.meta.dirname, '../../../../corpus/verification');
const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
const asSent = readFileSync(join(corpus, 'harmless/as-sent.eml'), 'utf8');
const header = asSent.slice(0, asSent.indexOf('\r\n\r\n') + 2);
const [sender, address] = ['Harbor Energy Incident Team', 'notice@harbor.example'];
const answers = 'answers@harbor.example';
const to = /^To: (.*)\r$/m.exec(header)?.[1] ?? '';
const sent = readInstant(notice.issued) ?? 0;

const recipient: Properties = {
  '0C150003': 1,
  '3001001F': to,
  '3002001F': 'SMTP',
  '3003001F': to,
  '39FE001F': to,
  '0FFF0102': oneOff(to, to),
};

const untouched: MadeItem = {
  properties: {
    '001A001F': 'IPM.Note',
    '0037001F': notice.subject,
    '003D001F': '',
    '0E1D001F': notice.subject,
    '0070001F': notice.subject,
    '007D001F': header,
    '00390040': sent,
    '0E070003': 1,
    '00170003': 1,
    '0C1A001F': sender,
    '0C1E001F': 'SMTP',
    '0C1F001F': address,
    '5D01001F': address,
    '0C190102': oneOff(sender, address),
    '0042001F': sender,
    '0064001F': 'SMTP',
    '0065001F': address,
    '5D02001F': address,
    '00410102': oneOff(sender, address),
    '004F0102': entryList(oneOff(answers, answers)),
    '0050001F': answers,
    '0E04001F': to,
    '1000001F': notice.text.replaceAll('\n', '\r\n'),
    '10090102': compressRtf(packHtml(notice.html)),
    '10130102': Buffer.from(notice.html),
    '3FDE0003': 65001,
  },
  recipients: [recipient],
};

const withProperties = (properties: Properties): MadeItem => ({
  ...untouched,
  properties: { ...untouched.properties, ...properties },
});
const without = (...tags: readonly string[]): MadeItem => ({
  ...untouched,
  properties: Object.fromEntries(Object.entries(untouched.properties).filter(([tag]) => !tags.includes(tag))),
});
const withRow = (properties: Properties): MadeItem => ({
  ...untouched,
  recipients: [{ ...recipient, ...properties }],
});
const rtf = (words: string): MadeItem => withProperties({ '10090102': compressRtf(words) });
const plainRtf = (before: string): string =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\\uc1\\pard\\plain\\f0\\fs24 ${before}${notice.text
    .replace(/[\\{}]/g, '\\$&')
    .replaceAll('\n', '\\par\r\n')
    .replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0)} ?`)}}`;

let site: MadeSite;
beforeAll(async () => {
  site = await makeSite(notice);
});

const check = (file: Buffer): Promise<NoticeAnswer> => checkOutlookFile(site, notice, file);

const outlookOf = (answer: NoticeAnswer) =>
  'compared' in answer ? answer.compared.notes.find((note) => note.kind === 'outlook') : undefined;

test('an untouched file is the notice in the form of Outlook, and says what was compared', async () => {
  const answer = await check(writeItem(untouched));
  expect(answer).toMatchObject({ kind: 'rewritten', compared: { rewritten: { value: 'outlook' } } });
  expect(outlookOf(answer)).toStrictEqual({
    kind: 'outlook',
    compared: ['header', 'sender', 'recipients', 'reply-to', 'subject', 'date', 'kind', 'text', 'html', 'rtf'],
    notCompared: [],
  });
});

describe('a harmless form', () => {
  const forms: Readonly<Record<string, MadeItem>> = {
    'without RTF': without('10090102'),
    'with its HTML in RTF alone': without('10130102', '3FDE0003'),
    'with RTF alone': without('10130102', '3FDE0003', '1000001F'),
    'with RTF made of plain text': withProperties({ '10090102': compressRtf(plainRtf('')) }),
    'with the mark of an old Exchange above its header': withProperties({
      '007D001F': `Microsoft Mail Internet Headers Version 2.0\r\n${header}`,
    }),
    'without the header that came': without('007D001F'),
    'with text that is no Unicode': {
      ...without('0C1A001F', '0042001F'),
      properties: { ...without('0C1A001F', '0042001F').properties, '0C1A001E': sender, '0042001E': sender },
    },
    'with the recipient in quotation marks': {
      ...withProperties({ '0E04001F': `'${to}'` }),
      recipients: [{ ...recipient, '3001001F': `'${to}'` }],
    },
    'with the address for the name of an entry': withProperties({ '0C190102': oneOff(address, address) }),
  };
  test.each(Object.entries(forms))('%s is the notice in the form of Outlook', async (_, form) => {
    const answer = await check(writeItem({ ...form, recipients: form.recipients ?? [] }));
    expect(answer).toMatchObject({ kind: 'rewritten', compared: { rewritten: { value: 'outlook' } } });
  });

  const open: Readonly<Record<string, readonly [MadeItem, string]>> = {
    'a recipient of an address book': [
      withRow({
        '3001001F': to,
        '3002001F': 'EX',
        '3003001F': '/o=x/cn=y',
        '39FE001F': '',
        '0FFF0102': Buffer.alloc(0),
      }),
      'recipients',
    ],
    'a name of an address book': [
      withRow({
        '3001001F': 'Northwind Security',
        '3002001F': 'EX',
        '3003001F': '/o=x/cn=y',
        '0FFF0102': Buffer.alloc(0),
      }),
      'recipients',
    ],
    'another class': [withProperties({ '001A001F': 'IPM.Note.Custom' }), 'kind'],
    'a draft': [withProperties({ '0E070003': 8 }), 'kind'],
    'a signed mail': [
      {
        ...withProperties({ '001A001F': 'IPM.Note.SMIME.MultipartSigned' }),
        attachments: [{ '3707001F': 'smime.p7m', '37010102': Buffer.from('x') }],
      },
      'signed-part',
    ],
    'RTF with a control word that hides': [rtf(plainRtf('\\v0 ')), 'rtf'],
    'RTF that is cut short': [withProperties({ '10090102': compressRtf(plainRtf('')).subarray(0, 900) }), 'rtf'],
  };
  test.each(Object.entries(open))('%s is named as not compared', async (_, [item, place]) => {
    const answer = await check(writeItem(item));
    expect(answer).toMatchObject({ kind: 'rewritten', compared: { rewritten: { value: 'outlook-part' } } });
    expect(outlookOf(answer)?.notCompared).toContain(place);
  });
});

const evil = 'desk@evil.example';
const FORGED: Readonly<Record<string, MadeItem>> = {
  'sender name': withProperties({ '0C1A001F': 'Payments desk' }),
  'sender address': withProperties({ '0C1F001F': evil }),
  'sender SMTP address': withProperties({ '5D01001F': evil }),
  'sender entry': withProperties({ '0C190102': oneOff(sender, evil) }),
  'sender entry name': withProperties({ '0C190102': oneOff('Call us at once', address) }),
  'represented name': withProperties({ '0042001F': evil }),
  'represented address': withProperties({ '0065001F': evil }),
  'represented SMTP address': withProperties({ '5D02001F': evil }),
  'represented entry': withProperties({ '00410102': oneOff(sender, evil) }),
  'answers to a stranger': withProperties({ '004F0102': entryList(oneOff(evil, evil)) }),
  'answers to two': withProperties({ '004F0102': entryList(oneOff(answers, answers), oneOff(evil, evil)) }),
  'name of an answer': withProperties({ '004F0102': entryList(oneOff(evil, answers)) }),
  'names of answers': withProperties({ '0050001F': `${answers}; ${evil}` }),
  'recipient name with an address': withRow({ '3001001F': evil }),
  'recipient name with a sentence': withRow({ '3001001F': 'Send your password as an answer to this mail now please' }),
  'second name of a recipient': withRow({ '5FF6001F': evil }),
  'recipient address': withRow({ '3003001F': evil }),
  'recipient SMTP address': withRow({ '39FE001F': evil }),
  'recipient entry': withRow({ '0FFF0102': oneOff(to, evil) }),
  'recipient of an address book elsewhere': withRow({ '3002001F': 'EX', '3003001F': '/o=x', '39FE001F': evil }),
  'second recipient': { ...untouched, recipients: [recipient, { ...recipient, '3003001F': evil, '39FE001F': evil }] },
  'another recipient at the domain': withRow({
    '3001001F': 'desk@northwind.example',
    '3003001F': 'desk@northwind.example',
    '39FE001F': 'desk@northwind.example',
    '0FFF0102': Buffer.alloc(0),
  }),
  copy: { ...untouched, recipients: [recipient, { ...recipient, '0C150003': 2, '3003001F': evil, '39FE001F': evil }] },
  'blind copy': { ...untouched, recipients: [recipient, { ...recipient, '0C150003': 3 }] },
  'shown recipients': withProperties({ '0E04001F': `${to}; ${evil}` }),
  'shown copies': withProperties({ '0E03001F': evil }),
  'shown blind copies': withProperties({ '0E02001F': evil }),
  subject: withProperties({ '0037001F': notice.subject.replace('852', '22') }),
  'subject of lists': withProperties({ '0E1D001F': 'Call +1 202 555 0100 at once' }),
  'prefix of the subject': withProperties({ '003D001F': 'Call +1 202 555 0100: ' }),
  topic: withProperties({ '0070001F': 'Call +1 202 555 0100 at once' }),
  date: withProperties({ '00390040': sent + 86_400 }),
  text: withProperties({ '1000001F': notice.text.replace('882', '22') }),
  html: withProperties({ '10130102': Buffer.from(notice.html.replace('882', '22')) }),
  'html in RTF': rtf(packHtml(notice.html.replace('882', '22'))),
  'html in RTF beside issued words': rtf(packHtml(notice.html).replace('<p style', '<p hidden style')),
  'words in RTF that its HTML hides': rtf(
    packHtml(notice.html).replace('\\f0\\fs24 ', '\\f0\\fs24 \\htmlrtf Call evil.example\\htmlrtf0 '),
  ),
  'RTF of plain words': rtf(plainRtf('Call +1 202 555 0100 at once. ').replace('882', '22')),
  'RTF with a link': rtf(
    plainRtf('{\\field{\\*\\fldinst HYPERLINK "https://evil.example"}{\\fldrslt To}}').replace('}To ', '} '),
  ),
  'header that came': withProperties({ '007D001F': header.replace(address, evil) }),
  'subject of the header that came': withProperties({
    '007D001F': header.replace(/^Subject: .*\r$/m, 'Subject: Call\r'),
  }),
  'flag of the header that came': withProperties({ '007D001F': `${header}X-Message-Flag: Call evil.example\r\n` }),
  'sender without a header': {
    ...without('007D001F'),
    properties: { ...without('007D001F').properties, '5D01001F': evil },
  },
  importance: withProperties({ '00170003': 2 }),
  'read receipt': withProperties({ '0029000B': true }),
  attachment: { ...untouched, attachments: [{ '3707001F': 'invoice.pdf', '37010102': Buffer.from('x') }] },
  'attachment of a signed class': {
    ...withProperties({ '001A001F': 'IPM.Note.SMIME' }),
    attachments: [{ '3707001F': 'smime.p7m', '37010102': Buffer.from('x') }],
  },
  'voting buttons': { ...withProperties({ '80000102': Buffer.from('Approve payment') }), named: [0x8520] },
};

describe('a forged file', () => {
  test.each(Object.entries(FORGED))('with a foreign value (%s) is changed', async (_, item) => {
    expect((await check(writeItem(item))).kind).toBe('changed');
  });

  test('with a flag of its own shows the words as not ours', async () => {
    const answer = await check(writeItem({ ...withProperties({ '8000001F': 'Call evil.example' }), named: [0x8530] }));
    expect(answer).toMatchObject({ kind: 'added', compared: { additions: [{ lines: ['Call evil.example'] }] } });
  });

  test('with a name that the address book does not have shows it', async () => {
    const answer = await check(writeItem(withRow({ '3001001F': 'Northwind Security' })));
    expect(answer).toMatchObject({ kind: 'added' });
    expect('compared' in answer ? answer.compared.notes : []).toContainEqual({
      kind: 'recipient-name',
      name: 'Northwind Security',
    });
  });

  test('whose texts stand twice and differ is refused', async () => {
    expect((await check(writeItem(withProperties({ '0C1A001E': 'Payments desk' })))).kind).toBe('unreadable');
  });
});
