import { sayToNotify } from '@candor/core/impact';
import { countNotified, type DeliveryStateName } from '@candor/core/notice/delivery';
import {
  type AwareFact,
  composeGdprReport,
  findAwareness,
  GDPR_REQUIREMENTS,
  type GdprFacts,
  toGdprText,
} from '@candor/core/transparency';
import { expect, test } from 'vitest';

const day = 86_400;
const discovered = Date.UTC(2001, 9, 18) / 1000;
const figure = (name: string, value: number | string | { readonly [part: string]: number }) => ({
  name,
  value,
  formula: `how ${name} is counted`,
  version: 1,
});

const told = (count: number, state: DeliveryStateName) =>
  Array.from({ length: count }, () => ({
    posted: false,
    deliveries: [{ state, takenBy: state === 'accepted' ? ('relay' as const) : null }],
  }));

const said: AwareFact = {
  at: discovered,
  by: 'Ines Adler',
  how: 'ticket 4711',
  recordedBy: 'ines',
  recordedAt: discovered + 3600,
  zone: 'Etc/UTC',
  stated: null,
};

const whole: GdprFacts = {
  organization: 'Harbor Energy Ltd',
  window: { start: discovered - 30 * day, contained: discovered },
  activity: { first: discovered - 20 * day, last: discovered - day },
  intruderKinds: { bind: 5 },
  aware: findAwareness([said], null),
  sender: { name: 'Harbor Energy Ltd', postal: 'Quay 7, 1000 Harbor', signatory: 'Ines Adler', title: 'CEO' },
  contact: { mail: 'privacy@harbor.example', telephone: '+1 202 555 0100', dpo: 'Dana Poe, Law LLP' },
  measures: 'We removed the application.',
  unknown: 'Whether copies were passed on.',
  nextUpdate: discovered + 7 * day,
  figures: [
    figure('messages', { accessed: 12, presumed: 3 }),
    figure('natural-persons', { least: 4, most: 40, ownLeast: 1, ownMost: 9, outsideLeast: 3, outsideMost: 31 }),
    figure('mailboxes-accessed', 2),
  ],
  found: null,
  parties: { toNotify: 22, told: countNotified([...told(20, 'accepted'), ...told(2, 'bounced')], discovered) },
  notify: sayToNotify({
    exposed: { organization: 22, person: 0, list: 0 },
    bars: { mailboxes: [], notSupplied: 0, emptyLogs: [] },
    undetermined: 0,
    intruders: 5,
  }),
  controllers: { toNotify: 3, told: countNotified(told(1, 'accepted'), discovered) },
  log: { origin: 'harbor.example/log', acts: 12 },
  exposure: { version: 4, digest: 'ab'.repeat(32) },
  at: discovered + 2 * day,
};
const tasks = (facts: GdprFacts) =>
  composeGdprReport(facts).lines.flatMap((line) => (line.is === 'task' ? [`${line.article} ${line.key}`] : []));
const texts = (facts: GdprFacts) =>
  composeGdprReport(facts)
    .lines.map(({ text }) => text)
    .join('\n');

test('every required part of Article 33 has a line, and every figure its formula and version', () => {
  const { lines } = composeGdprReport(whole);
  expect(new Set(lines.map(({ article }) => article))).toEqual(new Set(Object.keys(GDPR_REQUIREMENTS)));
  const figures = lines.flatMap((line) => (line.is === 'figure' ? [line.figure] : []));
  expect(figures.map(({ name }) => name)).toEqual([
    'mailboxes-accessed',
    'messages',
    'data-subjects',
    'parties-notified',
    'controllers-notified',
    'log-entries',
  ]);
  expect(figures.every(({ formula, version }) => formula !== '' && version > 0)).toBe(true);
});

test('an unstated fact is a task that names its key; what needs judgement is always a task', () => {
  const judged = [
    '33(3)(a) subject-categories',
    '33(3)(a) record-categories',
    '33(3)(c) consequences',
    '33(3)(c) risk',
    '33(5) register',
  ];
  expect(tasks(whole)).toEqual(['33(1) notification', ...judged.slice(0, 4), '33(2) controllers', '33(5) register']);
  const nothing = {
    ...whole,
    aware: findAwareness([], null),
    sender: null,
    contact: null,
    measures: null,
    unknown: null,
    nextUpdate: null,
    controllers: null,
    log: null,
  };
  expect(tasks(nothing)).toEqual(
    expect.arrayContaining([
      '33(1) aware',
      '33(3)(b) notice.contact',
      '33(3)(b) notice.sender.name',
      '33(3)(d) notice.measures',
      '33(2) directory.relation',
      '33(4) notice.unknown',
      '33(4) notice.nextUpdate',
      '33(5) log',
      ...judged,
    ]),
  );
  expect(texts(nothing)).toContain(
    'notice.contact is missing: name the data protection officer or another contact point.',
  );
  // A data protection officer who cannot be reached is no contact point.
  expect(tasks({ ...whole, contact: { mail: null, telephone: null, dpo: 'Dana Poe' } })).toContain(
    '33(3)(b) notice.contact.mail',
  );
});

