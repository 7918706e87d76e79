import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeliveryStateName } from '@candor/core/notice/delivery';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { readNoticeNeeds } from '../../src/commands/notice/notice-needs.ts';
import { readHolds } from '../../src/notice/delivery/holds.ts';
import { listEnquiries, readWave } from '../opened-commands.ts';
import { know, openLampDesk, removeMail, tell } from './lamp-desk.ts';
import { moveDeliveries } from './move-deliveries.ts';

// No two waves are of one second.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

test('a party notified under merged ids learns what changed, not that nothing was exposed', async () => {
  const desk = await openLampDesk('jo@acme.example', 'ed@acme.example', 'jo@acme.test');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 2', 'acme.test first 1']);
  know(desk, 'acme.example,org-acme,organization,Acme,', 'acme.test,org-acme,,,');
  expect(await tell(desk)).toEqual(['org-acme supplement 3']);
  // And back: each has less than was told to the one that they were.
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example correction 2', 'acme.test correction 1']);
});

test('an address that becomes its own person is notified again, and its domain is told nothing false', async () => {
  const desk = await openLampDesk('jo@freelance.example');
  know(desk);
  expect(await tell(desk)).toEqual(['freelance.example first 1']);
  know(desk, 'freelance.example,,person,,');
  expect(await tell(desk)).toEqual(['jo@freelance.example first 1']);
});

test('when evidence of a notice is gone, nobody is told "no access", and the preparer learns why', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1', 'bay.example first 1']);
  removeMail(desk, 0);
  await desk.run();
  const { text } = await desk.type('notice', 'prepare', '--wave', 'correction', '--state', desk.state);
  expect(text.replaceAll(/\s+/g, ' ')).toContain('Corrections give lower figures because evidence is gone');
  const { views } = await readWave(desk.state, null, null);
  expect(views.map(({ party, kind }) => `${party} ${kind}`)).toEqual(['acme.example correction']);
  const told = (views[0]?.text ?? '').replaceAll(/\s+/g, ' ');
  expect(told).toContain(
    'no longer show what we told you of emails between acme.example and Harbor Energy. That does not show',
  );
  expect(told).not.toContain('had no access to any email');
});

test('an enquiry about a domain with a new directory id gets what the domain was notified of', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1']);
  know(desk, 'acme.example,org-acme,organization,Acme,');
  await desk.run();
  const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
  expect((await type('notice', 'prepare', '--wave', 'metadata')).text).toContain('Nothing to send');
  await type('enquiry', 'open', 'acme.example', '--contact', 'jo@acme.example', '--proof', 'TXT record');
  expect((await type('enquiry', 'answer', '1')).code).toBe('done');
  const [enquiry] = await listEnquiries(desk.state);
  expect(enquiry?.answer).toMatchObject({ answer: 'notice', notice: 1 });
});

test("a party with another's contact at its domain learns nothing of that party, whose evidence is gone", async () => {
  const desk = await openLampDesk('jo@acme.example', 'ed@acme.example', 'al@law.example');
  know(desk, 'acme.example,,organization,Acme,desk@law.example');
  await desk.run();
  expect(await tell(desk, '--only', 'law.example')).toEqual(['law.example first 1']);
  expect(await tell(desk)).toEqual(['acme.example first 2']);
  for (const at of [0, 1]) removeMail(desk, at);
  expect(await tell(desk)).toEqual(['acme.example correction 0']);
});

test('a notified party inherits the notices of another that the directory merged into it', async () => {
  const desk = await openLampDesk('jo@acme.example', 'ed@acme.example', 'al@bay.example');
  know(desk, 'acme.example,org-acme,organization,Acme,', 'bay.example,org-bay,organization,Bay,');
  expect(await tell(desk)).toEqual(['org-acme first 2', 'org-bay first 1']);
  know(desk, 'acme.example,org-bay,,,', 'bay.example,org-bay,organization,Bay,');
  expect(await tell(desk)).toEqual(['org-bay supplement 3']);
});

