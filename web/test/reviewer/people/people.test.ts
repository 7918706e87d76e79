import type { ListedRequest, PartyAnswer } from '@candor/core/contract';
import type { PartyRequest } from '@candor/core/review/enrollment';
import { makeSealingKey } from '@candor/core/review/seal';
import { describe, expect, test } from 'vitest';
import { readTypedFingerprint, toShortFingerprint } from '../../../src/reviewer/pages/base/typed-fingerprint.ts';
import { followTrail, NO_TRAIL, SeenHead } from '../../../src/reviewer/pages/people/access-trail.ts';
import { type Person, toPartyPeople, withFound } from '../../../src/reviewer/pages/people/party-people.ts';
import { listActs, toPersonStatus } from '../../../src/reviewer/pages/people/person-status.ts';
import { enrollmentOf, head, list, makePerson, makeRecords, primitives } from './made-party.ts';

const recipients = await Promise.all([0, 1, 2].map(async () => (await makeSealingKey()).recipient));
const lena = makePerson('Lena Brandt', recipients[0] ?? '');
const samir = makePerson('Samir Haddad', recipients[1] ?? '');
const grace = makePerson('Grace Okafor', recipients[2] ?? '');
const party = 'northwind.example';
const at = '2001-10-24T08:00:00Z';

const ofParty = (request: object): PartyRequest => ({ ...head, at, party, ...request }) as PartyRequest;
const enrolledLena = await list(lena, enrollmentOf(lena, 'dns'), 'approved');
const enrolledSamir = await list(samir, enrollmentOf(samir, 'nomination'), 'approved');
const enrolledGrace = await list(grace, enrollmentOf(grace, 'nomination'), 'waiting');
const nomination = (reviewer: string, enrollment: string) =>
  ofParty({ kind: 'nomination', reviewer, enrollment, relation: 'own' });

function view(change: Partial<PartyAnswer> = {}): PartyAnswer {
  return {
    party,
    domains: [party],
    reviewers: [
      { reviewer: lena.fingerprint, role: 'nominator', name: 'Lena Brandt' },
      { reviewer: samir.fingerprint, role: 'reviewer', name: 'Samir Haddad' },
    ],
    enrollments: [enrolledLena, enrolledSamir, enrolledGrace],
    requests: [],
    ...change,
  };
}

async function find(given: PartyAnswer, fingerprint: string): Promise<Person> {
  const { people } = await toPartyPeople(primitives, given, lena.fingerprint);
  const person = people.find((one) => one.fingerprint === fingerprint);
  if (person === undefined) throw new Error('not there');
  return person;
}
const standing = async (requests: readonly ListedRequest[], who = grace) =>
  toPersonStatus(await find(view({ requests }), who.fingerprint)).is;

describe('people of a party', () => {
  test('are listed with nominators first and waiting people after readers', async () => {
    const { people, unsigned } = await toPartyPeople(primitives, view(), lena.fingerprint);
    expect(people.map(({ name, role, isYou }) => [name, role, isYou])).toEqual([
      ['Lena Brandt', 'nominator', true],
      ['Samir Haddad', 'reviewer', false],
      ['Grace Okafor', null, false],
    ]);
    expect(unsigned).toBe(0);
  });

  test('with an enrollment altered by the portal are counted, not shown', async () => {
    const forged = { ...enrolledGrace, document: enrolledGrace.document.replace('Grace Okafor', 'Grace Okapor') };
    const { people, unsigned } = await toPartyPeople(primitives, view({ enrollments: [forged] }), lena.fingerprint);
    expect(people.some(({ name }) => name.startsWith('Grace'))).toBe(false);
    expect(unsigned).toBe(1);
  });

  test('displaced from the list by strangers stay in it once found, as the portal has them now', async () => {
    const flooded = view({ enrollments: [enrolledLena, enrolledSamir] });
    const found = withFound(flooded, [enrolledGrace]);
    expect(await find(found, grace.fingerprint)).toMatchObject({ name: grace.name, enrollment: { state: 'waiting' } });
    const settled = { ...enrolledGrace, state: 'approved' } as const;
    const later = withFound(view({ enrollments: [enrolledLena, settled] }), [enrolledGrace]);
    expect(later.enrollments).toHaveLength(2);
    expect(await find(later, grace.fingerprint)).toMatchObject({ enrollment: { state: 'approved' } });
  });

  test('with exchanged keys have another fingerprint than the person reads aloud', async () => {
    const swapped = await list(samir, { ...enrollmentOf(samir, 'nomination'), name: grace.name }, 'waiting');
    const { people } = await toPartyPeople(primitives, view({ enrollments: [swapped] }), lena.fingerprint);
    expect(people.some(({ fingerprint }) => fingerprint === grace.fingerprint)).toBe(false);
  });

  test('requests of another party, or without a known signature, name no author', async () => {
    const stranger = makePerson('Eve', recipients[0] ?? '');
    const foreign = await list(
      lena,
      { ...ofParty({ kind: 'revocation', reviewer: samir.fingerprint }), party: 'rival.example' } as PartyRequest,
      'waiting',
    );
    const unknown = await list(stranger, ofParty({ kind: 'revocation', reviewer: samir.fingerprint }), 'waiting');
    const { people, unsigned } = await toPartyPeople(
      primitives,
      view({ requests: [foreign, unknown] }),
      lena.fingerprint,
    );
    expect(unsigned).toBe(1);
    expect(people.find(({ fingerprint }) => fingerprint === samir.fingerprint)?.requests).toMatchObject([{ by: null }]);
  });
});

