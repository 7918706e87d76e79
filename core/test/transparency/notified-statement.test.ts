import { toCanonicalJson } from '@candor/core/base';
import {
  NOTIFIED_FORMULA,
  type NotifiedStatement,
  readNotifiedStatement,
  readStatement,
  toNotifiedText,
} from '@candor/core/transparency';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const statement: NotifiedStatement = {
  ...{ v: 3, incident: 'harbor-2001', name: 'notified-of-all', formula: NOTIFIED_FORMULA },
  value: { notified: 2, notYet: 1, toNotify: 3 },
  rules: { exposure: '2027-01', figures: 2 },
  exposure: { version: 1, digest: 'a'.repeat(64), inputs: 'b'.repeat(64) },
  set: {
    ...{ wave: 1, manifest: 'c'.repeat(64), root: 'd'.repeat(64), entries: 9, head: 'e'.repeat(64) },
    bouncesRead: 1_003_650_000,
  },
  ...{ by: ['Ines Adler', 'Marek Dvorak'], position: 12 },
};
const text = toNotifiedText(statement);
const json = JSON.parse(text) as Record<string, Record<string, unknown>>;
const write = (changes: object): string => `${toCanonicalJson({ ...json, ...changes } as never)}\n`;

describe('a statement of the set of parties', () => {
  test('is read as it was written, and by no reader of other figures', () => {
    expect(readNotifiedStatement(text)).toEqual(statement);
    expect(readStatement(text)).toBeNull();
    const early = { ...statement, set: { ...statement.set, head: null, bouncesRead: null } };
    expect(readNotifiedStatement(toNotifiedText(early))).toEqual(early);
  });

  test('may have false numbers: checks name them', () => {
    expect(readNotifiedStatement(write({ value: { notified: 9, notYet: 9, toNotify: 1 } }))).not.toBeNull();
  });

  test.each([
    ['another version', { v: 2 }],
    ['another name', { name: 'parties' }],
    ['one name', { by: ['Ines Adler'] }],
    ['one name twice', { by: ['Ines Adler', 'Ines Adler'] }],
    ['names out of order', { by: ['Marek Dvorak', 'Ines Adler'] }],
    ['a number of delays', { value: { ...json['value'], delayed: 1 } }],
    ['a negative number', { value: { ...json['value'], notYet: -1 } }],
    ['a text as number', { value: { ...json['value'], notYet: '1' } }],
    ['no set', { set: null }],
    ['a short root', { set: { ...json['set'], root: 'd' } }],
    ['a head that is no digest', { set: { ...json['set'], head: 'x' } }],
    ['a time in another form', { set: { ...json['set'], bouncesRead: '2001-10-21' } }],
    ['links', { set: { ...json['set'], links: 3 } }],
    ['curation', { exposure: { ...json['exposure'], curation: 0 } }],
    ['one member more', { size: 12 }],
  ])('is refused with %s', (_, changes) => {
    expect(readNotifiedStatement(write(changes))).toBeNull();
  });

  test('is refused in any other form, and nothing throws', () => {
    expect(readNotifiedStatement(text.trimEnd())).toBeNull();
    expect(readNotifiedStatement(` ${text}`)).toBeNull();
    expect(readNotifiedStatement(toNotifiedText({ ...statement, incident: 'x'.repeat(70_000) }))).toBeNull();
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (other) => readNotifiedStatement(`${other}\n`) === null));
  });
});
