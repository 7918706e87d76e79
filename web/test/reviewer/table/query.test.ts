import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MessageQuery, NO_QUERY } from '../../../src/reviewer/bridge/message-query.ts';
import { parseSearch } from '../../../src/reviewer/bridge/query-text.ts';
import {
  readMessagesAddress,
  toMessagesSearch,
  toMessagesTarget,
} from '../../../src/reviewer/pages/address/query-address.ts';

describe('a typed query', () => {
  test.for<readonly [string, string, string]>([
    ['form:novak', 'field', 'form:novak'],
    ['has:wings', 'holds', 'has:wings'],
    ['verdict:bad', 'verdict', 'verdict:bad'],
    ['before:soon', 'date', 'before:soon'],
    ['after:2001-13-40', 'date', 'after:2001-13-40'],
    ['"open end', 'unclosed', '"open end'],
    ['from:', 'empty', 'from:'],
    ['run -', 'empty', '-'],
    ['constructor:x', 'field', 'constructor:x'],
    ['quay OR pump', 'operator', 'OR'],
    ['quay AND pump', 'operator', 'AND'],
    ['quay | pump', 'operator', '|'],
    ['nov*', 'wildcard', 'nov*'],
    ['from:*@harbor.example', 'wildcard', 'from:*@harbor.example'],
    ['from:keller from:olsen', 'repeated', 'from:olsen'],
    ['verdict:accessed verdict:presumed', 'repeated', 'verdict:presumed'],
    ['§§', 'wordless', '§§'],
    ['has:constructor', 'holds', 'has:constructor'],
    ['x'.repeat(2001), 'too-long', ''],
  ])('%s is reported with its error', ([text, kind, piece]) => {
    expect(parseSearch(text).flaws).toEqual([{ kind, piece }]);
  });

  test('gives a term or an error for every piece of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { terms, flaws } = parseSearch(text);
        if (text.trim() !== '') expect(terms.length + flaws.length).toBeGreaterThan(0);
      }),
    );
  });

  test('takes quoted operators as words, and fields that a message has several of more than once', () => {
    for (const text of ['"OR"', 'or', '"5 * 3"', 'to:keller to:olsen', '-from:keller -from:olsen', 'subject:§'])
      expect(parseSearch(text).flaws, text).toEqual([]);
    expect(parseSearch('from:keller from:olsen').terms).toHaveLength(1);
  });

  test('combines quotes, fields and minus', () => {
    expect(parseSearch('-subject:"Old  Pump" Straße').terms).toEqual([
      { kind: 'text', field: 'subject', folded: 'old pump', isPhrase: true, isExcluded: true },
      { kind: 'text', field: 'any', folded: 'strasse', isPhrase: false, isExcluded: false },
    ]);
  });
});

describe('the address of a query', () => {
  const anyDay = fc.constantFrom(null, '2001-09-10', '1999-01-31');
  const anyId = fc.stringMatching(/^[0-9a-f]{64}$/);
  const anyAddress = fc.record({
    query: fc.record<MessageQuery>({
      text: fc.constant(''),
      verdicts: fc.subarray(['accessed', 'presumed', 'partial', 'possible', 'undetermined']),
      person: fc.option(fc.nat(300_000)),
      custodian: fc.option(fc.nat(300_000)),
      after: anyDay,
      before: anyDay,
      holds: fc.subarray(['fraud', 'secret', 'personal', 'attachment', 'note', 'bulk', 'credential', 'health']),
      way: fc.constantFrom(null, 'sent', 'received'),
      thread: fc.option(anyId),
      only: fc.constant(null),
      sort: fc.record({
        by: fc.constantFrom('date', 'verdict', 'with', 'subject', 'holds'),
        isDescending: fc.boolean(),
      }),
      isThreaded: fc.boolean(),
    }),
    search: fc.option(fc.nat(1000)),
    message: fc.option(anyId),
  });

  test('contains everything but its words, and is read back', () => {
    fc.assert(
      fc.property(anyAddress, fc.string(), (address, text) => {
        const written = toMessagesSearch({ ...address, query: { ...address.query, text } });
        expect(readMessagesAddress(written)).toEqual(address);
        expect(
          readMessagesAddress(Object.fromEntries(new URLSearchParams(toMessagesTarget('', address).slice(1)))),
        ).toEqual(address);
      }),
    );
  });

  test('for everything is empty', () => {
    expect(toMessagesSearch({ query: NO_QUERY })).toEqual({});
    expect(readMessagesAddress({})).toEqual({ query: NO_QUERY, search: null, message: null });
  });

  test('drops what is mistyped', () => {
    const wrong = {
      verdict: 'all',
      person: '-1',
      at: '1e3',
      after: 'x',
      before: '2001',
      holds: 'me',
      way: 'up',
      thread: 'A',
      sort: 'size',
      search: '01',
      message: '../x',
    };
    expect(readMessagesAddress(wrong)).toEqual({ query: NO_QUERY, search: null, message: null });
  });
});