describe("a person's status", () => {
  test('follows from requests and their answers', async () => {
    const named = await list(lena, nomination(grace.fingerprint, enrolledGrace.request), 'waiting');
    const withdrawn = await list(
      lena,
      { ...ofParty({ kind: 'revocation', reviewer: grace.fingerprint }), at: '2001-10-24T09:00:00Z' },
      'waiting',
    );
    const objected = await list(samir, ofParty({ kind: 'objection', enrollment: enrolledGrace.request }), 'waiting');
    expect(await standing([])).toBe('unnamed');
    expect(await standing([named])).toBe('named');
    expect(await standing([named, withdrawn])).toBe('unnamed');
    expect(await standing([named, objected])).toBe('objected');
  });

  test('a person being removed, or leaving, reads until the organization answered', async () => {
    const revoked = await list(lena, ofParty({ kind: 'revocation', reviewer: samir.fingerprint }), 'waiting');
    const left = await list(samir, ofParty({ kind: 'revocation', reviewer: samir.fingerprint }), 'waiting');
    const transfer = await list(lena, ofParty({ kind: 'transfer', reviewer: samir.fingerprint }), 'waiting');
    expect(await standing([revoked], samir)).toBe('being-revoked');
    expect(await standing([left], samir)).toBe('leaving');
    expect(await standing([transfer], samir)).toBe('becoming-nominator');
    expect(await standing([], samir)).toBe('reads');
  });

  test('two people who prove one domain at once are both contested', async () => {
    const enrollments = [
      await list(samir, enrollmentOf(samir, 'dns'), 'waiting'),
      await list(grace, enrollmentOf(grace, 'dns'), 'waiting'),
    ];
    const given = view({ enrollments, reviewers: [] });
    for (const who of [samir, grace]) expect(toPersonStatus(await find(given, who.fingerprint)).is).toBe('contested');
  });

  test('a refused enrollment is not waiting, and one no longer in force was revoked', async () => {
    const refused = await list(grace, enrollmentOf(grace, 'nomination'), 'refused');
    expect(toPersonStatus(await find(view({ enrollments: [refused] }), grace.fingerprint)).is).toBe('refused');
    const given = view({ reviewers: [] });
    expect(toPersonStatus(await find(given, samir.fingerprint)).is).toBe('revoked');
  });
});

describe('allowed requests', () => {
  test('by the nominator, and by others', async () => {
    const waiting = await find(view(), grace.fingerprint);
    const reading = await find(view(), samir.fingerprint);
    expect(listActs(waiting, 'nominator')).toEqual(['nominate', 'object']);
    expect(listActs(waiting, 'reviewer')).toEqual(['object']);
    expect(listActs(reading, 'nominator')).toEqual(['revoke', 'transfer']);
    expect(listActs(reading, 'reviewer')).toEqual([]);
    expect(listActs(await find(view(), lena.fingerprint), 'nominator')).toEqual(['leave']);
  });

  test('a representative never becomes nominator', async () => {
    const reviewers = [{ reviewer: samir.fingerprint, role: 'representative' as const, name: 'Samir' }];
    expect(listActs(await find(view({ reviewers }), samir.fingerprint), 'nominator')).toEqual(['revoke']);
  });
});

