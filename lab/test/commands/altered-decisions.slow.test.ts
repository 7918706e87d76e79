import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCanonicalJson } from '@candor/core/base';
import { digestLink } from '@candor/core/ledger/decision';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { storeFormerParties } from '../former-parties.ts';
import { type NoticeDesk, openNoticeDesk } from '../notice/notice-desk.ts';
import { checkLog } from '../opened-checks.ts';
import { listDecisions } from '../opened-commands.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const hashing = createNodeRuntime();
let desk: NoticeDesk;
/** As it stood before a head was logged. */
let former: string;

const sign = (name = 'Ines Adler') => ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];

async function done(...words: readonly string[]): Promise<void> {
  const ended = await desk.type(...words, '--state', desk.state);
  expect(ended.code, `${words.join(' ')}: ${ended.text}`).toBe('done');
}

function copyState(from = desk.state): string {
  const state = join(makeTemporaryFolder(), 'state');
  cpSync(from, state, { recursive: true });
  return state;
}

function alter(state: string, work: (raw: Database.Database) => void): void {
  const raw = new Database(join(state, 'candor.sqlite'));
  work(raw);
  raw.close();
}

/** A state with decisions of every kind, a draft with an edited text, and two heads in the log. */
beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  const list = join(desk.folder, 'contacts.csv');
  writeFileSync(list, 'party,contact\ngridwire.example,security@gridwire.example\n');
  await done('findings', 'dismiss', '--kind', 'credential', '--why', 'x');
  await done('party', 'kind', 'bluewater.test', 'list', '--why', 'x', ...sign());
  await done('contacts', 'import', list, '--why', 'x');
  await done('do-not-contact', 'add', 'gridwire.example', '--why', 'x');
  await done('notice', 'prepare', '--wave', 'metadata');
  await done('notice', 'edit', '--happened', 'en', '--text', 'Somebody had a password.', '--why', 'x');
  former = copyState();
  await done('log', 'publish', '--site', join(desk.folder, 'site'));
  await done('do-not-contact', 'end', '1', '--why', 'x', ...sign('Marek Dvorak'));
  await done('notice', 'prepare', '--wave', 'metadata');
});

interface Link {
  readonly number: number;
  readonly document: string;
  readonly previous: string;
  readonly digest: string;
  readonly signature: string | null;
}

const readLinks = (raw: Database.Database) =>
  raw.prepare<[], Link>('SELECT * FROM ledger_decision ORDER BY number').all();

/** Writes changed documents as a chain whose digests agree: a forger knows the format. */
function rechain(
  raw: Database.Database,
  change: (document: Record<string, unknown>) => object | null,
  signed: null | undefined = undefined,
): void {
  const links = readLinks(raw);
  raw.exec('DELETE FROM ledger_decision');
  let previous = '0'.repeat(64);
  let number = 0;
  for (const { document, signature } of links) {
    const changed = change(JSON.parse(document) as Record<string, unknown>);
    if (changed === null) continue;
    number += 1;
    const text = toCanonicalJson({ ...changed, number });
    const digest = digestLink(hashing, previous, text);
    raw
      .prepare('INSERT INTO ledger_decision VALUES (?, ?, ?, ?, ?)')
      .run(number, text, previous, digest, signed === null ? null : signature);
    previous = digest;
  }
}

const exec = (text: string) => (raw: Database.Database) => raw.exec(text);

