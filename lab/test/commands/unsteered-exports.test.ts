import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStateForWriting } from '../../src/adapters/store/state-folder.ts';
import { exportResults } from '../../src/commands/export-results.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { makeMbox, makeMessage } from '../evidence/evidence-kit.ts';
import { readingState } from '../opened-state.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

/** Clears a screen; turns the direction of writing; ends a line. */
const EVIL = '\u009b2J\u202egnp.exe\u2028';
const toDigest = (text: string) => createHash('sha256').update(text).digest('hex');

function writeIncident(): string {
  const folder = makeTemporaryFolder();
  const message = makeMessage(1).replace('m1@', `m1${EVIL}@`).replace('To: ', `To: clerk@${EVIL}, `);
  writeFileSync(join(folder, 'ada.mbox'), makeMbox(message));
  writeFileSync(
    join(folder, 'incident.yaml'),
    `incident: harbor
organization: { name: Harbor, domains: [harbor.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-09-20T00:00:00Z }
mailboxes: [ { custodian: ada, address: ada@harbor.example, evidence: ada.mbox } ]
access: [ { file: log.csv } ]
intruder: { sessions: [night] }
`,
  );
  const row = `2001-09-12T10:00:00Z,ada,bind,<${EVIL}@gone.example>,,night,,`;
  writeFileSync(join(folder, 'log.csv'), `time,mailbox,kind,message_id,folder,session,ip,app\n${row}\n`);
  return folder;
}

function run(folder: string) {
  return runIncident({
    ...{ incident: join(folder, 'incident.yaml'), state: join(folder, 'state'), out: join(folder, 'out') },
    ...{ workers: 1, accept: [], progress: silentProgress },
  });
}

test('exports contain no terminal controls; JSON reads the same; an earlier version stays unchanged', async () => {
  const folder = writeIncident();
  const { digest, version } = await run(folder);
  const read = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
  const names = readdirSync(join(folder, 'out'));
  for (const name of names) expect(read(name), name).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
  expect((JSON.parse(read('exposure.jsonl')) as { messageId: string }).messageId).toContain('m1\u009b2J\u202egnp.exe');
  expect(read('unresolved.jsonl')).toContain('\\u009b2J\\u202egnp.exe\\u2028@gone.example');
  const parts = ['exposure.jsonl', 'unresolved.jsonl', 'records.jsonl'].map(read);
  expect(digest).toBe(toDigest(parts.map(toDigest).join('\n')));

  const raw = parts.map((text) =>
    text.replace(/\\u(009b|202e|2028)/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16))),
  );
  const former = toDigest(raw.map(toDigest).join('\n'));
  const state = await openStateForWriting(join(folder, 'state'));
  await state.store.db.updateTable('exposure_version').set({ digest: former }).execute();
  await state.close();
  expect(await run(folder)).toMatchObject({ version, digest: former });
  // Nor is it refused as one that somebody altered.
  await readingState(join(folder, 'state'), (state) =>
    exportResults(state, join(folder, 'again'), null, silentProgress),
  );
  expect(readFileSync(join(folder, 'again/exposure.jsonl'), 'utf8')).toBe(read('exposure.jsonl'));
});