test('a silent party notified under a former id is reminded', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1']);
  await moveDeliveries(desk.state, 'accepted');
  know(desk, 'acme.example,org-acme,organization,Acme,');
  await desk.run();
  expect((await desk.type('notice', 'remind', '--state', desk.state)).text).toContain('1 reminder');
  const { views } = await readWave(desk.state, null, null);
  expect(views.map(({ party, kind }) => `${party} ${kind}`)).toEqual(['org-acme reminder']);
  expect((await desk.approveAs('Ines Adler')).code).toBe('done');
});

test('password messages listed under a former id belong to the party', async () => {
  const desk = await openLampDesk('jo@acme.example');
  writeFileSync(
    join(desk.folder, 'harbor', 'lamp', '0.eml'),
    'From: ann@harbor.example\nTo: jo@acme.example\nMessage-ID: <0@harbor.example>\nDate: 12 Sep 2001 10:00:00 +0000\n\n0\n',
  );
  know(desk);
  const list = join(desk.folder, 'secrets.csv');
  writeFileSync(list, 'party,message\nacme.example,<0@harbor.example>\n');
  expect(await tell(desk, '--findings', list, '--why', 'read')).toEqual(['acme.example first 1']);
  expect((await readWave(desk.state, 1, null)).views[0]?.figures.secrets).toBe(1);
  know(desk, 'acme.example,org-acme,organization,Acme,');
  await desk.run();
  const { text } = await desk.type('notice', 'prepare', '--wave', 'metadata', '--state', desk.state);
  expect(text).toContain('Nothing to send');
});

test('a delay holds what was approved under a former id', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example', 'ed@bay.example');
  know(desk, 'ed@bay.example,org-acme,,,');
  expect(await tell(desk)).toEqual(['acme.example first 1', 'bay.example first 1', 'org-acme first 1']);
  know(desk, 'acme.example,org-acme,organization,Acme,', 'ed@bay.example,org-acme,,,');
  await desk.run();
  const words = ['delay', 'set', 'org-acme', '--asked-by', 'the police', '--why', 'an arrest', '--state', desk.state];
  expect((await desk.type(...words)).text).toContain('2 approved notices wait');
  const state = await openStateForActing(desk.state);
  const holds = await readHolds(state.store, 1_003_655_520);
  expect(await holds.find('acme.example', 'security@acme.example')).toContain('disclosure is delayed');
  expect(await holds.find('bay.example', 'security@bay.example')).toBeNull();
  await state.close();
});

test('a party that changed and was notified again does not count as unreached', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
  know(desk, 'acme.example,org-acme,organization,Acme,', 'bay.example,org-bay,organization,Bay,');
  expect(await tell(desk)).toEqual(['org-acme first 1', 'org-bay first 1']);
  const settle = async (to: DeliveryStateName) => {
    await moveDeliveries(desk.state, to, { from: 'approved' });
    const { store, close } = await openStateForActing(desk.state);
    const needs = await readNoticeNeeds(store, Date.now() / 1000);
    await close();
    return needs.filter(({ subject }) => subject === 'returned').map(({ text }) => text);
  };
  expect(await settle('bounced')).toEqual([expect.stringContaining('2 parties')]);
  know(desk, 'acme.example,org-bay,,,', 'bay.example,org-bay,organization,Bay,');
  expect(await tell(desk)).toEqual(['org-bay supplement 2']);
  expect(await settle('accepted')).toEqual([]);
});

const PERSONS = ['jo@acme.example,jo@acme.example,person,Jo,', 'ed@acme.example,ed,person,Ed,'];

test('an organization whose addresses return to persons learns nothing: their mail is held, and each was notified', async () => {
  const desk = await openLampDesk('jo@acme.example', 'ed@acme.example');
  know(desk, ...PERSONS);
  expect(await tell(desk)).toEqual(['ed first 1', 'jo@acme.example first 1']);
  know(desk, 'acme.example,org-acme,organization,Acme,');
  expect(await tell(desk)).toEqual(['org-acme first 2']);
  know(desk, ...PERSONS);
  await desk.run();
  const prepared = await desk.type('notice', 'prepare', '--wave', 'metadata', '--state', desk.state);
  expect(prepared.text).toContain('Nothing to send');
  // And where one of them is in no evidence any more either, that one hears it.
  removeMail(desk, 1);
  expect(await tell(desk)).toEqual(['ed correction 0']);
});