describe('the trail of openings', () => {
  const other = 'a07e-41c9-3d5b-2286-0000-0000-0000-0000';
  const records = makeRecords([
    { act: 'session', release: null, object: null },
    { act: 'paper' },
    { act: 'paper' },
    {},
    {},
    { reviewer: other },
    { at: '2001-10-24T08:09:00Z' },
    { act: 'request', release: null, at: '2001-10-24T08:10:00Z' },
  ]);
  const follow = (given: readonly unknown[], from = NO_TRAIL) => followTrail(primitives, party, from, given);

  test('counts messages per person, and groups what was fetched together', () => {
    const trail = follow(records);
    expect(trail).toMatchObject({ state: 'whole', records: 8, first: '2001-10-24T08:06:12Z' });
    expect([...trail.opened]).toEqual([
      ['5c1d-08be-77a2-e94f-0000-0000-0000-0000', 3],
      [other, 1],
    ]);
    expect(trail.entries.map(({ act, records: n }) => [act, n])).toEqual([
      ['session', 1],
      ['paper', 2],
      ['object', 2],
      ['object', 1],
      ['object', 1],
      ['request', 1],
    ]);
  });

  test('reads the same in parts and at once', () => {
    const stretched = [records.slice(0, 3), records.slice(3, 4), records.slice(4)].reduce(
      (trail, some) => follow(some, trail),
      NO_TRAIL,
    );
    expect(stretched).toEqual(follow(records));
  });

  test.each<readonly [string, readonly unknown[]]>([
    ['one left out', records.filter((_, at) => at !== 3)],
    ['two exchanged', [records[1], records[0], ...records.slice(2)]],
    ['one altered', records.map((text, at) => (at === 4 ? text.replace('"act":"object"', '"act":"index"') : text))],
    ['one of another party', makeRecords([{}], 'rival.example')],
    ['no record', [{}]],
    ['another form', records.map((text) => ` ${text}`)],
    ['the first ones gone', records.slice(1)],
  ])('is broken by %s', (_what, given) => {
    const broken = follow(given);
    expect(broken.state).toBe('broken');
    expect(broken.records).toBe(broken.head.number);
    expect(broken.records).toBeLessThan(records.length);
    expect(follow(records, follow(given)).state).toBe('broken');
  });

  test('keeps what is valid up to the break', () => {
    const broken = follow(records.map((text, at) => (at === 4 ? 'nothing' : text)));
    expect(broken).toMatchObject({ state: 'broken', records: 4, head: { number: 4 } });
    expect(broken.entries.at(-1)).toMatchObject({ act: 'object', number: 4 });
  });

  test('that lost what was seen before is detected', () => {
    const seen = follow(records.slice(0, 5)).head;
    const look = (given: readonly string[]) => {
      const kept = new SeenHead(seen);
      kept.take(primitives, party, NO_TRAIL.head, given);
      return kept.end();
    };
    expect(look(records)).toBe('kept');
    expect(look(records.slice(0, 5))).toBe('kept');
    expect(look(records.slice(0, 4))).toBe('lost');
    expect(look(makeRecords([{}, {}, {}, {}, {}, {}]))).toBe('lost');
    const first = new SeenHead(NO_TRAIL.head);
    expect(first.end()).toBe('kept');
  });
});

describe('a fingerprint to read aloud', () => {
  const whole = '5c1d-08be-77a2-e94f-1234-5678-9abc-def0';
  test.each([
    [whole, { state: 'whole', fingerprint: whole }],
    ['5C1D 08BE 77A2 E94F 1234 5678 9ABC DEF0', { state: 'whole', fingerprint: whole }],
    ['5cld o8be 77a2 e94f 1234 5678 9abc defo', { state: 'whole', fingerprint: whole }],
    ['5c1d 08', { state: 'typing', entered: 6 }],
    ['', { state: 'typing', entered: 0 }],
    ['5c1d 08bx', { state: 'slip', group: 2 }],
    [`${whole}0`, { state: 'too-long' }],
  ])('%j', (text, expected) => {
    expect(readTypedFingerprint(text)).toEqual(expected);
  });

  test('is halved where there is little room', () => {
    expect(toShortFingerprint(whole)).toBe('5c1d-08be-77a2-e94f');
  });
});
