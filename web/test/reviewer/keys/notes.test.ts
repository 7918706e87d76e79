import { formatInstant } from '@candor/core/base';
import { writeNoteDocument } from '@candor/core/review/note';
import { makeSealingKey, toFingerprint } from '@candor/core/review/seal';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeHolder } from '../../../../portal/test/support/caller.ts';
import { type Released, runtime } from './support/organization.ts';
import { flawOf, type Reader, type Tab, WorkerWorld } from './support/worker-world.ts';

let world: WorkerWorld;
let kim: Reader;
let lee: Reader;
let released: Released;
beforeEach(async () => {
  world = await new WorkerWorld().start();
  kim = await world.enroll('Kim');
  lee = await world.enroll('Lee');
  released = await world.release([kim, lee]);
  await world.allow([kim, lee], [released]);
});
afterEach(() => world.end());

async function openAll(reader: Reader): Promise<Tab> {
  const tab = await world.signIn(reader);
  await tab.keyWorker.call('open-releases', {});
  return tab;
}

const about = { kind: 'secret', id: 'password-1' } as const;
const list = (tab: Tab) => tab.keyWorker.call('list-notes', {});

test('others of the party read a note with its author', async () => {
  const [one, other] = [await openAll(kim), await openAll(lee)];
  const written = await one.keyWorker.call('write-note', { about, status: 'rotated', text: 'Changed on Monday.' });
  expect(written).toEqual({
    ...{ about, status: 'rotated', text: 'Changed on Monday.', author: kim.fingerprint },
    ...{ isOwn: true, number: 1, at: '2001-10-05T08:00:00Z' },
  });
  expect(await list(other)).toEqual({ notes: [{ ...written, isOwn: false }], unread: 0 });
  await other.keyWorker.call('write-note', { about, status: 'open', text: 'Not everywhere.' });
  await one.keyWorker.call('write-note', { about, status: 'rotated', text: 'Everywhere now.' });
  const { notes } = await list(one);
  expect(notes.map(({ text, number }) => [text, number]).sort()).toEqual([
    ['Everywhere now.', 2],
    ['Not everywhere.', 1],
  ]);
});

test("a portal sees nothing of a note's content", async () => {
  const tab = await openAll(kim);
  await tab.keyWorker.call('write-note', { about, status: 'open', text: 'swordfish' });
  const [kept] = await world.portal.portal.store.notes.listOfParty('northwind.example', 0, 10);
  expect(kept?.document).toContain('"kind":"note"');
  for (const word of ['swordfish', 'password-1', 'open', 'secret']) expect(kept?.document).not.toContain(`"${word}"`);
});

test('two tabs that write at once both keep their note', async () => {
  const [one, other] = [await openAll(kim), await openAll(kim)];
  await list(one);
  await list(other);
  const things = ['a', 'b', 'c', 'd'];
  await Promise.all(
    things.map((id, at) =>
      (at % 2 === 0 ? one : other).keyWorker.call('write-note', {
        about: { kind: 'secret', id },
        status: 'open',
        text: id,
      }),
    ),
  );
  const { notes } = await list(await openAll(lee));
  expect(notes.map(({ text }) => text).sort()).toEqual(things);
  expect(new Set(notes.map(({ number }) => number)).size).toBe(4);
});

test('counts and hides notes that a portal invents, moves or changes', async () => {
  const tab = await openAll(kim);
  await tab.keyWorker.call('write-note', { about, status: 'open', text: 'True.' });
  const [kept] = await world.portal.portal.store.notes.listOfParty('northwind.example', 0, 10);
  // Whoever has the recipient of the vault, which every manifest names, can seal to it.
  const holder = makeHolder();
  const key = { age: (await makeSealingKey()).recipient, sign: holder.sign };
  const scope = { incident: 'harbor-2001', party: 'northwind.example', number: 1, at: formatInstant(world.portal.now) };
  const head = { ...scope, vaultRecipient: released.vault.recipient };
  const content = { about, status: null, text: 'Pay to this account.' };
  const invented = await writeNoteDocument(runtime, holder.signer, key, head, content);
  expect(toFingerprint(runtime, key)).not.toBe(kim.fingerprint);
  const asKim = await writeNoteDocument(runtime, holder.signer, kim.key, head, content);
  const otherVault = await makeSealingKey();
  const unopenable = await writeNoteDocument(
    runtime,
    holder.signer,
    key,
    { ...head, vaultRecipient: otherVault.recipient },
    content,
  );
  const signature = kept?.signature ?? '';
  const document = (kept?.document ?? '').replace('"number":1', '"number":2');
  const given = [kept, invented, asKim, unopenable, { document, signature }, { document: '{}', signature }];
  tab.intercept = (target) =>
    target.startsWith('/v1/party/notes')
      ? Response.json({ notes: target.endsWith('=0') ? given.map((note, at) => ({ ...note, place: at + 1 })) : [] })
      : null;
  await tab.keyWorker.call('open-releases', {});
  const { notes, unread } = await list(tab);
  expect([notes.map(({ text }) => text), unread]).toEqual([['True.'], 5]);
});

test('after rotation, earlier readers still read earlier notes, and later ones see their number', async () => {
  const one = await openAll(kim);
  await one.keyWorker.call('write-note', { about, status: 'open', text: 'Before.' });
  const mo = await world.enroll('Mo');
  const rotated = await world.release([kim, mo], { number: 2, supersedes: released.release });
  await world.allow([kim, mo], [rotated]);
  const again = await openAll(kim);
  await again.keyWorker.call('write-note', { about: { kind: 'release' }, status: 'done', text: 'After.' });
  expect((await list(again)).notes.map(({ text }) => text)).toEqual(['Before.', 'After.']);
  const later = await list(await openAll(mo));
  expect([later.notes.map(({ text }) => text), later.unread]).toEqual([['After.'], 1]);
});

test('refuses an overlong note before sending; without a release there are no notes', async () => {
  const tab = await openAll(kim);
  const asked = tab.asked.length;
  expect(await flawOf(tab.keyWorker.call('write-note', { about, status: null, text: 'x'.repeat(4001) }))).toBe(
    'too-long',
  );
  expect(tab.asked.length).toBe(asked);
  const closed = await world.signIn(kim);
  expect(await flawOf(closed.keyWorker.call('list-notes', {}))).toBe('no-vault');
});

test('reports a note that the portal refuses', async () => {
  const tab = await openAll(kim);
  tab.intercept = (_target, ask, { method }) =>
    method === 'POST' ? Response.json({ code: 'too-many' }, { status: 429 }) : ask();
  expect(await flawOf(tab.keyWorker.call('write-note', { about, status: 'open', text: 'x' }))).toBe('too-many');
  tab.intercept = (_target, ask, { method }) =>
    method === 'POST' ? Response.json({ code: 'conflict' }, { status: 409 }) : ask();
  expect(await flawOf(tab.keyWorker.call('write-note', { about, status: 'open', text: 'x' }))).toBe('note-refused');
});
