import type { Json } from '@candor/core/base';
import {
  type AUDIT_SUBJECTS,
  type AuditNotice,
  compareEvidence,
  compareNotices,
  compareParties,
  compareVerdicts,
  describeJsonDifference,
  findOmitted,
  type ReplayedNotice,
  readAuditHead,
  readAuditNotices,
  sortDifferences,
} from '@candor/core/transparency/audit';
import { describe, expect, test } from 'vitest';

describe('JSON', () => {
  test('that is equal has no difference, in whatever order its members are', () => {
    expect(describeJsonDifference({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toEqual([]);
  });

  test('that differs is named member by member, with both values', () => {
    expect(describeJsonDifference({ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } })).toEqual([
      'a.c: the export says 2, the evidence gives 3',
    ]);
    expect(describeJsonDifference({ a: 1 }, {})).toEqual(['a: the export says 1, the evidence gives nothing']);
    expect(describeJsonDifference([1, 2], [1])).toEqual([': the export says [1,2], the evidence gives [1]']);
  });

  test('with many differences names five and counts the rest', () => {
    const [then, now] = [0, 1].map((value) =>
      Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`m${at}`, value])),
    );
    expect(describeJsonDifference(then, now)).toHaveLength(6);
    expect(describeJsonDifference(then, now).at(-1)).toBe('and 4 more');
  });
});

describe('evidence', () => {
  const file = (path: string, sha256: string) => ({ purpose: 'mailbox', path, size: 1, sha256 });

  test.each([
    ['equal', [file('a', '1'), file('b', '2')], []],
    ['another digest', [file('a', '9'), file('b', '2')], ['a: its digest is 9, the version read 1']],
    ['missing', [file('a', '1')], ['b: the version read this file, and it is not in the folder']],
    ['more', [file('a', '1'), file('b', '2'), file('c', '3')], ['c: the version did not read this file']],
  ])('%s', (_, read, expected) => {
    const found = compareEvidence([file('a', '1'), file('b', '2')], read);
    expect(found.map(({ place, text }) => `${place}: ${text}`)).toEqual(expected);
  });
});

describe('verdicts', () => {
  const copy = (location: string, verdict: string) => JSON.stringify({ custodian: 'ann', location, verdict });
  const exported = [copy('1.eml', 'accessed'), copy('2.eml', 'possible')];

  test('of the same copies are compared copy by copy', () => {
    expect(compareVerdicts(exported, exported)).toEqual([]);
    expect(compareVerdicts(exported, [copy('1.eml', 'accessed'), copy('2.eml', 'absent')])).toEqual([
      { is: 'verdict', place: 'ann 2.eml', text: 'verdict: the export says "possible", the evidence gives "absent"' },
    ]);
  });

  test('of a copy that only one side has are named with it', () => {
    expect(compareVerdicts(exported, [copy('1.eml', 'accessed'), copy('3.eml', 'absent')])).toEqual([
      { is: 'verdict', place: 'ann 2.eml', text: 'the evidence has no such copy; the export says possible' },
      { is: 'verdict', place: 'ann 3.eml', text: 'the export has no such copy; the evidence gives absent' },
    ]);
  });

  test('in a line that is no JSON are a difference, not a fault', () => {
    expect(compareVerdicts(['nonsense'], [copy('1.eml', 'accessed')])).toHaveLength(2);
  });
});

test('parties are compared by id', () => {
  const party = (id: string, messages: number) => ({ party: id, messages });
  expect(compareParties([party('a', 1), party('b', 2)], [party('a', 1), party('c', 2)])).toEqual([
    { is: 'party', place: 'b', text: 'the evidence gives no such party' },
    { is: 'party', place: 'c', text: 'the evidence gives this party, the export does not have it' },
  ]);
});

describe('an omitted party', () => {
  const due = [{ party: 'a', mergedIds: ['a', 'former-a'], messages: 2 }];
  const none = { noticed: new Set<string>(), selected: new Set<string>(), counted: new Set(['a']) };

  test.each([
    ['has a notice', { ...none, noticed: new Set(['a']) }, []],
    ['has a notice under a merged id', { ...none, noticed: new Set(['former-a']) }, []],
    ['is named by the selection', { ...none, selected: new Set(['a']) }, []],
    ['is named by nobody', none, [/neither the wave nor its selection names it/]],
    [
      'is not counted',
      { ...none, noticed: new Set(['a']), counted: new Set<string>() },
      [/the set of parties .* have it/],
    ],
  ])('%s', (_, named, expected) => {
    const found = findOmitted(due, due, named).map(({ text }) => text);
    expect(found).toEqual(expected.map((says) => expect.stringMatching(says)));
  });
});

