import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_ADDRESSES } from '@candor/core/notice/affected';
import { checkNotice, type SealedNotice } from '@candor/core/verify';
import { describe, expect, test } from 'vitest';
import { readSealedNotice, toSealedText } from '../../src/verify/sealed-notice.ts';
import { type MadeNotice, madeNow, makeSite, type SiteFaults, tools } from './made-site.ts';

const corpus = join(import.meta.dirname, '../../../corpus/verification');
const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
const addresses = ['jo@northwind.example', 'ann@northwind.example'];

async function check(made: MadeNotice, faults: SiteFaults = {}) {
  const site = await makeSite(made, faults);
  return checkNotice(tools, {
    code: site.code,
    domain: notice.domain,
    description: site.description,
    site: site.access,
    received: null,
    fingerprints: [site.fingerprint],
    isDomainGiven: true,
    now: madeNow,
  });
}
const alter = (change: (sealed: SealedNotice) => Partial<SealedNotice>): SiteFaults => ({
  alter: (sealed) => ({ ...sealed, ...change(sealed) }),
});

describe('affected addresses of a notice', () => {
  test('are listed beside the issued text with their total', async () => {
    expect(await check({ ...notice, addresses })).toMatchObject({
      kind: 'issued',
      issued: { addresses: { total: 3, list: addresses } },
    });
    expect(await check(notice)).toMatchObject({ kind: 'issued', issued: { addresses: null } });
  });

  test('can be removed from the site, while text and proofs stay', async () => {
    expect(
      await check(
        { ...notice, addresses },
        alter(() => ({ addresses: null })),
      ),
    ).toMatchObject({
      kind: 'issued',
      issued: { text: notice.text, addresses: { total: 3, list: null } },
      notice: { proof: { text: 'passed' } },
    });
  });

  test.each([
    ['one more', [...addresses, 'eve@northwind.example']],
    ['one fewer', addresses.slice(1)],
    ['another one', ['jo@northwind.example', 'eve@northwind.example']],
    ['another order', addresses.toReversed()],
  ])('with %s than two people approved prove nothing', async (_, list) => {
    const changed = alter((sealed) => ({ addresses: { salt: sealed.addresses?.salt ?? '', list } }));
    expect((await check({ ...notice, addresses }, changed)).kind).toBe('unproved');
  });

  test('cannot be added to a notice that has none', async () => {
    expect(
      (
        await check(
          notice,
          alter(() => ({ addresses: { salt: '', list: addresses } })),
        )
      ).kind,
    ).toBe('unproved');
  });

  test('are at most two hundred, in the record and beside it', async () => {
    let sealed: SealedNotice | null = null;
    await makeSite(
      { ...notice, addresses },
      alter((made) => {
        sealed = made;
        return {};
      }),
    );
    const read = (change: object) =>
      readSealedNotice(Buffer.from(toSealedText({ ...(sealed as unknown as SealedNotice), ...change })));
    const many = Array.from({ length: PAGE_ADDRESSES + 1 }, (_, at) => `a${at}@b.example`);
    expect(read({})).not.toBeNull();
    expect(read({ addresses: { salt: '', list: many.slice(1) } })).not.toBeNull();
    expect(read({ addresses: { salt: '', list: many } })).toBeNull();
    const { record } = sealed as unknown as SealedNotice;
    const withRecorded = (changes: object) =>
      read({ record: { ...record, addresses: { ...record.addresses, ...changes } } });
    expect(withRecorded({})).not.toBeNull();
    for (const changes of [{ listed: 201, total: 300 }, { listed: 3, total: 2 }, { digest: 'x' }, { more: 1 }])
      expect(withRecorded(changes)).toBeNull();
  });
});

test('a misdirected notice keeps state and date on the site, but no text', async () => {
  const status = { state: 'withdrawn', at: madeNow, isMisdirected: true } as const;
  const emptied = alter(() => ({ text: '', twin: null, addresses: null }));
  const found = await check({ ...notice, addresses, status }, emptied);
  expect(found).toMatchObject({ kind: 'withdrawn', isMisdirected: true, notice: { proof: { text: 'missing' } } });
  // Nothing else is taken for one.
  expect((await check(notice, emptied)).kind).toBe('unproved');
});
