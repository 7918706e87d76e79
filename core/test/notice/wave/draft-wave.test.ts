import {
  compareFigures,
  draftWave,
  mustNotify,
  type PartyNow,
  type SentNotice,
  type WaveOrder,
} from '@candor/core/notice/wave';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeFigures, makeParty, makeTelling } from './figures.ts';

const order = (changes: Partial<WaveOrder> = {}): WaveOrder => ({
  wave: 'metadata',
  tell: 'undetermined',
  at: 1_000_000,
  readableFrom: null,
  toLeaveOut: () => null,
  ...changes,
});
const gone = (telling: SentNotice): PartyNow => makeParty(telling.party, {});
const draft = (parties: PartyNow[], tellings: SentNotice[] = [], changes: Partial<WaveOrder> = {}) =>
  draftWave(parties, tellings, gone, order(changes));
const kinds = (drafted: ReturnType<typeof draftWave>) => drafted.drafts.map(({ party, kind }) => `${party} ${kind}`);

describe('who is notified', () => {
  test('parties with a message that is possible or stronger; lists never', () => {
    const parties = [
      makeParty('b.example', { possible: 1 }),
      makeParty('a.example', { accessed: 2 }),
      makeParty('list.example', { accessed: 9 }, { kind: 'list' }),
      makeParty('none.example', {}),
    ];
    expect(kinds(draft(parties))).toEqual(['a.example first', 'b.example first']);
  });

  test('parties with undetermined messages where the intruder was, unless the policy excludes them', () => {
    const reached = makeParty('a.example', { undetermined: 1 });
    const elsewhere = makeParty('b.example', { undetermined: 1 }, { isUndeterminedReached: false });
    expect(kinds(draft([reached, elsewhere]))).toEqual(['a.example first']);
    expect(kinds(draft([reached, elsewhere], [], { tell: 'possible' }))).toEqual([]);
  });

  test('a list that was notified before it was one gets nothing more', () => {
    const list = makeParty('a.example', { accessed: 9 }, { kind: 'list' });
    expect(draft([list], [makeTelling(1, 'a.example', { accessed: 1 })])).toMatchObject({ drafts: [], unchanged: 0 });
    expect(mustNotify(list, 'undetermined')).toBe(false);
  });
});

describe('after a first notice', () => {
  test('without a change there is no notice', () => {
    const drafted = draft([makeParty('a.example', { accessed: 2 })], [makeTelling(1, 'a.example', { accessed: 2 })]);
    expect(drafted).toEqual({ drafts: [], leftOut: [], unchanged: 1 });
  });

  test('a withdrawn statement no longer holds, and its readers learn so, even if they need not be notified now', () => {
    const told = makeTelling(1, 'a.example', { undetermined: 1 }, { isWithdrawn: true });
    for (const undetermined of [1, 2])
      expect(kinds(draft([makeParty('a.example', { undetermined })], [told], { tell: 'possible' }))).toEqual([
        'a.example correction',
      ]);
  });

  test('a notified party counts as notified, even if the policy would not notify it now', () => {
    const told = makeTelling(1, 'a.example', { undetermined: 1 });
    expect(draft([makeParty('a.example', { undetermined: 1 })], [told], { tell: 'possible' }).unchanged).toBe(1);
  });

  test('a message that rises is a supplement, one that falls a correction, both at once a correction', () => {
    const told = makeTelling(1, 'a.example', { accessed: 1, possible: 1 });
    const kindOf = (figures: Parameters<typeof makeFigures>[0]) =>
      draft([makeParty('a.example', figures ?? {})], [told]).drafts[0]?.kind;
    expect(kindOf({ accessed: 2, possible: 0 })).toBe('supplement');
    expect(kindOf({ accessed: 1, possible: 2 })).toBe('supplement');
    expect(kindOf({ accessed: 0, possible: 2 })).toBe('correction');
    expect(kindOf({ accessed: 1, possible: 1, bulk: 1 })).toBe('supplement');
    expect(kindOf({ accessed: 0, presumed: 5, possible: 2 })).toBe('correction');
    expect(kindOf({ accessed: 1, possible: 1, first: -900 })).toBe('supplement');
    expect(kindOf({ accessed: 1, possible: 1, last: -900, first: -1000 })).toBe('correction');
    // Notices tell days: another hour of the same day is nothing that a reader could see.
    expect(kindOf({ accessed: 1, possible: 1, first: 0, last: 80_000 })).toBe(undefined);
  });

  test.each(['secrets', 'intruderSent', 'affectedAddresses', 'custodians'] as const)(
    'fewer %s than stated are a correction, more a supplement',
    (name) => {
      const told = makeFigures({ accessed: 2, [name]: 2 });
      expect(compareFigures(told, makeFigures({ accessed: 2, [name]: 1 }))).toBe('less');
      expect(compareFigures(told, makeFigures({ accessed: 2, [name]: 3 }))).toBe('more');
      expect(compareFigures(told, told)).toBe('none');
    },
  );

  test('held messages and search results are stated even if nothing else changed', () => {
    const told = makeFigures({ accessed: 2, held: 1 });
    for (const held of [0, 2]) expect(compareFigures(told, { ...told, held })).toBe('more');
    expect(compareFigures(told, { ...told, secrets: 0 })).toBe('more');
  });

  test('a party below the threshold gets one correction, also without evidence', () => {
    const told = makeTelling(1, 'a.example', { accessed: 2 });
    const fallen = makeParty('a.example', {});
    expect(kinds(draft([fallen], [told]))).toEqual(['a.example correction']);
    expect(kinds(draft([], [told]))).toEqual(['a.example correction']);
    expect(kinds(draft([fallen], [told, makeTelling(2, 'a.example', {})]))).toEqual([]);
  });

  test('a policy that notifies less corrects nothing', () => {
    const told = makeTelling(1, 'a.example', { undetermined: 3 });
    for (const undetermined of [3, 4])
      expect(kinds(draft([makeParty('a.example', { undetermined })], [told], { tell: 'possible' }))).toEqual([]);
  });

  test('notices to parties that were merged count for the merged party', () => {
    const merged = makeParty('ab.example', { accessed: 3 }, { mergedIds: ['a.example', 'ab.example', 'b.example'] });
    const tellings = [makeTelling(1, 'a.example', { accessed: 1 }), makeTelling(2, 'b.example', { accessed: 2 })];
    const drafted = draft([merged], tellings);
    expect(kinds(drafted)).toEqual(['ab.example supplement']);
    expect(drafted.drafts[0]?.follows?.notice).toBe(2);
  });

  test('of several notices in one wave its own id counts, not the order of names', () => {
    const merged = makeParty('a.example', { accessed: 3 }, { mergedIds: ['a.example', 'b.example'] });
    const issued = 100;
    const tellings = [
      makeTelling(1, 'a.example', { accessed: 2 }, { issued }),
      makeTelling(2, 'b.example', { accessed: 1 }, { issued }),
    ];
    expect(draft([merged], tellings).drafts[0]?.follows?.notice).toBe(1);
  });

  test('the last of several notices counts', () => {
    const tellings = [makeTelling(2, 'a.example', { accessed: 2 }), makeTelling(1, 'a.example', { accessed: 5 })];
    expect(kinds(draft([makeParty('a.example', { accessed: 2 })], tellings))).toEqual([]);
  });
});

