import type { IndexedMessage } from '@candor/core/review/seal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/reviewer/bridge/fold.ts';
import { type MessageFeature, type MessageQuery, NO_QUERY } from '../../../src/reviewer/bridge/message-query.ts';
import { toWords } from '../../../src/reviewer/worker/table/body-words.ts';
import type { SearchedTable } from '../../../src/reviewer/worker/table/searched-table.ts';
import { anyMessages, makeMessage, searchTable } from './filled-table.ts';

const find = (searched: SearchedTable, change: Partial<MessageQuery>): readonly string[] =>
  [...searched.select({ ...NO_QUERY, ...change }).rows].map((row) => searched.table.id(row));
const typed = (searched: SearchedTable, text: string): readonly string[] => find(searched, { text });
const id = (at: number): string => makeMessage({ at }).id;

describe('a search finds', () => {
  const messages = [
    makeMessage({ at: 1, subject: 'Straße 7, Résumé', verdict: 'presumed', date: '2001-10-12T00:00:00Z' }),
    makeMessage({
      at: 2,
      subject: 'Call notes',
      from: ['tom@harbor.example'],
      date: '2001-10-11T23:59:59Z',
      direction: 'received',
    }),
    makeMessage({ at: 3, subject: 'x', cc: ['OPS@quay.example'], marks: ['secret'], date: '2001-09-01T12:00:00Z' }),
    makeMessage({
      at: 4,
      subject: 'y',
      date: null,
      verdict: 'undetermined',
      custodians: [],
      attachments: [{ digest: 'e'.repeat(64), name: 'Annex C.PDF', size: 1, type: 'application/pdf' }],
    }),
  ];
  test.for<readonly [string, readonly number[]]>([
    ['strasse', [1]],
    ['RESUME', [1]],
    ['notes', [2]],
    ['"call notes"', [2]],
    ['"notes call"', []],
    ['call -notes', []],
    ['from:tom', [2]],
    ['to:tom', []],
    ['with:quay', [3]],
    ['cc:ops@', [3]],
    ['quay', [3]],
    ['at:olsen', [1, 2, 3]],
    ['-at:olsen', [4]],
    ['subject:ana', []],
    ['file:annex', [4]],
    ['annex', [4]],
    ['has:attachment', [4]],
    ['has:secret', [3]],
    ['-has:secret verdict:accessed', [2]],
    ['verdict:opened', [2, 3]],
    ['verdict:undetermined', [4]],
    ['after:2001-10-12', [1]],
    ['before:2001-10-11', [2, 3]],
    ['after:2001-10 before:2001-10', [1, 2]],
    ['after:2001 before:2001', [1, 2, 3]],
    ['before:2000', []],
    ['nothing of it', []],
  ])('%s', async ([text, expected]) => {
    const searched = await searchTable(messages);
    expect(typed(searched, text).toSorted()).toEqual(expected.map(id));
  });
});

describe('bodies', () => {
  test('are searched as soon as they are read, by word and part of a word', async () => {
    const searched = await searchTable([makeMessage({ at: 1 }), makeMessage({ at: 2 })]);
    expect(typed(searched, 'transformer')).toEqual([]);
    searched.addBody(searched.table.findRow(id(2)) ?? -1, toWords(fold('The TRANSFORMERS at Quay 4')));
    expect(typed(searched, 'transformer')).toEqual([id(2)]);
    expect(typed(searched, 'formers')).toEqual([id(2)]);
    expect(typed(searched, '"transformer"')).toEqual([]);
    expect(typed(searched, '-transformer')).toEqual([id(1)]);
    expect(typed(searched, 'subject:transformer')).toEqual([]);
  });

  test('with all words of a phrase are shown, and counted as not checked', async () => {
    const searched = await searchTable([
      makeMessage({ at: 1 }),
      makeMessage({ at: 2 }),
      makeMessage({ at: 3, subject: 'old pump' }),
    ]);
    searched.addBody(searched.table.findRow(id(1)) ?? -1, toWords('a pump so old'));
    searched.addBody(searched.table.findRow(id(2)) ?? -1, toWords('a pump'));
    const { rows, unsure } = searched.select({ ...NO_QUERY, text: '"old pump"' });
    expect([...rows].map((row) => searched.table.id(row)).toSorted()).toEqual([id(1), id(3)]);
    expect(unsure.map((row) => searched.table.id(row))).toEqual([id(1)]);
  });
});

