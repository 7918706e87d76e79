import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { readHolds } from '../../src/notice/delivery/holds.ts';
import { readWave } from '../opened-commands.ts';
import { know, openLampDesk, tell } from './lamp-desk.ts';
import { moveDeliveries } from './move-deliveries.ts';
import type { NoticeDesk } from './notice-desk.ts';

// No two waves are of one second.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

const BEFORE = 'acme.example,acme,organization,Acme,';
const AFTER = 'acme.example,acme-group,organization,Acme Group,';

async function type(desk: NoticeDesk, ...words: readonly string[]): Promise<string> {
  const { text } = await desk.type(...words, '--state', desk.state);
  return text.replaceAll(/\s+/g, ' ');
}

function delay(desk: NoticeDesk, party: string): Promise<string> {
  return type(desk, 'delay', 'set', party, '--asked-by', 'the police', '--why', 'an arrest');
}

async function findHeld(desk: NoticeDesk, party: string): Promise<string | null> {
  const state = await openStateForActing(desk.state);
  const held = await (await readHolds(state.store, Date.now() / 1000)).find(party, `security@${party}`);
  await state.close();
  return held;
}

test('a delay holds what was approved under another directory id', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
  know(desk, BEFORE);
  expect(await tell(desk)).toEqual(['acme first 1', 'bay.example first 1']);
  know(desk, AFTER);
  await desk.run();
  expect(await delay(desk, 'acme-group')).toContain('1 approved notice waits');
  expect(await findHeld(desk, 'acme')).toContain('disclosure is delayed');
  expect(await findHeld(desk, 'bay.example')).toBeNull();
});

test('a delay of an id that the directory dropped holds the party with its addresses', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
  know(desk);
  await desk.run();
  await delay(desk, 'acme.example');
  know(desk, AFTER);
  expect(await tell(desk)).toEqual(['bay.example first 1']);
  expect(await type(desk, 'notice', 'prepare', '--wave', 'metadata')).toContain('delay');
  expect(await findHeld(desk, 'acme-group')).toContain('disclosure is delayed');
  await type(desk, 'delay', 'end', '1', '--why', 'over');
  expect(await tell(desk)).toEqual(['acme-group first 1']);
});

test('a delay of an id that was never notified holds the party with its addresses, and says so', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
  know(desk, BEFORE);
  await desk.run();
  await delay(desk, 'acme');
  expect(await type(desk, 'notice', 'prepare', '--wave', 'metadata')).not.toContain('no longer a party');
  await type(desk, 'notice', 'discard');
  know(desk, AFTER);
  expect(await tell(desk)).toEqual(['bay.example first 1']);
  expect(await type(desk, 'notice', 'prepare', '--wave', 'metadata')).toContain(
    'Delay 1 is about acme, which is no longer a party: it holds acme-group, which now has its addresses',
  );
  expect(await findHeld(desk, 'acme-group')).toContain('disclosure is delayed');
  expect(await findHeld(desk, 'bay.example')).toBeNull();
  // Parted among several, all are held: too many is safe.
  know(desk, 'acme.example,acme-one,organization,One,', 'jo@acme.example,acme-two,organization,Two,');
  await desk.run();
  expect(await type(desk, 'notice', 'prepare', '--wave', 'metadata')).toContain('it holds acme-two');
  await type(desk, 'delay', 'end', '1', '--why', 'over');
  expect(await tell(desk)).toEqual(['acme-two first 1']);
});

test('a delay set before addresses were stored says that it holds nobody', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk, BEFORE);
  await desk.run();
  await delay(desk, 'acme');
  const state = await openStateForActing(desk.state);
  await state.store.db.updateTable('notice_hold').set({ held: null }).execute();
  await state.close();
  know(desk, AFTER);
  await desk.run();
  for (const words of [['prepare', '--wave', 'metadata'], ['show']])
    expect(await type(desk, 'notice', ...words)).toContain('holds back nobody who has its addresses');
  await delay(desk, 'acme-group');
  expect((await desk.approveAs('Ines Adler')).code).toBe('held-party');
});

test('a delay of a person holds nobody else at the same provider', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@acme.example');
  know(desk, 'jo@acme.example,jo,person,Jo,');
  await desk.run();
  await delay(desk, 'jo@acme.example');
  know(desk, 'jo@acme.example,jo-2,person,Jo,');
  expect(await tell(desk)).toEqual(['acme.example first 1']);
});

test('a delay of a notified id holds its current party, including reminders', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk, BEFORE);
  expect(await tell(desk)).toEqual(['acme first 1']);
  await moveDeliveries(desk.state, 'accepted');
  await delay(desk, 'acme');
  know(desk, AFTER);
  await desk.run();
  expect(await type(desk, 'notice', 'remind')).toContain('No party needs a reminder');
});

