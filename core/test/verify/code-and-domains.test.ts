import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCodeAndDomains } from '@candor/core/verify/received';
import { expect, test } from 'vitest';
import { type MadeNotice, tools } from './made-site.ts';

const corpus = join(import.meta.dirname, '../../../corpus/verification');
const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
const find = (text: string) => findCodeAndDomains(tools, { kind: 'pasted', text }, 'harbor.example');
const findIn = (bytes: Uint8Array) => findCodeAndDomains(tools, { kind: 'file', bytes }, 'harbor.example');
const found = { codes: [notice.code], domains: [notice.domain], isMessage: true };

test.each([
  'harmless/as-sent.eml',
  'harmless/base64.eml',
  'harmless/quoted-printable.eml',
  'harmless/text-dropped.eml',
  'harmless/outlook-html.eml',
  'harmless/quoted.eml',
  'harmless/forwarded-attached.eml',
  'harmless/forwarded-attached-with-words.eml',
  'harmless/list-footer.eml',
  'harmless/saved-as-unicode.text',
  'harmless/saved-as-ansi.text',
  'harmless/saved-by-outlook.text',
  'harmless/pasted.txt',
  'harmless/pasted-quotes.txt',
])('finds code and domain in %s', async (file) => {
  expect(await findIn(readFileSync(join(corpus, file)))).toMatchObject(found);
});

test('finds them in a page saved by a mail program', async () => {
  expect(await findIn(Buffer.from(`<html><body>${notice.html}</body></html>`))).toMatchObject(found);
});

test('finds a code with other words around it', async () => {
  expect(await find(`Your code: ${notice.code}`)).toMatchObject({
    codes: [notice.code],
    domains: [],
    isMessage: false,
  });
  expect(await findIn(Buffer.from(notice.code))).toMatchObject({ codes: [notice.code], domains: [], isMessage: false });
});

test('prefers the addressee of the notice over that of the forwarding mail', async () => {
  const mail = `From: ann@northwind.example\nTo: counsel@lawyer.example\nDate: Sun, 21 Oct 2001 09:12:00 +0000\n\nSee below.\n\n${notice.text}`;
  expect(await findIn(Buffer.from(mail))).toMatchObject({
    codes: [notice.code],
    domains: ['northwind.example', 'lawyer.example'],
    isMessage: true,
  });
});

test('of several domains of a notice, the receiving one comes first', async () => {
  const text = notice.text.replace('(northwind.example)', '(gas.example, northwind.example and 2 more)');
  const mail = `From: a@harbor.example\nTo: sec@it.northwind.example\nDate: Sun, 21 Oct 2001 09:12:00 +0000\n\n${text}`;
  expect(await findIn(Buffer.from(mail))).toMatchObject({
    codes: [notice.code],
    domains: ['northwind.example', 'gas.example', 'it.northwind.example'],
    isMessage: true,
  });
});

test('a notice without a name in its first line takes the domain from the header or the text', async () => {
  const unnamed = notice.text.replace('Northwind (northwind.example)', 'northwind.example');
  const mail = `From: a@harbor.example\nTo: sec@northwind.example\nDate: Sun, 21 Oct 2001 09:12:00 +0000\n\n${unnamed}`;
  expect(await findIn(Buffer.from(mail))).toMatchObject(found);
  expect(await find(unnamed)).toMatchObject(found);
});

test("never offers the organization's own domain", async () => {
  const text = `To the security team (harbor.example, www.harbor.example) and others (northwind.example)\n${notice.text}`;
  expect(await find(text)).toMatchObject(found);
});

test('a message without a code has none, and other input gives the reason', async () => {
  expect(await find('We write to you because of the invoice that you sent in May.')).toMatchObject({
    codes: [],
    domains: [],
    isMessage: true,
  });
  expect(await findIn(new Uint8Array())).toEqual({ unreadable: 'empty' });
  expect(await findIn(Buffer.alloc(5 * 1024 * 1024, 0x41))).toEqual({ unreadable: 'too-large' });
  expect(await findIn(readFileSync(join(corpus, 'harmless/pictured.png')))).toEqual({ unreadable: 'no-text' });
});

test('finds whole addresses that a message is for, the addressee of a notice to a person first', async () => {
  const text = notice.text.replace(/^.*/, 'To Rosa Lima (rosa.lima@letterbox.example)');
  const mail = `From: a@harbor.example\nTo: Rosa.L@mail.example\nDate: Sun, 21 Oct 2001 09:12:00 +0000\n\n${text}`;
  expect(await findIn(Buffer.from(mail))).toMatchObject({
    addresses: ['rosa.lima@letterbox.example', 'rosa.l@mail.example'],
  });
  expect(await find(text)).toMatchObject({ addresses: ['rosa.lima@letterbox.example'] });
  expect(await find(notice.text)).toMatchObject({ addresses: [] });
  expect(await find(`Your code: ${notice.code}`)).toMatchObject({ addresses: [] });
});
