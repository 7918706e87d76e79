import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ending, runCli, withoutProgress } from '../apps/cli-process.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type BadIncident, writeBadIncident } from './bad-incident.ts';

const isLong = process.env['CANDOR_LONG'] === '1';

interface Problem {
  readonly code: string;
  readonly place: string;
  readonly text: string;
  readonly weight: string;
}

interface Row {
  readonly custodian: string;
  readonly location: string;
  readonly messageId: string | null;
  readonly date: string | null;
  readonly arrived: string | null;
  readonly verdict: string;
}

const folder = makeTemporaryFolder();
let bad: BadIncident;
let ending: Ending;
let problems: Problem[] = [];
let rows: Row[] = [];
const readLines = <T>(name: string) =>
  readFileSync(join(folder, 'out', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
const rowsOf = (custodian: string) => rows.filter((row) => row.custodian === custodian);

const toMessage = (incident: string) => join(dirname(incident), 'mail/messages/date-1899.eml');
/** With a time that is the same however often it is written. */
function writeUnnoticed(incident: string, bytes: Uint8Array): void {
  writeFileSync(toMessage(incident), bytes);
  utimesSync(toMessage(incident), 1_000_000_000, 1_000_000_000);
}

beforeAll(async () => {
  bad = writeBadIncident(join(folder, 'incident'), folder, isLong);
  writeUnnoticed(bad.incident, readFileSync(toMessage(bad.incident)));
  ending = await runCli([
    'run',
    bad.incident,
    '--state',
    join(folder, 'state'),
    '--out',
    join(folder, 'out'),
    '--json',
  ]);
  problems = readLines<Problem>('problems.jsonl');
  rows = readLines<Row>('exposure.jsonl');
}, 300_000);

describe('bad evidence', () => {
  test('does not stop the run, and shows no stack trace', () => {
    expect(withoutProgress(ending.stderr)).toBe('');
    expect(ending.code).toBe(0);
    for (const { text } of problems) expect(text).not.toMatch(/\n| at .*:\d+:\d+|undefined|\[object|Error:/);
  });

  test('is accounted for to the last byte', () => {
    type Account = Record<'bytes' | 'messageBytes' | 'structureBytes' | 'quarantinedBytes', number>;
    const { evidence } = JSON.parse(ending.stdout) as { evidence: Account & { unpacked: Account } };
    for (const account of [evidence, evidence.unpacked]) {
      expect(account.messageBytes + account.structureBytes + account.quarantinedBytes).toBe(account.bytes);
      expect(account.quarantinedBytes).toBeGreaterThan(0);
    }
  });

  test('leaves the rest readable: every copy of the good mailbox has a verdict', () => {
    expect(rowsOf('good').map(({ messageId, verdict }) => `${messageId} ${verdict}`)).toHaveLength(3);
    expect(rowsOf('good').find(({ messageId }) => messageId === 'good.1@bad.example')?.verdict).toBe('accessed');
  });

  test('each sentence is one, ends as one, and appears once', () => {
    for (const { code, place, text, weight } of problems) {
      expect(text.trim(), `${place} ${code}`).toBe(text);
      expect(text, `${place} ${code}`).toMatch(/[.)]$/);
      expect(text.length, `${place} ${code}`).toBeLessThan(400);
      expect(['person', 'note']).toContain(weight);
      expect(place).not.toContain(folder);
      expect(text).not.toContain(folder);
    }
    expect(new Set(problems.map((problem) => JSON.stringify(problem))).size).toBe(problems.length);
  });

  test.each([
    ['mail/papers/picture.bin', 'not-mail'],
    ['mail/papers/list.txt', 'not-mail'],
    ['mail/not-mail.bin', 'not-mail'],
    ['mail/cut.mbox.gz', 'truncated'],
    ['mail/bomb.mbox.gz', 'bomb'],
    ['mail/traversal.tar', 'unsafe-name'],
    ['mail/traversal.tar', 'link-in-archive'],
    ['mail/traversal.zip', 'unsafe-name'],
    ['mail/truncated.tar', 'truncated'],
    ['mail/truncated.zip', 'broken-content'],
    ['mail/links/loop', 'link-loop'],
    ['mail/links/again', 'link-loop'],
    ['mail/links/secret.eml', 'link-outside'],
    ['mail/links/dangling.eml', 'missing-file'],
    ['mail/links/pipe', 'not-a-file'],
    ['mail/cut.pst', 'broken-pst'],
    ['audit/not-json.jsonl:2', 'access-row-unreadable'],
    ['audit/no-id.jsonl:1', 'access-row-unreadable'],
    ['audit/no-time.jsonl:1', 'access-row-unreadable'],
    ['audit/time-nonsense.jsonl:1', 'access-row-unreadable'],
    ['audit/csv-broken-quote.csv, row 2', 'access-row-unreadable'],
    ['audit/unknown-operation.jsonl', 'operation-unknown'],
    ['audit/truncated.jsonl.gz', 'gzip-broken'],
    ['audit/html.csv', 'access-container-unknown'],
    ['audit/empty.json', 'access-container-unknown'],
    ['mail/good.mbox', null],
    ['audit/good.jsonl:1', null],
    ['audit/time-with-zone.jsonl', null],
    ['audit/deep.jsonl', null],
  ])('%s is reported as %s', (place, code) => {
    const found = problems.filter(
      (problem) =>
        problem.place === place ||
        problem.place.startsWith(`${place}!`) ||
        problem.place.startsWith(`${place}@`) ||
        problem.place.startsWith(`${place}:`),
    );
    const codes = found.map((problem) => problem.code).filter((one) => one !== 'mailbox-not-in-log');
    if (code === null) expect(codes).toEqual([]);
    else expect(codes).toContain(code);
  });

  test('an unreadable time is reported with the format: manual lists have local dates', () => {
    const found = problems.find(({ place }) => place === 'audit/time-nonsense.jsonl:1');
    expect(found?.text).toContain('no readable time, such as 2001-09-10T14:05:00Z');
  });

  test('points out a mailbox without records; one that was not supplied is unresolved', () => {
    const silent = problems.filter((problem) => problem.code === 'mailbox-not-in-log').map((problem) => problem.place);
    expect(silent).toContain('mail/ids.mbox');
    expect(silent).not.toContain('mail/good.mbox');
    const unresolved = readLines<{ what: string; value: string; reason: string }>('unresolved.jsonl');
    expect(unresolved).toContainEqual(
      expect.objectContaining({
        what: 'mailbox',
        value: '11111111-2222-4333-8444-555555555555',
        reason: 'not-supplied',
      }),
    );
  });

  test('reads nothing outside the evidence', () => {
    expect(rows.filter(({ messageId }) => messageId?.startsWith('outside') === true)).toEqual([]);
    expect(rowsOf('links').map(({ messageId }) => messageId)).toEqual(['links.1@bad.example']);
  });

  test.each(['parts', 'fields', 'endless', ...(isLong ? ['two-gigabytes'] : [])])(
    'the message with %s is one copy',
    (custodian) => {
      expect(rowsOf(custodian)).toHaveLength(1);
    },
  );

  test('reads what precedes a truncation in packed data', () => {
    expect(rowsOf('cut-gzip').length).toBeGreaterThan(10);
    expect(rowsOf('traversal-tar')).toHaveLength(1);
    expect(rowsOf('traversal-zip')).toHaveLength(1);
    expect(rowsOf('nul-mbox')).toHaveLength(2);
  });

  test('a repeated, empty or missing Message-ID gives normal copies', () => {
    expect(rowsOf('ids').map(({ messageId }) => messageId)).toEqual([
      'ids.0@bad.example',
      'ids.1@bad.example',
      'ids.0@bad.example',
      'ids.1@bad.example',
      null,
      null,
    ]);
  });

  test('reads dates in 1899 and 2099 as written; nonsense and missing ones are null', () => {
    const dateOf = (name: string) => rows.find(({ location }) => location === `mail/messages/${name}.eml`)?.date;
    expect(dateOf('date-1899')).toMatch(/^1899-/);
    expect(dateOf('date-2099')).toMatch(/^2099-/);
    expect(dateOf('date-nonsense')).toBeNull();
    expect(dateOf('no-date')).toBeNull();
    expect(dateOf('date-year-98')).toMatch(/^1998-/);
  });

  test('every hostile message of the corpus is a copy', () => {
    expect(rowsOf('messages').length).toBeGreaterThan(150);
  });

  test('a second run finds the same and reads nothing again', async () => {
    // Other bytes of the same size and time: whoever read them again would find other messages.
    writeUnnoticed(bad.incident, readFileSync(toMessage(bad.incident)).fill('x'));
    const again = await runCli([
      'run',
      bad.incident,
      '--state',
      join(folder, 'state'),
      '--out',
      join(folder, 'again'),
      '--json',
    ]);
    expect(again.stdout).toBe(ending.stdout);
    expect(readFileSync(join(folder, 'again/problems.jsonl'), 'utf8')).toBe(
      readFileSync(join(folder, 'out/problems.jsonl'), 'utf8'),
    );
    expect(readFileSync(join(folder, 'again/exposure.jsonl'))).toEqual(
      readFileSync(join(folder, 'out/exposure.jsonl')),
    );
  });
});

describe('bad files beside the evidence', () => {
  test('refuses a missing file named by the incident, with its line', async () => {
    const text = readFileSync(bad.incident, 'utf8')
      .replace('mail/good.mbox', 'mail/gone.mbox')
      .replace('audit/good.jsonl', 'audit/gone.jsonl');
    const path = join(folder, 'incident/gone.yaml');
    writeFileSync(path, text);
    const refused = await runCli(['run', path, '--state', join(folder, 'gone')]);
    expect(refused.code).toBe(2);
    expect(refused.stderr.trim().split('\n')).toEqual([
      'gone.yaml:5: evidence "mail/gone.mbox" does not exist; paths are relative to the folder of gone.yaml',
      expect.stringMatching(
        /^gone\.yaml:\d+: access "audit\/gone\.jsonl" does not exist; paths are relative to the folder of gone\.yaml$/,
      ),
    ]);
  });
});
