import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_SECRETS } from '@candor/core/notice/affected';
import type { FoundList, FoundMessage } from '@candor/core/notice/wave';
import { checkNotice, type SealedNotice } from '@candor/core/verify';
import { describe, expect, test } from 'vitest';
import { readSealedNotice, toSealedText } from '../../src/verify/sealed-notice.ts';
import { type MadeNotice, madeNow, makeSite, type SiteFaults, tools } from './made-site.ts';

const corpus = join(import.meta.dirname, '../../../corpus/verification');
const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
const row: FoundMessage = { address: 'jo@northwind.example', date: '2001-10-09', messageId: 'one@mail.example' };
const found: FoundList = {
  messages: [row, { address: 'ann@northwind.example', date: null, messageId: null }],
  sensitive: { health: 3, 'special-category': 1 },
};
const made: MadeNotice = { ...notice, found, foundTotal: 5 };

async function check(one: MadeNotice, faults: SiteFaults = {}, domain = notice.domain) {
  const site = await makeSite(one, faults);
  return checkNotice(tools, {
    ...{ code: site.code, domain, description: site.description, site: site.access, received: null },
    ...{ fingerprints: [site.fingerprint], isDomainGiven: true, now: madeNow },
  });
}
const alter = (change: (sealed: SealedNotice) => Partial<SealedNotice>): SiteFaults => ({
  alter: (sealed) => ({ ...sealed, ...change(sealed) }),
});
const swap = (list: Partial<FoundList>): SiteFaults => alter(() => ({ found: { salt: 'salt', ...found, ...list } }));

describe('messages with passwords or keys, and kinds of sensitive data', () => {
  test('are shown beside the issued text with their total', async () => {
    expect(await check(made)).toMatchObject({ kind: 'issued', issued: { found: { total: 5, list: found } } });
    expect(await check(notice)).toMatchObject({ kind: 'issued', issued: { found: null } });
  });

  test('are shown to no other domain, nor where the proof does not hold', async () => {
    expect(JSON.stringify(await check(made, {}, 'fabrikam.example'))).not.toMatch(/mail\.example|health/);
    expect(JSON.stringify(await check(made, { withoutPath: true }))).not.toMatch(/mail\.example|health/);
  });

  test('can be removed from the site, while text, proofs and total stay', async () => {
    expect(
      await check(
        made,
        alter(() => ({ found: null })),
      ),
    ).toMatchObject({
      kind: 'issued',
      issued: { text: notice.text, found: { total: 5, list: null } },
      notice: { proof: { text: 'passed' } },
    });
  });

  const other = { ...row, messageId: 'other@mail.example' };
  test.each([
    ['one more row', { messages: [...found.messages, row] }],
    ['one fewer', { messages: found.messages.slice(1) }],
    ['another Message-ID', { messages: [other, ...found.messages.slice(1)] }],
    ['another address', { messages: [{ ...row, address: 'eve@northwind.example' }, ...found.messages.slice(1)] }],
    ['another day', { messages: [{ ...row, date: '2001-10-08' }, ...found.messages.slice(1)] }],
    ['another order', { messages: found.messages.toReversed() }],
    ['another count', { sensitive: { health: 4, 'special-category': 1 } }],
    ['a kind fewer', { sensitive: { health: 3 } }],
  ])('with %s than two people approved prove nothing', async (_, list) => {
    expect((await check(made, swap(list))).kind).toBe('unproved');
  });

  test('cannot be added to a notice that has none', async () => {
    expect((await check(notice, swap({}))).kind).toBe('unproved');
  });

  test('do not pass in records of earlier versions', async () => {
    const record = alter((sealed) => ({ record: { ...sealed.record, v: 2 } }));
    expect((await check(made, record)).kind).toBe('unknown');
  });
});

describe('a sealed list is read', () => {
  let sealed: SealedNotice | null = null;
  const read = async (change: (one: SealedNotice) => object) => {
    await makeSite(
      made,
      alter((one) => {
        sealed = one;
        return {};
      }),
    );
    const one = sealed as unknown as SealedNotice;
    return readSealedNotice(Buffer.from(toSealedText({ ...one, ...change(one) })));
  };
  const listed = (list: object) => read(() => ({ found: { salt: 'salt', ...found, ...list } }));
  const recorded = (changes: object) =>
    read(({ record }) => ({ record: { ...record, found: { ...record.found, ...changes } } }));

  test('as it was written', async () => {
    expect((await listed({}))?.found).toEqual({ salt: 'salt', ...found });
    expect((await recorded({}))?.record.found?.total).toBe(5);
    expect(await listed({ messages: Array.from({ length: PAGE_SECRETS }, () => row) })).not.toBeNull();
  });

  test.each([
    ['too many rows', { messages: Array.from({ length: PAGE_SECRETS + 1 }, () => row) }],
    ['a row that is none', { messages: ['row'] }],
    ['a row with one more member', { messages: [{ ...row, subject: 'x' }] }],
    ['a row without an address', { messages: [{ date: null, messageId: null, more: 1 }] }],
    ['a day that is none', { messages: [{ ...row, date: '2001-02-30' }] }],
    ['a number for a day', { messages: [{ ...row, date: 1 }] }],
    ['a Message-ID with a blank', { messages: [{ ...row, messageId: 'call us' }] }],
    ['a Message-ID with a control character', { messages: [{ ...row, messageId: 'a\u0007b' }] }],
    ['a Message-ID that is too long', { messages: [{ ...row, messageId: 'a'.repeat(129) }] }],
    ['an unknown kind', { sensitive: { credential: 1 } }],
    ['a count of nothing', { sensitive: { health: 0 } }],
    ['a count that is none', { sensitive: { health: 'many' } }],
    ['no salt', { salt: undefined }],
  ])('never with %s', async (_, list) => {
    expect(await listed(list)).toBeNull();
  });

  test.each([{ listed: 51, total: 60 }, { listed: 6 }, { digest: 'x' }, { more: 1 }, { total: -1 }])(
    'never with a record of %o',
    async (changes) => {
      expect(await recorded(changes)).toBeNull();
    },
  );
});
