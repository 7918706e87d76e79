import { sayToNotify } from '@candor/core/impact';
import type { Selection } from '@candor/core/notice/selection';
import { describe, expect, test } from 'vitest';
import { showOperators } from '../../../../src/apps/cli/operator-commands.ts';
import { showDifference } from '../../../../src/apps/cli/show/show-difference.ts';
import { showMailbox } from '../../../../src/apps/cli/show/show-explain.ts';
import { showFigures } from '../../../../src/apps/cli/show/show-figures.ts';
import { showParties } from '../../../../src/apps/cli/show/show-parties.ts';
import { showProblems } from '../../../../src/apps/cli/show/show-problems.ts';
import { showRun } from '../../../../src/apps/cli/show/show-run.ts';
import { showAlerts } from '../../../../src/apps/cli/show/show-status.ts';
import { showUnresolved } from '../../../../src/apps/cli/show/show-unresolved.ts';
import { showWave } from '../../../../src/apps/cli/show/show-wave.ts';
import type { ExplainedMailbox } from '../../../../src/commands/exposure/explain-mailbox.ts';
import type { ShownAlerts } from '../../../../src/commands/read-status.ts';
import { showPlainly } from './plain-screen.ts';

const NOTIFY = sayToNotify({
  exposed: { organization: 1, person: 0, list: 1 },
  bars: { mailboxes: [], notSupplied: 0, emptyLogs: [] },
  undetermined: 0,
  intruders: 1,
});

const location = 'okafor-a/.Projects.Quay 7/cur/998899849.quay-7-0-r.mx1.harbor.example:2,S';
const record = {
  id: 'c1b0d482-333c-4cae-a6fc-64b97f6bcfbe',
  time: '2001-10-24T03:11:00Z',
  label: 'intruder',
  labelRule: 'A1',
  labelText: 'a session of the intruder',
  operation: 'MailItemsAccessed',
  sources: ['audit/lindqvist-s.search.csv, row 118'],
};
const unresolved = [
  { what: 'folder', value: 'LgAAAAB7mp7f1RECWUE11CidBMxVYlxaEbEriyxETdfAAAB', count: 2, reason: 'not-in-folder-list' },
  { what: 'message-id', value: `<${'a'.repeat(50)}@harbor.example>`, count: 1, reason: 'deleted-before-collection' },
  { what: 'message-id', value: '<b@harbor.example>', count: 12_345, reason: 'in-no-mailbox' },
] as const;
const counts = { messages: 33, accessed: 0, presumed: 21, partial: 0, possible: 12, undetermined: 2 };
const difference = {
  from: 1,
  to: 2,
  rules: ['2026-11', '2026-12'],
  causes: ['rules', 'evidence', 'incident-file'],
  custodians: {},
  parties: [
    {
      party: 'gridwire.example',
      change: 'changed' as const,
      before: counts,
      after: { ...counts, presumed: 29, possible: 4, undetermined: 0 },
      facts: [{ fact: 'copies' as const, before: 40, after: 41 }],
    },
    {
      party: 'new.example',
      change: 'appeared' as const,
      before: null,
      after: { ...counts, messages: 1, possible: 0 },
      facts: [],
    },
  ],
  changes: [
    {
      custodian: 'okafor-a',
      location,
      change: 'rose' as const,
      before: 'presumed',
      after: 'accessed',
      causes: ['rules', 'evidence', 'incident-file'],
    },
  ],
} as unknown as Parameters<typeof showDifference>[1];
const mailbox = {
  custodian: 'okafor-a',
  copies: { accessed: 1 },
  rules: [],
  gaps: [],
  records: [record],
  recordCount: 1,
  list: [{ location, messageId: null, verdict: 'accessed', codes: ['bind-exact', 'sync-of-the-folder', 'search'] }],
} as unknown as ExplainedMailbox;
const alerts = {
  afterContainment: [record],
  afterContainmentCount: 1,
  fresh: { sessions: [], mailboxes: [] },
  suggestedSessions: [
    { session: '507b2547-24af-40b3-a397-307a98b1598e', records: 1, address: '198.51.100.23', first: 0, last: 90_000 },
  ],
} as unknown as ShownAlerts;
const parties = [
  { party: 'a.example', kind: 'person', name: '', presumed: 1, partial: 0, possible: 0, undetermined: 0, accessed: 0 },
].map((party) => ({ first: null, last: null, ...party })) as unknown as Parameters<typeof showParties>[1];