describe('the kinds of waves', () => {
  const secret = makeParty('a.example', { accessed: 1, secrets: 1 });
  const plain = makeParty('b.example', { accessed: 1, secrets: 0 });

  test('secrets first', () => {
    const drafted = draft([secret, plain], [], { wave: 'secrets-metadata' });
    expect(kinds(drafted)).toEqual(['a.example first']);
    expect(drafted.leftOut).toEqual([{ party: 'b.example', why: 'other-wave' }]);
  });

  test('only corrections', () => {
    const tellings = [makeTelling(1, 'a.example', { accessed: 2 }), makeTelling(2, 'b.example', { accessed: 1 })];
    const parties = [secret, makeParty('b.example', { accessed: 2 }), makeParty('c.example', { accessed: 1 })];
    const drafted = draft(parties, tellings, { wave: 'correction' });
    expect(kinds(drafted)).toEqual(['a.example correction']);
    expect(drafted.leftOut.map(({ party }) => party)).toEqual(['b.example', 'c.example']);
  });

  test('the promised update, only on its date', () => {
    const told = (nextUpdate: number | null) => [
      makeTelling(1, 'b.example', { accessed: 1, secrets: 0 }, { nextUpdate }),
    ];
    expect(kinds(draft([plain], told(1_000_000), { wave: 'update' }))).toEqual(['b.example update']);
    expect(kinds(draft([plain], told(1_086_400), { wave: 'update' }))).toEqual([]);
    expect(kinds(draft([plain], told(null), { wave: 'update' }))).toEqual([]);
    expect(kinds(draft([plain], told(1_000_000)))).toEqual([]);
  });

  test('content says from when messages can be read, once', () => {
    const told = (readableFrom: number | null) => [
      makeTelling(1, 'b.example', { accessed: 1, secrets: 0 }, { readableFrom }),
    ];
    const content = { wave: 'content', readableFrom: 5 } as const;
    expect(kinds(draft([plain, secret], told(null), content))).toEqual(['b.example supplement']);
    expect(kinds(draft([plain], told(5), content))).toEqual([]);
  });

  test('a reason not to write is reported, and nothing is drafted', () => {
    const drafted = draft([secret, plain], [], { toLeaveOut: (party) => (party === 'a.example' ? 'delayed' : null) });
    expect(kinds(drafted)).toEqual(['b.example first']);
    expect(drafted.leftOut).toEqual([{ party: 'a.example', why: 'delayed' }]);
  });
});

/** What the evidence says of each message of a party in two versions, as numbers from 0 (nothing) to 5 (accessed). */
const strength = fc.integer({ min: 0, max: 5 });
const partyPair = fc.record({
  kind: fc.constantFrom('organization' as const, 'person' as const, 'list' as const),
  reached: fc.tuple(fc.boolean(), fc.boolean()),
  messages: fc.array(fc.tuple(strength, strength), { maxLength: 6 }),
  present: fc.tuple(fc.boolean(), fc.boolean()),
});

