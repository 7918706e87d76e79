import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import type { RunSummary } from '../../src/commands/run-summary.ts';
import { know, openLampDesk, tell } from '../notice/lamp-desk.ts';
import type { NoticeDesk } from '../notice/notice-desk.ts';
import { migrateFromBefore, readAsBefore, sealAsBefore, searchAsBefore } from './misread.ts';

// A state in which long messages were searched as damaged bytes, continued with this version.

let desk: NoticeDesk;

const toMail = (name: string, to: string, lines: readonly string[]): string =>
  `From: ann@harbor.example\nTo: ${to}\nSubject: ${name}\nMessage-ID: <${name}@harbor.example>\nDate: 12 Sep 2001 10:00:00 +0000\n\n${lines.join('\n')}\n`;
const fill = (bytes: number): readonly string[] =>
  Array.from({ length: bytes / 40 }, (_, at) => `line ${at} of a long letter`.padEnd(39));
const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
const isMisread = ({ kind, text }: RunSummary['needs'][number]) => kind === 'problem' && text.includes('damaged');
const done = async (...words: readonly string[]): Promise<string> => {
  const ended = await type(...words);
  expect(ended).toMatchObject({ code: 'done' });
  return ended.text;
};
const agree = async (...words: readonly string[]): Promise<void> => {
  for (const name of ['Ines Adler', 'Marek Dvorak'])
    await done(...words, '--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile);
};
const release = (act: string, ...words: readonly string[]) => type('release', act, '--party', 'org-acme', ...words);
const reviewerKey = () => ['--passphrase-file', desk.passphraseFile, '--work-factor', '10'];
const enroll = async (): Promise<void> => {
  const made = await desk.type('reviewer', 'key', '--out', join(desk.folder, 'jo.key'), ...reviewerKey(), '--json');
  const { publicKey } = JSON.parse(made.text) as { readonly publicKey: string };
  const who = ['--party', 'org-acme', '--key', publicKey, '--name', 'Jo Berg', '--role', 'nominator'];
  await done('enrollment', 'add', ...who, '--domain', 'acme.example', '--proof', 'TXT record seen twice');
  await agree('enrollment', 'approve', '1');
};
const readSummary = async (): Promise<RunSummary> => JSON.parse((await type('status', '--json')).text);

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21) });
  desk = await openLampDesk();
  const home = join(desk.folder, 'harbor');
  const write = (name: string, to: string, lines: readonly string[]): void =>
    writeFileSync(join(home, 'lamp', `${name}.eml`), toMail(name, to, lines));
  write('end', 'jo@acme.example', [...fill(3_000_000), 'The password is Copper-Weir-5.']);
  write('none', 'al@bay.example', fill(2_600_000));
  write('short', 'jo@acme.example', ['The password is Golden-Weir-7.']);
  know(desk, 'acme.example,org-acme,organization,Acme,security@acme.example');
  await desk.run();
  await searchAsBefore(desk.state, home, {
    'lamp/end.eml': readAsBefore,
    // Bytes of other places look like a password at times.
    'lamp/none.eml': () => Buffer.from(toMail('none', 'al@bay.example', ['The password is Silver-Weir-6.'])),
  });
  await tell(desk);
  await enroll();
  await release('prepare');
  await agree('release', 'approve', '--party', 'org-acme');
  await sealAsBefore(desk.state);
  await migrateFromBefore(desk.state);
  return () => vi.useRealTimers();
});

test('the earlier reader repeated the last piece', () => {
  const bytes = Buffer.concat([Buffer.alloc(1024 * 1024, 'a'), Buffer.from('end')]);
  expect(readAsBefore(bytes).subarray(0, 4).toString()).toBe('enda');
  expect(readAsBefore(bytes).subarray(-3).toString()).toBe('end');
  expect(readAsBefore(Buffer.from('short')).toString()).toBe('short');
});

test('before a run the status names the messages, and nothing is prepared or passed on', async () => {
  const [need] = (await readSummary()).needs.filter(isMisread);
  expect(`${need?.subject} ${need?.text}`).toContain('2 long messages were searched as damaged bytes');
  for (const words of [
    ['notice', 'prepare', '--wave', 'metadata'],
    ['notice', 'send'],
    ['export', '--out', join(desk.folder, 'early')],
  ])
    expect((await type(...words)).code).toBe('misread-messages');
});

