import type { NotifySaying } from '@candor/core/impact';
import { sayToNotify } from '@candor/core/impact';
import type { PartyDelivery } from '@candor/core/notice/delivery';
import {
  claimNotifiedOfAll,
  findSumFault,
  listNumberFaults,
  type SetFacts,
  toNotifiedOfAllWords,
} from '@candor/core/transparency';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const bars = { mailboxes: [], notSupplied: 0, emptyLogs: [] };
const say = (some: Partial<typeof bars> | { mailboxes: string[] }): NotifySaying =>
  sayToNotify({
    exposed: { organization: 3, person: 0, list: 0 },
    bars: { ...bars, ...some },
    undetermined: 0,
    intruders: 1,
  });
const sent: PartyDelivery = { posted: false, deliveries: [{ state: 'accepted', takenBy: 'relay' }] };
const returned: PartyDelivery = { posted: false, deliveries: [{ state: 'bounced', takenBy: 'relay' }] };
const held: PartyDelivery = { posted: false, deliveries: [{ state: 'inhibited', takenBy: null }] };
const posted: PartyDelivery = { posted: true, deliveries: [{ state: 'bounced', takenBy: 'relay' }] };

const claim = (parties: SetFacts['parties'], readUntil: number | null = 9, some = {}) =>
  claimNotifiedOfAll({ parties, readUntil, toNotify: say(some) });
const counts = (...given: Parameters<typeof claim>) => {
  const claimed = claim(...given);
  return claimed.is === 'stated' ? claimed.said.value : claimed.because;
};

describe('notified, not yet, of all', () => {
  test('what was returned, held or never prepared is not yet notified', () => {
    expect(counts([sent, posted, returned, held, null])).toEqual({ notified: 2, notYet: 3, toNotify: 5 });
  });

  test('has no other part: nobody can subtract the parties that a delay holds', () => {
    const delayed = counts([sent, null]);
    const waiting = counts([sent, { posted: false, deliveries: [{ state: 'approved', takenBy: null }] }]);
    const withoutContact = counts([sent, { posted: false, deliveries: [] }]);
    expect(delayed).toEqual({ notified: 1, notYet: 1, toNotify: 2 });
    expect([waiting, withoutContact, counts([sent, held]), counts([sent, returned])]).toEqual([
      ...[delayed, delayed, delayed, delayed],
    ]);
  });

  test('always adds up', () => {
    const one = fc.constantFrom(sent, posted, returned, held, null);
    fc.assert(
      fc.property(fc.array(one), (parties) => {
        const value = counts(parties);
        return typeof value !== 'string' && findSumFault(value) === null && value.toNotify === parties.length;
      }),
    );
  });

  test('the words name the three numbers', () => {
    const claimed = claim([sent, null]);
    expect(claimed.is === 'stated' && toNotifiedOfAllWords(claimed.said)).toBe('1 notified, 1 not yet, of 2');
  });
});

describe('is not stated', () => {
  test('where a mailbox or log may hide parties', () => {
    expect(counts([sent], 9, { mailboxes: ['ann'] })).toContain('not known yet for the mailbox of ann');
    expect(counts([sent], 9, { notSupplied: 2 })).toContain("2 mailboxes of the intruder's records, not supplied");
    expect(counts([sent], 9, { emptyLogs: ['log.csv'] })).toContain('log.csv should cover');
  });

  test('where mail counts and no bounces were read', () => {
    expect(counts([sent], null)).toContain('no bounces were read');
    expect(counts([posted, null], null)).toEqual({ notified: 1, notYet: 1, toNotify: 2 });
  });
});

test('each number that differs is named', () => {
  const counted = { notified: 2, notYet: 1, toNotify: 3 };
  expect(listNumberFaults(counted, counted)).toEqual([]);
  expect(listNumberFaults({ ...counted, notified: 3 }, counted)).toEqual([
    'it says 3 notified, and counting again gives 2',
  ]);
  expect(listNumberFaults({ notified: 2, notYet: 0, toNotify: 2 }, counted)).toEqual([
    'it says 0 not yet, and counting again gives 1',
    'it says 2 to be notified, and counting again gives 3',
  ]);
  expect(findSumFault({ notified: 2, notYet: 2, toNotify: 3 })).toBe('2 notified and 2 not yet are not 3');
});
