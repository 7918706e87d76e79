import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { readNoticeNeeds } from '../../src/commands/notice/notice-needs.ts';
import { readWave } from '../opened-commands.ts';
import { ask, know, openLampDesk, tell } from './lamp-desk.ts';
import { moveDeliveries } from './move-deliveries.ts';
import type { NoticeDesk } from './notice-desk.ts';

// No two waves are of one second.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

const ACME = 'acme.example,org-acme,organization,Acme,';
const JO = 'jo@acme.example,jo,person,Jo,';
const MOVED = 'org-acme was notified (notice 1) of mail with jo@acme.example, which now counts only for jo';

/** Mail of an address that arrived after containment, so that nothing of it is exposed. */
function addLater(desk: NoticeDesk, address: string, file = 'later.eml'): void {
  writeFileSync(
    join(desk.folder, 'harbor', 'lamp', file),
    `Received: from mx.test by mx.harbor.example; Thu, 25 Oct 2001 10:00:00 +0000\nFrom: ${address}\nTo: ann@harbor.example\nDate: Thu, 25 Oct 2001 10:00:00 +0000\n\n${file}\n`,
  );
}

/** Told of the mail of jo, and left with the later mail of ed. */
async function openMovedDesk(...more: readonly string[]): Promise<NoticeDesk> {
  const desk = await openLampDesk('jo@acme.example', ...more);
  addLater(desk, 'ed@acme.example');
  know(desk, ACME);
  return desk;
}

const prepare = async (desk: NoticeDesk, ...words: readonly string[]) =>
  (await desk.type('notice', 'prepare', '--wave', 'metadata', ...words, '--state', desk.state)).text.replace(
    /\s+/g,
    ' ',
  );

async function readNeeds(desk: NoticeDesk): Promise<readonly string[]> {
  const { store, close } = await openStateForActing(desk.state);
  try {
    const needs = await readNoticeNeeds(store, Date.now() / 1000);
    return needs.filter(({ subject }) => subject === 'addresses').map(({ text, command }) => `${text} ${command}`);
  } finally {
    await close();
  }
}

/** Two people take a notice back. */
async function withdraw(desk: NoticeDesk, ...words: readonly string[]): Promise<void> {
  const state = ['--state', desk.state];
  await desk.type('notice', 'withdraw', '1', '--why', 'told by telephone', ...words, ...state);
  for (const name of ['Ines Adler', 'Marek Dvorak']) {
    const key = ['--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
    expect((await desk.type('notice', 'approve-withdrawal', '1', '--as', name, ...key, ...state)).code).toBe('done');
  }
}

test('a party notified of mail that is now a person\'s is not told "no access": somebody is asked whose it is', async () => {
  const desk = await openMovedDesk();
  expect(await tell(desk)).toEqual(['org-acme first 1']);
  expect(await readNeeds(desk)).toEqual([]);
  know(desk, ACME, JO);
  await desk.run();
  expect(await readNeeds(desk)).toEqual([expect.stringContaining('org-acme')]);
  const prepared = await prepare(desk);
  expect(prepared).toContain('1 first');
  expect(prepared).toContain("1 party left out: notified of mail whose addresses are now another party's");
  expect(prepared).toContain(MOVED);
  const { views, warnings } = await readWave(desk.state, null, null);
  expect(views.map(({ party, kind }) => `${party} ${kind}`)).toEqual(['jo first']);
  expect(warnings.map(({ code, place, weight }) => `${code} ${place} ${weight}`)).toContain(
    'moved-addresses org-acme person',
  );
  // Whoever names it makes the sentence no truer.
  await desk.type('notice', 'discard', '--state', desk.state);
  const named = await prepare(desk, '--only', 'org-acme');
  expect(named).toContain('Nothing to send');
  expect(named).toContain(MOVED);
  expect(await ask(desk, 'acme.example')).toMatch(/^not-told/);
});

test('nor after the person was notified, until the organization was told and its notice withdrawn', async () => {
  const desk = await openMovedDesk();
  expect(await tell(desk)).toEqual(['org-acme first 1']);
  know(desk, ACME, JO);
  expect(await tell(desk)).toEqual(['jo first 1']);
  expect(await prepare(desk)).toContain('Nothing to send');
  expect(await readNeeds(desk)).toHaveLength(1);
  await moveDeliveries(desk.state, 'accepted');
  await withdraw(desk);
  expect(await readNeeds(desk)).toEqual([]);
  const prepared = await prepare(desk);
  expect(prepared).toContain('Nothing to send');
  expect(prepared).toContain(MOVED);
});

test('nor when a person splits the address off', async () => {
  const desk = await openMovedDesk();
  expect(await tell(desk)).toEqual(['org-acme first 1']);
  const state = ['--state', desk.state];
  const split = await desk.type('party', 'split', 'org-acme', 'jo', 'jo@acme.example', '--why', 'her own', ...state);
  expect(split.code).toBe('done');
  const prepared = await prepare(desk);
  expect(prepared).toContain('1 first');
  expect(prepared).toContain(MOVED);
});

test('nor under an id that a directory gives the organization at the same time', async () => {
  const desk = await openMovedDesk();
  expect(await tell(desk)).toEqual(['org-acme first 1']);
  know(desk, 'acme.example,acme-group,organization,Acme,', JO);
  expect(await tell(desk)).toEqual(['jo first 1']);
  expect(await readNeeds(desk)).toEqual([expect.stringContaining('notice 1 notified acme-group of mail')]);
});

test('also names an organization that is no party any more, but no person whose address an organization has', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk, ACME);
  expect(await tell(desk)).toEqual(['org-acme first 1']);
  know(desk, JO);
  expect(await tell(desk)).toEqual(['jo first 1']);
  expect(await readNeeds(desk)).toEqual([expect.stringContaining('notice 1 notified org-acme of mail')]);
  know(desk, 'acme.example,acme-group,organization,Acme,');
  await desk.run();
  expect(await readNeeds(desk)).toEqual([]);
});