function toParty(party: string, kind: PartyNow['kind'], isUndeterminedReached: boolean, strengths: number[]): PartyNow {
  const count = (wanted: number) => strengths.filter((known) => known === wanted).length;
  const figures = {
    accessed: count(5),
    presumed: count(4),
    partial: count(3),
    possible: count(2),
    undetermined: count(1),
  };
  return { ...makeParty(party, figures), kind, isUndeterminedReached };
}

/** Worked out from single messages, without the code that is tested. */
function expectKind(told: number[] | null, now: number[], isListed: boolean, isReached: boolean): string | null {
  if (isListed) return null;
  const isTold = now.some((known) => known >= 2) || (isReached && now.includes(1));
  if (told === null) return isTold ? 'first' : null;
  const atLeast = (strengths: number[], least: number) => strengths.filter((known) => known >= least).length;
  const levels = [1, 2, 3, 4, 5];
  const isSpanGone = told.some((known) => known >= 2) && !now.some((known) => known >= 2);
  if (isSpanGone || levels.some((level) => atLeast(now, level) < atLeast(told, level))) return 'correction';
  return isTold && levels.some((level) => atLeast(now, level) > atLeast(told, level)) ? 'supplement' : null;
}

test('between any two versions exactly the notices that the difference requires are drafted', () => {
  fc.assert(
    fc.property(fc.array(partyPair, { maxLength: 12 }), (pairs) => {
      const named = pairs.map((pair, at) => ({ ...pair, party: `p${String(at).padStart(2, '0')}.example` }));
      const version = (which: 0 | 1) =>
        named
          .filter(({ present }) => present[which])
          .map(({ party, kind, reached, messages }) =>
            toParty(
              party,
              kind,
              reached[which],
              messages.map((pair) => pair[which]),
            ),
          );
      const first = draft(version(0));
      const figuresOf = new Map(version(0).map(({ party, figures }) => [party, figures]));
      const tellings = first.drafts.map(({ party }, at) =>
        makeTelling(at + 1, party, figuresOf.get(party) ?? makeFigures()),
      );
      const second = draft(version(1), tellings);
      const expected = named.flatMap(({ party, kind, reached, messages, present }) => {
        const [before, after] = [0, 1].map((which) =>
          present[which as 0 | 1] ? messages.map((pair) => pair[which as 0 | 1]) : [],
        ) as [number[], number[]];
        const wasTold = expectKind(null, before, kind === 'list', reached[0]) === 'first';
        const isListed = kind === 'list' && present[1];
        const found = expectKind(wasTold ? before : null, after, isListed, reached[1]);
        return found === null ? [] : [`${party} ${found}`];
      });
      expect(kinds(second)).toEqual(expected);
      const third = draft(version(1), [
        ...tellings,
        ...second.drafts.map(({ party }, at) => {
          const figures = version(1).find((now) => now.party === party)?.figures ?? makeFigures();
          return makeTelling(100 + at, party, figures);
        }),
      ]);
      expect(kinds(third)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('a party notified only through guessed contacts', () => {
  const known = { accessed: 2 };
  const guessed = { hasGuessedOnly: true };
  const telling = (notice: number, figures: Parameters<typeof makeTelling>[2], isGuessed: boolean) => ({
    ...makeTelling(notice, 'a.example', figures),
    isGuessed,
  });
  const drafts = (party: PartyNow, tellings: SentNotice[]) =>
    draft([party], tellings).drafts.map(({ kind, follows, isGuessed }) => [kind, follows?.notice ?? null, isGuessed]);

  test('gets its first notice through a guessed contact while no other is known', () => {
    expect(drafts(makeParty('a.example', known, guessed), [])).toEqual([['first', null, true]]);
    expect(drafts(makeParty('a.example', known), [])).toEqual([['first', null, undefined]]);
  });

  test('gets a first notice once a contact is given, even if no figure changed', () => {
    expect(drafts(makeParty('a.example', known), [telling(1, known, true)])).toEqual([['first', null, undefined]]);
    expect(drafts(makeParty('a.example', known, guessed), [telling(1, known, true)])).toEqual([]);
  });

  test('gets supplements and corrections the same way', () => {
    const more = makeParty('a.example', { accessed: 3 }, guessed);
    expect(drafts(more, [telling(1, known, true)])).toEqual([['supplement', 1, true]]);
    // Nothing is to be told any more: only those who were told otherwise hear of it.
    expect(drafts(makeParty('a.example', {}), [telling(1, known, true)])).toEqual([['correction', 1, true]]);
  });

  test('a supplement starts from what a given contact read last, whatever a guessed one read since', () => {
    const tellings = [telling(1, { accessed: 1 }, false), telling(2, known, true)];
    expect(drafts(makeParty('a.example', known), tellings)).toEqual([['supplement', 1, undefined]]);
    expect(drafts(makeParty('a.example', known, guessed), tellings)).toEqual([]);
    expect(drafts(makeParty('a.example', known), [telling(1, known, false), telling(2, known, true)])).toEqual([]);
  });
});
