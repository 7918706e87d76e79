import { composeNotice, LANGUAGES } from '@candor/core/notice/text';
import { toNoticeRecord, type WaveManifest } from '@candor/core/notice/wave';
import { describe, expect, test } from 'vitest';
import { NORTHWIND_FIGURES, toFacts } from '../../../core/test/notice/text/fictional-facts.ts';
import { createNodeRuntime } from '../../src/adapters/runtime.ts';
import type { StoredNotice } from '../../src/notice/store/wave-store.ts';
import { createFitCheck } from '../../src/notice/wave/seal-wave.ts';
import { findListed, listSiteAddresses, recordAddresses, toAddressSalt } from '../../src/notice/wave/site-addresses.ts';

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

  const countListed = (language: (typeof LANGUAGES)[number], list: readonly string[], contacts: number) => {
    const facts = {
      ...toFacts({ language, figures: { ...NORTHWIND_FIGURES, affectedAddresses: 900 } }),
      addresses: { listed: list.map((address) => ({ address, messages: 1 })), total: 900 },
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
    const salt = toAddressSalt(runtime, waveSalt, 7);
    const toRecord = (listed: readonly string[]) =>
      toNoticeRecord(runtime, {
        ...{ notice: 7, domains: ['northwind.example'], kind: facts.kind, language, composed, issued: 1_003_000_000 },
        ...{
          exposure: 1,
          messages: Array.from({ length: contacts }, (_, at) => runtime.sha256Hex(String(at))),
          replyTo: null,
        },
        from: { name: 'Harbor Energy Incident Team', address: 'notice@harbor.example' },
        to: Array.from({ length: contacts }, (_, at) => runtime.sha256Hex(`to ${at}`)),
        addresses: recordAddresses(runtime, salt, listed, facts),
      });
    const stored = notice as unknown as StoredNotice;
    expect(listSiteAddresses(facts)).toEqual(list.slice(0, 200));
    return createFitCheck(runtime, manifest)(stored, list, salt, toRecord);
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
    expect(countListed(language, usual, 3)).toBeGreaterThanOrEqual(110);
    expect(countListed(language, usual, 12)).toBeGreaterThanOrEqual(70);
  });

  test('lists as many long ones as fit, and counts the rest', () => {
    const listed = countListed('de', longest, 3);
    expect(listed).toBeGreaterThan(2);
    expect(listed).toBeLessThan(200);
  });

  test.each(LANGUAGES)('a notice in %s with two dozen contacts fits, if need be without addresses', (language) => {
    expect(countListed(language, usual, 24)).toBeGreaterThanOrEqual(0);
  });
});
