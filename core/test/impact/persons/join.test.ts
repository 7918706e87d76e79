import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingKind } from '@candor/core/impact/detectors';
import { type Identifier, isRole, joinMentions, type Mention, readName } from '@candor/core/impact/persons';
import { expect, test } from 'vitest';
import { createNumbers } from '../../mutation.ts';

const KINDS: Readonly<Record<string, FindingKind>> = {
  ssn: 'national-id',
  passport: 'passport',
  licence: 'driving-licence',
  tax: 'tax-id',
  born: 'birth-date',
  account: 'bank-account',
  card: 'payment-card',
  tel: 'telephone',
  home: 'home-address',
  login: 'login-name',
  health: 'health-number',
  salary: 'salary',
};

/** A mention as the lists of pairs write it. */
function readMention(text: string, id: string): Mention {
  const [name = '', ...marks] = text.split(';').map((piece) => piece.trim());
  const of = (what: string) =>
    marks.flatMap((mark) => (mark.startsWith(`${what}:`) ? [mark.slice(what.length + 1)] : []));
  const identifiers = Object.entries(KINDS).flatMap(([word, kind]) =>
    of(word).map((value): Identifier => ({ kind, scheme: word, value })),
  );
  const scope = marks.includes('own') ? 'own' : (of('party')[0] ?? null);
  const addresses = marks.filter((mark) => mark.includes('@'));
  const read = readName(name);
  // Two texts of one message are two of its parts.
  const part = scope === null ? id : null;
  return { id, names: read === null ? [] : [read], addresses, scope, identifiers, messages: of('message'), part };
}

function readPairs(file: string): readonly { readonly line: string; readonly isOne: boolean }[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [a = '', b = ''] = line.split('=');
      const mentions = [readMention(a, 'a'), readMention(b, 'b')].filter(
        ({ addresses, names }) => !addresses.some((address) => isRole(address, names[0]?.shown)),
      );
      return { line, isOne: mentions.length === 2 && joinMentions(mentions).length === 1 };
    });
}

test.each(['spellings.txt', 'more-spellings.txt'])('joins at least 57 of 60 pairs of one person: %s', (file) => {
  const pairs = readPairs(file);
  expect(pairs.length).toBe(60);
  expect(pairs.flatMap(({ line, isOne }) => (isOne ? [] : [line])).length).toBeLessThanOrEqual(3);
});

test.each(['namesakes.txt', 'more-namesakes.txt'])('joins none of 60 pairs of two persons: %s', (file) => {
  const pairs = readPairs(file);
  expect(pairs.length).toBe(60);
  expect(pairs.flatMap(({ line, isOne }) => (isOne ? [line] : []))).toEqual([]);
});

/** Ids of the mentions of each person. */
const joinIds = (texts: readonly string[], decisions: Parameters<typeof joinMentions>[1] = []) =>
  joinMentions(
    texts.map((text, at) => readMention(text, `m${at}`)),
    decisions,
  ).map((mentions) => mentions.map(({ id }) => id));

test('what a person split stays apart, until a later merge', () => {
  const texts = ['Mara Quint; ssn:1', 'Mara Quint; ssn:1'];
  const split = { act: 'split', mentions: ['m0', 'm1'] } as const;
  const merge = { act: 'merge', mentions: ['m0', 'm1'] } as const;
  expect(joinIds(texts)).toEqual([['m0', 'm1']]);
  expect(joinIds(texts, [split])).toEqual([['m0'], ['m1']]);
  expect(joinIds(texts, [merge, split])).toEqual([['m0'], ['m1']]);
  expect(joinIds(texts, [split, merge])).toEqual([['m0', 'm1']]);
});

test('a name twice in one part may be two persons, in two parts of a message it is one', () => {
  const row = (part: string) => ({ ...readMention('Mara Quint; message:1', ''), part });
  const join = (parts: readonly string[]) =>
    joinMentions(parts.map((part, at) => ({ ...row(part), id: `m${at}` }))).length;
  expect(join(['1', '1'])).toBe(2);
  expect(join(['1', '2'])).toBe(1);
});

