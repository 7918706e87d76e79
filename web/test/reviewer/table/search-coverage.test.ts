import { expect, test } from 'vitest';
import { type MessageQuery, NO_QUERY } from '../../../src/reviewer/bridge/message-query.ts';
import { judgeCoverage } from '../../../src/reviewer/worker/table/search-coverage.ts';

const ask = (text: string, read: number, some: { inPart?: number; failed?: number } = {}, hasNotes = true) => {
  const query: MessageQuery = { ...NO_QUERY, text };
  const reading = { state: 'full', stoppedBy: null, read, inPart: 0, failed: 0, of: 100, ...some } as const;
  return judgeCoverage(query, reading, hasNotes).value;
};

test('every text searched is said only if each was opened and searched as a whole', () => {
  expect(ask('invoice', 100)).toEqual({ kind: 'every-text', of: 100 });
  expect(ask('invoice', 99, { failed: 1 })).toMatchObject({ kind: 'some-texts', searched: 99, failed: 1, unread: 0 });
  expect(ask('invoice', 40)).toMatchObject({ kind: 'some-texts', unread: 60 });
  expect(ask('invoice', 100, { inPart: 2 })).toMatchObject({ kind: 'some-texts', inPart: 2 });
});

test('a question about the index needs no text', () => {
  expect(ask('', 0)).toEqual({ kind: 'index' });
});
