import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';

const INCIDENTS = join(import.meta.dirname, '../../../corpus/incidents');
const NAMES = [
  'rules',
  'rules-folder-policy',
  'rules-2026-12',
  'rules-2026-12-tenant',
  'rules-2026-12-policy',
  'rules-2026-12-organization',
  'rules-2027-01-forwarding',
  'rules-2027-01-searches',
  'rules-2027-01-elsewhere',
  'rules-2027-01-grants',
];
/** Ten runs, on a machine that does other things too. */
const ALL_RUNS_MS = 240_000;
const scratch = mkdtempSync(join(tmpdir(), 'candor-rules-'));

interface JudgedCopy {
  readonly location: string;
  readonly verdict: string;
  readonly reasons: readonly { readonly code: string; readonly records: readonly string[] }[];
}

function readLines(name: string, file: string): readonly unknown[] {
  const text = readFileSync(join(scratch, name, 'out', file), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

/** The table that a person can check by hand: rule, copy, verdict, records. */
function readTable(name: string): readonly {
  readonly rule: string;
  readonly location: string;
  readonly verdict: string;
  readonly records: readonly string[];
}[] {
  const text = readFileSync(join(INCIDENTS, name, 'README.md'), 'utf8');
  return [...text.matchAll(/^\| (.*) \| `([^`]*)` \| (.*) \| (.*)\|$/gm)].map(
    ([, rule = '', path = '', verdict = '', records = '']) => ({
      rule,
      location: `mailboxes/${path}`,
      verdict: verdict.replace(/[ ,].*$/, ''),
      records: [...records.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id).sort(),
    }),
  );
}

beforeAll(async () => {
  for (const name of NAMES) {
    await runIncident({
      incident: join(INCIDENTS, name, 'incident.yaml'),
      state: join(scratch, name, 'state'),
      out: join(scratch, name, 'out'),
      workers: 1,
      accept: [],
      progress: silentProgress,
    });
  }
}, ALL_RUNS_MS);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(NAMES)('the incident %s', (name) => {
  test('matches its table, copy by copy', () => {
    const copies = new Map(
      (readLines(name, 'exposure.jsonl') as readonly JudgedCopy[]).map((copy) => [copy.location, copy]),
    );
    const table = readTable(name);
    expect(table.length).toBe(copies.size);
    for (const { location, verdict, records, rule } of table) {
      const copy = copies.get(location);
      expect(copy?.verdict, `${location}: ${rule}`).toBe(verdict);
      const cited = [...new Set(copy?.reasons.flatMap((reason) => reason.records))].sort();
      expect(cited, `${location}: ${rule}`).toEqual(records);
    }
  });

  test('names the reason of each rule in its table', () => {
    const copies = new Map(
      (readLines(name, 'exposure.jsonl') as readonly JudgedCopy[]).map((copy) => [copy.location, copy]),
    );
    for (const { location, rule } of readTable(name)) {
      // Attribution is a record's, and the unresolved reasons are a list's: neither is a copy's.
      if (/^(A\d|unresolved|a |S7 takes)/.test(rule)) continue;
      const codes = copies.get(location)?.reasons.map((reason) => reason.code);
      for (const [, code = ''] of rule.split(': ')[0]?.matchAll(/`([a-z-]+)`/g) ?? [])
        if (!rule.startsWith('neither')) expect(codes, `${location}: ${rule}`).toContain(code);
    }
  });
});

describe('all incidents together', () => {
  test('show every attribution reason on the record named after it', () => {
    const records = readLines('rules', 'records.jsonl') as readonly { readonly id: string; readonly reason: string }[];
    const reasons = new Map(records.map((record) => [record.id, record.reason]));
    const rows = readTable('rules').filter(({ rule }) => /^A\d+ `/.test(rule));
    for (const { location, rule } of rows) {
      const id = /([^/]*)\.eml$/.exec(location)?.[1] ?? '';
      expect(reasons.get(id), id).toBe(/`([a-z-]+)`/.exec(rule)?.[1]);
    }
    const all = ['session', 'token', 'application', 'shared-session', 'session-split', 'address', 'address-expanded'];
    all.push('shared-application', 'shared-account', 'linked-out-of-window');
    expect(new Set(reasons.values())).toEqual(
      new Set([...all, 'shared-address', 'owner-address', 'service', 'unattributed', 'out-of-window']),
    );
  });

  test('show every reason a copy can have', () => {
    const codes = NAMES.flatMap((name) =>
      (readLines(name, 'exposure.jsonl') as readonly JudgedCopy[]).flatMap((copy) =>
        copy.reasons.map(({ code }) => code),
      ),
    );
    const gaps = [
      'unlicensed',
      'audit-off',
      'ingestion-off',
      'before-retention',
      'unsupported',
      'bypassed',
      'unasserted',
      'not-recorded',
      'truncated',
      'lossy',
    ];
    const wanted = [
      'bind',
      'bind-same-content',
      'bind-ambiguous',
      'bind-same-id',
      'bind-unattributed',
      'folder-listed',
      'folder-listed-unattributed',
      'export',
      'export-unattributed',
      'lossy-record',
      'sync-folder',
      'sync-hour',
      'sync-folder-unknown',
      'sync-mailbox',
      'sync-other-folder',
      'sync-unattributed',
      'throttled',
      ...gaps.map((kind) => `gap-${kind}`),
      'app-reach-used',
      'app-reach',
      'delegate-reach',
      'forwarding',
      'forwarding-unattributed',
      'forwarding-unreadable',
      'search-hit',
      'handled',
      'copied-out',
      'quoted-out',
      'intruder-sent',
      'after-containment',
      'complete-coverage',
      'coverage-incomplete',
      'bind-elsewhere',
      'copied-out-unattributed',
      'grant-open',
      'handled-elsewhere',
      'ids-unresolved',
      'no-control',
      'quoted-out-unattributed',
      'search-hit-unattributed',
      'search-unread',
    ];
    expect([...new Set(codes)].sort()).toEqual(wanted.sort());
  });

  test('show every way in which an id, folder, mailbox or address is unresolved', () => {
    const lines = readLines('rules', 'unresolved.jsonl') as readonly { readonly reason: string }[];
    const reasons = new Set(lines.map(({ reason }) => reason));
    const messageIds = ['in-no-mailbox', 'in-other-mailbox', 'deleted-before-collection'];
    const addresses = ['no-registrable-domain', 'ip-literal', 'no-domain'];
    expect(reasons).toEqual(new Set([...messageIds, ...addresses, 'not-in-folder-list', 'not-supplied']));
  });
});
