import { findCluesInMessage, findCluesInQuery, InterestTally, toResponseClues } from '@candor/core/exposure/interest';
import type { Incident } from '@candor/core/incident';
import { describe, expect, test } from 'vitest';

const incident = {
  interest: { words: ['test tenant', 'Intrusion'], addresses: ['sven.lindqvist@harbor.example', 'soc@harbor.example'] },
  intruder: {
    sessions: ['cdf4b83f-6675-43de-aec4-e19c7b18867d'],
    tokens: [],
    applications: [],
    addresses: ['198.51.100.0/26'],
    reach: [],
  },
  mailboxes: [{ custodian: 'lindqvist-s', address: 'Sven.Lindqvist@harbor.example', names: [] as string[] }],
} as unknown as Incident;
const clues = toResponseClues(incident);

describe('a query', () => {
  test.each([
    ['subject:mails intrusion', ['Intrusion']],
    ['"TEST  tenant" OR x', ['test tenant']],
    ['from:sven.lindqvist@harbor.example', ['sven.lindqvist@harbor.example']],
    ['Sven Lindqvist', ['sven.lindqvist@harbor.example']],
    ['198.51.100.0', ['198.51.100.0']],
    ['cdf4b83f-6675-43de-aec4-e19c7b18867d', ['cdf4b83f-6675-43de-aec4-e19c7b18867d']],
  ])('%s is about the incident response', (query, found) => {
    expect(findCluesInQuery(clues, query)).toEqual(found);
  });

  // A part of a word, words in another order, and a name of one word are found everywhere and say nothing.
  test.each(['intrusions', 'tenant test', 'test of a tenant', 'soc', 'sven', ''])('%s is not', (query) => {
    expect(findCluesInQuery(clues, query)).toEqual([]);
  });
});

test('searches header, text and attachment names of a message', () => {
  const empty = { subject: '', text: '', from: '', to: '', cc: '', fromAddresses: [], toAndCcAddresses: [] };
  const nothing = { ...empty, attachmentNames: [], attachmentTexts: [] };
  expect(findCluesInMessage(clues, nothing)).toEqual([]);
  for (const part of ['subject', 'text', 'from', 'to', 'cc'] as const)
    expect(findCluesInMessage(clues, { ...nothing, [part]: 'an intrusion' }), part).toEqual(['Intrusion']);
  expect(findCluesInMessage(clues, { ...nothing, attachmentNames: ['Intrusion.docx'] })).toEqual(['Intrusion']);
});

test('counts searches by subject and by mailbox', () => {
  const tally = new InterestTally(incident);
  const search = (query: string | null) => ({ kind: 'search', query, items: [] }) as const;
  tally.add(search('prices'), 'moreau-c');
  tally.add(search('intrusion'), 'moreau-c');
  tally.add(search('prices'), 'lindqvist-s');
  tally.add(search(null), null);
  const item = [{ messageId: '<a@harbor.example>', folder: null }];
  tally.add({ kind: 'bind', query: null, items: item }, 'lindqvist-s');
  tally.add({ kind: 'bind', query: null, items: item }, 'moreau-c');
  tally.add({ kind: 'bind', query: null, items: [] }, 'lindqvist-s');
  expect(tally.sum()).toEqual({ searches: 4, searchesOfResponse: 2, mailboxesSearched: 2, openingsAtResponse: 1 });
});

test('without response words and people only indicators are looked for', () => {
  const bare = toResponseClues({ ...incident, interest: null });
  expect(findCluesInQuery(bare, 'intrusion 198.51.100.0')).toEqual(['198.51.100.0']);
});
