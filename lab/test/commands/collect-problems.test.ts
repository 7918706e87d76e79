import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@candor/core/base';
import { expect, test } from 'vitest';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

test('every problem for a person says what to type to accept it, and accepting clears it', async () => {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'mail'));
  writeFileSync(join(folder, 'mail/1.eml'), 'From: jo@partner.test\nTo: x@lamp.example\n\nHello\n');
  writeFileSync(join(folder, "mail/it's.bin"), new Uint8Array(2000));
  writeFileSync(join(folder, 'mail/whole.7z'), '7z\xbc\xaf\x27\x1c', 'latin1');
  writeFileSync(
    join(folder, 'log.csv'),
    'time,mailbox,kind,message_id,folder,session,ip,app\n2001-09-20T10:00:00Z,keeper,opened,<1@partner.test>,,night,,\n2001-09-20T10:00:00Z,keeper,bind,<1@part',
  );
  writeFileSync(join(folder, 'directory.csv'), 'match,party\nnowhere\n');
  const incident = join(folder, 'incident.yaml');
  writeFileSync(
    incident,
    `incident: x
organization: { name: Lamp Works, domains: [lamp.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes:
  - { custodian: keeper, address: keeper@lamp.example, evidence: mail }
  - { custodian: empty, address: empty@lamp.example, evidence: nothing }
  - { custodian: guest, address: guest@elsewhere.test, evidence: mail/1.eml }
access: [ { file: log.csv, covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-10-20T00:00:00Z } } ]
directory: directory.csv
intruder: { sessions: [night] }
`,
  );
  mkdirSync(join(folder, 'nothing'));
  const out = join(folder, 'out');
  const accepting = { by: 'Ines', why: 'looked at' };
  const run = (accept: readonly string[]) =>
    runIncident({
      incident,
      state: join(folder, 'state'),
      out,
      workers: 1,
      accept,
      accepting,
      progress: silentProgress,
    });
  await run([]);
  const all = readFileSync(join(out, 'problems.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Problem);
  const problems = all.filter(({ weight }) => weight === 'person');
  const notes = all.filter(({ weight }) => weight === 'note');
  expect(notes.length).toBeGreaterThan(0);
  // Nobody is asked to accept what asks for nobody.
  for (const { text } of notes) expect(text).not.toContain('--accept');
  const codes = new Set(problems.map(({ code }) => code));
  expect([...codes]).toEqual(
    expect.arrayContaining(['access-kind-unknown', 'not-mail', 'packed', 'mailbox-empty', 'mailbox-foreign']),
  );
  const typed = problems.map(({ place, text }) => {
    const found = /--accept ('(?:[^']|'\\'')+'|\S+?)(?=[.;]? |[.;]?$)/.exec(text)?.[1] ?? '';
    return { place, typed: found.replace(/^'(.*)'$/, '$1').replaceAll("'\\''", "'") };
  });
  expect(typed).toEqual(problems.map(({ place }) => ({ place, typed: place })));
  const { needs } = await run(typed.map((one) => one.typed));
  expect(needs.filter(({ kind }) => kind === 'problem')).toEqual([]);
});