test('a party with other remaining mail gets the true figures, and nothing about addresses', async () => {
  const desk = await openMovedDesk('al@acme.example');
  expect(await tell(desk)).toEqual(['org-acme first 2']);
  know(desk, ACME, JO);
  await desk.run();
  expect(await readNeeds(desk)).toEqual([]);
  expect(await prepare(desk)).not.toContain('whose addresses');
  const { views } = await readWave(desk.state, null, 'org-acme');
  expect(views.map(({ kind, figures }) => `${kind} ${figures.messages}`)).toEqual(['correction 1']);
  expect(views[0]?.text.replaceAll(/\s+/g, ' ')).toContain('This notice is about 1 email (before: 2)');
});

test('addresses only named in an earlier notice are not forgotten', async () => {
  const desk = await openMovedDesk('al@acme.example');
  expect(await tell(desk)).toEqual(['org-acme first 2']);
  know(desk, ACME, JO);
  expect(await tell(desk)).toEqual(['jo first 1', 'org-acme correction 1']);
  // What was left is another's, too.
  know(desk, ACME, JO, 'al@acme.example,org-al,organization,Al,');
  await desk.run();
  expect(await prepare(desk)).toContain(
    'org-acme was notified (notice 3) of mail with al@acme.example, jo@acme.example, which now counts only for jo, org-al',
  );
});

test('a party whose mail is cleared learns so although others at its domains have other mail', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@law.example', 'ed@acme.example');
  know(desk, 'acme.example,org-acme,organization,Acme,desk@law.example', JO);
  expect(await tell(desk)).toEqual(['jo first 1', 'law.example first 1', 'org-acme first 1']);
  addLater(desk, 'ed@acme.example', '2.eml');
  expect(await tell(desk)).toEqual(['org-acme correction 0']);
  expect(await readNeeds(desk)).toEqual([]);
});

test('nor when nobody can judge what others now have', async () => {
  const desk = await openMovedDesk();
  expect(await tell(desk)).toEqual(['org-acme first 1']);
  know(desk, ACME, JO);
  desk.edit('reach: [ { mailbox: ann, by: credentials } ]', 'sessions: [night]');
  await desk.run();
  const prepared = await prepare(desk);
  expect(prepared).toContain('Nothing to send');
  expect(prepared).toContain(MOVED);
});

/** As they were stored before the addresses were kept with them. */
async function forgetAddresses(desk: NoticeDesk): Promise<readonly unknown[]> {
  const { store, close } = await openStateForActing(desk.state);
  const kept: unknown[] = [];
  for (const { id, facts } of await store.db.selectFrom('notice_notice').select(['id', 'facts']).execute()) {
    const { affected, ...before } = JSON.parse(facts) as { affected: unknown };
    kept.push(affected);
    await store.db
      .updateTable('notice_notice')
      .set({ facts: JSON.stringify(before) })
      .where('id', '=', Number(id))
      .execute();
  }
  await close();
  return kept;
}

