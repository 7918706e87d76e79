import { type Message, type MessageValues, PLURAL_RULES, resolveMessage } from '@candor/core/base/message';
import { compileCatalogue, compileMessage } from '@candor/core/base/message/compiler';
import { cs, pl } from 'make-plural/cardinals';
import { describe, expect, test } from 'vitest';
import { judgeCatalogue } from './judge-catalogue.ts';

const COUNTED = '{n, plural, one {# message} other {# messages}}';
const POLISH = '{n, plural, one {# wiadomość} few {# wiadomości} many {# wiadomości} other {# wiadomości}}';

const write = (text: string, values: MessageValues, rule = PLURAL_RULES.en) =>
  resolveMessage(compileMessage(text), values, rule);

describe('compilation', () => {
  test('gives a plain text where nothing is chosen', () => {
    expect(compileMessage('')).toBe('');
    expect(compileMessage('Read {page}, then {de_organization}.')).toBe('Read {page}, then {de_organization}.');
    expect(compileMessage('don’t type <code>, it’s')).toBe('don’t type <code>, it’s');
  });

  test('puts the place of the number for its sign', () => {
    const forms = { one: '{n} message', other: '{n} messages' };
    expect(compileMessage(COUNTED)).toEqual({ kind: 'plural', by: 'n', forms });
    expect(compileMessage(`In ${COUNTED}.`)).toEqual(['In ', { kind: 'plural', by: 'n', forms }, '.']);
    const nested = '{n, plural, one {#} other {{kind, select, mail {{n} mails} other {x}}}}';
    expect(write(nested, { n: 2, kind: 'mail' })).toBe('{n} mails');
  });

  test.each([
    ['an open brace', 'Read {page'],
    ['an empty place', 'Read {}'],
    ['a plural without the form "other"', '{n, plural, one {x}}'],
    ['an offset', '{n, plural, offset:1 one {x} other {y}}'],
    ['an ordinal', '{n, selectordinal, one {x} other {y}}'],
    ['a format of its own', '{n, number}'],
    ['a literal brace', "it is '{'n'}'"],
    ['a place that is no name', '{0}'],
    ['a number sign in a selection', '{n, plural, other {{kind, select, other {# mails}}}}'],
  ])('refuses %s', (_, text) => {
    expect(() => compileMessage(text)).toThrow();
    expect(() => compileCatalogue({ a: { b: text } })).toThrow('.a.b is not a message');
  });

  test('keeps the keys of a catalogue', () => {
    const { a, b } = compileCatalogue({ a: 'x', b: { c: COUNTED } });
    const compiled: readonly Message[] = [a, b.c];
    expect(compiled).toEqual(['x', compileMessage(COUNTED)]);
  });
});

describe('forms', () => {
  test('follow the rules of the language', () => {
    const million = '{n, plural, one {one} many {many} other {other}}';
    const counts = [0, 1, 2, 1_000_000, 1_000_001, 21_000_000];
    const list = (rule: (n: number) => string) => counts.map((n) => write(million, { n }, rule));
    expect(list(PLURAL_RULES.en)).toEqual(['other', 'one', 'other', 'other', 'other', 'other']);
    expect(list(PLURAL_RULES.de)).toEqual(['other', 'one', 'other', 'other', 'other', 'other']);
    expect(list(PLURAL_RULES.fr)).toEqual(['one', 'one', 'other', 'many', 'other', 'many']);
    expect(list(PLURAL_RULES.es)).toEqual(['other', 'one', 'other', 'many', 'other', 'many']);
  });

  test('may be three, as in Polish and Czech', () => {
    const forms = '{n, plural, one {one} few {few} many {many} other {other}}';
    expect([1, 2, 5, 12, 22, 25].map((n) => write(forms, { n }, pl))).toEqual([
      'one',
      'few',
      'many',
      'many',
      'few',
      'many',
    ]);
    expect([1, 2, 4, 5, 22].map((n) => write(forms, { n }, cs))).toEqual(['one', 'few', 'few', 'other', 'other']);
  });

  test('an exact number goes before its category', () => {
    const text = '{n, plural, =0 {none} one {#} other {#}}';
    expect([0, 1].map((n) => write(text, { n }))).toEqual(['none', '{n}']);
  });

  test('a value is never a message', () => {
    expect(write('{kind, select, a {{name}} other {no}}', { kind: 'a', name: '{n}' })).toBe('{name}');
  });

  test('a missing value, or one of another type, is a fault', () => {
    expect(() => write(COUNTED, {})).toThrow('{n}');
    expect(() => write(COUNTED, { n: '1' })).toThrow('{n}');
    expect(() => write('{kind, select, other {x}}', { kind: 1 })).toThrow('{kind}');
  });
});

describe('a catalogue is judged', () => {
  const english = { counted: COUNTED, of: 'of {name}' };
  test.each([
    ['pl', { counted: POLISH, of: '{name}' }, []],
    ['fr', { counted: COUNTED.replace('other', 'many {# de messages} other'), of: 'l’avis {de_name}' }, []],
    ['pl', { counted: COUNTED, of: '{name}' }, ['pl.counted has the forms one,other']],
    ['de', { counted: COUNTED, of: '{names}' }, ['de.of takes other values than in English']],
    ['de', { counted: COUNTED }, ['de.of is missing']],
    ['de', { counted: COUNTED, of: '{name}', off: 'x' }, ['de.off is not English']],
    ['de', { counted: COUNTED, of: '{name' }, ['de.of is no message']],
  ])('%s %j', (language, catalogue, faults) => {
    const found = judgeCatalogue(language, catalogue, english, ['de']);
    expect(found.length).toBe(faults.length);
    for (const [at, fault] of faults.entries()) expect(found[at]).toContain(fault);
  });
});
