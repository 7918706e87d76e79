import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNotice, type NoticeAnswer } from '@candor/core/verify';
import { expect, test } from 'vitest';
import { cryptography, inflate, type MadeNotice, madeNow, makeSite, runtime } from './made-site.ts';

const corpus = join(import.meta.dirname, '../../../corpus/verification');
const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
const asSent = readFileSync(join(corpus, 'harmless/as-sent.eml')).toString('latin1');

async function check(text: string): Promise<NoticeAnswer> {
  expect(text).not.toBe(asSent);
  const site = await makeSite(notice);
  return checkNotice(runtime, cryptography, inflate, {
    code: site.code,
    domain: notice.domain,
    description: site.description,
    site: site.access,
    received: { kind: 'file', bytes: Buffer.from(text, 'latin1') },
    fingerprints: [site.fingerprint],
    now: madeNow,
  });
}

const from = /^From:(?: .*\r?\n)(?:[ \t].*\r?\n)*/m;

test.each([
  ['a domain that ends like ours', 'From: Team <notice@evilharbor.example>\r\n'],
  ['a domain that begins like ours', 'From: Team <notice@harbor.example.evil.example>\r\n'],
  ['nobody', ''],
  ['nobody that can be read', 'From: Harbor Energy Incident Team\r\n'],
])('every word as it was issued, sent by %s, is not genuine', async (_, field) => {
  expect((await check(asSent.replace(from, field))).kind).not.toMatch(/genuine|added|issued/);
});

test('a name below our domain is ours', async () => {
  expect((await check(asSent.replace(from, 'From: Team <notice@mail.harbor.example>\r\n'))).kind).toBe('genuine');
});

test('words that stand in the html alone are told as added', async () => {
  const found = await check(asSent.replace('</body>', '<p>Sent through our gateway</p></body>'));
  expect(found).toMatchObject({ kind: 'added', compared: { additions: [{ place: 'html', where: 'after' }] } });
});