const figures = {
  exposure: { version: 1, digest: 'a'.repeat(64) },
  rules: { figures: 1 },
  size: 1,
  figures: [
    {
      name: 'copies',
      value: { accessed: 12, presumed: 345, partial: 0, possible: 0, undetermined: 0, absent: 0 },
      formula: `lines ${'of exposure.jsonl '.repeat(9)}by verdict`,
    },
    { name: 'parties-exposed-without-country', value: 9, formula: 'the rest of them' },
  ],
  notified: {
    ...{ is: 'stated', words: '12,345 notified, 678 not yet, of 13,023' },
    document: {
      value: { notified: 12_345, notYet: 678, toNotify: 13_023 },
      ...{ set: { wave: 3, bouncesRead: 1_003_650_000 }, exposure: { version: 2 } },
    },
  },
} as unknown as Parameters<typeof showFigures>[1];
const operators = {
  operators: [
    { name: 'Ines Adler', key: 'k'.repeat(43), custodian: 'adler-i', standing: 'file-only' },
    { name: 'Marek Dvorak', key: 'l'.repeat(43), custodian: null, standing: 'in-log' },
  ],
  hasBegun: true,
  record: null,
} as unknown as Parameters<typeof showOperators>[1];
const notice = {
  ...{
    notice: 1,
    siteAddresses: { listed: 181, total: 200 },
    siteFound: { listed: 50, total: 1_234 },
    party: 'northwind.example',
    kind: 'first',
    language: 'en',
    difference: null,
    before: null,
    code: 'C',
  },
  figures: { ...counts, intruderSent: 0, secrets: 0 },
  domains: ['northwind.example', 'northwind.test', 'north.example', 'wind.example', 'nw.example', 'w.example'],
  contactDomains: ['msp.test'],
  custodians: ['okafor-a'],
  letter: null,
  contacts: ['security', 'abuse', 'postmaster'].map((contact) => ({
    contact: `${contact}@northwind.example`,
    rung: 'role',
    state: 'drafted',
  })),
  ...{ subject: 'Your mail', text: 'Text', nextUpdate: 0, issuedAt: 999_999_999 },
};
const selection: Selection = {
  ...{ v: 1, incident: 'harbor-2001', wave: 1, kind: 'metadata', at: '2001-11-05T10:00:00Z' },
  exposure: { version: 1, digest: 'e'.repeat(64) },
  takenOut: {
    parties: 12,
    of: 200,
    lastSecrets: [`${'a'.repeat(50)}.example`, `${'b'.repeat(50)}.example`],
    confirm: 12,
  },
  order: { only: null, except: ['gridwire.example'] },
  rows: [
    { is: 'left-out', party: `${'news-'.repeat(12)}.example`, why: 'list-by-hand', into: null, decision: 'curation 3' },
    { is: 'figure', party: `${'quay-'.repeat(10)}.example`, figure: 'password', alone: 12, here: 0 },
  ],
  decisions: [
    {
      ...{ id: 'curation 3', what: `kind of ${'news-'.repeat(12)}.example: list`, by: 'Marek Dvorak' },
      ...{ at: '2001-11-04T10:00:00Z', why: 'it forwards to everybody who asked for it', isSigned: false },
    },
  ],
  head: 'f'.repeat(64),
  asserted: [
    { what: 'organization.domains', text: 'harbor.example and harbor-trading.example, as the register has them' },
  ],
  since: null,
  digests: { incident: 'a'.repeat(64), files: [], references: [] },
  way: {
    relays: [{ host: 'relay.harbor.example', port: 587, tls: 'starttls', from: 'security@harbor.example' }],
    ...{ gate: 'b'.repeat(64), page: 'https://notices.harbor.example/incident/' },
  },
};
const wave = {
  selection,
  ...{ wave: 1, kind: 'metadata', state: 'drafted', version: 1, digest: 'd'.repeat(64), madeAt: 0, madeBy: 'ines' },
  ...{
    approvedBy: [],
    entry: null,
    notices: 1,
    approvers: [{ name: 'Ines Adler', own: 'adler-i' }],
    gate: null,
    gateObstacle: null,
  },
  warnings: [
    { text: 'the window begins later than the first record of the intruder, and the notices say it as a fact' },
  ],
  referee: [
    {
      code: 'later-mail',
      count: 3,
      parties: ['northwind.example'],
      text: 'A party has mail dated after the last access.',
    },
  ],
  views: [notice],
} as unknown as Parameters<typeof showWave>[1];

const emptyRun = {
  ...{ organization: 'Harbor Energy', incident: 'harbor-2001', version: 1, rules: '2026-11' },
  evidence: {
    ...{ mailboxes: 5, copies: 130, messages: 130, bytes: 319_488, quarantinedBytes: 23 },
    unpacked: { quarantinedBytes: 15 },
  },
  audit: { files: 7, records: 108, attribution: { 'intruder/session': 28, 'ambiguous/unattributed': 40 } },
  copies: { accessed: 55, presumed: 75, partial: 0, possible: 0, undetermined: 0, 'no-evidence': 0, absent: 0 },
  reasons: { bind: 55, 'gap-unasserted': 75 },
  partiesExposed: { organization: 5, person: 1, list: 0 },
  needs: [
    { kind: 'gap', subject: '4 mailboxes', text: 'nobody states that the log is whole.', command: 'candor unresolved' },
    { kind: 'problem', subject: 'audit/a long name.csv:1', text: 'this row is not JSON.', command: 'candor status' },
  ],
} as unknown as Parameters<typeof showRun>[1];