test('a value beside six names is of a company, a school or a hostel, and joins nobody', () => {
  const others = (count: number) =>
    Array.from({ length: count }, (_, at) => `Oda Vale${'abcdefghij'.charAt(at)}x; tel:1; home:1`);
  const isOne = (between: number) =>
    joinIds(['Mara Quint; tel:1; home:1', ...others(between), 'Mara Quint; tel:1; home:1']).length === between + 1;
  expect(isOne(4)).toBe(true);
  expect(isOne(5)).toBe(false);
  // A date is of many people, and a number of one.
  expect(joinIds([...others(9), 'Mara Quint; born:1', 'Mara Quint; born:1']).length).toBe(10);
});

test('equal names stand beside each other among thousands of rows with one value', () => {
  const many = Array.from({ length: 2_000 }, (_, at) => `Oda Vale${toLetters(at)}; born:1`);
  expect(joinIds(['Mara Quint; born:1', ...many, 'Mara Quint; born:1']).length).toBe(2_001);
});
const toLetters = (at: number) => [...String(at)].map((digit) => 'bcdfghjklm'.charAt(Number(digit))).join('');

test('a number of a patient or an insurance joins equal names, of a bank or a salary none', () => {
  expect(joinIds(['Mara Quint; health:1', 'Quint, Mara; health:1']).length).toBe(1);
  expect(joinIds(['Mara Quint; health:1', 'Tom Quint; health:1']).length).toBe(2);
  expect(joinIds(['Mara Quint; health:1', 'Mara Quynt; health:1']).length).toBe(2);
  expect(joinIds(['Mara Quint; salary:1', 'Mara Quint; salary:1']).length).toBe(2);
  const routing = [{ kind: 'bank-account', scheme: 'bank-account-routing', value: 1 }] as const;
  const mentions = ['a', 'b'].map((id) => ({ ...readMention('Mara Quint', id), identifiers: routing }));
  expect(joinMentions(mentions).length).toBe(2);
});

test('persons are the same in every order of mentions', () => {
  const lines = ['spellings.txt', 'more-spellings.txt', 'namesakes.txt', 'more-namesakes.txt'].flatMap((file) =>
    readFileSync(join(import.meta.dirname, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
  // Pairs of all lists in one heap: their numbers meet, so that many a join forbids another.
  const mentions = lines.flatMap((line) => line.split('=')).map((text, at) => readMention(text, `m${at}`));
  const say = (heap: readonly Mention[]) => joinMentions(heap).map((group) => group.map(({ id }) => id).join(' '));
  const expected = say(mentions);
  expect(expected.length).toBeLessThan(mentions.length);
  const next = createNumbers(20260501);
  for (let run = 0; run < 30; run += 1) {
    const heap = mentions.map((mention) => ({ mention, place: next(1_000_000) }));
    expect(say(heap.sort((a, b) => a.place - b.place).map(({ mention }) => mention))).toEqual(expected);
  }
});

test('takes none of 60 mailboxes of roles for a person', () => {
  const lines = readFileSync(join(import.meta.dirname, 'role-mailboxes.txt'), 'utf8').split('\n');
  const mailboxes = lines.filter((line) => line !== '' && !line.startsWith('#'));
  expect(mailboxes.length).toBe(60);
  const persons = mailboxes.filter((line) => {
    const [address = '', name] = line.split(' ; ');
    return !isRole(address, name);
  });
  expect(persons).toEqual([]);
});

test('takes a person whose family name is a word of a role for a person', () => {
  expect(isRole('anna.lager@harbor.example', 'Anna Lager')).toBe(false);
  expect(isRole('anna.sales@harbor.example', 'Sales, Anna')).toBe(false);
  expect(isRole('lager@harbor.example', 'Lager')).toBe(true);
  expect(isRole('austin.sales@harbor.example', 'Austin Sales Team')).toBe(true);
  expect(isRole('sales@harbor.example', 'Anna Sales')).toBe(true);
});
