import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { readWave } from '../opened-commands.ts';
import { addMail, know, openLampDesk, removeMail, tell } from './lamp-desk.ts';
import { moveDeliveries } from './move-deliveries.ts';
import type { NoticeDesk } from './notice-desk.ts';

// No two waves are of one second.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

const type = async (desk: NoticeDesk, ...words: readonly string[]) =>
  (await desk.type(...words, '--state', desk.state)).text;
const prepare = (desk: NoticeDesk) => type(desk, 'notice', 'prepare', '--wave', 'metadata');

test("an id that a successor's notice names as one with it stays so, whatever was sent since", async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
  know(desk, 'acme.example,acme,organization,Acme,');
  expect(await tell(desk)).toEqual(['acme first 1', 'bay.example first 1']);
  know(desk, 'acme.example,acme-group,organization,Acme,', 'bay.example,acme-group,,,');
  expect(await tell(desk)).toEqual(['acme-group supplement 2']);
  await desk.run();
  expect(await prepare(desk)).toContain('Nothing to send');
});

test('the party with the id itself inherits, not one at whose domain it had a contact', async () => {
  const desk = await openLampDesk('jo@acme.example', 'ed@acme.example', 'al@law.example');
  know(desk, 'acme.example,,organization,Acme,desk@law.example');
  await desk.run();
  expect(await tell(desk, '--only', 'acme.example')).toEqual(['acme.example first 2']);
  know(desk, 'acme.example,org-acme,organization,Acme,');
  expect(await tell(desk)).toEqual(['law.example first 1']);
});

test('a person with a new directory id counts as notified of what the address was notified of', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk, 'jo@acme.example,jo,person,Jo,');
  expect(await tell(desk)).toEqual(['jo first 1']);
  know(desk, 'jo@acme.example,joanna,person,Joanna,');
  await desk.run();
  expect(await prepare(desk)).toContain('Nothing to send');
});

test('nobody with the addresses of a delayed id is reminded', async () => {
  const desk = await openLampDesk('jo@acme.example');
  const group = 'acme.example,acme-group,organization,Acme,';
  know(desk, group);
  expect(await tell(desk)).toEqual(['acme-group first 1']);
  await moveDeliveries(desk.state, 'accepted');
  know(desk);
  await desk.run();
  await type(desk, 'delay', 'set', 'acme.example', '--asked-by', 'the police', '--why', 'an arrest');
  know(desk, group);
  await desk.run();
  expect(await type(desk, 'notice', 'remind')).toContain('No party needs a reminder now.');
  await type(desk, 'delay', 'end', '1', '--why', 'over');
  expect(await type(desk, 'notice', 'remind')).toContain('1 reminder');
});

const CONTACT = 'acme.example,org-acme,organization,Acme,desk@law.example';

test('a party never notified inherits nothing from one with which it only shared a contact', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@law.example');
  know(desk, CONTACT);
  expect(await tell(desk, '--only', 'org-acme')).toEqual(['org-acme first 1']);
  know(desk, 'acme.example,acme-group,organization,Acme,desk@law.example');
  expect(await tell(desk)).toEqual(['law.example first 1']);
});

test("also when that party's evidence is gone: it is notified itself, at its own contact, not at others' domains", async () => {
  const desk = await openLampDesk('jo@acme.example', 'ed@acme.example');
  know(desk, CONTACT);
  expect(await tell(desk)).toEqual(['org-acme first 2']);
  for (const at of [0, 1]) removeMail(desk, at);
  addMail(desk, 2, 'al@law.example');
  expect(await tell(desk)).toEqual(['law.example first 1', 'org-acme correction 0']);
  const [view] = (await readWave(desk.state, null, 'org-acme')).views;
  expect(view?.contacts.map(({ contact }) => contact)).toEqual(['desk@law.example']);
});

test('an organization does not inherit notices to another one about an address at its domain whose evidence is gone', async () => {
  const desk = await openLampDesk('ed@bay.example');
  know(desk, 'ed@bay.example,org-ed,organization,Ed,');
  expect(await tell(desk)).toEqual(['org-ed first 1']);
  removeMail(desk, 0);
  addMail(desk, 1, 'al@bay.example');
  expect(await tell(desk)).toEqual(['bay.example first 1', 'org-ed correction 0']);
});

test('nor its curated contacts, nor that its messages were searched for passwords', async () => {
  const desk = await openLampDesk('jo@acme.example');
  // Where the program searches, every party has a figure of its own; a list that people made has one for whom it names.
  desk.edit('directory: directory.csv', 'directory: directory.csv\nfindings: { off: true }');
  know(desk, CONTACT);
  await desk.run();
  for (const contact of ['ciso@acme.example', 'desk@law.example'])
    await type(desk, 'contacts', 'curate', 'org-acme', contact, '--why', 'their web site');
  const list = join(desk.folder, 'secrets.csv');
  addMail(desk, 0, 'jo@acme.example', 'Message-ID: <0@harbor.example>\n');
  writeFileSync(list, 'party,message\norg-acme,<0@harbor.example>\n');
  expect(await tell(desk, '--findings', list, '--why', 'read')).toEqual(['org-acme first 1']);
  removeMail(desk, 0);
  addMail(desk, 1, 'al@law.example');
  expect(await tell(desk)).toEqual(['law.example first 1', 'org-acme correction 0']);
  const { views } = await readWave(desk.state, null, null);
  expect(views.map(({ figures }) => figures.secrets)).toEqual([null, 0]);
  expect(views.map(({ contacts }) => contacts.some(({ contact }) => contact === 'ciso@acme.example'))).toEqual([
    false,
    true,
  ]);
});

test('a party with the whole domain that an id is inherits its notices, also with other addresses', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1']);
  removeMail(desk, 0);
  addMail(desk, 1, 'ed@acme.example');
  know(desk, 'acme.example,org-acme,organization,Acme,');
  expect(await tell(desk)).toEqual(['org-acme correction 1']);
});

test('an id notified before addresses were stored belongs to the party with its domain', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk, 'acme.example,org-acme,organization,Acme,');
  expect(await tell(desk)).toEqual(['org-acme first 1']);
  const { store, close } = await openStateForActing(desk.state);
  const { facts } = await store.db.selectFrom('notice_notice').select('facts').executeTakeFirstOrThrow();
  const before = { ...(JSON.parse(facts) as object), affected: undefined };
  await store.db
    .updateTable('notice_notice')
    .set({ facts: JSON.stringify(before) })
    .execute();
  await close();
  removeMail(desk, 0);
  addMail(desk, 1, 'ed@acme.example');
  know(desk, 'acme.example,acme-group,organization,Acme,');
  expect(await tell(desk)).toEqual(['acme-group correction 1']);
});
