import type { NoticeAnswer } from '@candor/core/verify';
import { beforeAll, describe, expect, test } from 'vitest';
import { type MadeSite, makeSite } from '../made-site.ts';
import { FORGED_ITEMS } from './forged-items.ts';
import { checkOutlookFile, compressRtf, type MadeItem, oneOff, writeItem } from './made-item.ts';
import {
  address,
  asSent,
  header,
  notice,
  plainRtf,
  recipient,
  rtf,
  sender,
  to,
  untouched,
  without,
  withProperties,
  withRow,
} from './notice-item.ts';

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
    if (place === 'recipients' && 'compared' in answer)
      expect(answer.compared.parts).toContainEqual({ part: 'recipient', state: 'not-compared' });
  });
});

describe('the header that came', () => {
  const kept = (written: string): MadeItem => withProperties({ '007D001F': written });
  const [first = ''] = header.split('\r\n');
  const flawed: Readonly<Record<string, readonly [string, string]>> = {
    'a line that is no field': [header.replace(first, `${first}\r\nCall +1 202 555 0100`), 'header'],
    'a line of blanks': [header.replace(first, `${first}\r\n \t`), 'header'],
    'a bare return': [header.replace(first, `X-A: a\rb\r\n${first}`), 'header'],
    'a control character': [header.replace(first, `X-A: a\u0007\r\n${first}`), 'header'],
    'a name with letters outside ASCII': [`${header}R\u00e9ply-To: desk@evil.example\r\n`, 'header'],
    'a blank in front of a colon': [`${header}X-A : a\r\n`, 'header'],
    'an empty line first': [`\r\n${header}`, 'header'],
    'the mark of an old Exchange twice': [
      `Microsoft Mail Internet Headers Version 2.0\r\nMicrosoft Mail Internet Headers Version 2.0\r\n${header}`,
      'header',
    ],
    'words behind it': [`${header}\r\nCall +1 202 555 0100`, 'outside'],
    'a doubled type': [`${header}Content-Type: text/plain\r\nContent-Type: text/html\r\n`, 'part'],
    'a field in a rare charset': [`${header}Thread-Topic: =?utf-7?Q?a?=\r\n`, 'encoding'],
  };
  test.each(Object.entries(flawed))('with %s is read in more than one way', async (_, [written, flaw]) => {
    const answer = await check(writeItem(kept(written)));
    const notes = 'compared' in answer ? answer.compared.notes : [];
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'ambiguous', flaw }));
    expect(['ambiguous', 'changed']).toContain(answer.kind);
  });

  test.each(['From: Payments desk <desk@evil.example>', 'Subject: Call +1 202 555 0100'])(
    'with a second one of a field (%s) is changed',
    async (field) => {
      expect((await check(writeItem(kept(`${header}${field}\r\n`)))).kind).toBe('changed');
      expect((await check(writeItem(kept(`${field}\r\n${header}`)))).kind).toBe('changed');
    },
  );

  test('with more fields than are read is refused', async () => {
    const answer = await check(writeItem(kept(`${header}${'X-A: a\r\n'.repeat(2001)}`)));
    expect(answer).toMatchObject({ kind: 'unreadable', why: 'too-large' });
  });

  test.each([
    ['a U+0000 at its end', `${header}\r\n\0`],
    [
      'the heads of its parts, as an old Exchange keeps them',
      `${header}\r\n--=_a\r\nContent-Type: text/plain;\r\n\tcharset="utf-8"\r\n\r\n--=_a--\r\n`,
    ],
    ['line feeds alone', header.replaceAll('\r\n', '\n')],
  ])('with %s is the header of the notice', async (_, written) => {
    const answer = await check(writeItem(kept(written)));
    expect(answer).toMatchObject({ kind: 'rewritten', compared: { rewritten: { value: 'outlook' } } });
  });
});

describe('a signed mail, of which Outlook shows the signed part,', () => {
  const entity = asSent.slice(asSent.indexOf('Content-Type: multipart/alternative'));
  const wrap = (inner: string, head = ''): string =>
    `${head}Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary="=_s"\r\n\r\nThis is an S/MIME signed message\r\n\r\n--=_s\r\n${inner}\r\n--=_s\r\nContent-Type: application/pkcs7-signature; name="smime.p7s"\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n--=_s--\r\n`;
  const signed = (content: string, properties: MadeItem['properties'] = {}): MadeItem => ({
    ...withProperties({ '001A001F': 'IPM.Note.SMIME.MultipartSigned', ...properties }),
    attachments: [{ '3707001F': 'smime.p7m', '37010102': Buffer.from(content) }],
  });

  test('as issued is the notice, with a signature that is not judged', async () => {
    const answer = await check(writeItem(signed(wrap(entity))));
    expect(answer).toMatchObject({ kind: 'added', compared: { isActedOn: false, additions: [] } });
    expect('compared' in answer ? answer.compared.notes : []).toContainEqual({ kind: 'signature' });
    expect(outlookOf(answer)).toMatchObject({ notCompared: [] });
    expect(outlookOf(answer)?.compared).toContain('signed-part');
  });

  test.each(
    Object.entries({
      'other words in it': signed(wrap(entity.replace('882', '22'))),
      'a file in it': signed(
        wrap(
          `Content-Type: multipart/mixed; boundary="=_m"\r\n\r\n--=_m\r\n${entity}\r\n--=_m\r\nContent-Type: application/pdf; name="invoice.pdf"\r\n\r\na\r\n--=_m--\r\n`,
        ),
      ),
      'other words in the text beside it': signed(wrap(entity), { '1000001F': notice.text.replace('882', '22') }),
      'other words in the HTML beside it': signed(wrap(entity), {
        '10130102': Buffer.from(notice.html.replace('882', '22')),
      }),
      'a foreign sender': signed(wrap(entity), { '0C1F001F': 'desk@evil.example' }),
    }),
  )('with %s is changed', async (_, item) => {
    expect((await check(writeItem(item))).kind).toBe('changed');
  });

  test.each(
    Object.entries({
      'a sender of its own': wrap(entity, 'From: desk@evil.example\r\n'),
      'words outside its parts': `${wrap(entity)}Call +1 202 555 0100`,
      'a boundary in a numbered form': wrap(entity).replace('boundary="=_s"', 'boundary="=_s"; boundary*0="b"'),
    }),
  )('with %s is read in more than one way', async (_, content) => {
    expect((await check(writeItem(signed(content)))).kind).toBe('ambiguous');
  });

  test.each(
    Object.entries({
      'packed within its signature': 'Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n\r\nMIIB',
      'encrypted as it came': '\u0030\u0082\u0001',
      empty: '',
    }),
  )('%s is named as not compared', async (_, content) => {
    const answer = await check(writeItem(signed(content)));
    expect(answer).toMatchObject({ kind: 'rewritten', compared: { rewritten: { value: 'outlook-part' } } });
    expect(outlookOf(answer)?.notCompared).toContain('signed-part');
  });
});

describe('a forged file', () => {
  test.each(Object.entries(FORGED_ITEMS))('with a foreign value (%s) is changed', async (_, item) => {
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
