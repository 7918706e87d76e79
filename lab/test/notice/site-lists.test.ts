import type { SecretMessage } from '@candor/core/notice/affected';
import { composeNotice, LANGUAGES } from '@candor/core/notice/text';
import {
  cutSiteLists,
  findListFaults,
  recordLists,
  type SiteLists,
  toListSalt,
  toNoticeRecord,
  toSiteLists,
  type WaveManifest,
} from '@candor/core/notice/wave';
import { describe, expect, test } from 'vitest';
import { NORTHWIND_FIGURES, toFacts } from '../../../core/test/notice/text/fictional-facts.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import type { StoredNotice } from '../../src/notice/store/wave-store.ts';
import { findListed, findRoom } from '../../src/notice/wave/list-room.ts';
import { createFitCheck } from '../../src/notice/wave/seal-wave.ts';

const runtime = createNodeRuntime();
const waveSalt = new Uint8Array(32).fill(3);
const manifest: WaveManifest = {
  v: 2,
  ...{ selection: runtime.sha256Hex('selection'), parties: runtime.sha256Hex('parties') },
  ...{ incident: 'harbor-2001', wave: 1, kind: 'metadata' as const, root: '', at: '2001-10-21T09:12:00Z' },
  exposure: { version: 1, digest: 'ab'.repeat(32) },
};

/** Letters in no order that compresses: a fixed sequence, so that the test is the same each time. */
function* letters(): Generator<string> {
  for (let state = 1; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    yield 'abcdefghijklmnopqrstuvwxyz234567'[(state >>> 16) & 31] ?? '';
  }
}
const source = letters();
const word = (length: number) => Array.from({ length }, () => source.next().value as string).join('');

describe('number of addresses listed with a notice', () => {
  test('as many as fit, found by bisection', () => {
    for (const most of [0, 1, 7, 99, 199]) {
      let asked = 0;
      const fits = (count: number) => {
        asked += 1;
        return count <= most;
      };
      expect(findListed(200, fits)).toBe(most);
      expect(asked).toBeLessThan(12);
    }
    expect(findListed(200, () => true)).toBe(200);
    expect(findListed(200, () => false)).toBe(-1);
    expect(findListed(0, () => true)).toBe(0);
  });

  const countListed = (
    language: (typeof LANGUAGES)[number],
    list: readonly string[],
    contacts: number,
    secrets: readonly SecretMessage[] = [],
  ) => {
    const facts = {
      ...toFacts({ language, figures: { ...NORTHWIND_FIGURES, affectedAddresses: 900, secrets: secrets.length } }),
      addresses: { listed: list.map((address) => ({ address, messages: 1 })), total: 900 },
      ...(secrets.length === 0 ? {} : { secretMessages: secrets }),
    };
    const composed = composeNotice(facts);
    const notice = {
      ...composed,
      id: 7,
      party: 'northwind.example',
      facts,
      salt: new Uint8Array(32),
      issued_at: 1_003_000_000,
    };
    const salt = toListSalt(runtime, waveSalt, 7);
    const toRecord = (listed: SiteLists) =>
      toNoticeRecord(runtime, {
        ...{ notice: 7, domains: ['northwind.example'], kind: facts.kind, language, composed, issued: 1_003_000_000 },
        ...{
          exposure: 1,
          messages: Array.from({ length: contacts }, (_, at) => runtime.sha256Hex(String(at))),
          replyTo: null,
        },
        from: { name: 'Harbor Energy Incident Team', address: 'notice@harbor.example' },
        to: Array.from({ length: contacts }, (_, at) => runtime.sha256Hex(`to ${at}`)),
        ...recordLists(runtime, salt, listed, facts),
      });
    const stored = notice as unknown as StoredNotice;
    const lists = toSiteLists(facts);
    expect(lists.addresses).toEqual(list.slice(0, 200));
    return createFitCheck(runtime, manifest)(stored, lists, salt, toRecord);
  };
  // As people's addresses are: a name and another, at one of a few domains.
  const usual = Array.from(
    { length: 200 },
    (_, at) => `${word(6)}.${word(9)}@${at % 3 === 0 ? 'mail.' : ''}northwind.example`,
  );
  // Long ones: nothing of one is like another.
  const longest = Array.from({ length: 200 }, () => `${word(30)}@${word(20)}.${word(20)}.example`);

  test.each(LANGUAGES)('most of two hundred usual ones fit with text and HTML in %s', (language) => {
    // Addresses give way to the path of the set of parties, 672 bytes that do not compress, and to digests of contacts.
    expect(countListed(language, usual, 3).addresses).toBeGreaterThanOrEqual(110);
    expect(countListed(language, usual, 12).addresses).toBeGreaterThanOrEqual(70);
  });

  test('lists as many long ones as fit, and counts the rest', () => {
    const { addresses: listed } = countListed('de', longest, 3);
    expect(listed).toBeGreaterThan(2);
    expect(listed).toBeLessThan(200);
  });

  test.each(LANGUAGES)('a notice in %s with two dozen contacts fits, if need be without addresses', (language) => {
    expect(countListed(language, usual, 24).addresses).toBeGreaterThanOrEqual(0);
  });

  // As Exchange Online and others write them: letters and digits in no order, at one of a few hosts.
  const secrets = Array.from({ length: 60 }, (_, at) => ({
    date: 1_002_000_000 - at * 90_000,
    address: usual[at % 3] ?? '',
    messageId: `${word(26)}@${at % 2 === 0 ? 'mail.harbor.example' : 'smtp.northwind.example'}`,
  }));

  test.each(LANGUAGES)('messages beyond those of the text give way before addresses do, in %s', (language) => {
    expect(countListed(language, usual.slice(0, 4), 3, secrets)).toEqual({ addresses: 4, messages: 50 });
    const without = countListed(language, usual, 3).addresses;
    const beside = countListed(language, usual, 3, secrets);
    // Ten lines in the text, ten rows with their Message-IDs and a digest cost some addresses; other rows cost none.
    expect(beside.addresses).toBeGreaterThan(without - 70);
    expect(beside.messages).toBeGreaterThanOrEqual(10);
    expect(beside.messages).toBeLessThan(14);
  });
});

