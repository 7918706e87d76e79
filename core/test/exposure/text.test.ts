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
  const read = readSearchQuery(query);
  if (read === null) throw new Error('nothing to search for');
  const question: TextQuestion = {
    code: 'search-hit',
    record: 'q',
    from: null,
    to: 0,
    asks: { of: 'search', query: read },
  };
  return matchesQuestion(question, text);
}

describe('Q1: the replayed query', () => {
  test('matches whole words, ignoring case; `_` is part of a word', () => {
    expect([hits('MASTER'), hits('maste'), hits('gas'), hits('gas_price'), hits('MÄRZ')]).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  });
  test('without a property it covers subject, text, parties and attachment names', () => {
    for (const word of ['für', 'sign', 'zoe', 'ann', 'carol', 'terms']) expect(hits(word)).toBe(true);
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
});

test('F1: compares the sender of a condition as an address, its domain as A-labels', () => {
  const from = makeText({ fromAddresses: ['zoe@xn--bcher-kva.example'] });
  const holds = (value: string) => matchesConditions(readConditions([{ name: 'From', value }], true), from);
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
      matchesConditions(readConditions([{ name: 'From', value: address }], true), makeText({ fromAddresses: [from] }));
    // What a `;` takes apart is no address, and cannot be evaluated.
    expect([holds(address), holds('other@org.example')], address).toEqual([true, address.includes(';')]);
  }
});