test('approval is refused when a delay applies to a former id of a party in the wave', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk, AFTER);
  await desk.run();
  await type(desk, 'notice', 'prepare', '--wave', 'metadata');
  await delay(desk, 'acme-group');
  const state = await openStateForActing(desk.state);
  await state.store.db.updateTable('notice_hold').set({ party: 'acme.example' }).execute();
  await state.close();
  expect((await desk.approveAs('Ines Adler')).code).toBe('held-party');
});

test('password messages stay with a party whose id changed, also when it is notified of none of them', async () => {
  const desk = await openLampDesk('jo@acme.example');
  writeFileSync(
    join(desk.folder, 'harbor', 'lamp', '0.eml'),
    'From: ann@harbor.example\nTo: jo@acme.example\nMessage-ID: <0@harbor.example>\nDate: 12 Sep 2001 10:00:00 +0000\n\n0\n',
  );
  know(desk, BEFORE);
  const list = join(desk.folder, 'secrets.csv');
  writeFileSync(list, 'party,message\nacme,<0@harbor.example>\n');
  expect(await tell(desk, '--findings', list, '--why', 'read')).toEqual(['acme first 1']);
  expect((await readWave(desk.state, 1, null)).views[0]?.figures.secrets).toBe(1);
  know(desk, AFTER);
  await desk.run();
  expect(await type(desk, 'notice', 'prepare', '--wave', 'metadata')).toContain('Nothing to send');
});

test('a wave of undetermined messages is stale, too, when its party gets another id', async () => {
  const desk = await openLampDesk('jo@acme.example');
  desk.edit('directory: directory.csv', 'directory: directory.csv\npolicy: { gaps: undetermined }');
  know(desk);
  await desk.run();
  await type(desk, 'notice', 'prepare', '--wave', 'metadata');
  expect((await readWave(desk.state, 1, null)).views[0]?.figures).toMatchObject({ messages: 0, undetermined: 1 });
  know(desk, AFTER);
  await desk.run();
  const approve = async (wave: string) => (await desk.approveAs('Ines Adler', '--wave', wave)).code;
  expect(await approve('1')).toBe('stale-wave');
  await type(desk, 'notice', 'prepare', '--wave', 'metadata');
  expect(await approve('2')).toBe('done');
});

test("a reminder's code is bound to every domain it goes to and names the current party", async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk, 'acme.example,acme,organization,Acme,');
  await desk.run();
  await type(desk, 'contacts', 'curate', 'acme', 'it@acme.example', '--why', 'their site');
  expect(await tell(desk)).toEqual(['acme first 1']);
  await moveDeliveries(desk.state, 'accepted');
  know(desk, 'acme.example,acme,organization,Acme Group,desk@law.example');
  await desk.run();
  await type(desk, 'notice', 'remind');
  const [view] = (await readWave(desk.state, null, null)).views;
  expect(view?.contacts.map(({ contact }) => contact)).toEqual(['desk@law.example', 'it@acme.example']);
  expect(view?.domains).toEqual(['acme.example']);
  expect(view?.contactDomains).toEqual(['law.example']);
  expect(view?.name).toBe('Acme Group');
});

test('a delay also holds what a directory or person has since moved from its party, and says so', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@acme.test', 'ed@bay.example');
  know(desk, BEFORE, 'acme.test,acme,,,');
  await desk.run();
  await delay(desk, 'acme');
  know(desk, BEFORE);
  expect(await tell(desk)).toEqual(['bay.example first 1']);
  expect(await type(desk, 'notice', 'prepare', '--wave', 'metadata')).toContain(
    'Delay 1 is about acme, and also holds acme.test, which has addresses that acme had when it was set',
  );
  expect(await findHeld(desk, 'acme.test')).toContain('disclosure is delayed');
  expect(await findHeld(desk, 'bay.example')).toBeNull();
  await type(desk, 'delay', 'end', '1', '--why', 'over');
  expect(await tell(desk)).toEqual(['acme first 1', 'acme.test first 1']);
});

test('a delay of an organization with one mailbox at a provider holds nobody else there', async () => {
  const desk = await openLampDesk('jo@example.com', 'al@example.com', 'ed@acme.example');
  know(desk, 'jo@example.com,acme,organization,Acme,', 'acme.example,acme,,,');
  await desk.run();
  await delay(desk, 'acme');
  expect(await tell(desk)).toEqual(['al@example.com first 1']);
  know(desk, 'jo@example.com,acme-group,organization,Acme,', 'acme.example,acme-group,,,');
  await desk.run();
  expect(await findHeld(desk, 'acme-group')).toContain('disclosure is delayed');
  expect(await findHeld(desk, 'al@example.com')).toBeNull();
});
