import { readCsv } from '@candor/core/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const fieldsOf = (text: string) => [...readCsv(text)].map(({ fields }) => fields);

describe('readCsv', () => {
  it('reads quotes, doubled quotes, commas and line breaks inside quotes', () => {
    expect(fieldsOf('a,"b ""c"", d","e\r\nf"\r\ng,,')).toEqual([
      ['a', 'b "c", d', 'e\r\nf'],
      ['g', '', ''],
    ]);
  });

  it('accepts LF, CRLF and CR, drops a byte order mark and empty lines, and counts lines', () => {
    const rows = [...readCsv('\ufeffa\r\n\r\nb\n"c\nd"\re')];
    expect(rows.map(({ line, fields }) => [line, fields[0]])).toEqual([
      [1, 'a'],
      [3, 'b'],
      [4, 'c\nd'],
      [6, 'e'],
    ]);
  });

  it('uses the separator of the header row: semicolon (decimal-comma locales), tab or comma', () => {
    expect(fieldsOf('\ufeffa;b\r\nc;"d;""e"\r\n1,5;f')).toEqual([
      ['a', 'b'],
      ['c', 'd;"e'],
      ['1,5', 'f'],
    ]);
    expect(fieldsOf('#TYPE X\n\na\tb\nc;d\te,f')).toEqual([['#TYPE X'], ['a', 'b'], ['c;d', 'e,f']]);
    expect([...readCsv('\ufeffsep=;\r\na;b\r\n')]).toEqual([{ line: 2, fields: ['a', 'b'], broken: false }]);
    expect(fieldsOf('a,b;c\nd;e')).toEqual([['a', 'b;c'], ['d;e']]);
  });

  it('ends an unclosed quote at its line end and reports it', () => {
    const rows = [...readCsv('a,"b\nc,d\n')];
    expect(rows).toEqual([
      { line: 1, fields: ['a', 'b'], broken: true },
      { line: 2, fields: ['c', 'd'], broken: false },
    ]);
  });

  it('does not let an unclosed quote swallow rows up to the next quote', () => {
    const rows = [...readCsv('a,"b\nc,"d"\ne,f')];
    expect(rows.map(({ fields, broken }) => [fields, broken])).toEqual([
      [['a', 'b'], true],
      [['c', 'd'], false],
      [['e', 'f'], false],
    ]);
  });

  it('marks text next to a quoted field', () => {
    expect([...readCsv('"a"b,c')]).toEqual([{ line: 1, fields: ['ab', 'c'], broken: true }]);
  });

  it('round-trips any quoted value', () => {
    const row = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const text = rows
          .map((fields) => fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(fieldsOf(text)).toEqual(rows);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', ',', '\n', '\r', 'a', '\ufeff')), (units) => {
        for (const row of readCsv(units.join(''))) expect(row.fields.length).toBeGreaterThan(0);
      }),
    );
  });
});
