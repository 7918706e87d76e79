import type { SearchableText } from '@candor/core/evidence/message';
import { matchesQuestion, type TextQuestion } from '@candor/core/exposure/text';
import { describe, expect, test } from 'vitest';
import { matchesConditions, readConditions } from '../../src/exposure/text/condition.ts';
import { readSearchQuery } from '../../src/exposure/text/search-query.ts';
import { makeText } from './testkit.ts';

const text = makeText({
  subject: 'Re: GAS_price für März',
  text: 'Please sign the master   agreement, by wire-transfer; Foo.',
  cc: 'Carol Cole <carol@third.example>',
});

function hits(query: string): boolean {
  return hitsIn(query, text);
}

function hitsIn(query: string, where: SearchableText): boolean {
  const read = readSearchQuery(query);
  if (read === null) throw new Error('nothing to search for');
  const common = { code: 'search-hit', record: 'q', isLinkedAfter: false, from: null, to: 0 } as const;
  const question: TextQuestion = { ...common, asks: { of: 'search', query: read.query } };
  return read.isUnread || matchesQuestion(question, where);
}

describe('Q1: the replayed query', () => {
  test('matches the beginning of words, ignoring case; `_` is part of a word', () => {
    for (const query of ['MASTER', 'maste', 'gas', 'gas_price', 'MÄRZ'])
      expect([query, hits(query)]).toEqual([query, true]);
    for (const query of ['aster', 'price', 'masters']) expect([query, hits(query)]).toEqual([query, false]);
  });
  test('leaves accents and forms of letters aside, on both sides', () => {
    const where = makeText({ subject: 'Mu\u0308ller, Jos\u00e9; \ufb01le \uff21\uff22' });
    for (const query of ['muller', 'M\u00fcller', 'jose', 'FILE', 'ab', '"jose file"']) {
      expect([query, hitsIn(query, where)]).toEqual([query, true]);
    }
    expect(hitsIn('mueller', where)).toBe(false);
  });
  test('looks for a term of a script without blanks as it is, in any place', () => {
    const where = makeText({ subject: '来年度\n予算案', text: 'ราคาน้ำมัน ดิบ' });
    for (const query of ['予算', '"年度 予算"', '度予', 'น้ำมัน', 'subject:予算*']) {
      expect([query, hitsIn(query, where)]).toEqual([query, true]);
    }
    expect([hitsIn('算予', where), hitsIn('body:予算', where)]).toEqual([false, false]);
  });
  test('without a property it covers subject, text, parties, and names and texts of attachments', () => {
    for (const word of ['für', 'sign', 'zoe', 'ann', 'carol', 'terms']) expect(hits(word)).toBe(true);
    const attached = makeText({ attachmentTexts: ['PIN 4711'] });
    expect([hitsIn('4711', attached), hitsIn('body:4711', attached), hitsIn('4711', makeText())]).toEqual([
      true,
      false,
      false,
    ]);
  });
  test('a phrase is adjacent words, across spaces and marks, within one field', () => {
    expect([hits('"master agreement"'), hits('"wire transfer"'), hits('"agreement master"')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(hits('"März Please"')).toBe(false);
  });
  test('supports prefixes', () => {
    expect([hits('agree*'), hits('subject:agree*'), hits('greement*')]).toEqual([true, false, false]);
    expect([hits('"master agree"'), hits('"mast agreement"')]).toEqual([true, false]);
  });
  test('a property covers only its field', () => {
    expect([hits('subject:GAS_price'), hits('body:GAS_price')]).toEqual([true, false]);
    expect([hits('from:zoe'), hits('from:ann')]).toEqual([true, false]);
    for (const property of ['to', 'cc', 'participants', 'CC']) {
      expect([hits(`${property}:ann`), hits(`${property}:carol`)]).toEqual([true, true]);
    }
    expect([hits('to:zoe'), hits('participants:zoe'), hits('participants:sign')]).toEqual([false, true, false]);
    expect(hits('body:"master agreement"')).toBe(true);
  });
  test('joins terms by AND; OR binds last', () => {
    expect([hits('master nothing'), hits('master AND sign'), hits('master AND nothing')]).toEqual([false, true, false]);
    expect([hits('nothing sign OR zoe carol'), hits('nothing OR zoe nothing')]).toEqual([true, false]);
    expect(hits('nothing or zoe')).toBe(false);
  });
  test('counts a term outside the grammar, or after NOT or minus, as a hit', () => {
    for (const term of [
      'received>=2001-01-01',
      '(nothing',
      'size:1',
      '""',
      '"open',
      'no*thing',
      '*',
      '-zoe',
      'NOT zoe',
      '- zoe',
      'zo-e',
      '"a b*"',
    ]) {
      expect([term, hits(`master ${term}`), hits(`nothing ${term}`)]).toEqual([term, true, false]);
    }
  });
  test('operators alone are outside the grammar; an empty alternative matches nothing', () => {
    expect([hits('OR'), hits('NOT'), hits('nothing OR'), hits('OR nothing')]).toEqual([true, true, false, false]);
    expect(readSearchQuery(' \t')).toBeNull();
  });
  test('an alternative without a term that can be read is unread; its other terms stay', () => {
    const read = (query: string) => {
      const found = readSearchQuery(query);
      return [found?.query.length, found?.isUnread];
    };
    expect([read('master size:1'), read('master OR size:1'), read('size:1'), read('NOT zoe')]).toEqual([
      [1, false],
      [1, true],
      [0, true],
      [0, true],
    ]);
  });
});

test('F1: compares the sender of a condition as an address, its domain as A-labels', () => {
  const from = makeText({ fromAddresses: ['zoe@xn--bcher-kva.example'] });
  const holds = (value: string) => matchesConditions(readConditions([{ name: 'From', value }], false), from);
  expect(holds('Zoe@B\u00dcCHER.example')).toBe(true);
  expect(holds('zoe@xn--bcher-kva.EXAMPLE')).toBe(true);
  expect(holds('zoe@bucher.example')).toBe(false);
});

test('F1: an address with a quoted part, two @ or an address literal matches only itself', () => {
  for (const address of [
    '"jo"@org.example',
    '".\'"jo@org.example',
    '"a b; c"@org.example',
    'jo@[192.0.2.1]',
    'jo@x@org.example',
  ]) {
    const holds = (from: string) =>
      matchesConditions(readConditions([{ name: 'From', value: address }], false), makeText({ fromAddresses: [from] }));
    // What a `;` takes apart is no address, and cannot be evaluated.
    expect([holds(address), holds('other@org.example')], address).toEqual([true, address.includes(';')]);
  }
});
