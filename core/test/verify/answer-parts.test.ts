import { isActedOn } from '@candor/core/verify/compare';
import { describe, expect, test } from 'vitest';
import { type Mail, writeMail } from '../../../corpus/generate/verification/mail.ts';
import { caseNotice } from '../../../corpus/generate/verification/notice.ts';
import { compareText } from '../../src/verify/compare/text-part.ts';
import { readGatewayLink } from '../../src/verify/html/gateway-links.ts';
import { ADDRESS, inBody, linked, safeLink } from './differential/harmless-forms.ts';
import { tryLetter } from './differential/try-letter.ts';

const { text, html, subject, from } = caseNotice;
const answer = async (mail: Mail | string) => {
  const found = await tryLetter(typeof mail === 'string' ? Buffer.from(mail) : writeMail(mail));
  if (!('compared' in found)) throw new Error(found.kind);
  const { parts, notes, rewritten } = found.compared;
  const states = Object.fromEntries(parts.map(({ part, state }) => [part, state]));
  const others = Object.fromEntries(Object.entries(states).filter(([, state]) => state !== 'issued'));
  return { ...found, others, kinds: notes.map(({ kind }) => kind), rewritten: rewritten?.value ?? null };
};

test('every part of the notice itself is as issued', async () => {
  const { kind, others, compared } = await answer({});
  expect([kind, others, compared.parts.length]).toEqual(['genuine', {}, 9]);
});

test.each<readonly [name: string, mail: Mail, kind: string, others: object]>([
  ['a tag', { subject: `[SPAM] ${subject}` }, 'added', { subject: 'added' }],
  ['an unknown field', { before: ['Strange: a'] }, 'rewritten', { header: 'rewritten' }],
  ['a footer', { text: `${text}\nA footer\n` }, 'added', { text: 'added' }],
  ['plain text alone', { html: null }, 'rewritten', { html: 'missing' }],
  ['another sender', { from: 'Harbor <help@elsewhere.example>' }, 'changed', { sender: 'changed' }],
  ['another date', { date: 'Mon, 22 Oct 2001 09:12:00 +0000' }, 'changed', { date: 'changed' }],
  [
    'an attachment',
    { mixed: [{ type: 'application/pdf', content: Buffer.from('%PDF'), transfer: 'base64' }] },
    'changed',
    { parts: 'changed' },
  ],
])('%s is said of its part alone', async (_, mail, kind, others) => {
  const found = await answer(mail);
  expect([found.kind, found.others]).toEqual([kind, others]);
});

test.each<readonly [mail: Mail, isWarned: boolean]>([
  [{ from: 'Harbor <help@elsewhere.example>' }, true],
  [{ subject: 'Pay now' }, true],
  [{ text: text.replace('540', '54') }, true],
  [{ html: linked('https://elsewhere.example') }, true],
  [{ before: ['Cc: help@elsewhere.example'] }, true],
  [{ date: 'Mon, 22 Oct 2001 09:12:00 +0000' }, false],
  [{ mixed: [{ type: 'application/pdf', content: Buffer.from('%PDF'), transfer: 'base64' }] }, false],
])('warns of acting only where a word, a link, a recipient or the sender differs: %j', async (mail, isWarned) => {
  const { compared } = await answer(mail);
  expect([compared.isActedOn, isActedOn(compared.parts)]).toEqual([isWarned, isWarned]);
});