describe('room for both lists', () => {
  const row = { address: 'jo@northwind.example', date: null, messageId: null };
  const lists = (messages: number): SiteLists => ({
    addresses: Array.from({ length: 200 }, (_, at) => `a${at}@northwind.example`),
    found: { messages: Array.from({ length: messages }, () => row), sensitive: { health: 2 } },
  });

  test.each([
    ['everything', 1_000, { addresses: 200, messages: 50 }],
    ['all addresses and some messages', 230, { addresses: 200, messages: 30 }],
    ['some addresses and the messages of the text', 90, { addresses: 80, messages: 10 }],
    ['some messages of the text', 7, { addresses: 0, messages: 7 }],
    ['neither', 0, { addresses: 0, messages: 0 }],
  ])('%s', (_, rows, room) => {
    expect(findRoom(lists(50), ({ addresses, messages }) => addresses + messages <= rows)).toEqual(room);
  });

  test('is none where a notice does not fit without any', () => {
    expect(findRoom(lists(50), () => false)).toBeNull();
    expect(findRoom({ addresses: [], found: null }, () => true)).toEqual({ addresses: 0, messages: 0 });
  });

  test('cuts rows and keeps kinds of sensitive data', () => {
    const cut = cutSiteLists(lists(50), { addresses: 1, messages: 2 });
    expect(cut.addresses).toEqual(['a0@northwind.example']);
    expect(cut.found).toEqual({ messages: [row, row], sensitive: { health: 2 } });
  });
});

describe('lists that a record commits to', () => {
  const facts = toFacts({
    secretMessages: [
      { date: 1_002_000_000, address: 'a.novak@northwind.example', messageId: '1@mail.example' },
      { date: null, address: 'j.weil@northwind.example', messageId: null },
    ],
    figures: { ...NORTHWIND_FIGURES, searched: { personal: { health: 3 }, listed: 0, unread: 0, unreadBy: {} } },
  });
  const record = recordLists(
    runtime,
    toListSalt(runtime, waveSalt, 7),
    cutSiteLists(toSiteLists(facts), { addresses: 2, messages: 1 }),
    facts,
  );
  const recorded = { addresses: record.addresses, ...(record.found === null ? {} : { found: record.found }) };
  const find = (changed: Partial<typeof facts>) =>
    findListFaults(runtime, waveSalt, 7, recorded, { ...facts, ...changed });

  test('are found again in the facts that they came from', () => {
    expect(record).toMatchObject({ addresses: { listed: 2, total: 18 }, found: { listed: 1, total: 37 } });
    expect(find({})).toEqual([]);
    // Records of earlier versions have neither, and a row beyond the listed ones is in none.
    expect(findListFaults(runtime, waveSalt, 7, {}, facts)).toEqual([]);
    expect(find({ secretMessages: facts.secretMessages?.slice(0, 1) ?? [] })).toEqual([]);
  });

  const [first] = facts.secretMessages ?? [];
  test.each([
    [
      'another Message-ID',
      { secretMessages: [{ date: first?.date ?? 0, address: first?.address ?? '', messageId: 'x@y' }] },
    ],
    ['another address', { secretMessages: [{ ...first, date: null, address: 'eve@northwind.example' }] }],
    ['no row', { secretMessages: [] }],
    [
      'another count of a kind',
      {
        figures: {
          ...facts.figures,
          searched: { ...facts.figures.searched, personal: { health: 4 }, listed: 0, unread: 0, unreadBy: {} },
        },
      },
    ],
    ['another number in all', { figures: { ...facts.figures, secrets: 38 } }],
    ['guessed contacts', { isGuessed: true as const }],
  ])('are missed with %s', (_, changed) => {
    expect(find(changed).join()).toContain('passwords or keys');
  });

  test('of another wave or notice have another salt', () => {
    expect(findListFaults(runtime, waveSalt, 8, recorded, facts)).toHaveLength(2);
  });
});