describe('filters', () => {
  const holds = (message: IndexedMessage, query: MessageQuery): boolean => {
    const { verdicts, after, before, holds: held, way } = query;
    const day = message.date?.slice(0, 10) ?? null;
    return (
      (verdicts.length === 0 || verdicts.includes(message.verdict)) &&
      (after === null || (day !== null && day >= after)) &&
      (before === null || (day !== null && day <= before)) &&
      held.every((one) => holdsOne(message, one)) &&
      (way === null || message.direction === 'both' || (message.direction === 'sent') === (way === 'sent'))
    );
  };
  const holdsOne = ({ attachments, marks, findings = [] }: IndexedMessage, one: MessageFeature): boolean =>
    (one === 'attachment' && attachments.length > 0) ||
    marks.some((mark) => mark === one) ||
    findings.some(({ kind }) => kind === one);
  const anyQuery = fc.record({
    verdicts: fc.subarray(['accessed', 'presumed', 'partial', 'possible', 'undetermined'] as const),
    after: fc.constantFrom(null, '2001-09-03', '2001-10-13'),
    before: fc.constantFrom(null, '2001-09-03', '1999-12-31'),
    holds: fc.subarray(['fraud', 'secret', 'personal', 'attachment', 'credential', 'passport'] as const),
    way: fc.constantFrom(null, 'sent' as const, 'received' as const),
  });

  test('leave exactly what they say, and their counts equal what choosing gives', async () => {
    await fc.assert(
      fc.asyncProperty(anyMessages, anyQuery, async (messages, change) => {
        const searched = await searchTable(messages);
        const query = { ...NO_QUERY, ...change };
        expect(find(searched, change).toSorted()).toEqual(
          messages
            .filter((message) => holds(message, query))
            .map((message) => message.id)
            .toSorted(),
        );
        const facets = searched.facets(query);
        for (const verdict of ['accessed', 'undetermined'] as const)
          expect(facets.verdicts[verdict]).toBe(find(searched, { ...change, verdicts: [verdict] }).length);
        for (const way of ['sent', 'received'] as const)
          expect(facets.ways[way]).toBe(find(searched, { ...change, way }).length);
        expect(facets.holds.secret).toBe(find(searched, { ...change, holds: [...change.holds, 'secret'] }).length);
        for (const kind of ['credential', 'passport'] as const)
          expect(facets.holds[kind]).toBe(find(searched, { ...change, holds: [...change.holds, kind] }).length);
        for (const { place, messages: counted } of facets.people)
          expect(counted).toBe(find(searched, { ...change, person: place }).length);
        for (const { place, messages: counted } of facets.custodians)
          expect(counted).toBe(find(searched, { ...change, custodian: place }).length);
      }),
      { numRuns: 60 },
    );
  });

  test('list only people of the party', async () => {
    const searched = await searchTable([
      makeMessage({ at: 1, cc: ['ops@quay.example', 'eve@mail.northwind.example', 'eve@notnorthwind.example'] }),
    ]);
    expect(
      searched
        .facets(NO_QUERY)
        .people.map(({ address }) => address)
        .toSorted(),
    ).toEqual(['ana.novak@northwind.example', 'eve@mail.northwind.example']);
  });

  test('include notes on a message', async () => {
    const searched = await searchTable([makeMessage({ at: 1 }), makeMessage({ at: 2 })]);
    expect(find(searched, { holds: ['note'] })).toEqual([]);
    searched.setNoted([id(2), 'f'.repeat(64)]);
    expect(find(searched, { holds: ['note'] })).toEqual([id(2)]);
    searched.setNoted([]);
    expect(find(searched, { holds: ['note'] })).toEqual([]);
  });
});

