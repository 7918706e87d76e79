import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signer } from '@candor/core/base';
import {
  HASH_BYTES,
  LogTree,
  listTiles,
  readCheckpoint,
  readNote,
  signNote,
  toCheckpointText,
  toEntryTile,
  toNoteText,
  toTilePath,
  toVerifierKeyOf,
  verifyLog,
} from '@candor/core/ledger';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { toFolderFiles } from '../../src/commands/transparency/verify-log.ts';
import { readCommitments } from '../../src/ledger/store/entry-store.ts';
import { logSigner, origin, runtime, toTestSigner } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { act, type MadeState, makeState, publishAfter } from './published-log.ts';

const SIZE = 704;
const OLD_SIZE = 640;
const key = toVerifierKeyOf(runtime, logSigner);

let state: MadeState;
let commitments: Uint8Array;
/** The one checkpoint that the verifier kept. */
let old: string;

beforeAll(async () => {
  state = await makeState(makeTemporaryFolder());
  for (let period = 0; period < 9; period += 1) {
    await act(state, `in period ${period}`);
    await publishAfter(state, period);
  }
  old = (await publishAfter(state, 9)).note;
  await publishAfter(state, 10);
  commitments = await readCommitments(state.store, 0, SIZE);
});
afterAll(() => state.store.close());

/** A copy of the published folder. */
function copySite(): string {
  const folder = join(makeTemporaryFolder(), 'log');
  cpSync(state.site, folder, { recursive: true });
  return folder;
}

async function verify(folder: string, known = true) {
  const checkpoint = readCheckpoint(readNote(new TextEncoder().encode(old))?.text ?? '');
  return verifyLog(runtime, nodeCryptography, toFolderFiles(folder), {
    log: key,
    known: known && checkpoint !== null ? [checkpoint] : [],
  });
}