describe('notices', () => {
  const issued: AuditNotice = {
    ...{ notice: 1, party: 'a', follows: null, isGuessed: false, issued: 0, subject: 's', text: 'x\ny', html: '<p>' },
    ...{ record: '{}', salt: '', position: 0, custodians: ['ann'] },
    facts: {
      figures: { accessed: 1 },
      addresses: { listed: [{ address: 'jo@a' }], total: 1 },
      secretMessages: [{ date: 1_000_000_000, address: 'jo@a', messageId: '1@m' }],
      unknown: { mailboxes: 1 },
    },
    messages: [{ contact: 'c@a', rung: 'curated', purpose: 'first', sha256: '1' }],
  };
  const again: ReplayedNotice = {
    ...{ party: 'a', follows: null, isGuessed: false, subject: 's', text: 'x\ny', html: '<p>', custodians: ['ann'] },
    facts: issued.facts,
    contacts: [{ contact: 'c@a', rung: 'curated' }],
    messages: new Map([['c@a', '1']]),
  };
  const listed = (address: string) => ({ ...issued.facts, addresses: { listed: [{ address }], total: 1 } });
  const words = { ...issued.facts, organization: { happened: { de: 'x' } }, unknown: { mailboxes: 1, sentence: {} } };

  test.each([
    ['nothing', again, []],
    ['what people wrote, which the texts show', { ...again, facts: words }, []],
    ['a figure', { ...again, facts: { ...issued.facts, figures: { accessed: 2 } } }, ['figure']],
    ['a count of gaps', { ...again, facts: { ...issued.facts, unknown: { mailboxes: 2 } } }, ['figure']],
    ['an address', { ...again, facts: listed('al@a') }, ['address', 'address']],
    ['a message with passwords', { ...again, facts: { ...issued.facts, secretMessages: [] } }, ['address']],
    ['a contact', { ...again, contacts: [{ contact: 'd@a', rung: 'curated' }] }, ['contact', 'contact']],
    ['a line', { ...again, text: 'x\nz' }, ['text']],
    ['a message', { ...again, messages: new Map([['c@a', '2']]) }, ['message']],
    ['messages that are signed', { ...again, messages: null }, []],
  ])('%s', (_, replayed, expected) => {
    expect(compareNotices([issued], [replayed]).map(({ is }) => is)).toEqual(expected);
  });

  describe('of whose messages with passwords or keys', () => {
    const row = (at: number) => ({ date: 1_000_000_000 + at, address: 'jo@a', messageId: `${at}@m` });
    const compare = (then: readonly Json[], now: readonly Json[]) =>
      compareNotices(
        [{ ...issued, facts: { ...issued.facts, secretMessages: [...then] } }],
        [{ ...again, facts: { ...issued.facts, secretMessages: [...now] } }],
      ).map(({ text }) => text);

    test('one differs are named with that row, once a side', () => {
      const rows = [row(1), row(2), row(3)];
      expect(compare(rows, rows)).toEqual([]);
      expect(compare(rows, [row(1), { ...row(2), messageId: 'x@m' }, row(3)])).toEqual([
        '["2001-09-09T01:46:42Z","jo@a","2@m"]: a message with passwords or keys in the notice, not by the evidence',
        '["2001-09-09T01:46:42Z","jo@a","x@m"]: a message with passwords or keys by the evidence, not in the notice',
      ]);
      expect(compare([row(1), row(1)], [row(1)])).toHaveLength(1);
      expect(compare([row(2), row(1)], [row(1), row(2)]).length).toBeGreaterThan(0);
    });

    test('many differ are named five times and counted', () => {
      expect(
        compare(
          Array.from({ length: 9 }, (_, at) => row(at)),
          [],
        ).at(-1),
      ).toBe('and 4 more');
    });

    test('one has a time or a form that no mail has are a difference, not a fault', () => {
      for (const odd of [{ ...row(1), date: 9e15 }, { ...row(1), date: -9e15 }, 'nonsense', [], {}])
        expect(compare([odd], [row(1)]).length).toBeGreaterThan(0);
    });
  });

  test('to a party that gets none are named', () => {
    expect(compareNotices([issued], [])).toMatchObject([{ is: 'party', place: 'notice 1 to a' }]);
  });
});

test('differences of the evidence come first', () => {
  const at = (is: (typeof AUDIT_SUBJECTS)[number]) => ({ is, place: '', text: '' });
  const sorted = sortDifferences([at('text'), at('verdict'), at('evidence')]);
  expect(sorted.map(({ is }) => is)).toEqual(['evidence', 'verdict', 'text']);
});

test('parts of another form are not read', () => {
  expect(readAuditHead('{"v":2}')).toBeNull();
  expect(readAuditHead('nonsense')).toBeNull();
  expect(readAuditNotices('{"notice":1}\n')).toBeNull();
  expect(readAuditNotices('')).toEqual([]);
});
