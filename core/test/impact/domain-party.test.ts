import { createAddressPartyFinder, findDomainParty } from '@candor/core/impact';
import { applyCuration, type CurationAct } from '@candor/core/impact/curation';
import { readDirectory } from '@candor/core/impact/party';
import { expect, test } from 'vitest';
import { REFERENCE } from './fictional-reference.ts';

const know = (rows: readonly string[], acts: readonly CurationAct[]) => ({
  incident: {
    organization: { name: 'Harbor', domains: ['harbor.example'], addresses: [], mailboxes: null, applications: [] },
  },
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

test('a domain belongs to the party the directory gives its addresses to, otherwise to that of its registrable domain', () => {
  const rows = ['a.campus.test,org-a,organization,A', 'jo@campus.test,org-jo,organization,Jo'];
  expect(find('mail.a.campus.test', rows)).toBe('org-a');
  expect(find('b.campus.test', rows)).toBe('campus.test');
  expect(find('campus.test', rows)).toBe('campus.test');
});

test('manual splits and merges take precedence', () => {
  const split: CurationAct = {
    ...{ act: 'split', party: 'campus.test', matches: ['b.campus.test'] },
    ...{ into: 'org-b', kind: 'organization' },
  };
  expect(find('b.campus.test', [], split)).toBe('org-b');
  expect(find('campus.test', [], split)).toBe('campus.test');
  expect(find('b.campus.test', [], split, { act: 'merge', parties: ['org-b'], into: 'org-c' })).toBe('org-c');
});

test("a domain of the organization or an impossible one has no party; a provider's only an existing one", () => {
  expect(find('mail.harbor.example')).toBeNull();
  expect(find('com')).toBeNull();
  expect(find('nothing.unlisted')).toBeNull();
  expect(find('freemail.example')).toBe(' @freemail.example');
});

test("an address belongs to the directory's party, in any order of lookups", () => {
  const findParty = createAddressPartyFinder(know(['jo@campus.test,org-jo,organization,Jo'], []));
  const addresses = ['al@campus.test', 'ann@harbor.example', 'JO@campus.test', 'x@com', 'al@campus.test'];
  expect(addresses.map(findParty)).toEqual(['campus.test', null, 'org-jo', null, 'campus.test']);
});
