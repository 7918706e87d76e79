import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { PartySecrets } from '../../src/commands/notice/party-secrets.ts';
import { withhold } from '../opened-review.ts';
import { know, openLampDesk } from './lamp-desk.ts';
import type { NoticeDesk } from './notice-desk.ts';

const PASSWORD = 'The password is Copper-Weir-5.';
let desk: NoticeDesk;

function write(name: string, day: number, fields: string, text = PASSWORD): void {
  writeFileSync(
    join(desk.folder, 'harbor', 'lamp', `${name}.eml`),
    `From: ann@harbor.example\n${fields}\nDate: ${day} Sep 2001 10:00:00 +0000\n\n${text}\n`,
  );
}

beforeAll(async () => {
  desk = await openLampDesk();
  write('new', 20, 'To: jo@acme.example, ed@acme.example\nMessage-ID: <new@harbor.example>');
  write('old', 12, 'To: jo@acme.example\nMessage-ID: <old@harbor.example>');
  write('sentence', 14, 'To: jo@acme.example\nMessage-ID: <Call us at once>');
  write('long', 15, `To: jo@acme.example\nMessage-ID: <${'a'.repeat(129)}@harbor.example>`);
  write('none', 16, 'To: ed@acme.example');
  write('turned', 17, 'To: ed@acme.example\nMessage-ID: <\u202Eerom@harbor.example>');
  write('private', 18, 'To: jo@acme.example\nMessage-ID: <private@harbor.example>');
  write('blind', 19, 'To: al@lamp.example\nBcc: spy@acme.example\nMessage-ID: <blind@harbor.example>');
  write('without', 21, 'To: jo@acme.example\nMessage-ID: <without@harbor.example>', 'Nothing of the kind.');
  know(desk, 'acme.example,org-acme,organization,Acme,');
  await desk.run();
  const order = { party: 'org-acme', reason: 'private', why: 'family', by: 'Ines' } as const;
  await withhold(desk.state, { ...order, message: '<private@harbor.example>' });
});

const type = (...words: readonly string[]) => desk.type('party', 'secrets', ...words, '--state', desk.state);

test('lists day, own address and Message-ID, newest first, and only counts what would betray somebody', async () => {
  const found = JSON.parse((await type('acme.example', '--json')).text) as PartySecrets;
  expect(found).toEqual({
    ...{ party: 'org-acme', name: 'Acme', total: 8, unlisted: 2, file: null },
    listed: [
      { date: '2001-09-20', address: 'ed@acme.example', messageId: 'new@harbor.example' },
      { date: '2001-09-17', address: 'ed@acme.example', messageId: '\u202Eerom@harbor.example' },
      { date: '2001-09-16', address: 'ed@acme.example', messageId: null },
      { date: '2001-09-15', address: 'jo@acme.example', messageId: null },
      { date: '2001-09-14', address: 'jo@acme.example', messageId: null },
      { date: '2001-09-12', address: 'jo@acme.example', messageId: 'old@harbor.example' },
    ],
  });
});

test('says so in words, without what they hold, and writes the whole list to a file', async () => {
  const file = join(desk.folder, 'secrets.csv');
  const { text } = await type('acme.example', '--out', file);
  expect(text).toContain('Acme: 8 messages with passwords or keys');
  expect(text).toContain('[U+202E]erom@harbor.example');
  expect(text).toContain('no Message-ID');
  expect(text).toContain('2 messages are counted but not listed');
  const csv = readFileSync(file, 'utf8');
  expect(csv).toMatch(/^date,address,message-id\n2001-09-20,ed@acme\.example,new@harbor\.example\n/);
  expect(csv.trim().split('\n')).toHaveLength(7);
  expect(csv).not.toContain('\u202E');
  for (const words of [text, csv]) expect(words).not.toMatch(/Copper|spy@|private@|Call us/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('of another party lists its own, and refuses an unknown one', async () => {
  expect(JSON.parse((await type('lamp.example', '--json')).text)).toMatchObject({ total: 1, unlisted: 0 });
  expect(await type('nobody.example')).toMatchObject({ code: 'unknown-party' });
});
