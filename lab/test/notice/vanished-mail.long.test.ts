import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { toIncidentOf } from '../../src/commands/load-incident.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { findLastVersion } from '../../src/exposure/store/version-store.ts';
import { findVanished } from '../../src/notice/party/vanished-mail.ts';
import { readWave } from '../opened-commands.ts';
import { ask, clear, know, openLampDesk, tell } from './lamp-desk.ts';
import { moveDeliveries } from './move-deliveries.ts';
import type { NoticeDesk } from './notice-desk.ts';

// No two waves are of one second.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

/** Mail to each address that a whole log can clear, and a draft to the first. */
async function openDesk(...addresses: readonly string[]): Promise<NoticeDesk> {
  const desk = await openLampDesk();
  const lamp = join(desk.folder, 'harbor', 'lamp');
  mkdirSync(join(lamp, 'Sent'));
  mkdirSync(join(lamp, 'Drafts'));
  for (const [at, address] of [...addresses, addresses[0] ?? ''].entries())
    writeFileSync(
      join(lamp, at < addresses.length ? 'Sent' : 'Drafts', `${at}.eml`),
      `From: ann@harbor.example\nTo: ${address}\nMessage-ID: <${at}@harbor.example>\nDate: ${12 + at} Sep 2001 10:00:00 +0000\n\n${at}\n`,
    );
  writeFileSync(
    join(desk.folder, 'harbor', 'folders.csv'),
    'FolderId,FolderPath,FolderType\n1,Sent,SentItems\n2,Drafts,Drafts\n',
  );
  desk.edit('evidence: lamp', 'evidence: lamp, folders: folders.csv');
  know(desk);
  return desk;
}

const toPath = (desk: NoticeDesk, ...names: readonly string[]) => join(desk.folder, 'harbor', 'lamp', ...names);

async function readText(desk: NoticeDesk, party: string): Promise<string> {
  const [view] = (await readWave(desk.state, null, party)).views;
  return (view?.text ?? '').replaceAll(/\s+/g, ' ');
}

test('when part of what was stated is no longer in evidence and the rest is cleared, nobody is told "no access"', async () => {
  const desk = await openDesk('jo@acme.example', 'ed@acme.example', 'al@bay.example');
  expect(await tell(desk)).toEqual(['acme.example first 2', 'bay.example first 1']);
  clear(desk);
  rmSync(toPath(desk, 'Sent', '0.eml'));
  await desk.run();
  expect(await ask(desk, 'acme.example')).toMatch(/^not-told: .* notified of other figures \(notice 1\)/);
  expect(await tell(desk)).toEqual(['acme.example correction 0', 'bay.example correction 0']);
  expect(await readText(desk, 'acme.example')).toContain('That does not show that the intruder had no access');
  expect(await readText(desk, 'acme.example')).not.toContain('had no access to any email');
  expect(await readText(desk, 'bay.example')).toContain('had no access to any email');
  expect(await ask(desk, 'acme.example')).toBe('notice 3');
  expect(await ask(desk, 'bay.example')).toBe('nothing');
});

test('nor by a reminder of it', async () => {
  const desk = await openDesk('jo@acme.example', 'ed@acme.example');
  expect(await tell(desk)).toEqual(['acme.example first 2']);
  clear(desk);
  rmSync(toPath(desk, 'Sent', '0.eml'));
  expect(await tell(desk)).toEqual(['acme.example correction 0']);
  await moveDeliveries(desk.state, 'accepted');
  expect((await desk.type('notice', 'remind', '--state', desk.state)).text).toContain('1 reminder');
  expect(await readText(desk, 'acme.example')).toContain('That does not show that the intruder had no access');
});