test('the clock runs from the newest statement, and names its author and what it superseded', () => {
  const later = { ...said, at: discovered + 3600, by: 'Marek Dvorak', how: 'call', recordedAt: discovered + 7200 };
  const facts = { ...whole, aware: findAwareness([said, later], discovered - day) };
  expect(composeGdprReport(facts).clock).toMatchObject({ from: 'case aware', ends: discovered + 3600 + 3 * day });
  expect(texts(facts)).toContain(
    'Aware 18 Oct 2001, 01:00 UTC: Marek Dvorak, by “call”, recorded by ines on 18 Oct 2001, 02:00 UTC. It supersedes 1 earlier statement, the last of which said 18 Oct 2001, 00:00 UTC (Ines Adler). notice.discovered of the incident file says 17 Oct 2001, 00:00 UTC.',
  );
  expect(tasks(facts)).not.toContain('33(1) aware');
});

test('a time that the incident file alone says runs the clock, and asks for its author', () => {
  const facts = { ...whole, aware: findAwareness([], discovered) };
  expect(composeGdprReport(facts).clock).toMatchObject({ from: 'notice.discovered', ends: discovered + 3 * day });
  expect(tasks(facts)).toContain('33(1) aware');
  expect(texts(facts)).toContain('Discovered 18 Oct 2001, 00:00 UTC, as notice.discovered says.');
});

test('the clock runs 72 hours from awareness, and a late report needs reasons', () => {
  expect(composeGdprReport(whole).clock).toMatchObject({ hours: 72, ends: discovered + 3 * day, isOver: false });
  expect(texts(whole)).toContain('The 72 hours end 21 Oct 2001, 00:00 UTC: 24 hours left.');
  const late = { ...whole, at: discovered + 3 * day };
  expect(composeGdprReport(late).clock.isOver).toBe(true);
  expect(texts({ ...late, at: late.at + 5 * 3600 })).toContain(
    'The 72 hours ended 21 Oct 2001, 00:00 UTC: 5 hours ago.',
  );
  expect(tasks(late)).toContain('33(1) delay');
  expect(tasks(late)).not.toContain('33(1) notification');
  expect(composeGdprReport({ ...whole, aware: findAwareness([], null) }).clock).toMatchObject({
    ends: null,
    isOver: false,
  });
});

test('the file has each figure with formula, each statement with key, and boxes for tasks', () => {
  const report = composeGdprReport(whole);
  const text = toGdprText(report, { incident: 'harbor-2001', organization: 'Harbor Energy Ltd', at: whole.at });
  for (const [article, asks] of Object.entries(GDPR_REQUIREMENTS))
    expect(text).toContain(`## Article ${article}\n\nAsks: ${asks}.`);
  expect(text).toContain('(messages: how messages is counted; formula version 1)');
  expect(text).toContain('(from notice.contact.dpo)');
  expect(text.match(/^- \[ \] /gm)).toHaveLength(report.tasks);
  expect(text).toContain('EDPB Guidelines 9/2022');
});

test('personal text cannot move a cursor', () => {
  expect(texts({ ...whole, measures: 'done\u001b[2J\u202e' })).toContain('done[U+001B][2J[U+202E]');
});

