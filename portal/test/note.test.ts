import { formatInstant } from '@candor/core/base';
import { readReceipt } from '@candor/core/review/access';
import {
  type NoteContent,
  openNote,
  type SignedNoteDocument,
  verifyNoteDocument,
  writeNoteDocument,
} from '@candor/core/review/note';
import { makeSealingKey } from '@candor/core/review/seal';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { primitives } from '../src/adapters/primitives.ts';
import { NoteStore } from '../src/adapters/sqlite/note-store.ts';
import { prepareDatabase } from '../src/adapters/sqlite/schema.ts';
import { sha256Hex } from './support/caller.ts';
import { type Peopled, type Person, people, World } from './support/world.ts';

const party = 'northwind.example';
const content: NoteContent = { about: { kind: 'release' }, status: 'open', text: 'Changed the key.' };
const vault = await makeSealingKey();

let it: Peopled;
beforeAll(async () => {
  it = await people(await new World().start());
});
afterAll(() => it.world.end());

function write(
  person: Person,
  number: number,
  change: { readonly incident?: string; readonly party?: string; readonly at?: number } = {},
): Promise<SignedNoteDocument> {
  const { at = it.world.now, ...scope } = change;
  const head = {
    incident: 'harbor-2001',
    party,
    ...scope,
    number,
    at: formatInstant(at),
    vaultRecipient: vault.recipient,
  };
  return writeNoteDocument({ sha256Hex }, person.signer, person.key, head, content);
}

const post = (cookie: string, note: unknown): Promise<Response> => it.world.post('/v1/party/notes', note, { cookie });
const list = async (cookie: string, after = 0): Promise<readonly (SignedNoteDocument & { place: number })[]> =>
  ((await (await it.world.get(`/v1/party/notes?after=${after}`, cookie)).json()) as { notes: [] }).notes;

test('everybody of the party gets notes in order of arrival, and nobody else', async () => {
  const { cookies, nominator, reviewer } = it;
  const [first, second] = [await write(nominator, 1), await write(reviewer, 1)];
  expect(await (await post(cookies.nominator, first)).json()).toEqual({ place: 1 });
  expect(await (await post(cookies.reviewer, second)).json()).toEqual({ place: 2 });
  const kept = [
    { place: 1, ...first },
    { place: 2, ...second },
  ];
  expect(await list(cookies.reviewer)).toEqual(kept);
  expect(await list(cookies.nominator, 1)).toEqual(kept.slice(1));
  expect(await list(cookies.other)).toEqual([]);
  const note = await verifyNoteDocument(primitives, second);
  expect(note === null ? null : await openNote(vault.identity, note)).toEqual(content);
});

test("writing is recorded with the document's digest; the same note twice is one", async () => {
  const { cookies, nominator, world } = it;
  const note = await write(nominator, 2);
  expect(await (await post(cookies.nominator, note)).json()).toEqual({ place: 3 });
  const last = readReceipt((await world.portal.store.access.listOfParty(party, 0, 5000)).at(-1) ?? '');
  expect(last).toMatchObject({ act: 'note', object: sha256Hex(note.document), reviewer: nominator.fingerprint });
  expect(await (await post(cookies.nominator, note)).json()).toEqual({ place: 3 });
  expect(await list(cookies.nominator)).toHaveLength(3);
});

test('refuses a used or lower number', async () => {
  const { cookies, nominator } = it;
  await post(cookies.nominator, await write(nominator, 7));
  for (const number of [7, 3]) expect((await post(cookies.nominator, await write(nominator, number))).status).toBe(409);
});

test('a note counts only from its author, for this party and incident, now, and signed', async () => {
  const { cookies, nominator, reviewer, world } = it;
  const before = (await list(cookies.nominator)).length;
  const good = await write(nominator, 20);
  const refused: readonly unknown[] = [
    await write(reviewer, 20),
    await write(nominator, 20, { party: 'contoso.example' }),
    await write(nominator, 20, { incident: 'other-2001' }),
    await write(nominator, 20, { at: world.now - 301 }),
    { ...good, signature: (await write(reviewer, 20)).signature },
    { ...good, document: good.document.replace('"number":20', '"number":21') },
    { ...good, document: `${good.document} ` },
    { ...good, more: 1 },
    { document: good.document },
  ];
  for (const note of refused) expect((await post(cookies.nominator, note)).status).toBe(400);
  expect((await post(cookies.nominator, { ...good, document: 'x'.repeat(40_000) })).status).toBe(413);
  expect(await list(cookies.nominator)).toHaveLength(before);
  expect((await post(cookies.nominator, good)).status).toBe(200);
});

test("an author over the limit stops, others continue; another party's notes change no place", async () => {
  const database = new Database(':memory:');
  prepareDatabase(database);
  const store = new NoteStore(database, 2);
  const note = (party: string, author: string, number: number) =>
    store.take({ party, author, number, digest: `${party}${author}${number}`, document: '{}', signature: '' });
  expect(await Promise.all([note('a', 'kim', 1), note('b', 'mo', 1), note('a', 'kim', 2)])).toEqual([
    { state: 'taken', place: 1 },
    { state: 'taken', place: 1 },
    { state: 'taken', place: 2 },
  ]);
  expect(await note('a', 'kim', 3)).toEqual({ state: 'full' });
  expect(await note('a', 'lee', 1)).toEqual({ state: 'taken', place: 3 });
});
