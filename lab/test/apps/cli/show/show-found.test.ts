import { describe, expect, test } from 'vitest';
import { showFindingPage, showOverview, showValueView } from '../../../../src/apps/cli/show/show-found.ts';
import { showFindingFigures, showPeople, showPrivilege } from '../../../../src/apps/cli/show/show-people.ts';
import { showSampleView } from '../../../../src/apps/cli/show/show-sample.ts';
import type { FindingOverview } from '../../../../src/commands/impact/list-findings.ts';
import type { PersonLine } from '../../../../src/commands/impact/list-people.ts';
import type { ExposedFinding } from '../../../../src/commands/impact/read-findings.ts';
import { showPlainly } from './plain-screen.ts';

const NARROW = 60;
const tally = { counted: 21_541, waiting: 0, dismissed: 0, values: 11_540, messages: 21_541 };
const confidences = { certain: 1, likely: 2, weak: 0 };
const overview: FindingOverview = {
  organization: 'Harbor Energy',
  incident: 'harbor-2001',
  version: 1,
  erasures: [],
  searched: { searched: 4_151, unsearched: 3, unreached: 12_000, erased: 0, unread: { 'too-deep': 2 } },
  kinds: [
    { ...tally, ...confidences, kind: 'driving-licence', class: 'person' },
    { ...tally, ...confidences, kind: 'health', class: 'sensitive', values: null },
  ],
  parties: [{ ...tally, secrets: 1, party: 'the-harbor-department-of-trade-and-industry-of-the-coast.example' }],
  custodians: [],
};
const finding: ExposedFinding = {
  ...{ kind: 'driving-licence', detector: 'driving-licence', confidence: 'likely', state: 'counted' },
  ...{ value: 12_345, part: '2.1/text', offset: 12, length: 9, mask: 'D…7', message: 'ab'.repeat(32) },
  ...{ sender: 'jo@northwind.example', date: 1_000_092_000, custodians: ['okafor-a'], parties: ['northwind.example'] },
  locations: ['mailboxes/okafor-a/.Projects.Quay 7/cur/998899849.quay-7-0-r.mx1.harbor.example:2,S'],
} as ExposedFinding;
const person: PersonLine = {
  ...{ relation: 'correspondent', party: 'northwind.example', country: 'NO', name: 'Jo Berg' },
  ...{ addresses: ['jo@northwind.example', 'jo.berg@northwind.example'], kind: 'bank-account', messages: 3, values: 2 },
  ...{ person: '0123456789abcdef', region: '', indicated: [], isMinor: false, basis: 'text' },
};
const people: readonly PersonLine[] = [
  person,
  { ...person, kind: 'passport', messages: 1 },
  {
    ...person,
    relation: 'own',
    party: '',
    country: '',
    name: '',
    addresses: ['ann@harbor.example'],
    messages: 9,
    basis: 'headers',
  },
  {
    ...person,
    relation: 'unnamed',
    party: '',
    country: '',
    name: '',
    addresses: [],
    messages: 12,
    values: 8,
    basis: '',
  },
];

const share = { share: 0.95, low: 0.912_3, high: 0.973, of: 200, count: 190 };
const sample = {
  ...{ sample: 1, at: 0, by: 'Ines Adler', sizes: { flagged: 4_012, unflagged: 139_000 }, answered: 600, unsure: 2 },
  estimate: { precision: share, elusion: share, recall: share, missed: { least: 78, most: 12_139 } },
} as unknown as Parameters<typeof showSampleView>[1];

