import type { FollowedDelivery } from '@candor/core/notice/delivery';
import { UNLINKED } from '@candor/core/notice/delivery';
import type { CountedParty } from '@candor/core/notice/wave';
import { describe, expect, test } from 'vitest';
import { type BoundNotice, countSet, type NoticeBook } from '../../src/transparency/notified/count-set.ts';

const leaf = (id: string, ...domains: readonly string[]) => toLeaf(id, { exposure: 1, domains });
const person = (address: string) => toLeaf(address, { exposure: 1, address });
const toLeaf = (id: string, party: CountedParty) => ({ id, position: 1, salt: new Uint8Array(32), party });

const SENT: FollowedDelivery = {
  ...UNLINKED,
  delivery: { ...UNLINKED.delivery, state: 'accepted' },
  takenBy: 'relay',
};

const boundTo = (...domains: readonly string[]) => ({ domains, isRecipient: null });
const notice = (id: number, party: string, some: Partial<BoundNotice> = {}): BoundNotice => ({
  ...{ id, party, domains: [party], recorded: boundTo(party), entry: 5, withdrawal: null },
  ...some,
});

interface Case {
  readonly entries?: number;
  readonly postings?: readonly number[];
  readonly letters?: NoticeBook['letters'];
}

/** The parties that count as notified; every notice has one message, which the relay took. */
function listNotified(
  leaves: readonly ReturnType<typeof toLeaf>[],
  notices: readonly BoundNotice[],
  { entries = 10, postings = [], letters = [] }: Case = {},
): readonly string[] {
  const messages = new Map(notices.map(({ id }) => [id, letters.length > 0 ? [] : [`m${id}`]]));
  const deliveries = new Map(notices.map(({ id }) => [`m${id}`, SENT]));
  const standing = { head: null, links: 0, deliveries, postings: new Set(postings) };
  const parties = countSet(leaves, { notices, messages, letters }, standing, entries);
  return leaves.flatMap(({ id }, at) => {
    const party = parties[at] ?? null;
    return party !== null && (party.posted || party.deliveries.length > 0) ? [id] : [];
  });
}

describe('which notices count for a party of the set', () => {
  test('those to its id', () => {
    expect(listNotified([leaf('a.example', 'a.example')], [notice(1, 'a.example')])).toEqual(['a.example']);
    expect(listNotified([leaf('a.example', 'a.example')], [notice(1, 'b.example')])).toEqual([]);
  });

  test('those to an id that was merged into it, or that it had before', () => {
    const merged = [leaf('b.example', 'a.example', 'b.example')];
    expect(listNotified(merged, [notice(1, 'a.example')])).toEqual(['b.example']);
    expect(listNotified([leaf('org-a', 'a.example')], [notice(1, 'a.example')])).toEqual(['org-a']);
  });

  test('not those to an id that other parties of the set have a part of', () => {
    const split = [leaf('org-a', 'a.example'), leaf('org-b', 'b.example')];
    const before = notice(1, 'org', {
      domains: ['a.example', 'b.example'],
      recorded: boundTo('a.example', 'b.example'),
    });
    expect(listNotified(split, [before])).toEqual([]);
    const shared = [leaf('org-a', 'a.example'), leaf('org-b', 'a.example')];
    expect(listNotified(shared, [notice(1, 'a.example')])).toEqual([]);
  });

  test('only for the part that kept the id, where a party was split', () => {
    const split = [leaf('org', 'a.example'), leaf('other', 'b.example')];
    const before = notice(1, 'org', {
      domains: ['a.example', 'b.example'],
      recorded: boundTo('a.example', 'b.example'),
    });
    expect(listNotified(split, [before])).toEqual(['org']);
  });

  test('a party that was merged away after the wave stays, and is not notified by the notice to the other', () => {
    const leaves = [leaf('a.example', 'a.example'), leaf('b.example', 'b.example')];
    const after = notice(1, 'b.example', {
      domains: ['a.example', 'b.example'],
      recorded: boundTo('a.example', 'b.example'),
    });
    expect(listNotified(leaves, [after])).toEqual(['b.example']);
  });

  test('none whose approved record names no domain of the party, whatever its row says', () => {
    const moved = notice(1, 'a.example', { recorded: boundTo('b.example') });
    expect(listNotified([leaf('a.example', 'a.example')], [moved])).toEqual([]);
    const ofPerson = notice(1, 'al@bay.example', { domains: ['bay.example'], recorded: boundTo('bay.example') });
    expect(listNotified([person('al@bay.example')], [ofPerson])).toEqual(['al@bay.example']);
    expect(listNotified([person('al@other.example')], [{ ...ofPerson, party: 'al@other.example' }])).toEqual([]);
  });

  test('to a person only one whose record names the address, since records name recipients', () => {
    const recorded = { domains: [], isRecipient: (address: string) => address === 'al@bay.example' };
    const ofPerson = notice(1, 'al@bay.example', { domains: ['bay.example'], recorded });
    expect(listNotified([person('al@bay.example')], [ofPerson])).toEqual(['al@bay.example']);
    expect(listNotified([person('jo@bay.example')], [{ ...ofPerson, party: 'jo@bay.example' }])).toEqual([]);
  });

  test('none to another person at the same domain', () => {
    const other = notice(1, 'jo@bay.example', { domains: ['bay.example'], recorded: boundTo('bay.example') });
    expect(listNotified([person('al@bay.example')], [other])).toEqual([]);
  });
});

describe('only what the log and the chain had then', () => {
  const leaves = [leaf('a.example', 'a.example')];

  test('an approval or withdrawal at a later position changes nothing', () => {
    expect(listNotified(leaves, [notice(1, 'a.example', { entry: 10 })])).toEqual([]);
    expect(listNotified(leaves, [notice(1, 'a.example', { withdrawal: 10 })])).toEqual(['a.example']);
    expect(listNotified(leaves, [notice(1, 'a.example', { withdrawal: 9 })])).toEqual([]);
  });

  test('a letter counts as posted until it is taken back', () => {
    const letters = [
      { posting: 1, isPosted: true, notice: 1 },
      { posting: 2, isPosted: false, notice: 1 },
    ];
    const at = (...postings: number[]) => listNotified(leaves, [notice(1, 'a.example')], { letters, postings });
    expect([at(), at(1), at(1, 2)]).toEqual([[], ['a.example'], []]);
  });
});
