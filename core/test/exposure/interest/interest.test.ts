import { type IntruderRecord, toInterestTrail } from '@candor/core/exposure/interest';
import { expect, test } from 'vitest';

let number = 0;

function record(time: number, given: Partial<IntruderRecord>): IntruderRecord {
  number += 1;
  const own = { id: `r${number}`, time, kind: 'bind', operation: 'MailItemsAccessed', query: null } as const;
  return { ...own, items: [], folders: [], custodian: 'a', foreignMailbox: null, sources: [`log:${number}`], ...given };
}

const item = (messageId: string | null) => ({ messageId, folder: null });

test('lists mailboxes by first visit, whatever the order of the log', () => {
  const { mailboxes } = toInterestTrail([
    record(30, { custodian: 'c' }),
    record(10, { custodian: 'b' }),
    record(20, { custodian: null, foreignMailbox: 'guid' }),
    record(40, { custodian: 'b', kind: 'search', query: 'x' }),
  ]);
  expect(mailboxes.map(({ custodian, foreignMailbox }) => custodian ?? foreignMailbox)).toEqual(['b', 'guid', 'c']);
  expect(mailboxes[0]).toMatchObject({ first: 10, last: 40, records: 2, searches: 1 });
});

test('a sign-in is no visit to a mailbox', () => {
  expect(toInterestTrail([record(1, { kind: 'sign-in', custodian: 'a' })]).mailboxes).toEqual([]);
});

test('names a folder once, with every record and kind', () => {
  const { folders, mailboxes } = toInterestTrail([
    record(5, { folders: ['f', 'f', 'g'], sources: ['log:5'] }),
    record(9, { folders: ['f'], kind: 'sync', sources: ['log:9'] }),
    record(9, { folders: ['f'], custodian: 'b' }),
  ]);
  expect(folders.map(({ custodian, folder, records }) => [custodian, folder, records])).toEqual([
    ['a', 'f', 2],
    ['a', 'g', 1],
    ['b', 'f', 1],
  ]);
  expect(folders[0]).toMatchObject({ first: 5, last: 9, kinds: ['bind', 'sync'] });
  expect(folders[0]?.citations.map(({ sources }) => sources)).toEqual([['log:5'], ['log:9']]);
  expect(mailboxes.map(({ folders: count }) => count)).toEqual([2, 1]);
});

test('every message that a record names is an opening, once per record; searches and lists are not', () => {
  const { openings, searches } = toInterestTrail([
    record(1, { items: [item('<m>'), item('<m>'), item(null), item('<n>')] }),
    record(2, { kind: 'handle', operation: 'Move', items: [item('<m>')] }),
    record(3, { kind: 'search', query: 'q', items: [item('<m>')] }),
    record(4, { kind: 'list', items: [item('<m>')] }),
  ]);
  expect(openings.map(({ time, messageId, operation }) => [time, messageId, operation])).toEqual([
    [1, '<m>', 'MailItemsAccessed'],
    [1, '<n>', 'MailItemsAccessed'],
    [2, '<m>', 'Move'],
  ]);
  expect(searches.map(({ query, custodian }) => [query, custodian])).toEqual([['q', 'a']]);
});

test('a visit ends with another mailbox or after more than six hours', () => {
  const pause = 6 * 3600;
  const { visits } = toInterestTrail([
    record(0, { items: [item('<m>')], folders: ['f'], sources: ['log:1', 'copy:1'] }),
    record(pause, { kind: 'search', query: 'q', folders: ['g', 'f'] }),
    record(pause + 1, { items: [item('<m>'), item('<n>')] }),
    record(pause + 2, { custodian: 'b' }),
    record(pause + 3, {}),
    record(2 * pause + 4, { kind: 'sync' }),
  ]);
  expect(visits.map(({ custodian, first, last }) => [custodian, first, last])).toEqual([
    ['a', 0, pause + 1],
    ['b', pause + 2, pause + 2],
    ['a', pause + 3, pause + 3],
    ['a', 2 * pause + 4, 2 * pause + 4],
  ]);
  expect(visits[0]).toMatchObject({
    actions: [
      { kind: 'bind', records: 2, messages: 2 },
      { kind: 'search', records: 1, messages: 0 },
    ],
    folders: ['f', 'g'],
    queries: ['q'],
  });
  expect(visits[0]?.citations[0]?.sources).toEqual(['log:1', 'copy:1']);
  expect(visits[0]?.citations.length).toBe(3);
});