test('states search results by kind, with values, confidence and unread files, each with its formula', () => {
  const found = {
    kinds: {
      'bank-account': { messages: 3, values: 2, certain: 3, likely: 0, accepted: 1 },
      credential: { messages: 7, values: 4, certain: 0, likely: 7, accepted: 0 },
      health: { messages: 2, values: null, certain: 0, likely: 2, accepted: 0 },
    },
    searched: 151,
    unsearched: 2,
    unreached: 2,
    erased: 0,
    unread: { encrypted: 4 },
    unreadSizes: { encrypted: { parts: 5, bytes: 9_000 } },
    detectors: 2,
    persons: { least: 0, most: 0 },
    people: { elements: {}, countries: {}, regions: {}, minors: 0 },
  };
  const lines = composeGdprReport({ ...whole, found }).lines.flatMap((line) => (line.is === 'figure' ? [line] : []));
  const ofSearch = lines.filter(({ figure }) => figure.name.startsWith('finding-'));
  expect(ofSearch.map(({ text }) => text)).toEqual([
    'Records with credentials or personal data, by kind: bank-account 3, credential 7, health 2',
    'Distinct values in them, by kind: bank-account 2, credential 4',
    'Findings by confidence: certain 3, likely 9, accepted 1',
    'Exposed messages that were searched, and what was not: searched 151, unsearched 2, unreached 2, unread-encrypted 4, unread-encrypted-parts 5, unread-encrypted-bytes 9,000',
  ]);
  for (const { article, figure } of ofSearch) {
    expect(article).toBe('33(3)(a)');
    expect(figure.formula).not.toBe('');
  }
  expect(ofSearch[0]?.figure.formula).toContain('detectors version 2');
  expect(composeGdprReport(whole).lines.some((line) => line.text.includes('finding'))).toBe(false);
});

test('approved notices are prepared and never notified; bounced ones are returned', () => {
  const value = (states: readonly DeliveryStateName[]) =>
    composeGdprReport({
      ...whole,
      parties: {
        toNotify: 61,
        told: countNotified(
          states.flatMap((state) => told(1, state)),
          null,
        ),
      },
    }).lines.flatMap((line) => (line.is === 'figure' && line.figure.name === 'parties-notified' ? [line] : []));
  const none = { all: 61, sent: 0, returned: 0, posted: 0, notified: 0 };
  expect(value(['approved', 'approved'])[0]?.figure.value).toEqual({ ...none, prepared: 2 });
  expect(value(['bounced', 'bounced'])[0]?.figure.value).toEqual({ ...none, prepared: 2, returned: 2 });
  expect(value(['approved'])[0]?.text).toContain('no bounces were read');
  expect(texts(whole)).toContain('bounces read until 18 Oct 2001, 00:00 UTC');
});

const NOTHING_FOUND = {
  ...{ kinds: {}, searched: 9, unsearched: 0, unreached: 0, erased: 0, unread: {}, unreadSizes: {}, detectors: 2 },
  persons: { least: 0, most: 0 },
  people: { elements: {}, countries: {}, regions: {}, minors: 0 },
};

test('data subjects are the own people, the correspondents, and persons named in texts', () => {
  const found = {
    ...NOTHING_FOUND,
    kinds: { 'national-id': { messages: 1, values: 24, certain: 24, likely: 0, accepted: 0 } },
  };
  expect(texts(whole)).toContain('Data subjects, approximate number: 4–40 (own people 1–9, outside 3–31)');
  expect(texts({ ...whole, found })).toContain(
    'Data subjects, approximate number: 24–64 (own people 1–9, outside 3–31, in texts 24–24)',
  );
});

test('erased findings are said to be erased, and nothing found is never an absence', () => {
  const of = (found: NonNullable<GdprFacts['found']>) => texts({ ...whole, found });
  expect(of(NOTHING_FOUND)).toContain('by kind: none found; the search misses some');
  expect(of({ ...NOTHING_FOUND, erased: 213 })).toContain(
    'by kind: none kept: the findings of 213 messages were erased',
  );
  expect(of({ ...NOTHING_FOUND, erased: 213 })).toContain(
    'without persons named only in 213 messages whose findings were erased',
  );
});

test('an intruder that changed mail or permissions breached the integrity too', () => {
  expect(texts(whole)).toContain('Breach of confidentiality: an intruder');
  const altered = texts({ ...whole, intruderKinds: { bind: 5, handle: 2, permission: 1 } });
  expect(altered).toContain('Breach of confidentiality and integrity: an intruder');
  expect(altered).toContain('What the intruder changed, in records: handle 2, permission 1');
});

test('access after containment makes the end "at least until"', () => {
  const late = { ...whole.activity, last: discovered + day };
  expect(texts({ ...whole, activity: late })).toContain('at least until 19 Oct 2001, 00:00 UTC');
});

test('where mail could not be judged there may be more parties', () => {
  const bars = { mailboxes: ['ben'], notSupplied: 0, emptyLogs: [] };
  const exposed = { organization: 22, person: 0, list: 0 };
  expect(texts({ ...whole, notify: sayToNotify({ exposed, bars, undetermined: 0, intruders: 1 }) })).toContain(
    '; there may be more: all 22',
  );
});