describe('order', () => {
  const messages = [
    makeMessage({ at: 1, date: '2001-10-03T00:00:00Z', subject: 'b', verdict: 'possible' }),
    makeMessage({
      at: 2,
      date: '2001-10-02T00:00:00Z',
      subject: 'C',
      verdict: 'accessed',
      marks: ['bulk'],
      to: ['tom@harbor.example'],
    }),
    makeMessage({ at: 3, date: '2001-10-01T00:00:00Z', subject: 'a', verdict: 'presumed', marks: ['fraud'] }),
  ];
  test.for<readonly [MessageQuery['sort']['by'], boolean, readonly number[]]>([
    ['date', true, [1, 2, 3]],
    ['date', false, [3, 2, 1]],
    ['subject', false, [3, 1, 2]],
    ['subject', true, [2, 1, 3]],
    ['verdict', true, [2, 3, 1]],
    ['holds', true, [3, 1, 2]],
    ['with', false, [1, 3, 2]],
  ])('by %s, descending: %s', async ([by, isDescending, expected]) => {
    const searched = await searchTable(messages);
    expect(find(searched, { sort: { by, isDescending } })).toEqual(expected.map(id));
  });
});

describe('threads', () => {
  const at = (number: number, change: Partial<IndexedMessage>): IndexedMessage =>
    makeMessage({ at: number, ...change });
  const messages = [
    at(1, { date: '2001-10-01T00:00:00Z', subject: 'Outage' }),
    at(2, {
      date: '2001-10-02T00:00:00Z',
      subject: 'RE: AW: [ops] outage',
      from: ['marta.olsen@harbor.example'],
      to: ['ana.novak@northwind.example'],
    }),
    at(3, {
      date: '2001-10-03T00:00:00Z',
      subject: 'Fwd: Outage',
      from: ['eve@harbor.example'],
      to: ['jo@northwind.example'],
    }),
    at(4, { date: '2001-10-04T00:00:00Z', subject: 'Re: other' }),
    at(5, { date: '2002-10-04T00:00:00Z', subject: 'Re: Outage' }),
  ];
  test('join replies of the same people, but not strangers or a message a year later', async () => {
    const searched = await searchTable(messages);
    expect(find(searched, { thread: id(2) }).toSorted()).toEqual([id(1), id(2)]);
    expect(find(searched, { thread: id(3) })).toEqual([id(3)]);
    expect(find(searched, { thread: id(5) })).toEqual([id(5)]);
    expect(find(searched, { thread: 'f'.repeat(64) })).toEqual([]);
  });

  test('appear as their newest message with the number of matches', async () => {
    const searched = await searchTable(messages);
    const selection = searched.select({ ...NO_QUERY, isThreaded: true });
    const rows = [...selection.rows].map((row) => searched.toRow(row, selection));
    expect(rows.map((row) => [row.id, row.thread])).toEqual([
      [id(5), 1],
      [id(4), 1],
      [id(3), 1],
      [id(2), 2],
    ]);
    expect(selection.messages).toBe(5);
  });
});

describe('the first page', () => {
  test('counts what the messages say', async () => {
    await fc.assert(
      fc.asyncProperty(anyMessages, async (messages) => {
        const searched = await searchTable(messages);
        const overview = searched.overview();
        expect(overview.messages).toBe(messages.length);
        for (const verdict of ['accessed', 'possible'] as const) {
          const those = messages.filter((message) => message.verdict === verdict);
          expect(overview.verdicts[verdict]).toEqual({
            messages: those.length,
            secrets: those.filter(({ marks }) => marks.includes('secret')).length,
          });
        }
        const { bars, outside } = overview.timeline;
        const drawn = bars.flatMap(({ verdicts }) => verdicts).reduce((sum, count) => sum + count, 0);
        expect(drawn + outside.before + outside.after + outside.undated).toBe(messages.length);
        const unclear = messages.filter(
          ({ verdict, why }) => verdict === 'undetermined' && why.some(({ code }) => code === 'gap-unlicensed'),
        );
        expect(
          overview.doubts.find(({ verdict, code }) => verdict === 'undetermined' && code === 'gap-unlicensed')
            ?.messages ?? 0,
        ).toBe(unclear.length);
      }),
      { numRuns: 50 },
    );
  });

  test('names first whose mail the intruder read, not who wrote most', async () => {
    const searched = await searchTable([
      makeMessage({ at: 1, from: ['busy@northwind.example'], verdict: 'possible' }),
      makeMessage({ at: 2, from: ['busy@northwind.example'], verdict: 'presumed' }),
      makeMessage({ at: 3, from: ['read@northwind.example'], verdict: 'accessed', marks: ['secret'] }),
    ]);
    expect(searched.overview().people).toMatchObject([
      { address: 'read@northwind.example', verdicts: [1, 0, 0, 0, 0], secrets: 1 },
      { address: 'busy@northwind.example', messages: 2 },
    ]);
  });
});
