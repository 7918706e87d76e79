import type { Problem } from '@candor/core/base';
import type { Unresolved } from '@candor/core/exposure';
import type { Alerts } from '@candor/core/exposure/alert';
import type { MailboxGap } from '@candor/core/exposure/coverage';
import type { Incident } from '@candor/core/incident';
import { expect, test } from 'vitest';
import { collectNeeds, type NeedSources } from '../../src/commands/collect-needs.ts';

const quiet: Alerts = {
  afterContainment: { count: 0, first: null, last: null, records: [] },
  beyondWindow: { count: 0, first: null, last: null, records: [] },
  suggestedSessions: [],
  mailboxesReached: [],
};

function makeSources(some: Partial<NeedSources>, custodians: readonly string[] = []): NeedSources {
  return {
    incident: { mailboxes: custodians.map((custodian) => ({ custodian })) } as unknown as Incident,
    alerts: quiet,
    fresh: { sessions: [], mailboxes: [] },
    undecided: { records: 0, copies: 0, parties: 0 },
    unresolved: [],
    gaps: new Map(),
    undetermined: new Map(),
    unasserted: new Map(),
    problems: [],
    accepted: new Set(),
    ...some,
  };
}

function makeProblem(line: number, weight: Problem['weight'] = 'person'): Problem {
  return { code: 'access-row-unreadable', place: `log.csv:${line}`, text: 'the row cannot be read.', weight };
}

function makeBlind(custodians: readonly string[], kind: MailboxGap['kind']): NeedSources {
  const gap = { kind } as unknown as MailboxGap;
  return makeSources(
    {
      gaps: new Map(custodians.map((custodian) => [custodian, [gap]])),
      undetermined: new Map(custodians.map((custodian, at) => [custodian, at + 1])),
    },
    custodians,
  );
}

test('is empty when nothing is odd', () => {
  expect(collectNeeds(makeSources({}))).toEqual([]);
});

test('groups many problems of one kind into one entry at the first place', () => {
  const needs = collectNeeds(makeSources({ problems: [1, 2, 3].map((line) => makeProblem(line)) }));
  expect(needs.map(({ subject, text }) => [subject, text])).toEqual([
    ['log.csv:1', 'the row cannot be read. 2 more of this kind.'],
  ]);
});

test('notes and accepted problems need nobody', () => {
  const problems = [makeProblem(1), makeProblem(2, 'note'), makeProblem(3)];
  const needs = collectNeeds(makeSources({ problems, accepted: new Set(['log.csv:1']) }));
  expect(needs.map(({ subject }) => subject)).toEqual(['log.csv:3']);
});

test('lists two blind mailboxes separately and more together, worst first', () => {
  const two = collectNeeds(makeBlind(['a', 'b'], 'throttled'));
  expect(two.map(({ subject }) => subject)).toEqual(['a', 'b']);
  const [all, ...rest] = collectNeeds(makeBlind(['a', 'b', 'my box'], 'throttled'));
  expect(rest).toEqual([]);
  expect(all).toMatchObject({
    subject: '3 mailboxes',
    text: 'the log is blind for part of the window (throttled): 6 copies cannot be judged, most of them of my box.',
    command: "candor explain --mailbox 'my box'",
  });
});

test('shows how to assert a log that no `covers` entry describes', () => {
  expect(collectNeeds(makeBlind(['a'], 'unasserted'))[0]?.text).toContain('`covers` in the incident file');
  expect(collectNeeds(makeBlind(['a'], 'throttled'))[0]?.text).not.toContain('covers');
});

test('says what rests on undecided records alone, and leads to the leads', () => {
  const [need, ...rest] = collectNeeds(makeSources({ undecided: { records: 3633, copies: 158, parties: 20 } }));
  expect(rest).toEqual([]);
  expect(need).toMatchObject({ kind: 'undecided', subject: '3,633 records', command: 'candor leads' });
  expect(need?.text).toContain('158 copies and 20 parties depend on them alone');
  expect(collectNeeds(makeSources({ undecided: { records: 9, copies: 0, parties: 0 } }))).toEqual([]);
});

test('counts copies presumed copied for lack of a `covers` entry, with the missing line', () => {
  const say = (unasserted: NeedSources['unasserted']) => collectNeeds(makeSources({ unasserted }));
  expect(say(new Map([['a', 1]]))).toEqual([
    {
      kind: 'gap',
      subject: 'a',
      text: 'no `covers` entry says that this log is complete; for that reason alone, 1 copy must be presumed copied. If it is complete, add `covers` to the incident file.',
      command: 'candor explain --mailbox a',
    },
  ]);
  const [all, ...rest] = say(
    new Map([
      ['a', 1],
      ['my box', 7],
    ]),
  );
  expect(rest).toEqual([]);
  expect(all).toMatchObject({
    subject: '2 mailboxes',
    text: expect.stringContaining('8 copies must be presumed copied, most of them of my box.'),
    command: "candor explain --mailbox 'my box'",
  });
});

test('lists unresolved ids as one entry, each id once', () => {
  const unresolved = [
    { what: 'message-id', value: '<1@a.example>', count: 1, reason: 'in-no-mailbox' },
    { what: 'message-id', value: '<1@a.example>', count: 1, reason: 'deleted-before-collection' },
    { what: 'message-id', value: '<2@a.example>', count: 1, reason: 'in-no-mailbox' },
  ] as readonly Unresolved[];
  const needs = collectNeeds(makeSources({ unresolved }));
  expect(needs.map(({ subject }) => subject)).toEqual(['2 message ids']);
  expect(needs[0]?.text).toMatch(/^2 in the intruder's records but in no supplied mailbox; 1 deleted/);
  expect(needs[0]?.text).toContain('(1 counted twice)');
  const sent = [{ what: 'message-id', value: '<3@a.example>', count: 1, reason: 'sent-in-no-mailbox' }] as const;
  expect(collectNeeds(makeSources({ unresolved: sent }))[0]?.text).toBe(
    'sent by the intruder and in no supplied mailbox.',
  );
  const once = collectNeeds(makeSources({ unresolved: unresolved.slice(1) }));
  expect(once[0]?.text).not.toContain('counted twice');
});

test('describes a folder id in no list: it may mean any folder of the mailbox', () => {
  const unresolved = [{ what: 'folder', value: 'F', count: 1, reason: 'not-in-folder-list' }] as readonly Unresolved[];
  expect(collectNeeds(makeSources({ unresolved }))[0]).toMatchObject({
    subject: '1 folder id',
    text: expect.stringContaining('they may mean any folder of the mailbox. Export its complete folder list'),
  });
});

test("lists many sessions at the intruder's addresses as one entry", () => {
  const suggestedSessions = ['s1', 's2', 's3'].map((session) => ({
    session,
    records: 1,
    first: 0,
    last: 0,
    address: '198.51.100.7',
  }));
  const needs = (count: number) =>
    collectNeeds(makeSources({ alerts: { ...quiet, suggestedSessions: suggestedSessions.slice(0, count) } }));
  expect(needs(2)).toHaveLength(2);
  expect(needs(3).map(({ text }) => text.slice(0, 10))).toEqual(['3 sessions']);
});

test('an intruder still present comes first', () => {
  const afterContainment = { count: 2, first: 0, last: 60, records: ['r1', 'r2'] };
  const needs = collectNeeds(makeSources({ alerts: { ...quiet, afterContainment }, problems: [makeProblem(1)] }));
  expect(needs.map(({ kind }) => kind)).toEqual(['alert', 'problem']);
  expect(needs[0]?.text).toMatch(/^2 records of the intruder's after containment, 1 Jan 1970, 00:00 UTC to /);
});