test("a notice from before addresses were stored covers all mail at its party's domains", async () => {
  const desk = await openMovedDesk();
  expect(await tell(desk)).toEqual(['org-acme first 1']);
  expect(await forgetAddresses(desk)).toEqual([['jo@acme.example']]);
  know(desk, ACME, JO);
  await desk.run();
  expect(await prepare(desk)).toContain(MOVED);
});

test('but not what a person was notified of in its wave: a true correction is no longer held', async () => {
  const desk = await openLampDesk('jo@acme.example', 'ed@acme.example');
  know(desk, ACME, JO);
  expect(await tell(desk)).toEqual(['jo first 1', 'org-acme first 1']);
  await forgetAddresses(desk);
  addLater(desk, 'ed@acme.example', '1.eml');
  expect(await tell(desk)).toEqual(['org-acme correction 0']);
});

test('nobody is reminded of a correction to nothing that has become untrue', async () => {
  const desk = await openMovedDesk();
  expect(await tell(desk)).toEqual(['org-acme first 1']);
  const eml = join(desk.folder, 'harbor', 'lamp', '0.eml');
  const mail = readFileSync(eml);
  addLater(desk, 'jo@acme.example', '0.eml');
  expect(await tell(desk)).toEqual(['org-acme correction 0']);
  await moveDeliveries(desk.state, 'accepted');
  writeFileSync(eml, mail);
  know(desk, ACME, JO);
  await desk.run();
  expect((await desk.type('notice', 'remind', '--state', desk.state)).text).not.toContain('1 reminder');
});

test('when the incident file makes an address internal, nobody is told that its mail is no longer held', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1']);
  desk.edit('domains: [harbor.example]', 'domains: [harbor.example, acme.example]');
  await desk.run();
  const prepared = await prepare(desk);
  expect(prepared).toContain('Nothing to send');
  expect(prepared).toContain(
    'acme.example was notified (notice 1) of mail with jo@acme.example, which the incident file now counts as the organization’s own',
  );
  expect(await readNeeds(desk)).toEqual([expect.stringContaining('notice 1 notified acme.example of mail')]);
});

test('nor a person, nor a party with later mail left', async () => {
  const desk = await openLampDesk('jo@acme.example');
  addLater(desk, 'ed@bay.example');
  know(desk, 'acme.example,org-acme,organization,Acme,', 'bay.example,org-acme,,,');
  expect(await tell(desk)).toEqual(['org-acme first 1']);
  desk.edit('domains: [harbor.example]', 'domains: [harbor.example, acme.example]');
  know(desk, 'bay.example,org-acme,organization,Acme,');
  await desk.run();
  expect(await prepare(desk)).toContain('which the incident file now counts as the organization’s own');
  const other = await openLampDesk('jo@acme.example');
  know(other, JO);
  expect(await tell(other)).toEqual(['jo first 1']);
  other.edit('domains: [harbor.example]', 'domains: [harbor.example, acme.example]');
  know(other);
  await other.run();
  expect(await prepare(other)).toContain('jo was notified (notice 1) of mail with jo@acme.example');
});

test('a party that became a list is told nothing more, and somebody is asked until its notice is withdrawn', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1']);
  know(desk, 'acme.example,,list,,');
  await desk.run();
  const prepared = await prepare(desk);
  expect(prepared).toContain('Nothing to send');
  expect(prepared).toContain('acme.example was notified (notice 1), and is now a list');
  expect(await readNeeds(desk)).toEqual([
    expect.stringContaining('notice 1 went to acme.example, which is now a list'),
  ]);
  await moveDeliveries(desk.state, 'accepted');
  await withdraw(desk);
  expect(await readNeeds(desk)).toEqual([]);
});

test('a status reads only parties related to sent notices', async () => {
  const desk = await openMovedDesk('al@bay.example', 'ed@law.example');
  expect(await tell(desk, '--only', 'org-acme')).toEqual(['org-acme first 1']);
  know(desk, ACME, JO);
  await desk.run();
  const { store, close } = await openStateForActing(desk.state);
  await store.db.updateTable('impact_party').set({ lists: 'unread' }).where('party', '=', 'bay.example').execute();
  await close();
  expect(await readNeeds(desk)).toEqual([expect.stringContaining('notice 1 notified org-acme of mail')]);
});
