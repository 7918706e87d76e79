import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openStateForWriting } from '../../../src/adapters/store/state-folder.ts';
import { showJsonList } from '../../../src/apps/cli/json-list.ts';
import type { Screen } from '../../../src/apps/cli/show/screen.ts';
import { showLostFiles } from '../../../src/apps/cli/show/show-evidence.ts';
import { listLostFiles } from '../../../src/commands/evidence/lost-evidence.ts';
import { loadIncident } from '../../../src/commands/load-incident.ts';
import { type Progress, silentProgress } from '../../../src/commands/progress.ts';
import { readStatus } from '../../../src/commands/read-status.ts';
import { runIncident } from '../../../src/commands/run-incident.ts';
import { importMailboxes } from '../../../src/evidence/import/import-mailboxes.ts';
import type { LostFile } from '../../../src/evidence/store/judged-file-store.ts';
import { showPlainly } from '../../apps/cli/show/plain-screen.ts';
import { makeMbox, makeMessage } from '../../evidence/evidence-kit.ts';
import { storeFormerParties } from '../../former-parties.ts';
import { readingState } from '../../opened-state.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const accepting = { by: 'Ines', why: 'known' };

/** A file that even root may not read, so that the test means the same for everybody. */
const CLOSED = '/proc/sys/vm/compact_memory';
const hasClosed = statSync(CLOSED, { throwIfNoEntry: false })?.isFile() === true;

const toRow = (id: string, operation = 'Send') =>
  `${JSON.stringify({ Id: id, CreationTime: '2001-09-12T10:00:00', Operation: operation, UserId: 'ada@harbor.example', SessionId: 'night' })}\n`;

interface Named {
  readonly mailboxes?: readonly (readonly [custodian: string, evidence: string])[];
  readonly logs?: readonly string[];
}

/** Two people with a folder of single messages each, and two logs. */
class Incident {
  readonly folder = makeTemporaryFolder();
  readonly #state = join(this.folder, 'state');
  #workers = 1;

  constructor() {
    this.name({});
    for (const n of [1, 2, 3]) this.write(`mail/ada/${n}.eml`, makeMessage(n));
    this.write('mail/bo/1.eml', makeMessage(1));
    this.write('mail/bo/9.eml', makeMessage(9));
    this.write('log/one.jsonl', toRow('r-1'));
    this.write('log/two.jsonl', toRow('r-2'));
  }

  get state(): string {
    return this.#state;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Buffer): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  rename(from: string, to: string): void {
    mkdirSync(dirname(this.path(to)), { recursive: true });
    renameSync(this.path(from), this.path(to));
  }

  name({
    mailboxes = [
      ['ada', 'mail/ada'],
      ['bo', 'mail/bo'],
    ],
    logs = ['log/one.jsonl', 'log/two.jsonl'],
  }: Named): void {
    const covers = '{ mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-10-01T00:00:00Z }';
    this.write(
      'incident.yaml',
      `incident: harbor
organization: { name: Harbor, domains: [harbor.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-09-20T00:00:00Z }
mailboxes:
${mailboxes.map(([name, evidence]) => `  - { custodian: ${name}, address: ${name}@harbor.example, evidence: ${evidence} }\n`).join('')}access:
${logs.map((file) => `  - { file: ${file}, covers: ${covers} }\n`).join('')}intruder: { sessions: [night] }
`,
    );
  }