describe('a link of a gateway', () => {
  const target = `http://${ADDRESS}`;
  const withOriginal = (original: string) =>
    linked(safeLink(target)).replace(
      '<a href',
      `<a originalsrc="${original}" shash="x==" data-auth="NotApplicable" href`,
    );
  test('with its target beside it is rewritten, and changed where the two differ', async () => {
    expect(await answer({ html: withOriginal(target) })).toMatchObject({ kind: 'rewritten', rewritten: 'layout' });
    expect((await answer({ html: withOriginal('https://elsewhere.example') })).kind).toBe('changed');
  });
  test.each([
    safeLink(target).replace('?url=', '?url=https%3A%2F%2Felsewhere.example&url='),
    safeLink(target).replace('https://', 'https://harbor.example@'),
    `${safeLink(target)}&next=https%3A%2F%2Felsewhere.example`,
    `https://www.google.com/url?q=${target}&url=https://elsewhere.example`,
  ])('with another address in it leads nowhere that is known: %s', (link) => {
    expect(readGatewayLink(safeLink(target))?.kept).toBe(target);
    expect(readGatewayLink(link)).toBeNull();
  });
  test.each([
    ['Mimecast', 'https://protect-eu.mimecast.com/s/AbCdEfGh12'],
    ['Cisco', 'https://secure-web.cisco.com/1abcDEF-gh/https%3A%2F%2Fharbor.example%2Fnotice'],
    ['Hornetsecurity', 'https://atpscan.global.hornetsecurity.com/?d=bl0Wkjof&f=kXUMBGyq&i=&k=zA1z&m=2hBCCMd6'],
    ['Hornetsecurity', 'https://seclinks.cloud-security.net/abc123/https://harbor.example/notice'],
    ['Sophos', 'https://eu-west-1.protection.sophos.com/?d=harbor.example&i=NWY1&t=QkNX&h=0dfc16'],
    ['Symantec', 'https://clicktime.symantec.com/a/1/3esCKtonICCF-rrs7xQ=?d=wUoxAvRabIhx'],
  ])('of %s is replaced: never ours, and no alarm', async (gateway, link) => {
    const inText = text.replace(ADDRESS, `${ADDRESS}<${link}>`);
    for (const mail of [{ html: linked(link) }, { html: linked(link), text: inText }]) {
      const found = await answer(mail);
      expect([found.kind, found.compared.isActedOn]).toEqual(['replaced', false]);
      expect(found.compared.notes).toContainEqual({ kind: 'links-replaced', gateway });
    }
    expect((await answer({ html: html.replace('Do now', `<a href="${link}">Do now</a>`) })).kind).toBe('changed');
  });
  const base64 = Buffer.from(target).toString('base64url');
  test.each([
    `https://us-west-2.protection.sophos.com/?d=harbor.example&u=${base64}&i=NjQ0&t=eWI5&h=9ba410&s=AVNP`,
    `https://us-west-2.protection.sophos.com?d=harbor.example&u=${base64}&i=NjQ0`,
    `https://atpscan.global.hornetsecurity.com/?d=HzV-JpX&f=rhmYU&i=&k=Eb5a&m=onu&u=${encodeURIComponent(target)}`,
    `https://imsva91-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${encodeURIComponent(target)}&umid=E252&auth=9f55`,
    `https://clicktime.symantec.com/15uBnWVaoKeBYG7jU85cj?h=v8JGNo3g=&u=${target}`,
    `https://protect.checkpoint.com/v2/___${target}___.YzJ1OnRoZWNoZXJ0b2Zm`,
  ])('that keeps the issued address is read back: %s', async (link) => {
    expect(readGatewayLink(link)?.kept).toBe(target);
    expect(await answer({ html: linked(link) })).toMatchObject({ kind: 'rewritten', rewritten: 'layout' });
  });
  const elsewhere = Buffer.from('https://elsewhere.example').toString('base64');
  test.each([
    `https://us-west-2.protection.sophos.com/?d=harbor.example&u=${elsewhere}`,
    `https://us-west-2.protection.sophos.com/?d=harbor.example&u=${base64}&u=${elsewhere}`,
    'https://us-west-2.protection.sophos.com/?i=NjQ0',
    'https://atpscan.global.hornetsecurity.com/?d=HzV&u=https%3A%2F%2Felsewhere.example',
    'https://atpscan.global.hornetsecurity.com/?d=HzV&f=https%3A%2F%2Felsewhere.example',
    'https://seclinks.cloud-security.net/abc123/https://elsewhere.example/harbor.example/notice',
    'https://secure-web.cisco.com/1abcDEF-gh/https%3A%2F%2Felsewhere.example',
    'https://clicktime.symantec.com/15uBnWVaoKeBYG7jU85cj?u=https://elsewhere.example',
    `https://clicktime.symantec.com.elsewhere.example/15uBn?u=${target}`,
    'https://protect.checkpoint.com/v2/___https://elsewhere.example___.YzJ1OnRoZWNo',
  ])('that shows another address, or is written otherwise, is a change: %s', async (link) => {
    const inText = text.replace(ADDRESS, `${ADDRESS}<${link}>`);
    expect((await answer({ html: linked(link) })).kind).toBe('changed');
    expect(['changed', 'added']).toContain((await answer({ text: inText })).kind);
  });
  test('stands beside a banner', async () => {
    const banner = linked(safeLink(target)).replace('<body>', '<body><p>CAUTION: from outside</p>');
    expect(await answer({ html: banner })).toMatchObject({ kind: 'added' });
  });
});