const screens = {
  status: (width: number) =>
    showPlainly(
      (screen) => showRun(screen, emptyRun, { state: '.candor', out: 'results', canTell: false, isLookedAt: true }),
      width,
    ),
  'figures list': (width: number) => showPlainly((screen) => showFigures(screen, figures), width),
  'operator list': (width: number) => showPlainly((screen) => showOperators(screen, operators, '.candor'), width),
  'notice show': (width: number) => showPlainly((screen) => showWave(screen, wave, true, '.candor'), width),
  unresolved: (width: number) => showPlainly((screen) => showUnresolved(screen, unresolved), width),
  diff: (width: number) => showPlainly((screen) => showDifference(screen, difference), width),
  'explain --mailbox': (width: number) => showPlainly((screen) => showMailbox(screen, mailbox, true), width),
  'status --alerts': (width: number) => showPlainly((screen) => showAlerts(screen, alerts), width),
  parties: (width: number) =>
    showPlainly((screen) => showParties(screen, parties, { left: 12, notify: NOTIFY }, '/srv/case/.candor'), width),
};

describe('on a narrow terminal', () => {
  test.each(Object.keys(screens) as (keyof typeof screens)[])('%s fits into 80 columns', (name) => {
    expect(screens[name](80).filter((line) => line.length > 80)).toEqual([]);
  });

  test('moves what does not fit below, complete', () => {
    expect(screens.diff(80)).toContain(`      ${location}`);
    expect(screens.unresolved(80)).toContain(`    <${'a'.repeat(50)}@harbor.example>`);
  });
});

test('a long name does not push the figures of notices out of the table', () => {
  const long = `${'logistics-'.repeat(6)}.example`;
  const views = [{ ...notice, party: long }, notice].map((view) => ({ ...view, contacts: [] }));
  const lines = showPlainly((screen) => showWave(screen, { ...wave, views } as never, false, '.candor'));
  const row = lines.find((line) => line.includes('northwind.example'));
  expect(row).toMatch(/^ +1 +northwind\.example +first +en +\d+ +no address$/);
  expect(lines.find((line) => line.includes('logistics-'))).toMatch(/… +first/);
});

test('uses the full width of a 40-column terminal for what needs a person', () => {
  const lines = screens.status(40);
  const subject = lines.indexOf('  4 mailboxes');
  expect(lines.slice(subject, subject + 4)).toEqual([
    '  4 mailboxes',
    '    nobody states that the log is whole.',
    '    candor unresolved',
    '  audit/a long name.csv:1',
  ]);
  for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(40);
});

test('one problem is singular', () => {
  const problem = { place: 'a.csv:1', code: 'no-json', text: 'This row is no JSON.', weight: 'person' } as never;
  const said = (count: number) => showPlainly((screen) => showProblems(screen, Array(count).fill(problem))).at(-1);
  expect(said(1)).toMatch(/^1 problem, 1 for a person\./);
  expect(said(2)).toMatch(/^2 problems, 2 for a person\./);
});

test('unresolved items have a heading and a remedy per reason', () => {
  const lines = screens.unresolved(100);
  expect(lines[0]).toMatch(/^what +reason +count +value$/);
  const next = lines.slice(lines.indexOf('Next'));
  for (const { reason } of unresolved) expect(next).toContain(`  ${reason}`);
  expect(next.join(' ')).toContain('Export the folder list again');
});

test('a changed party shows only the figures that differ', () => {
  const text = screens.diff(120).join('\n');
  expect(text).toContain('gridwire.example   changed');
  expect(text).toContain('presumed copied 21 → 29, not ruled out 12 → 4, log cannot tell 2 → 0\n');
  expect(text).not.toMatch(/(\d+) → \1\b/);
});

test('says that every byte is accounted for only when no message is missing', () => {
  const showEvidence = (missing: object): string => {
    const run = { ...emptyRun, evidence: { ...emptyRun.evidence, quarantinedItems: 0, ...missing } };
    const place = { state: '.candor', out: 'results', canTell: false, isLookedAt: true };
    return showPlainly((screen) => showRun(screen, run, place), 120).join('\n');
  };
  expect(showEvidence({})).toContain('every byte accounted for');
  expect(showEvidence({ missing: 2 })).not.toContain('accounted for');
  expect(showEvidence({ missing: 2 })).toContain('messages are missing in 2 places: review them');
});