test('nor when it was missing before an earlier correction; a message that only moved is not missing', async () => {
  const desk = await openDesk('jo@acme.example', 'ed@acme.example', 'al@bay.example');
  expect(await tell(desk)).toEqual(['acme.example first 2', 'bay.example first 1']);
  rmSync(toPath(desk, 'Sent', '0.eml'));
  expect(await tell(desk)).toEqual(['acme.example correction 1']);
  clear(desk);
  renameSync(toPath(desk, 'Sent', '2.eml'), toPath(desk, 'Sent', '7.eml'));
  expect(await tell(desk)).toEqual(['acme.example correction 0', 'bay.example correction 0']);
  expect(await readText(desk, 'acme.example')).toContain('That does not show that the intruder had no access');
  expect(await readText(desk, 'bay.example')).toContain('had no access to any email');
});

test('a missing draft was sent to nobody', async () => {
  const desk = await openDesk('jo@acme.example');
  expect(await tell(desk)).toEqual(['acme.example first 1']);
  clear(desk);
  rmSync(toPath(desk, 'Drafts', '1.eml'));
  expect(await tell(desk)).toEqual(['acme.example correction 0']);
  expect(await readText(desk, 'acme.example')).toContain('had no access to any email');
});

test('the preparer learns that evidence is missing until somebody accepts it', async () => {
  const desk = await openDesk('jo@acme.example');
  expect(await tell(desk)).toEqual(['acme.example first 1']);
  rmSync(toPath(desk, 'Sent', '0.eml'));
  await desk.run();
  const prepare = () => desk.type('notice', 'prepare', '--wave', 'metadata', '--json', '--state', desk.state);
  const readWarnings = async () =>
    (JSON.parse((await prepare()).text) as { warnings: { code: string; place: string }[] }).warnings.filter(
      ({ code }) => code === 'evidence-gone',
    );
  const [warning] = await readWarnings();
  const accept = [warning?.place ?? ''];
  const { incident, state } = desk;
  const accepting = { by: 'Ines', why: 'its owner deleted it' };
  await runIncident({ incident, state, out: null, workers: 1, accept, accepting, progress: silentProgress });
  expect(await readWarnings()).toEqual([]);
});

test.each(['split', 'directory'])(
  'nor when a %s gave the address to another before the evidence went missing',
  async (by) => {
    const desk = await openDesk('jo@acme.example', 'ed@acme.example');
    clear(desk);
    // What is known of ed is that there was no access.
    const ACME = 'acme.example,org-acme,organization,Acme,';
    know(desk, ACME);
    desk.edit('access: [', 'intruder: { reach: [ { mailbox: ann, by: credentials } ] }\n# access: [');
    expect(await tell(desk)).toEqual(['org-acme first 2']);
    const JO = 'jo@acme.example,jo,person,Jo,';
    if (by === 'directory') know(desk, ACME, JO);
    else {
      const split = ['party', 'split', 'org-acme', 'jo', 'jo@acme.example', '--why', 'her own'];
      expect((await desk.type(...split, '--state', desk.state)).code).toBe('done');
    }
    await desk.run();
    rmSync(toPath(desk, 'Sent', '0.eml'));
    desk.edit('intruder: { reach: [ { mailbox: ann, by: credentials } ] }\n# access: [', 'access: [');
    expect(await tell(desk)).toEqual(['org-acme correction 0']);
    const text = await readText(desk, 'org-acme');
    expect(text).toContain('That does not show that the intruder had no access');
    expect(text).not.toContain('had no access to any email between');
  },
);

test.each([
  ['possible', ['acme.example']],
  ['undetermined', ['acme.example']],
  ['no-evidence', []],
  ['absent', []],
])(
  'mail that was %s when its party was notified, and is missing, still counts for that party: %j',
  async (verdict, expected) => {
    const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
    know(desk);
    await desk.run();
    rmSync(toPath(desk, '0.eml'));
    await desk.run();
    const { store, close } = await openStateForActing(desk.state);
    await store.db.updateTable('exposure_verdict').set({ verdict }).where('version', '=', 1).execute();
    const version = await findLastVersion(store);
    if (version === null) throw new Error('nothing was judged');
    const sources = { incident: toIncidentOf(version), version, inputs: { folderLists: new Map() } };
    const told = { party: 'acme.example', ids: ['acme.example'], versions: [1], affected: [] };
    expect([...(await findVanished(store, sources, [told]))]).toEqual(expected);
    await close();
  },
);
