import { toCanonicalJson } from '@candor/core/base';
import { toEntryText } from '@candor/core/ledger';
import {
  type FigureStatement,
  readStatement,
  recomputeStatement,
  toFigureBody,
  toStatementText,
} from '@candor/core/transparency';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const statement: FigureStatement = {
  v: 1,
  incident: 'harbor-2001',
  name: 'messages',
  value: { accessed: 25, presumed: 90 },
  formula: 'distinct fingerprints',
  rules: { exposure: '2026-11', figures: 1 },
  exposure: { version: 2, digest: 'ab', inputs: 'cd', curation: 3 },
  size: 64,
  by: 'Ines Adler',
  position: 64,
};
const text = toStatementText(statement);

test('a statement has one canonical text, which is read back, for any value', () => {
  for (const value of [0, 17, null, '2001-09-15T02:10:11Z', {}, { DE: 1 }]) {
    const other = { ...statement, value };
    expect(readStatement(toStatementText(other))).toEqual(other);
  }
});

test('its log entry is of its own kind', () => {
  expect(() => toEntryText({ kind: 'figure', at: 0, body: toFigureBody(statement) })).not.toThrow();
  expect(Object.keys(toFigureBody(statement))).not.toContain('position');
});

test('the same figure from the same basis gives the same bytes, any other differs', () => {
  const figure = {
    name: 'messages',
    value: { presumed: 90, accessed: 25 },
    formula: 'distinct fingerprints',
    version: 1,
  };
  const { exposure } = statement;
  expect(recomputeStatement(statement, figure, exposure, '2026-11')).toBe(text);
  expect(
    recomputeStatement(statement, { ...figure, value: { accessed: 26, presumed: 90 } }, exposure, '2026-11'),
  ).not.toBe(text);
  expect(recomputeStatement(statement, { ...figure, formula: 'lines' }, exposure, '2026-11')).not.toBe(text);
  expect(recomputeStatement(statement, { ...figure, version: 2 }, exposure, '2026-11')).not.toBe(text);
  expect(recomputeStatement(statement, figure, { ...exposure, digest: 'ac' }, '2026-11')).not.toBe(text);
  expect(recomputeStatement(statement, figure, { ...exposure, inputs: 'ce' }, '2026-11')).not.toBe(text);
  expect(recomputeStatement(statement, figure, exposure, '2026-12')).not.toBe(text);
});

describe('a statement is only read in its canonical form', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'messages\n'],
    ['a list', '[]\n'],
    ['no line feed', text.trimEnd()],
    ['white space', ` ${text}`],
    ['one member more', text.replace('"v":1,', '"v":1,"x":1,')],
    ['one member more, in its order', `${toCanonicalJson({ ...(JSON.parse(text) as object), x: 1 })}\n`],
    ['one member less', text.replace('"v":1,', '')],
    ['another version', text.replace('"v":1', '"v":2')],
    ['a fraction', text.replace('"accessed":25', '"accessed":25.5')],
    ['a negative count', text.replace('"accessed":25', '"accessed":-25')],
    ['a count as text', text.replace('"accessed":25', '"accessed":"25"')],
    ['a list as value', text.replace('{"accessed":25,"presumed":90}', '[25,90]')],
    ['a basis without curation', text.replace('"curation":3,', '')],
    ['rules with more', text.replace('"figures":1', '"figures":1,"x":1')],
    ['a position that is no count', text.replace('"position":64', '"position":-1')],
    ['a name that is no text', text.replace('"messages"', '7')],
    ['too long', toStatementText({ ...statement, formula: 'x'.repeat(70_000) })],
  ])('refused: %s', (_, other) => {
    expect(readStatement(other)).toBeNull();
  });
  test('reading any text never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (other) => readStatement(`${other}\n`) === null));
  });
});

describe('version 2 needs two publishers', () => {
  const two: FigureStatement = { ...statement, v: 2, by: ['Ines Adler', 'Tom Birk'] };

  test('a statement with both is read back', () => {
    expect(readStatement(toStatementText(two))).toEqual(two);
  });

  test.each<[string, Partial<FigureStatement>]>([
    ['one alone', { by: ['Ines Adler'] }],
    ['one as under version 1', { by: 'Ines Adler' }],
    ['one twice', { by: ['Ines Adler', 'Ines Adler'] }],
    ['not in order', { by: ['Tom Birk', 'Ines Adler'] }],
    ['two under version 1', { v: 1 }],
  ])('%s is refused', (_, changes) => {
    expect(readStatement(toStatementText({ ...two, ...changes }))).toBeNull();
  });
});
