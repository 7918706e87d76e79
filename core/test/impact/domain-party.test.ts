import { createAddressPartyFinder, findDomainParty } from '@candor/core/impact';
import { applyCuration, type CurationAct } from '@candor/core/impact/curation';
import { readDirectory } from '@candor/core/impact/party';
import { expect, test } from 'vitest';
import { REFERENCE } from './fictional-reference.ts';

const know = (rows: readonly string[], acts: readonly CurationAct[]) => ({
  incident: { organization: { name: 'Harbor', domains: ['harbor.example'], addresses: [], mailboxes: null } },
  directory: readDirectory(['match,party,kind,name', ...rows, ''].join('\n'), {
    file: 'directory.csv',
    organizationDomains: ['harbor.example'],
    suffixRules: REFERENCE.suffixRules,
  }).directory,
  reference: REFERENCE,
  curation: applyCuration(acts.map((act, at) => ({ sequence: at + 1, by: 'ada', at, why: 'so it is', act }))),
});

const find = (domain: string, rows: readonly string[] = [], ...acts: readonly CurationAct[]) =>
  findDomainParty(know(rows, acts), domain);

test('a domain is of the party that a directory gives its addresses to, else of its registrable domain', () => {
  const rows = ['a.campus.test,org-a,organization,A', 'jo@campus.test,org-jo,organization,Jo'];
  expect(find('mail.a.campus.test', rows)).toBe('org-a');
  expect(find('b.campus.test', rows)).toBe('campus.test');
  expect(find('campus.test', rows)).toBe('campus.test');
});

test('splits and merges by hand count before it', () => {
  const split: CurationAct = {
    ...{ act: 'split', party: 'campus.test', matches: ['b.campus.test'] },
    ...{ into: 'org-b', kind: 'organization' },
  };
  expect(find('b.campus.test', [], split)).toBe('org-b');
  expect(find('campus.test', [], split)).toBe('campus.test');
  expect(find('b.campus.test', [], split, { act: 'merge', parties: ['org-b'], into: 'org-c' })).toBe('org-c');
});

test('a domain of the organization, and one that nobody can have, is of no party; a provider of none that there is', () => {
  expect(find('mail.harbor.example')).toBeNull();
  expect(find('com')).toBeNull();
  expect(find('nothing.unlisted')).toBeNull();
  expect(find('freemail.example')).toBe(' @freemail.example');
});

test('an address is of the party that a directory gives it to, whatever was asked before it', () => {
  const findParty = createAddressPartyFinder(know(['jo@campus.test,org-jo,organization,Jo'], []));
  const addresses = ['al@campus.test', 'ann@harbor.example', 'JO@campus.test', 'x@com', 'al@campus.test'];
  expect(addresses.map(findParty)).toEqual(['campus.test', null, 'org-jo', null, 'campus.test']);
});
