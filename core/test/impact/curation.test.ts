import { Refusal } from '@candor/core/base';
import {
  applyCuration,
  assertCurationAllowed,
  type CurationAct,
  type CurationOperation,
  selectInForce,
} from '@candor/core/impact/curation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const record = (...acts: CurationAct[]): CurationOperation[] =>
  acts.map((act, at) => ({ sequence: at + 1, by: 'ada', at: 1_000_000_000 + at, why: 'same firm', act }));
const merge = (into: string, ...parties: string[]): CurationAct => ({ act: 'merge', parties, into });
const split = (into: string, ...matches: string[]): CurationAct => ({
  act: 'split',
  party: 'acme.example',
  matches,
  into,
  kind: 'organization',
});
const undo = (sequence: number): CurationAct => ({ act: 'undo', sequence });

const at = (address: string) => {
  const domain = address.slice(address.indexOf('@') + 1);
  return { address, domain, registrableDomain: domain.split('.').slice(-2).join('.') };
};

describe('merging', () => {
  it('follows chains and keeps the id that was never merged away', () => {
    const curation = applyCuration(record(merge('b', 'a'), merge('c', 'b'), merge('c', 'd')));
    for (const id of ['a', 'b', 'c', 'd']) expect(curation.representative(id)).toBe('c');
    expect(curation.members('c')).toEqual(['a', 'b', 'c', 'd']);
    expect(curation.representative('other')).toBe('other');
  });

  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const merges = fc.array(fc.tuple(ids, ids), { maxLength: 10 });

  it('is commutative and associative: order and grouping of merges change nothing', () => {
    fc.assert(
      fc.property(merges, fc.infiniteStream(fc.nat()), (pairs, order) => {
        const rank = pairs.map((pair) => ({ pair, key: order.next().value ?? 0 }));
        const shuffled = rank.sort((x, y) => x.key - y.key).map(({ pair }) => pair);
        const one = applyCuration(record(...pairs.map(([from, into]) => merge(into, from))));
        const other = applyCuration(record(...shuffled.map(([from, into]) => merge(into, from))));
        for (const id of 'abcdefg') expect(other.representative(id)).toBe(one.representative(id));
      }),
    );
  });

  it('gives each id one representative, a member of its own class', () => {
    fc.assert(
      fc.property(merges, (pairs) => {
        const curation = applyCuration(record(...pairs.map(([from, into]) => merge(into, from))));
        for (const id of 'abcdefg') {
          const representative = curation.representative(id);
          expect(curation.representative(representative)).toBe(representative);
          expect(curation.members(representative)).toContain(id);
        }
        for (const [from, into] of pairs) expect(curation.representative(from)).toBe(curation.representative(into));
      }),
    );
  });
});

describe('splitting', () => {
  const curation = applyCuration(record(split('x', 'acme.example'), split('y', 'lab.acme.example', 'jo@acme.example')));

  it('an address takes precedence over a domain, and a longer domain over a shorter one', () => {
    expect(curation.findSplit(at('jo@acme.example'))).toBe('y');
    expect(curation.findSplit(at('al@acme.example'))).toBe('x');
    expect(curation.findSplit(at('al@a.lab.acme.example'))).toBe('y');
    expect(curation.findSplit(at('al@myacme.example'))).toBeNull();
    expect(curation.findSplitContact('Jo@acme.example')).toBe('y');
    expect(curation.findSplitContact('al@acme.example')).toBe('x');
    expect(curation.findSplitContact('al@a.lab.acme.example')).toBe('y');
    expect(curation.findSplitContact('al@myacme.example')).toBeNull();
  });

  it('takes nothing from above the registrable domain', () => {
    expect(applyCuration(record(split('x', 'example'))).findSplit(at('jo@acme.example'))).toBeNull();
  });

  it('gives the new party its kind', () => {
    expect(curation.details('y').kind).toBe('organization');
  });

  it('uses the later of two splits of one match, in any order of input', () => {
    const operations = record(split('x', 'acme.example'), split('y', 'acme.example'));
    for (const order of [operations, [...operations].reverse()]) {
      expect(applyCuration(order).findSplit(at('a@acme.example'))).toBe('y');
    }
  });
});