test('a run searches them again, and no others, and says what changed', async () => {
  await desk.run();
  const { needs, findings } = await readSummary();
  expect(findings?.messages).toBe(2);
  const [need] = needs.filter(isMisread);
  expect(need?.text).toContain('2 messages were searched as damaged bytes by an earlier version of Candor');
  expect(need?.text).toContain('2 were searched again: 1 finding is new, 1 is gone.');
  const { text } = await type('status', '--problems');
  expect(text).toContain('lamp/end.eml: An earlier version searched damaged bytes instead of this message of 3,0');
  expect(text).toMatch(/lamp\/end\.eml: .* It was searched again: 1 finding is new, 0 are gone\./);
  expect(text).not.toContain('lamp/short.eml');
  await desk.run();
  expect((await readSummary()).needs.filter(isMisread)).toEqual([need]);
});

test('a supplement and a correction follow, with this cause', async () => {
  const { text } = await type('notice', 'prepare', '--wave', 'metadata');
  expect(text).toContain('Wave 2: 1 supplement, 1 correction');
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    'org-acme: notice 2 rests on 1 long message that an earlier version of Candor searched as damaged bytes. Searched again, 1 finding is new and 0 are gone: that is a cause of this supplement.',
  );
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    'bay.example: notice 1 rests on 1 long message that an earlier version of Candor searched as damaged bytes. Searched again, 0 findings are new and 1 is gone: that is a cause of this correction.',
  );
  const { views } = JSON.parse((await type('notice', 'show', '--wave', '2', '--json')).text) as {
    readonly views: readonly { readonly party: string; readonly kind: string; readonly figures: { secrets: number } }[];
  };
  expect(views.map(({ party, kind, figures }) => [party, kind, figures.secrets])).toEqual([
    ['bay.example', 'correction', 0],
    ['org-acme', 'supplement', 2],
  ]);
});

test('a person may accept it', async () => {
  const [need] = (await readSummary()).needs.filter(isMisread);
  const place = /--accept (\S+=[0-9a-f]{16})/.exec(need?.text ?? '')?.[1] ?? '';
  expect((await type('run', desk.incident, '--accept', place, '--why', 'looked at')).code).toBe('done');
  expect((await readSummary()).needs.filter(isMisread)).toEqual([]);
});

test('the release of before is named, and neither written nor approved again', async () => {
  const text = (await done('release', 'status')).replaceAll(/\s+/g, ' ');
  expect(text).toContain('release 1 of org-acme was made by an earlier version of Candor, which read 1 long message');
  const [need] = (await readSummary()).needs.filter(({ subject }) => subject === 'release 1');
  expect(need?.text).toContain('revoke it (`candor release revoke --party org-acme --release 1`)');
  expect((await release('write', '--out', join(desk.folder, 'one.candor'))).code).toBe('misread-release');
});

test('sealed again, the message is whole, and its reader is notified', async () => {
  await agree('release', 'revoke', '--party', 'org-acme', '--why', 'damaged');
  expect((await release('prepare')).code).toBe('done');
  await agree('release', 'approve', '--party', 'org-acme');
  vi.setSystemTime(Date.now() + 3 * 3_600_000);
  await done('log', 'publish', '--site', join(desk.folder, 'site'));
  const file = join(desk.folder, 'two.candor');
  const { fingerprint } = JSON.parse(await done('release', 'write', '--party', 'org-acme', '--out', file, '--json'));
  const key = ['--key', join(desk.folder, 'jo.key'), '--passphrase-file', desk.passphraseFile];
  const out = join(desk.folder, 'opened');
  expect((await desk.type('open', file, ...key, '--fingerprint', fingerprint, '--out', out)).code).toBe('done');
  const rows = readFileSync(join(out, 'index.csv'), 'utf8').trim().split('\n');
  expect(rows.filter((row) => row.includes('corrected')).map((row) => row.includes(',end,'))).toEqual([true]);
  const [name = ''] = rows.find((row) => row.includes('corrected'))?.split(',') ?? [];
  expect(readFileSync(join(out, name), 'utf8')).toContain('\nline 74999 of a long letter');
  expect(readFileSync(join(out, name), 'utf8')).toContain('The password is Copper-Weir-5.');
  expect(await done('release', 'status')).not.toContain('earlier version');
});
