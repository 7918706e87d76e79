import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { addMail, ask, clear, know, openLampDesk, removeMail, tell } from './lamp-desk.ts';

// No two waves are of one second.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

test('a domain notified of mail that is no longer in evidence gets the correction, not "nothing"', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1', 'bay.example first 1']);
  removeMail(desk, 0);
  await desk.run();
  expect(await ask(desk, 'mail.acme.example')).toMatch(
    /^not-told: notice 1 notified acme.example .* prepare a correction/,
  );
  expect(await ask(desk, 'other.example')).toBe('nothing');
  expect(await tell(desk)).toEqual(['acme.example correction 0']);
  expect(await ask(desk, 'mail.acme.example')).toBe('notice 3');
});

test('also when its directory id changed since, or a person at the domain was notified', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example', 'ed@cape.example');
  know(desk, 'acme.example,acme,organization,Acme,', 'al@bay.example,,person,,');
  expect(await tell(desk)).toEqual(['acme first 1', 'al@bay.example first 1', 'cape.example first 1']);
  know(desk, 'acme.example,acme-group,organization,Acme,');
  for (const at of [0, 1]) removeMail(desk, at);
  await desk.run();
  expect(await ask(desk, 'acme.example')).toMatch(/^not-told: notice 1 .*; otherwise no answer is signed/);
  expect(await ask(desk, 'bay.example')).toMatch(/^not-told: notice 2/);
});

test('a domain whose mail was cleared before its evidence went missing gets "nothing"', async () => {
  const desk = await openLampDesk('al@bay.example');
  writeFileSync(
    join(desk.folder, 'harbor', 'lamp', '1.eml'),
    'From: ann@harbor.example\nTo: jo@acme.example\nMessage-ID: <1@harbor.example>\nDate: 20 Sep 2001 10:00:00 +0000\n\n1\n',
  );
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1', 'bay.example first 1']);
  clear(desk);
  expect(await tell(desk)).toEqual(['acme.example correction 0', 'bay.example correction 0']);
  removeMail(desk, 1);
  await desk.run();
  expect(await ask(desk, 'acme.example')).toBe('nothing');
});

test('nobody gets an answer while a delay holds the notice it would return, or everybody', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1', 'bay.example first 1']);
  const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
  const asked = ['--asked-by', 'the police', '--why', 'an arrest'];
  await type('do-not-contact', 'add', 'bay.example', '--why', 'only through counsel');
  await type('delay', 'set', 'acme.example', ...asked);
  know(desk, 'acme.example,acme,organization,Acme,');
  await desk.run();
  expect(await ask(desk, 'acme.example')).toMatch(/^held-party: disclosure is delayed \(delay 2\)/);
  expect(await ask(desk, 'bay.example')).toBe('notice 2');
  expect(await ask(desk, 'other.example')).toBe('nothing');
  await type('delay', 'end', '2', '--why', 'over');
  expect(await ask(desk, 'acme.example')).toBe('notice 1');
  await type('delay', 'set', ...asked);
  expect(await ask(desk, 'other.example')).toMatch(/^held-party/);
});

test('a domain notified of outdated figures gets the current ones in a notice first', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1']);
  addMail(desk, 1, 'jo@acme.example');
  await desk.run();
  expect(await ask(desk, 'acme.example')).toMatch(/^not-told: .* notified of other figures \(notice 1\)/);
  expect(await tell(desk)).toEqual(['acme.example supplement 2']);
  expect(await ask(desk, 'acme.example')).toBe('notice 2');
});

test('undetermined mail of a list, or of a person with other addresses, is not "nothing" either', async () => {
  const desk = await openLampDesk('all@acme.example', 'jo@bay.example');
  desk.edit('directory: directory.csv', 'directory: directory.csv\npolicy: { gaps: undetermined }');
  know(desk, 'all@acme.example,,list,,', 'jo@bay.example,jo,person,Jo,', 'jo@cape.example,jo,,,');
  await desk.run();
  expect(await ask(desk, 'acme.example')).toMatch(/^others-concerned: .*all@acme.example/);
  expect(await ask(desk, 'bay.example')).toMatch(/^others-concerned: .*jo/);
  expect(await ask(desk, 'cape.example')).toBe('nothing');
});

test('a delay also holds the notice that mail is no longer in evidence', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
  know(desk);
  await tell(desk);
  removeMail(desk, 0);
  expect(await tell(desk)).toEqual(['acme.example correction 0']);
  const { store, close } = await openStateForActing(desk.state);
  const hold = { contact: null, asked_by: 'x', why: 'x', until: null, made_by: 'x', made_at: 1, ended_at: null };
  await store.db
    .insertInto('notice_hold')
    .values({ ...hold, kind: 'delay', party: 'acme.example', ended_by: null, held: null })
    .execute();
  await close();
  expect(await ask(desk, 'acme.example')).toMatch(/^held-party/);
  expect(await ask(desk, 'bay.example')).toBe('notice 2');
});

test('a domain that no longer needs notification but was told more gets a correction first', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1']);
  desk.edit('intruder: { reach: [ { mailbox: ann, by: credentials } ] }', 'policy: { tell: possible }');
  await desk.run();
  expect(await ask(desk, 'acme.example')).toMatch(/^not-told: .* notified of other figures \(notice 1\)/);
});

test('after that correction is withdrawn, no notice answers for missing mail', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk);
  await tell(desk);
  removeMail(desk, 0);
  expect(await tell(desk)).toEqual(['acme.example correction 0']);
  const { store, close } = await openStateForActing(desk.state);
  const withdrawn = { state: 'withdrawn', withdrawn: '{"misdirected":false,"why":"x"}' } as const;
  await store.db.updateTable('notice_notice').set(withdrawn).where('id', '=', 2).execute();
  await close();
  expect(await ask(desk, 'acme.example')).toMatch(/^not-told: notice 2 notified acme\.example/);
});

test("missing mail of a person belongs to its address's domain, an organization's to its own, not to a contact's domain", async () => {
  const desk = await openLampDesk('jo@bay.example', 'al@acme.example', 'ed@cape.example');
  know(desk, 'jo@bay.example,,person,,desk@law.example', 'acme.example,,organization,Acme,desk@law.example');
  await tell(desk);
  for (const at of [0, 1]) removeMail(desk, at);
  await desk.run();
  expect(await ask(desk, 'law.example')).toBe('nothing');
  expect(await ask(desk, 'bay.example')).toMatch(/^not-told: notice \d notified jo@bay.example/);
});