  /** A run that is stopped when it begins a stage. */
  async stop(at: Parameters<Progress['begin']>[0]): Promise<void> {
    const progress: Progress = {
      begin: (...stage) => {
        if (stage[0] === at) throw new Error('stopped');
        return silentProgress.begin(...stage);
      },
    };
    const incident = this.path('incident.yaml');
    const order = { incident, state: this.#state, out: null, workers: 2, accept: [], progress };
    await expect(runIncident(order)).rejects.toThrow('stopped');
  }

  /** Makes the state one of before it was known what exposures were judged from. */
  forgetJudged(): void {
    const raw = new Database(join(this.#state, 'candor.sqlite'));
    storeFormerParties(raw);
    raw.exec(
      "ALTER TABLE evidence_shard DROP COLUMN judged; DROP TABLE evidence_judged_file; DELETE FROM state_fact WHERE key = 'evidence-judged'; ALTER TABLE notice_hold DROP COLUMN held; DROP TABLE notice_posting; DROP TABLE notice_letter; ALTER TABLE notice_notice DROP COLUMN posting; ALTER TABLE notice_notice DROP COLUMN guessed; DROP TABLE impact_former_party; ALTER TABLE evidence_access_actor DROP COLUMN mailbox_owner_sid; ALTER TABLE evidence_file DROP COLUMN unit; DROP INDEX impact_party_rank; ALTER TABLE impact_party DROP COLUMN rank; ALTER TABLE impact_party DROP COLUMN shown; DROP TABLE exposure_mailbox; ALTER TABLE evidence_file DROP COLUMN holes; DROP TABLE exposure_arrival; DROP TABLE exposure_own_sent; DROP TABLE evidence_delivery; ALTER TABLE exposure_verdict DROP COLUMN undecided; ALTER TABLE evidence_access_part DROP COLUMN failed; ALTER TABLE evidence_access_actor DROP COLUMN contradicts; ALTER TABLE evidence_access_actor DROP COLUMN addresses; DROP TABLE impact_misread; DROP TABLE evidence_misread; ALTER TABLE evidence_copy DROP COLUMN sent; ALTER TABLE evidence_copy DROP COLUMN answers; ALTER TABLE evidence_copy DROP COLUMN received; ALTER TABLE evidence_copy DROP COLUMN latest; ALTER TABLE evidence_copy DROP COLUMN attached; ALTER TABLE evidence_copy DROP COLUMN names; ALTER TABLE evidence_copy DROP COLUMN arrival_source; DROP TABLE evidence_arrival; DROP TABLE watch_alert; DROP TABLE watch_delivery; DROP TABLE ledger_decision; DROP TABLE evidence_input_use; DROP TABLE evidence_input; DROP TABLE notice_edit; DROP TABLE transparency_case_fact; DROP TABLE notice_counted_party; DROP TABLE notice_selection; DROP TABLE ledger_link; DROP TABLE impact_searched; DROP TABLE impact_value; DROP TABLE impact_finding; DROP TABLE impact_finding_decision; DROP TABLE impact_finding_view; DROP TABLE impact_sample; DROP TABLE job; DELETE FROM kysely_migration WHERE name >= '0007'",
    );
    raw.close();
  }

  async run({ accept = [], state = this.#state, workers = this.#workers, ...more }: RunChoice = {}) {
    const { version, digest, needs, problems } = await runIncident({
      incident: this.path('incident.yaml'),
      state,
      out: null,
      workers,
      accept,
      ...more,
      progress: silentProgress,
    });
    const status = await readingState(state, readStatus);
    return {
      version,
      digest,
      counts: problems,
      needs: needs.filter(({ text }) => text.includes('What only')).map(({ subject }) => subject),
      first: needs[0],
      gone: status.problems.filter(({ code }) => code === 'evidence-gone'),
      moved: status.problems.filter(({ code }) => code === 'evidence-moved'),
    };
  }
}

interface RunChoice {
  readonly accept?: readonly string[];
  readonly accepting?: typeof accepting;
  readonly state?: string;
  readonly workers?: number;
}

async function* stream<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

function listLost(state: string): Promise<LostFile[]> {
  return readingState(state, async (opened) => {
    const all: LostFile[] = [];
    for await (const file of await listLostFiles(opened)) all.push(file);
    return all;
  });
}

async function showAll(files: readonly LostFile[], width = 100): Promise<string[]> {
  let shown = Promise.resolve();
  const lines = showPlainly((screen) => {
    shown = showLostFiles(screen, stream(files));
  }, width);
  await shown;
  return lines;
}

const toMark = (content: string | Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 16);

describe('evidence of an earlier exposure', () => {
  test('is missed by the next run when a message is deleted, until it is restored', async () => {
    const incident = new Incident();
    expect((await incident.run()).gone).toEqual([]);
    rmSync(incident.path('mail/ada/2.eml'));
    const second = await incident.run();
    const place = `mail/ada/2.eml=${toMark(makeMessage(2))}`;
    expect(second).toMatchObject({ version: 2, needs: [place], first: { kind: 'problem', subject: place } });
    expect(second.counts['evidence-gone']).toBe(1);
    expect(second.gone).toEqual([
      {
        code: 'evidence-gone',
        place,
        text: `exposure 1 was judged from a file that is gone: it is not there, or the incident file no longer names it. What only this file held no longer counts: restore it, and keep other bytes beside it under another name, or accept it with --accept ${place}.`,
        weight: 'person',
      },
    ]);
    expect(await incident.run()).toEqual(second);

    // What was there before says nothing of the exposure itself.
    expect((await incident.run({ state: incident.path('fresh') })).digest).toBe(second.digest);

    incident.write('mail/ada/2.eml', makeMessage(2));
    expect(await incident.run()).toMatchObject({ version: 3, gone: [], needs: [] });
  });

  test('is missed by every later run, whatever else it finds', async () => {
    const incident = new Incident();
    await incident.run();
    rmSync(incident.path('mail/ada/2.eml'));
    await incident.run();
    incident.write('mail/bo/10.eml', makeMessage(10));
    expect(await incident.run()).toMatchObject({
      version: 3,
      gone: [{ place: `mail/ada/2.eml=${toMark(makeMessage(2))}` }],
    });
  });

  test('is missed when the exposure did not change', async () => {
    const incident = new Incident();
    const notes = Buffer.from([0, 1, 2, 3]);
    await incident.run();
    incident.write('mail/ada/notes.bin', notes);
    expect(await incident.run()).toMatchObject({ version: 1, gone: [] });
    rmSync(incident.path('mail/ada/notes.bin'));
    for (let n = 0; n < 2; n += 1) {
      expect(await incident.run()).toMatchObject({
        version: 1,
        gone: [{ place: `mail/ada/notes.bin=${toMark(notes)}` }],
      });
    }
  });

  test("is missed when a log's bytes change under its name, and so are those when the first return", async () => {
    const incident = new Incident();
    await incident.run();
    incident.write('log/two.jsonl', toRow('r-3'));
    const replaced = await incident.run();
    expect(replaced.gone.map(({ place }) => place)).toEqual([`log/two.jsonl=${toMark(toRow('r-2'))}`]);
    expect(replaced.gone[0]?.text).toContain('exposure 1 was judged from a file that has other bytes now.');
    incident.write('log/two.jsonl', toRow('r-2'));
    expect((await incident.run()).gone.map(({ place }) => place)).toEqual([`log/two.jsonl=${toMark(toRow('r-3'))}`]);
    incident.write('log/three.jsonl', toRow('r-3'));
    incident.name({ logs: ['log/one.jsonl', 'log/two.jsonl', 'log/three.jsonl'] });
    expect((await incident.run()).gone).toEqual([]);
  });

  test('is not missed under another name, after any number of renames; that is reported', async () => {
    const incident = new Incident();
    await incident.run();
    const names = ['mail/ada/old/2.eml', 'mail/ada/2.eml', 'mail/ada/2b.eml'];
    for (const [at, name] of names.entries()) {
      incident.rename(names[at - 1] ?? 'mail/ada/2.eml', name);
      const told = await incident.run();
      expect([told.gone, told.needs]).toEqual([[], []]);
      expect(await incident.run()).toEqual(told);
    }
    incident.rename('log/two.jsonl', 'log/second.jsonl');
    incident.name({ logs: ['log/one.jsonl', 'log/second.jsonl'] });
    expect(await incident.run()).toMatchObject({
      gone: [],
      moved: [
        {
          place: 'log/two.jsonl',
          text: 'exposure 4 had these bytes under another name or for another mailbox; they were read in their new place.',
          weight: 'note',
        },
        { place: 'mail/ada', text: expect.stringContaining('exposure 3 had the bytes of 2 files under another name') },
      ],
    });
  });

  test('is missed when the incident file no longer names it', async () => {
    const incident = new Incident();
    await incident.run();
    incident.name({ mailboxes: [['bo', 'mail/bo']], logs: ['log/one.jsonl'] });
    const { gone } = await incident.run();
    expect(gone.map(({ place }) => place)).toEqual([
      `log/two.jsonl=${toMark(toRow('r-2'))}`,
      `mail/ada=${toMark([1, 2, 3].map((n) => `${createHash('sha256').update(makeMessage(n)).digest('hex')}  mail/ada/${n}.eml\n`).join(''))}`,
    ]);
    expect(gone[1]?.text).toContain(
      'exposure 1 was judged from 3 files that have changed or are gone: 3 gone (mail/ada/1.eml, mail/ada/2.eml, mail/ada/3.eml); `candor evidence lost` lists them. What only they held',
    );
  });

  test('is missed although another mailbox has the same bytes, but not when its own folder moved to another mailbox', async () => {
    const incident = new Incident();
    await incident.run();
    rmSync(incident.path('mail/ada/1.eml'));
    expect((await incident.run()).gone).toMatchObject([{ place: `mail/ada/1.eml=${toMark(makeMessage(1))}` }]);
    incident.write('mail/ada/1.eml', makeMessage(1));
    incident.name({
      mailboxes: [
        ['cy', 'mail/ada'],
        ['bo', 'mail/bo'],
      ],
    });
    expect(await incident.run()).toMatchObject({ gone: [], moved: [{ place: 'mail/ada' }] });
  });

  test('is no longer missed once accepted; later losses ask again, and accepting another problem of the file is no consent', async () => {
    const incident = new Incident();
    await incident.run();
    rmSync(incident.path('mail/ada/2.eml'));
    const [first = ''] = (await incident.run({ accept: ['mail/ada/2.eml', 'mail/ada'], accepting })).needs;
    const accepted = await incident.run({ accept: [first], accepting });
    expect(accepted.needs).toEqual([]);
    expect(accepted.gone.map(({ place }) => place)).toEqual([first]);
    rmSync(incident.path('mail/ada/3.eml'));
    const [both = ''] = (await incident.run()).needs;
    expect(both).toMatch(/^mail\/ada=[0-9a-f]{16}$/);
    expect((await incident.run({ accept: [both], accepting })).needs).toEqual([]);
  });

  test('lists three of many files, each with what happened to it', async () => {
    const incident = new Incident();
    for (const n of [4, 5, 6]) incident.write(`mail/ada/${n}.eml`, makeMessage(n));
    await incident.run();
    for (const n of [2, 4, 5, 6]) rmSync(incident.path(`mail/ada/${n}.eml`));
    incident.write('mail/ada/3.eml', makeMessage(7));
    expect((await incident.run()).gone[0]?.text).toContain(
      'judged from 5 files that have changed or are gone: 4 gone (mail/ada/2.eml, mail/ada/4.eml, mail/ada/5.eml and 1 more), 1 with other bytes (mail/ada/3.eml); ',
    );
  });

  test('is listed file by file, in 80 columns', async () => {
    const incident = new Incident();
    const long = `mail/ada/${'folder/'.repeat(8)}4.eml`;
    incident.write(long, makeMessage(4));
    await incident.run();
    expect(await showAll([])).toHaveLength(1);
    rmSync(incident.path('mail/ada/2.eml'));
    rmSync(incident.path(long));
    incident.write('log/two.jsonl', toRow('r-3'));
    incident.rename('mail/ada/3.eml', 'mail/ada/old/3.eml');
    await incident.run();
    const files = await listLost(incident.state);
    expect(
      files.map(({ purpose, custodian, path, version, state }) => [purpose, custodian, path, version, state]),
    ).toEqual([
      ['access', null, 'log/two.jsonl', 1, 'replaced'],
      ['mailbox', 'ada', 'mail/ada/2.eml', 1, 'gone'],
      ['mailbox', 'ada', 'mail/ada/3.eml', 1, 'moved'],
      ['mailbox', 'ada', long, 1, 'gone'],
    ]);
    expect(files[0]?.sha256).toBe(createHash('sha256').update(toRow('r-2')).digest('hex'));
    const lines = await showAll(files, 80);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.join('\n')).toContain('3 files to restore, 1 file read elsewhere.');
  });

  test.skipIf(!hasClosed)('is missed when it can no longer be opened', async () => {
    const incident = new Incident();
    await incident.run();
    for (const name of ['log/two.jsonl', 'mail/ada/2.eml']) {
      rmSync(incident.path(name));
      symlinkSync(CLOSED, incident.path(name));
    }
    // A link that leads out of a mailbox is not followed at all.
    expect((await incident.run()).gone.map(({ text }) => /that ([^.:]+)/.exec(text)?.[1])).toEqual([
      'can no longer be opened',
      'is gone',
    ]);
  });

  test('was never missed if no run that read it completed', async () => {
    const incident = new Incident();
    incident.write('mail/ada/4.eml', makeMessage(4));
    const { incident: read, folder } = loadIncident(incident.path('incident.yaml'));
    const state = await openStateForWriting(incident.state);
    const onBytes = () => undefined;
    await importMailboxes(state.store, {
      incident: read,
      folder,
      spool: state.spool,
      workers: 1,
      onTotal: onBytes,
      onBytes,
    });
    await state.close();
    rmSync(incident.path('mail/ada/4.eml'));
    expect((await incident.run()).gone).toEqual([]);
    expect((await incident.run()).gone).toEqual([]);
  });

  test('is missed in a state of an older version: that of its newest exposure', async () => {
    const incident = new Incident();
    await incident.run();
    incident.forgetJudged();
    rmSync(incident.path('mail/ada/2.eml'));
    incident.write('log/two.jsonl', toRow('r-3'));
    expect((await incident.run()).gone.map(({ place }) => place.split('=')[0])).toEqual([
      'log/two.jsonl',
      'mail/ada/2.eml',
    ]);
  });

  test('is missed in an older state whose last run was stopped: that of its newest exposure, nothing that the run read', async () => {
    const incident = new Incident();
    const big = makeMbox(
      ...Array.from({ length: 34 }, (_, n) => makeMessage(n, `X-Padding: ${'y'.repeat(1024 * 1024)}\n`)),
    );
    incident.write('mail/bo/big.mbox', big);
    await incident.run({ workers: 2 });
    incident.write('mail/ada/4.eml', makeMessage(4));
    incident.write('log/two.jsonl', toRow('r-3'));
    await incident.stop('exposure');
    incident.forgetJudged();
    for (const name of ['2', '4']) rmSync(incident.path(`mail/ada/${name}.eml`));
    rmSync(incident.path('mail/bo/big.mbox'));
    incident.write('log/two.jsonl', toRow('r-2'));
    expect((await incident.run()).gone.map(({ place }) => place.split('=')[0])).toEqual([
      'mail/ada/2.eml',
      'mail/bo/big.mbox',
    ]);
  });

  test('is not listed after a stopped run, which had not seen all of it', async () => {
    const incident = new Incident();
    await incident.run();
    utimesSync(incident.path('mail/ada/1.eml'), 1, 1);
    await incident.stop('audit');
    await expect(listLost(incident.state)).rejects.toMatchObject({
      code: 'unfinished',
      reasons: [expect.stringMatching(/the last run has not ended, .*continue it with `candor run <incident\.yaml>`/)],
    });
    incident.forgetJudged();
    const raw = new Database(join(incident.state, 'candor.sqlite'));
    raw.exec('UPDATE evidence_shard SET done = 0 WHERE id = (SELECT max(id) FROM evidence_shard)');
    raw.close();
    await expect(listLost(incident.state)).rejects.toMatchObject({ code: 'unfinished' });
    await incident.run();
    expect(await listLost(incident.state)).toEqual([]);
  });

  test('is listed with hundreds of thousands of files: a thousand on screen, all in JSON', async () => {
    const files = Array.from({ length: 150_000 }, (_, n): LostFile => {
      const state = n === 149_999 ? 'moved' : 'gone';
      return { purpose: 'mailbox', custodian: 'ada', path: `mail/${n}`, sha256: 'ab'.repeat(32), version: 1, state };
    });
    const lines = await showAll(files);
    expect(lines.slice(999, 1003)).toEqual([
      expect.stringContaining('mail/999'),
      'and 149,000 more; --json lists all',
      '',
      expect.stringContaining('149,999 files to restore, 1 file read elsewhere.'),
    ]);
    const json: string[] = [];
    for (const some of [[], files.slice(0, 1), files.slice(0, 3)]) {
      json.length = 0;
      await showJsonList({ line: (text = '') => json.push(text) } as unknown as Screen, stream(some));
      expect(json.join('\n')).toBe(JSON.stringify(some, null, 2));
    }
  });

  test('is the same file, read whole by one reader or in ranges by several', async () => {
    const incident = new Incident();
    const big = makeMbox(
      ...Array.from({ length: 34 }, (_, n) => makeMessage(n, `X-Padding: ${'y'.repeat(1024 * 1024)}\n`)),
    );
    incident.write('big.mbox', big);
    incident.name({
      mailboxes: [
        ['ada', 'big.mbox'],
        ['bo', 'mail/bo'],
      ],
    });
    await incident.run({ workers: 2 });
    expect(await incident.run({ workers: 1 })).toMatchObject({ version: 1, gone: [], moved: [] });
    incident.write('big.mbox', big.slice(0, -40));
    for (const workers of [2, 1, 2]) {
      expect((await incident.run({ workers })).gone.map(({ place }) => place)).toEqual([`big.mbox=${toMark(big)}`]);
    }
  });
});

test('is not missed when files were only touched', async () => {
  const incident = new Incident();
  const first = await incident.run();
  incident.write('mail/ada/2.eml', readFileSync(incident.path('mail/ada/2.eml')));
  incident.write('log/two.jsonl', readFileSync(incident.path('log/two.jsonl')));
  expect(await incident.run()).toEqual(first);
});