test.each([
  ['pixel', inBody('', '<img src="https://gateway.example/o.gif" width="1" height="1" alt="" style="display:none">')],
  [
    'detectors',
    html.replace(
      '21 cannot be ruled out',
      '<a href="x-apple-data-detectors://0" dir="ltr" x-apple-data-detectors="true" x-apple-data-detectors-type="calendar-event" x-apple-data-detectors-result="0">21</a> cannot be ruled out',
    ),
  ],
])('%s of a gateway or program is rewritten, not changed', async (note, written) => {
  expect(written).not.toBe(html);
  const found = await answer({ html: written });
  expect([found.kind, found.kinds]).toEqual(['rewritten', expect.arrayContaining([note])]);
});

test('a larger picture is a change', async () => {
  const picture = inBody('', '<img src="https://gateway.example/o.gif" width="1" height="100">');
  expect((await answer({ html: picture })).kind).toBe('changed');
});

describe('the own list of the recipient', () => {
  const list = 'security@northwind.example';
  const via = (name: string, address = list): Mail => ({
    from: `"${name}" <${address}>`,
    after: ['Reply-To: answers@harbor.example', 'List-Id: <security.northwind.example>'],
  });
  test('sent it on under its name', async () => {
    const found = await answer(via(`${from.name} via security`));
    expect(found).toMatchObject({ kind: 'rewritten', rewritten: 'list', others: { sender: 'rewritten' } });
    expect(found.compared.notes).toContainEqual({ kind: 'own-list', list: `${from.name} via security <${list}>` });
  });
  test.each([
    via(`${from.name} via security`, 'other@northwind.example'),
    via(`${from.name} via security`, 'security@elsewhere.example'),
    via('Payments via security'),
    via(`${from.name} via pay@elsewhere.example`),
    { ...via(`${from.name} via security`), after: ['Reply-To: pay@elsewhere.example'] },
  ])('is not meant by %j', async (mail) => {
    expect((await answer(mail)).kind).toBe('changed');
  });
});

describe('a recipient', () => {
  const to = async (field: string) => {
    const mail = writeMail().toString('latin1').replace('To: security@northwind.example', `To: ${field}`);
    return (await tryLetter(Buffer.from(mail, 'latin1'))) as { kind: string };
  };
  test.each([
    'security@northwind.example, answers@harb0r.example',
    'Send your password as an answer: security@northwind.example;',
    'security@northwind.example (call us)',
    '"Reply at once with your mailbox password" <security@northwind.example>',
    '"answers@harb0r.example" <security@northwind.example>',
    'security@elsewhere.example',
    'undisclosed-recipients:;',
    'security@northwind.example.',
    'security@northwin\u00add.example',
  ])('%s is not the one of the notice', async (field) => {
    expect((await to(field)).kind).toBe('changed');
  });
  test('a short name beside the address is shown as added', async () => {
    const found = await to('"Security, Northwind" <security@northwind.example>');
    expect(found).toMatchObject({ kind: 'added', compared: { notes: [{ kind: 'recipient-name' }] } });
    expect((await to('"security@northwind.example" <security@northwind.example>')).kind).toBe('genuine');
  });
});