/** Writes a whole log of other entries, as somebody could who has the log's key, or another. */
async function forge(folder: string, entries: Uint8Array, signer: Signer = logSigner, name = origin): Promise<void> {
  rmSync(folder, { recursive: true });
  const write = (path: string, content: Uint8Array | string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const tree = new LogTree(runtime);
  tree.append(entries);
  for (const { level, index, hashes } of [...tree.takeChanges(), ...tree.edges()]) {
    write(toTilePath({ level, index, width: hashes.length / HASH_BYTES }), hashes);
  }
  for (const { level, index, width } of listTiles(entries.length / HASH_BYTES)) {
    if (level !== 'entries') continue;
    const from = index * 256 * HASH_BYTES;
    const part = entries.subarray(from, from + width * HASH_BYTES);
    write(toTilePath({ level, index, width }), toEntryTile(part));
  }
  const text = toCheckpointText({ origin: name, size: entries.length / HASH_BYTES, root: tree.root() });
  write('checkpoint', toNoteText(await signNote(runtime, text, signer)));
}

const flip = (path: string, at: number) => (folder: string) => {
  const bytes = readFileSync(join(folder, path));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(join(folder, path), bytes);
};
const swap = (a: string, b: string) => (folder: string) => {
  renameSync(join(folder, a), join(folder, 'aside'));
  renameSync(join(folder, b), join(folder, a));
  renameSync(join(folder, 'aside'), join(folder, b));
};
const remove = (path: string) => (folder: string) => rmSync(join(folder, path));
const cut = (path: string, bytes: number) => (folder: string) => truncateSync(join(folder, path), bytes);
const append = (path: string, text: string) => (folder: string) =>
  writeFileSync(join(folder, path), text, { flag: 'a' });
const rewrite = (path: string, change: (text: string) => string) => (folder: string) =>
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
const fork = (change: (entries: Uint8Array) => Uint8Array, signer?: Signer, name?: string) => (folder: string) =>
  forge(folder, change(commitments.slice()), signer, name);

const without = (index: number) => (entries: Uint8Array) =>
  new Uint8Array(Buffer.concat([entries.subarray(0, index * 32), entries.subarray((index + 1) * 32)]));
const withFresh = (index: number) => (entries: Uint8Array) => {
  entries.fill(0xee, index * 32, index * 32 + 32);
  return entries;
};
const inserted = (index: number) => (entries: Uint8Array) =>
  new Uint8Array(Buffer.concat([entries.subarray(0, index * 32), new Uint8Array(32), entries.subarray(index * 32)]));
const exchanged = (a: number, b: number) => (entries: Uint8Array) => {
  const kept = entries.slice(a * 32, a * 32 + 32);
  entries.copyWithin(a * 32, b * 32, b * 32 + 32);
  entries.set(kept, b * 32);
  return entries;
};

const edits: readonly (readonly [string, (folder: string) => void | Promise<void>])[] = [
  // Files that somebody who has the web host, but no key, can change.
  ['first bit of an entry', flip('tile/entries/000', 2)],
  ['last byte of an entry tile', flip('tile/entries/000', 34 * 256 - 1)],
  ['length of an entry', flip('tile/entries/000', 1)],
  ['high byte of a length', flip('tile/entries/001', 34)],
  ['an entry of the partial tile', flip('tile/entries/002.p/192', 34 * 100 + 5)],
  ['a leaf hash', flip('tile/0/000', 0)],
  ['last leaf hash of a full tile', flip('tile/0/001', 8191)],
  ['a leaf hash of the partial tile', flip('tile/0/002.p/192', 32)],
  ['a hash of the level above', flip('tile/1/000.p/2', 40)],
  ['two tiles swapped', swap('tile/0/000', 'tile/0/001')],
  ['two entry tiles swapped', swap('tile/entries/000', 'tile/entries/001')],
  ['an entry tile in place of hashes', swap('tile/entries/000', 'tile/0/000')],
  ['a missing tile', remove('tile/0/001')],
  ['a missing partial tile', remove('tile/0/002.p/192')],
  ['a missing tile of the level above', remove('tile/1/000.p/2')],
  ['missing entries', remove('tile/entries/000')],
  ['missing last entries', remove('tile/entries/002.p/192')],
  ['a tile cut short', cut('tile/0/000', 8160)],
  ['a tile cut inside a hash', cut('tile/0/001', 8191)],
  ['an empty tile', cut('tile/1/000.p/2', 0)],
  ['entries cut short', cut('tile/entries/001', 34 * 255)],
  ['a tile with more behind it', append('tile/0/000', 'x')],
  ['entries with more behind them', append('tile/entries/001', 'x'.repeat(34))],
  ['no checkpoint', remove('checkpoint')],
  ['an empty checkpoint', cut('checkpoint', 0)],
  ['a checkpoint without its signature', rewrite('checkpoint', (text) => text.slice(0, text.indexOf('\n\n') + 2))],
  ['a bigger size', rewrite('checkpoint', (text) => text.replace('\n704\n', '\n705\n'))],
  ['a size with a leading zero', rewrite('checkpoint', (text) => text.replace('\n704\n', '\n0704\n'))],
  [
    'another root',
    rewrite('checkpoint', (text) => text.replace(/\n(.)(.{43}\n\n)/, (_, a, b) => `\n${a === 'A' ? 'B' : 'A'}${b}`)),
  ],
  ['another origin', rewrite('checkpoint', (text) => text.replace('harbor.example/log\n', 'harbor.example/lob\n'))],
  ['an extension line', rewrite('checkpoint', (text) => text.replace('\n\n', '\nmore\n\n'))],
  ['carriage returns', rewrite('checkpoint', (text) => text.replaceAll('\n', '\r\n'))],
  [
    'an altered signature',
    rewrite('checkpoint', (text) => text.replace(/(.)(...\n)$/, (_, a, b) => `${a === 'A' ? 'B' : 'A'}${b}`)),
  ],
  [
    'the signature twice, once altered',
    rewrite(
      'checkpoint',
      (text) =>
        `${text}${text.slice(text.indexOf('\u2014')).replace(/(.)(...\n)$/, (_, a, b) => `${a === 'A' ? 'B' : 'A'}${b}`)}`,
    ),
  ],
  ['text behind the signatures', append('checkpoint', 'more\n')],
  [
    'rolled back to an older checkpoint, signed as it was',
    async (folder) => {
      // What was published in period 8, complete and genuine.
      await forge(folder, commitments.slice(0, 576 * 32));
    },
  ],
  // Forks by somebody who has the log's key: each is whole and signed.
  ['an old entry replaced', fork(withFresh(3))],
  ['the first entry replaced', fork(withFresh(0))],
  ['the last entry that was known replaced', fork(withFresh(OLD_SIZE - 1))],
  ['an old entry removed', fork(without(100))],
  ['the first entry removed', fork(without(0))],
  ['an entry put in between', fork(inserted(300))],
  ['an entry put at the front', fork(inserted(0))],
  ['two neighbours exchanged', fork(exchanged(10, 11))],
  ['first and last exchanged', fork(exchanged(0, OLD_SIZE - 1))],
  ['an entry repeated', fork((entries) => entries.copyWithin(20 * 32, 19 * 32, 20 * 32))],
  ['a shorter log', fork((entries) => entries.slice(0, (OLD_SIZE - 1) * 32))],
  ['a log of one entry', fork((entries) => entries.slice(0, 32))],
  ['all entries others', fork((entries) => entries.fill(5))],
  [
    'the history reversed',
    fork(
      (entries) =>
        new Uint8Array(
          Buffer.concat(
            Array.from({ length: SIZE }, (_, at) => entries.subarray((SIZE - 1 - at) * 32, (SIZE - at) * 32)),
          ),
        ),
    ),
  ],
  // Somebody with another key.
  ['the same log under another key', fork((entries) => entries, toTestSigner(origin, 9))],
  [
    'the same log under another origin',
    fork((entries) => entries, toTestSigner('other.example/log', 7), 'other.example/log'),
  ],
  ['another origin under the right key name', fork((entries) => entries, logSigner, 'other.example/log')],
];

test('control: the untouched log passes, with and without the old checkpoint', async () => {
  expect(edits.length).toBeGreaterThanOrEqual(50);
  const folder = copySite();
  expect((await verify(folder)).problems).toEqual([]);
  expect((await verify(folder, false)).problems).toEqual([]);
  expect((await verify(folder)).checkpoint?.checkpoint.size).toBe(SIZE);
});

test('control: a properly continued log passes against the old checkpoint', async () => {
  const folder = copySite();
  const more = new Uint8Array(Buffer.concat([commitments, new Uint8Array(64 * 32).fill(9)]));
  await forge(folder, more);
  expect((await verify(folder)).problems).toEqual([]);
  // What an edit does lies in the part that was known.
  await forge(folder, withFresh(OLD_SIZE)(commitments.slice()));
  expect((await verify(folder)).problems).toEqual([]);
});

test.each(edits)('finds offline, with one old checkpoint: %s', async (_, edit) => {
  const folder = copySite();
  await edit(folder);
  const { problems } = await verify(folder);
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems)
    expect(problem.code).toMatch(/^log-(no-checkpoint|file-missing|file-differs|root-differs|forked)$/);
});

test('finds a root that matches no entries, although the log itself signed it', async () => {
  const folder = copySite();
  const root = new Uint8Array(HASH_BYTES).fill(7);
  const note = await signNote(runtime, toCheckpointText({ origin, size: SIZE, root }), logSigner);
  writeFileSync(join(folder, 'checkpoint'), toNoteText(note));
  expect((await verify(folder)).problems.map(({ code }) => code)).toEqual(['log-root-differs']);
});

test('only the old checkpoint reveals complete, signed forks', async () => {
  const folder = copySite();
  await forge(folder, withFresh(3)(commitments.slice()));
  expect((await verify(folder, false)).problems).toEqual([]);
  expect((await verify(folder)).problems.map(({ code }) => code)).toEqual(['log-forked']);
});