const ALTERATIONS: readonly (readonly [
  what: string,
  codes: readonly string[],
  work: (raw: Database.Database) => void,
])[] = [
  [
    'a kind that nobody decided',
    ['decision-row'],
    exec(
      `INSERT INTO impact_curation (made_at, made_by, why, act) VALUES (1, 'Ines Adler', 'x', '{"act":"kind","party":"gridwire.example","kind":"list"}')`,
    ),
  ],
  [
    'a dismissal that nobody decided',
    ['decision-row'],
    exec(
      `INSERT INTO impact_finding_decision (made_at, made_by, why, act) VALUES (1, 'Ines Adler', 'x', '{"act":"dismiss","about":{"kind":"access-code"}}')`,
    ),
  ],
  [
    'a hold that nobody decided',
    ['decision-row'],
    exec(
      `INSERT INTO notice_hold (kind, party, asked_by, why, made_by, made_at) VALUES ('do-not-contact', 'ternbank.example', 'x', 'x', 'x', 1)`,
    ),
  ],
  ['a hold ended by nobody', ['decision-row'], exec('UPDATE notice_hold SET ended_at = 7')],
  [
    'another contact',
    ['decision-row'],
    exec("UPDATE notice_contact SET contact = 'me@elsewhere.test' WHERE source = 'import'"),
  ],
  [
    'a contact that nobody imported',
    ['decision-row'],
    exec(
      "INSERT INTO notice_contact (party, contact, source, made_at) VALUES ('ternbank.example', 'me@elsewhere.test', 'import', 1)",
    ),
  ],
  [
    'listed secrets that nobody listed',
    ['decision-row'],
    exec("INSERT INTO notice_finding VALUES ('ternbank.example', '<1@harbor.example>', 'secret', 'x', 1)"),
  ],
  [
    'an accepted problem that nobody accepted',
    ['decision-row'],
    exec(
      `INSERT INTO state_fact VALUES ('accepted', '["audit/purview.csv:1"]') ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    ),
  ],
  [
    'a message held back by nobody',
    ['decision-row'],
    exec(
      "INSERT INTO review_hold (party, message, reason, state, made_by, made_at) VALUES ('ternbank.example', 'aa', 'private', 'open', 'x', 1)",
    ),
  ],
  [
    'a text of a draft',
    ['decision-row'],
    exec(`UPDATE notice_wave SET settings = json_set(settings, '$.happened.en', 'Nothing happened.')`),
  ],
  ['a removed dismissal', ['decision-effect'], exec('DELETE FROM impact_finding_decision')],
  ['a changed reason of a curation', ['decision-row'], exec("UPDATE impact_curation SET why = 'another'")],
  ['a removed link', ['decision-chain', 'decision-head'], exec('DELETE FROM ledger_decision WHERE number = 2')],
  [
    'a document with another reason',
    ['decision-chain'],
    exec(`UPDATE ledger_decision SET document = replace(document, '"why":"x"', '"why":"y"') WHERE number = 1`),
  ],
  ['a signature taken away', ['decision-signature'], exec('UPDATE ledger_decision SET signature = NULL')],
  [
    'a signature of another decision',
    ['decision-signature'],
    exec(
      'UPDATE ledger_decision SET signature = (SELECT signature FROM ledger_decision WHERE number = 6) WHERE number = 2',
    ),
  ],
  [
    'a chain written again with another reason',
    ['decision-signature', 'decision-head'],
    (raw) => rechain(raw, (document) => ({ ...document, why: 'y' })),
  ],
  [
    'a signed decision written again without its key',
    ['decision-head'],
    (raw) => {
      rechain(raw, (document) => ({ ...document, key: null }));
      raw.exec('UPDATE ledger_decision SET signature = NULL');
    },
  ],
  [
    'a decision that claims two operators',
    ['decision-signature'],
    (raw) => rechain(raw, (document) => ({ ...document, key: null, entry: 1 }), null),
  ],
  [
    'an erasure that two operators did not approve',
    ['decision-signature'],
    (raw) => rechain(raw, (document) => ({ ...document, key: null, act: 'findings.erase' }), null),
  ],
  [
    'all decisions removed with their rows',
    ['decision-head'],
    exec(
      "DELETE FROM ledger_decision; DELETE FROM impact_curation; DELETE FROM impact_finding_decision; DELETE FROM notice_hold; DELETE FROM notice_contact WHERE source = 'import'; DELETE FROM notice_edit; UPDATE notice_wave SET settings = json_set(settings, '$.happened', NULL)",
    ),
  ],
  [
    'a decision of before, without what stood before it',
    ['decision-chain'],
    (raw) => rechain(raw, (document) => (document['act'] === 'do-not-contact.begin' ? null : document)),
  ],
];

describe('fsck', () => {
  test('agrees with the honest state', async () => {
    expect((await checkLog(desk.state)).problems).toEqual([]);
    const logged = await countHeads(desk.state);
    expect(logged).toBe(1);
  });

  test.each(ALTERATIONS)('names %s', async (_what, codes, work) => {
    const state = copyState();
    alter(state, work);
    const { problems } = await checkLog(state);
    const found = new Set(problems.map(({ code }) => code));
    for (const code of codes) expect([...found], JSON.stringify(problems)).toContain(code);
  });
});

async function countHeads(state: string): Promise<number> {
  const raw = new Database(join(state, 'candor.sqlite'), { readonly: true });
  const count = raw.prepare("SELECT count(*) FROM ledger_entry WHERE kind = 'decisions'").pluck().get();
  raw.close();
  return Number(count);
}

test('the head goes into the log at most once a period', async () => {
  const state = copyState();
  const publish = () => desk.type('log', 'publish', '--site', join(desk.folder, 'site-2'), '--state', state);
  expect((await publish()).code).toBe('done');
  // The last decision was made after the first publication, and the period is the same.
  expect(await countHeads(state)).toBe(1);
  alter(state, (raw) => raw.exec("UPDATE ledger_entry SET made_at = made_at - 7200 WHERE kind = 'decisions'"));
  expect((await publish()).code).toBe('done');
  expect(await countHeads(state)).toBe(2);
  expect((await publish()).code).toBe('done');
  expect(await countHeads(state)).toBe(2);
});

test('a state of a former version is carried over in one unsigned link, and nothing is held against it', async () => {
  const state = copyState(former);
  const later = [
    'ledger_decision',
    'notice_edit',
    'transparency_case_fact',
    'notice_selection',
    'notice_counted_party',
    'evidence_input_use',
    'evidence_input',
    'job',
  ];
  const drop = later.map((table) => `DROP TABLE ${table};`).join(' ');
  alter(state, (raw) => {
    storeFormerParties(raw);
    raw.exec(
      `${drop} ALTER TABLE impact_searched DROP COLUMN persons; DELETE FROM kysely_migration WHERE name >= '0026'`,
    );
  });
  const { decisions, problems } = await listDecisions(state);
  expect(problems).toEqual([]);
  expect(decisions).toMatchObject([{ act: 'carried-over', by: null, who: 'unknown', key: null }]);
  expect(decisions[0]?.writes.map(({ table }) => table).sort()).toEqual([
    'impact_curation',
    'impact_finding_decision',
    'notice_contact',
    'notice_edit',
    'notice_hold',
  ]);
  expect((await desk.type('decisions', '--state', state)).text).toContain('of a former version, unsigned');
  expect((await desk.type('party', 'undo', '1', '--why', 'x', '--state', state)).code).toBe('done');
  expect((await checkLog(state)).problems).toEqual([]);
});

test.each([
  ['effect', 0],
  ['sign', 0],
  ['never', 1],
] as const)('killed at "%s", decision and effect are there both or neither', async (moment, made) => {
  const state = copyState();
  const before = (await listDecisions(state)).decisions.length;
  const program = join(import.meta.dirname, 'killed-decision-program.ts');
  const { signal } = spawnSync(process.execPath, [program, state, moment]);
  expect(signal).toBe(made === 1 ? null : 'SIGKILL');
  const { decisions, problems } = await listDecisions(state);
  expect(decisions.length).toBe(before + made);
  expect(problems.filter(({ code }) => code !== 'decision-signature')).toEqual([]);
});