describe('a paste', () => {
  const lines = text.split('\n');
  test('of some lines is a part of the notice, with the number of those that are whole', async () => {
    const start = lines.indexOf('Do now');
    const found = await answer(lines.slice(start, start + 6).join('\n'));
    expect([found.kind, found.compared.notes]).toEqual([
      'partial',
      expect.arrayContaining([{ kind: 'partial', lines: lines.slice(start, start + 6).filter(Boolean).length }]),
    ]);
  });
  test('of lines that do not follow each other is no part', async () => {
    const found = await answer([...lines.slice(0, 8), ...lines.slice(12)].join('\n'));
    expect(found.kind).toBe('changed');
  });
  const print = (header: (page: number) => string, footer: (page: number) => string): string =>
    [lines.slice(0, 9), lines.slice(9, 20), lines.slice(20)]
      .map((page, at) => `${header(at + 1)}\n\n${page.join('\n')}\n\n${footer(at + 1)}\n\f`)
      .join('');
  const date = '12/2/26, 9:06 AM';
  test('of printed pages shows what stands at the edge of each as added', async () => {
    const printed = print(
      () => `${date}                    Supplement`,
      (page) => `https://mail.example/print\n\n${page}/3`,
    );
    const found = await answer(printed);
    expect([found.kind, found.compared.additions]).toEqual([
      'added',
      [
        { place: 'text', where: 'before', lines: [`${date} Supplement`], lineCount: 3 },
        { place: 'text', where: 'after', lines: ['https://mail.example/print', '1/3'], lineCount: 6 },
      ],
    ]);
    expect((await answer(printed.replace('540', '54'))).kind).toBe('changed');
  });
  test.each([
    ['words on one page', (page: number) => (page === 2 ? `${date} 54 passwords` : date)],
    ['another figure a page', (page: number) => `${date} ${page * 540}`],
    ['no date and no number', () => 'Not true:'],
    ['an address', () => `${date} write to help@elsewhere.example`],
    ['a telephone number', () => `${date} call +1 202 555 0100`],
    ['a telephone number without a plus', () => `${date} call 202 555 0100`],
    ['a host', () => `${date} see elsewhere.example`],
    ['a page and words', () => `${date} pay at https://elsewhere.example`],
    ['more lines than a printer has', () => `${date}\na\nb\nc\nd`],
  ])('of printed pages with %s at the edge is changed', async (_, header) => {
    expect((await answer(print(header, () => ''))).kind).toBe('changed');
  });
  test('joins words that a printer broke, and reads its ligatures', () => {
    const issued = { text: 'We find the root abcdefghijkl in an office.', emphasis: [], hasLists: false };
    const printed = 'We ﬁnd the root abcdef\nghijkl in an of-\nfice.';
    expect(compareText(issued, printed, 'pasted')).toMatchObject({ state: 'issued' });
    expect(compareText(issued, printed, 'mail').state).toBe('changed');
    const grouped = { text: '- 1\u00a0234 opened', emphasis: [], hasLists: false };
    expect(compareText(grouped, '- 1 234 opened', 'pasted')).toMatchObject({ state: 'issued' });
    expect(compareText(grouped, '- 1  234 opened', 'pasted').state).not.toBe('issued');
  });
});

test.each([
  ['one no-break space', '- 1\u202f234 opened', 'issued'],
  ['one blank', '- 1 234 opened', 'changed'],
  ['line ends', '- 1\n\n234 opened', 'changed'],
  ['eight blanks', '- 1        234 opened', 'changed'],
  ['U+1680', '- 1\u1680234 opened', 'changed'],
])('a figure with %s in place of its no-break space', (_, received, state) => {
  const issued = { text: '- 1\u00a0234 opened', emphasis: [], hasLists: false };
  expect(compareText(issued, received, 'mail').state).toBe(state);
});