describe('names, kinds and contacts', () => {
  const contact = { contact: 'security@acme.example', role: null, language: null };

  it('use the later name and kind', () => {
    const { name, kind } = applyCuration(
      record(
        { act: 'rename', party: 'a', name: 'A' },
        { act: 'rename', party: 'a', name: 'Alpha' },
        { act: 'kind', party: 'a', kind: 'list' },
        { act: 'kind', party: 'a', kind: 'person' },
      ),
    ).details('a');
    expect([name, kind]).toEqual(['Alpha', 'person']);
  });

  it('withdraw a contact, and accept it again when added later', () => {
    const add: CurationAct = { act: 'add-contact', party: 'a', contact };
    const withdraw: CurationAct = { act: 'withdraw-contact', party: 'a', contact: contact.contact };
    expect(applyCuration(record(add, withdraw)).details('a')).toMatchObject({
      contacts: [],
      withdrawn: new Set([contact.contact]),
    });
    expect(applyCuration(record(withdraw, add)).details('a')).toMatchObject({
      contacts: [contact],
      withdrawn: new Set(),
    });
    expect(applyCuration(record(add, add)).details('a').contacts).toEqual([contact]);
  });
});

describe('undo', () => {
  it('reverses an operation, and undoing the undo restores it', () => {
    const operations = record(merge('b', 'a'), undo(1), undo(2));
    expect(applyCuration(operations.slice(0, 2)).representative('a')).toBe('a');
    expect(applyCuration(operations).representative('a')).toBe('b');
    expect(selectInForce(operations).map(({ sequence }) => sequence)).toEqual([1, 3]);
  });

  it('never affects later operations', () => {
    expect(applyCuration(record(undo(2), merge('b', 'a'))).representative('a')).toBe('b');
  });
});

describe('assertCurationAllowed', () => {
  const parties = new Set(['a', 'b', 'acme.example']);
  const before = record(merge('b', 'a'));
  const allow = (act: CurationAct, why = 'same firm', operations = before) =>
    assertCurationAllowed(operations, { by: 'ada', at: 0, why, act }, (id) => parties.has(id));

  it('accepts valid operations', () => {
    allow(merge('b', 'acme.example'));
    allow(merge('new-id', 'acme.example'));
    allow(split('org-lab', 'lab.acme.example'));
    allow({ act: 'rename', party: 'b', name: 'B' });
    allow({ act: 'kind', party: 'b', kind: 'list' });
    allow(undo(1));
  });

  const refused: [string, CurationAct][] = [
    ['a party that was merged away', { act: 'rename', party: 'a', name: 'A' }],
    ['a party that is not there', { act: 'kind', party: 'nobody', kind: 'list' }],
    ['an empty name', { act: 'rename', party: 'b', name: ' ' }],
    ['a name without end', { act: 'rename', party: 'b', name: 'x'.repeat(501) }],
    ['an empty contact', { act: 'add-contact', party: 'b', contact: { contact: '', role: null, language: null } }],
    ['no contact to withdraw', { act: 'withdraw-contact', party: 'b', contact: '' }],
    ['merging nothing', merge('b')],
    ['merging into itself', merge('b', 'b')],
    ['merging into what was merged away', merge('a', 'acme.example')],
    ['splitting off nothing', split('x')],
    ['splitting off what is no domain', split('x', 'Acme Example')],
    ['splitting into a party that is there', split('b', 'lab.acme.example')],
    ['splitting into an id that was merged', split('a', 'lab.acme.example')],
    ['undoing what is not there', undo(7)],
  ];
  it.each(refused)('refuses %s', (_, act) => {
    expect(() => allow(act)).toThrow(Refusal);
  });

  it('refuses a second undo, and an operation without a reason', () => {
    expect(() => allow(undo(1), 'wrong', record(merge('b', 'a'), undo(1)))).toThrow(Refusal);
    expect(() => allow(merge('b', 'acme.example'), '')).toThrow(Refusal);
  });
});
