import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { readNoticeNeeds } from '../../src/commands/notice/notice-needs.ts';
import { readWave, showContacts } from '../opened-commands.ts';
import { know, openLampDesk } from './lamp-desk.ts';
import type { NoticeDesk } from './notice-desk.ts';

let desk: NoticeDesk;
const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
const ACME = 'acme.example,org-acme,organization,Acme,';
const curate = (contact: string, ...more: readonly string[]) =>
  type('contacts', 'curate', 'acme.example', contact, '--why', 'their web site', ...more);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openLampDesk('jo@acme.example', 'ed@acme.test');
  know(desk, ACME, 'acme.test,org-acme,,,');
  await desk.run();
  await curate('ciso@law.example');
  await curate('security@acme.example', '--withdraw');
  return () => vi.useRealTimers();
});

/** What the ladder of a party has, and what is not used. */
async function readLadder(party: string) {
  const { ladder } = await showContacts(desk.state, party);
  const curated = ladder.steps.flatMap(({ rung, contacts }) => (rung === 'curated' ? contacts : []));
  return {
    curated: curated.map(({ address }) => address),
    unusable: ladder.unusable.map(({ contact, why }) => `${contact} ${why}`),
  };
}

async function readNeeds(): Promise<string> {
  const { store, close } = await openStateForReading(desk.state);
  try {
    const needs = await readNoticeNeeds(store, Date.now() / 1000);
    return needs.map(({ subject, text }) => `${subject}: ${text}`).join('\n');
  } finally {
    await close();
  }
}

const prepare = async () => (await type('notice', 'prepare', '--wave', 'metadata')).text.replace(/\s+/g, ' ');

test('decisions about contacts follow an organization to a new directory id', async () => {
  const before = await readLadder('org-acme');
  expect(before).toEqual({ curated: ['ciso@law.example'], unusable: ['security@acme.example withdrawn'] });
  know(desk, 'acme.example,acme-group,organization,Acme,', 'acme.test,acme-group,,,');
  // Also after a run in which nothing has changed.
  for (let runs = 0; runs < 2; runs += 1) await desk.run();
  expect(await readLadder('acme-group')).toEqual(before);
  expect(await prepare()).toContain(
    'ciso@law.example: curated for org-acme, which is no longer a party; used for acme-group, which now has its addresses.',
  );
  const [view] = (await readWave(desk.state, null, 'acme-group')).views;
  expect(view?.contacts.map(({ contact, rung }) => `${contact} ${rung}`)).toContain('ciso@law.example curated');
  expect(await readNeeds()).not.toContain('contacts:');
  // What is decided of the party itself goes before.
  await type('contacts', 'curate', 'acme-group', 'ciso@law.example', '--withdraw', '--why', 'left');
  expect((await readLadder('acme-group')).curated).toEqual([]);
  await type('notice', 'discard');
  const again = await prepare();
  expect(again).not.toContain('used for acme-group');
  expect(again).toContain('contact withdrawn: acme-group: ciso@law.example (curation 3)');
  const [without] = (await readWave(desk.state, null, 'acme-group')).views;
  expect(without?.contacts.map(({ contact }) => contact)).not.toContain('ciso@law.example');
});

test('a list of contacts follows as well', async () => {
  const list = join(desk.folder, 'contacts.csv');
  writeFileSync(list, 'party,contact\norg-acme,board@law.example\n');
  await type('contacts', 'import', list, '--why', 'a list');
  know(desk, 'acme.example,acme-group,organization,Acme,', 'acme.test,acme-group,,,');
  await desk.run();
  const { ladder } = await showContacts(desk.state, 'acme-group');
  expect(ladder.steps.map(({ rung, contacts }) => [rung, contacts.length])).toContainEqual(['directory', 1]);
});

test('if several parties have the addresses, none is notified through it until a person decides, and all keep the exclusions', async () => {
  know(desk);
  await desk.run();
  for (const party of ['acme.example', 'acme.test']) expect((await readLadder(party)).curated).toEqual([]);
  expect((await readLadder('acme.example')).unusable).toEqual(['security@acme.example withdrawn']);
  const open =
    'ciso@law.example: curated for org-acme, which is no longer a party, and not used: acme.example, acme.test have its addresses. Assign them with `candor contacts curate PARTY CONTACT`, or withdraw them with --withdraw, and prepare again.';
  expect(await prepare()).toContain(open);
  expect(await readNeeds()).toContain(
    'contacts: 1 contact that a person curated for org-acme is not used: it is no longer a party. Curate it for the party that has the addresses now, or withdraw it.',
  );
  await type('notice', 'discard');
  await curate('ciso@law.example');
  expect(await readNeeds()).not.toContain('contacts:');
  expect(await prepare()).not.toContain('curated for');
  expect((await readLadder('acme.example')).curated).toEqual(['ciso@law.example']);
});

test("persons who now have an organization's addresses are not notified through its contacts", async () => {
  know(desk, 'jo@acme.example,jo,person,Jo,', 'acme.test,,,,');
  await desk.run();
  expect(await prepare()).toContain('which is no longer a party, and not used');
});

test('nobody else is notified through them', async () => {
  know(
    desk,
    'acme.example,acme-group,organization,Acme,',
    'acme.test,acme-group,,,',
    'law.example,org-law,organization,Law,',
  );
  await desk.run();
  expect(await readNeeds()).not.toContain('org-law');
});