const screens = {
  sample: (width: number) => showPlainly((screen) => showSampleView(screen, sample), width),
  overview: (width: number) => showPlainly((screen) => showOverview(screen, overview, '.candor'), width),
  list: (width: number) =>
    showPlainly((screen) => showFindingPage(screen, { findings: [finding], from: 0, total: 1 }, '.candor'), width),
  value: (width: number) =>
    showPlainly((screen) => showValueView(screen, { value: 1, places: [finding], decisions: [] }), width),
  people: (width: number) => showPlainly((screen) => showPeople(screen, people, null), width),
  figures: (width: number) =>
    showPlainly(
      (screen) =>
        showFindingFigures(screen, [
          {
            name: 'finding-values',
            value: { 'bank-account': 12_345, passport: 1 },
            formula: 'x '.repeat(80),
            version: 2,
          },
          { name: 'findings-waiting', value: 12_345, formula: 'weak', version: 2 },
        ]),
      width,
    ),
  privilege: (width: number) =>
    showPlainly(
      (screen) =>
        showPrivilege(
          screen,
          {
            messages: [
              {
                message: 'a',
                date: null,
                from: ['kay@firm.test', 'lee@firm.test'],
                to: [],
                basis: ['counsel', 'mark'],
              },
            ],
            footers: 1,
            held: null,
            decision: null,
          },
          null,
          '.candor',
        ),
      width,
    ),
} as const;

describe('screens of findings on a narrow terminal', () => {
  test.each(Object.keys(screens))('%s: no line of several words is longer', (name) => {
    const lines = screens[name as keyof typeof screens](NARROW);
    expect(lines.filter((line) => line.length > NARROW && line.trim().includes(' '))).toEqual([]);
  });

  test('the place of a finding stands whole', () => {
    const text = screens.list(NARROW).join(' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain(`${finding.locations[0] ?? ''} 2.1/text:12`);
  });
});

test('what says nothing but zero has no column, and health has no values', () => {
  const [head, licence, health] = screens.overview(100).filter((line) => /counted|licence|health/.test(line));
  expect(head?.split(/\s+/)).toEqual(['', 'counted', 'values', 'messages', 'kind']);
  expect(licence?.split(/\s+/)).toEqual(['', '21,541', '11,540', '21,541', 'driving-licence']);
  expect(health?.split(/\s+/)).toEqual(['', '21,541', '21,541', 'health']);
  const waiting = { ...overview, kinds: overview.kinds.map((kind) => ({ ...kind, waiting: 2 })) };
  expect(showPlainly((screen) => showOverview(screen, waiting, '.candor')).join('\n')).toMatch(
    /counted +waiting +values/,
  );
});

test('what was not searched is said, each with its reason', () => {
  const text = screens.overview(200).join('\n');
  expect(text).toContain('3 messages not searched: the evidence is not what it was, or is gone.');
  expect(text).toContain('12,000 messages not searched: the log is inconclusive');
  expect(text).toContain('Not read in 2 messages: messages attached more than eight levels deep');
});

test('people are distinguished by address, those with most messages first', () => {
  const lines = screens.people(100);
  expect(lines[0]).toBe('1 person beside whose name personal data stands in mail');
  expect(lines[1]).toBe('1 other in the headers of mail with data of nobody named');
  expect(lines.findIndex((line) => line.includes('ann@'))).toBeLessThan(lines.findIndex((line) => line.includes('Jo')));
  expect(lines).toContain('  Jo Berg · jo@northwind.example · jo.berg@northwind.example');
  expect(lines).toContain('    0123456789abcdef, of northwind.example, NO');
  expect(lines).toContain('    bank-account 3, passport 1');
});

test('where nothing is privileged, nothing is offered to be held', () => {
  const none = { messages: [], footers: 0, held: null, decision: null };
  expect(showPlainly((screen) => showPrivilege(screen, none, null, '.candor'))).toEqual([
    '0 exposed messages that counsel may hold back',
  ]);
  expect(screens.privilege(100).join('\n')).toContain(
    '--hold holds them back: candor findings privilege --hold --why "…"',
  );
});

test('"searched" names in the same sentence how much was not', () => {
  const unreadSizes = { encrypted: { parts: 2, bytes: 900_000 }, cut: { parts: 1_200, bytes: 0 } };
  const say = (searched: Partial<FindingOverview['searched']>): string =>
    showPlainly(
      (screen) => showOverview(screen, { ...overview, searched: { ...overview.searched, ...searched } }, '.candor'),
      200,
    ).join(' ');
  expect(say({ unread: { encrypted: 2, cut: 1 }, unreadSizes })).toContain(
    'but for: 3 messages not searched; what could not be read (1,202 parts, 900 KB);',
  );
  expect(say({})).toContain('what could not be read; ');
});
