import { readDirectory } from '@candor/core/impact/party';
import { describe, expect, it } from 'vitest';
import { createAddressClassifier } from '../../../src/impact/counterparty/counterparty.ts';
import { createPartyFinder } from '../../../src/impact/party/party-finder.ts';
import { REFERENCE } from '../fictional-reference.ts';

const HEADER = 'match,party,kind,name\n';
const surroundings = { file: 'd.csv', organizationDomains: [], suffixRules: REFERENCE.suffixRules };

function find(address: string, rows = ''): [string, string, string | null] {
  const { directory } = readDirectory(HEADER + rows, surroundings);
  const found = createAddressClassifier([], REFERENCE.suffixRules)({ address, unreadable: null });
  if (found.state !== 'counterparty') throw new Error(`${address} is ${found.state}`);
  const { id, kind, details } = createPartyFinder(directory, REFERENCE)(found);
  return [id, kind, details?.name ?? null];
}

describe('createPartyFinder without a directory row', () => {
  it.each([
    ['jo@mail.acme.example', 'acme.example', 'organization'],
    ['jo@freemail.example', 'jo@freemail.example', 'person'],
    ['Jo@x.freemail.example', 'jo@x.freemail.example', 'person'],
    ['jo@provider.example', 'provider.example', 'organization'],
    ['jo@mail.provider.example', 'jo@mail.provider.example', 'person'],
    ['deals@groups.example', 'groups.example', 'list'],
    ['deals@x.groups.example', 'groups.example', 'list'],
    ['deals@deep.groups.example', 'deep.groups.example', 'list'],
    ['deals@lists.campus.example', 'lists.campus.example', 'list'],
    ['jo@campus.example', 'campus.example', 'organization'],
    ['jo@union.example', 'jo@union.example', 'person'],
    ['jo@court.union.example', 'court.union.example', 'organization'],
    ['jo@mail.court.union.example', 'court.union.example', 'organization'],
    ['jo@state.gov.test', 'jo@state.gov.test', 'person'],
    ['jo@roads.state.gov.test', 'roads.state.gov.test', 'organization'],
  ])('%s belongs to %s (%s)', (address, id, kind) => {
    expect(find(address)).toEqual([id, kind, null]);
  });

  it('matches nothing above the registrable domain', () => {
    // The list host `example` lies above every registrable domain here.
    expect(find('jo@acme.example')[1]).toBe('organization');
    expect(find('jo@contoso.tenants.example', 'tenants.example,org-cloud,organization,Cloud\n')[0]).toBe(
      'contoso.tenants.example',
    );
  });
});

describe('createPartyFinder with directory rows', () => {
  it('the directory takes precedence over the lists', () => {
    expect(find('deals@groups.example', 'groups.example,,organization,Archive\n')).toEqual([
      'groups.example',
      'organization',
      'Archive',
    ]);
    expect(find('jo@freemail.example', 'freemail.example,freemail,organization,\n')).toEqual([
      'freemail',
      'organization',
      null,
    ]);
    expect(find('jo@acme.example', 'acme.example,,list,\n')).toEqual(['acme.example', 'list', null]);
  });

  it('an address row takes precedence over a domain row', () => {
    const rows =
      'acme.example,org-acme,organization,Acme\njo@acme.example,,person,Jo\nben@acme.example,org-ben,organization,Ben\n';
    expect(find('jo@acme.example', rows)).toEqual(['jo@acme.example', 'person', 'Jo']);
    expect(find('BEN@acme.example', rows)).toEqual(['org-ben', 'organization', 'Ben']);
    expect(find('al@acme.example', rows)).toEqual(['org-acme', 'organization', 'Acme']);
  });

  it('a longer domain takes precedence over a shorter one, in any order of rows', () => {
    const rows = ['acme.example,a,organization,A\n', 'x.acme.example,b,organization,B\n'];
    for (const order of [rows, [...rows].reverse()]) {
      expect(find('jo@y.x.acme.example', order.join(''))[0]).toBe('b');
      expect(find('jo@z.acme.example', order.join(''))[0]).toBe('a');
    }
  });

  it('an address row without party uses the address as id, for any kind', () => {
    expect(find('jo@acme.example', 'jo@acme.example,,organization,\n')).toEqual([
      'jo@acme.example',
      'organization',
      null,
    ]);
  });

  it('a domain row without party uses the matched domain as id', () => {
    expect(find('jo@y.x.acme.example', 'x.acme.example,,organization,X\n')).toEqual([
      'x.acme.example',
      'organization',
      'X',
    ]);
  });

  it('a domain row of kind person makes each address below it a party', () => {
    expect(find('jo@acme.example', 'acme.example,,person,\n')).toEqual(['jo@acme.example', 'person', null]);
  });

  it('uses kind and name of the first row that gives them', () => {
    const rows = 'a.example,org,,,\nb.example,org,list,\nc.example,org,person,Late name\n';
    expect(find('jo@a.example', rows)).toEqual(['org', 'list', 'Late name']);
    const named = `${rows}d.example,org,list,Later name\n`;
    expect(find('jo@d.example', named)).toEqual(['org', 'list', 'Late name']);
  });

  it('the lists decide the kind if no row does', () => {
    expect(find('jo@freemail.example', 'freemail.example,,,Freemail\n')).toEqual([
      'jo@freemail.example',
      'person',
      'Freemail',
    ]);
    expect(find('jo@acme.example', 'acme.example,,,Acme\n')).toEqual(['acme.example', 'organization', 'Acme']);
    expect(find('d@groups.example', 'groups.example,,,G\n')).toEqual(['groups.example', 'list', 'G']);
    expect(find('d@x.groups.example', 'x.groups.example,,,X\n')).toEqual(['x.groups.example', 'list', 'X']);
    expect(find('d@groups.example', 'd@groups.example,,,D\n')).toEqual(['d@groups.example', 'list', 'D']);
    expect(find('jo@freemail.example', 'jo@freemail.example,org,,\n')[1]).toBe('organization');
  });

  it('looks up the host of the address in the lists, not the domain of a row without a kind', () => {
    const campus = 'campus.example,,,Campus\n';
    expect(find('deals@lists.campus.example', campus)).toEqual(['lists.campus.example', 'list', 'Campus']);
    expect(find('jo@campus.example', campus)).toEqual(['campus.example', 'organization', 'Campus']);
    const named = `${campus}x.test,lists.campus.example,,Lists\n`;
    expect(find('deals@lists.campus.example', named)).toEqual(['lists.campus.example', 'list', 'Lists']);
    const provider = 'provider.example,,,Provider\n';
    expect(find('jo@mail.provider.example', provider)).toEqual(['jo@mail.provider.example', 'person', 'Provider']);
    expect(find('jo@provider.example', provider)).toEqual(['provider.example', 'organization', 'Provider']);
    expect(find('d@groups.example', 'groups.example,yg,,\n')).toEqual(['yg', 'organization', null]);
  });

  it('merges a party found by rule with one that the directory names alike', () => {
    expect(find('jo@acme.example', 'other.example,acme.example,organization,Acme\n')).toEqual([
      'acme.example',
      'organization',
      'Acme',
    ]);
  });
});
