import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReleaseMember, writeReleaseFile } from '../../../../lab/src/adapters/files/release-file.ts';
import { toReleaseTar } from '../../../src/reviewer/worker/export/release-tar.ts';
import { readReleaseBlob } from '../../../src/reviewer/worker/keys/open-file.ts';
import { type Released, rising } from './support/organization.ts';
import { flawOf, type Reader, WorkerWorld } from './support/worker-world.ts';

const passphrase = 'four random words here';
let folder: string;
let world: WorkerWorld;
let kim: Reader;
let lee: Reader;
let released: Released;
let keyFile: string;
let written: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-file-'));
  world = await new WorkerWorld().start();
  const tab = world.openTab();
  kim = await world.enroll('Kim', tab);
  lee = await world.enroll('Lee');
  keyFile = (await tab.keyWorker.call('key-file', { passphrase, by: { kind: 'recovery', typed: kim.recovery } })).text;
  released = await world.organization.release([kim, lee]);
  written = await write(membersOf(released));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.end();
});

function membersOf({ papers, files, index, grants, objects }: Released): ReleaseMember[] {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const file = (digest: string): Uint8Array => files.get(digest) ?? new Uint8Array();
  return [
    { name: 'manifest.json', bytes: encode(papers.manifest) },
    { name: 'approvals.json', bytes: encode(papers.approvals) },
    { name: 'keys.json', bytes: encode(papers.keys) },
    { name: 'log.proof', bytes: encode(papers.proof) },
    { name: 'index.age', bytes: file(index) },
    ...rising([...grants], ([reviewer]) => reviewer).map(([reviewer, digest]) => ({
      name: `grants/${reviewer}.age`,
      bytes: file(digest),
    })),
    ...rising(objects, (digest) => digest).map((digest) => ({ name: `objects/${digest}.age`, bytes: file(digest) })),
  ];
}

/** As the lab writes it. */
async function write(members: readonly ReleaseMember[]): Promise<Uint8Array> {
  const path = join(folder, 'release.candor');
  await writeReleaseFile(
    path,
    (async function* () {
      yield* members;
    })(),
  );
  return readFileSync(path);
}

/** In any order and under any name. */
async function writeFreely(members: readonly ReleaseMember[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of toReleaseTar(
    (async function* () {
      yield* members;
    })(),
  ))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

interface Attempt {
  readonly bytes?: Uint8Array;
  readonly keyFile?: string;
  readonly passphrase?: string;
  readonly keySet?: string;
}

async function open(attempt: Attempt): Promise<readonly [flaw: string, read: number, asked: number]> {
  const tab = world.openTab();
  const ask = {
    release: new Blob([new Uint8Array(attempt.bytes ?? written)]),
    keyFile: attempt.keyFile ?? keyFile,
    passphrase: attempt.passphrase ?? passphrase,
    keySet: attempt.keySet ?? world.organization.fingerprint,
  };
  const flaw = await flawOf(tab.keyWorker.call('open-file', ask));
  let read = 0;
  for (const id of released.messages.keys())
    read += (await flawOf(tab.keyWorker.call('open-message', { id }))) === 'none' ? 1 : 0;
  return [flaw, read, tab.asked.length];
}

test('a release from disk opens with a key file and contacts nobody', async () => {
  expect(await open({})).toEqual(['none', 2, 0]);
  const { keyWorker } = world.openTab();
  const release = new Blob([new Uint8Array(written)]);
  const told = await keyWorker.call('open-file', {
    release,
    keyFile,
    passphrase,
    keySet: world.organization.fingerprint,
  });
  expect(told.release).toMatchObject({
    messages: 2,
    manifestDigest: released.release,
    log: { continued: null },
  });
  for (const [id, { text }] of released.messages)
    expect(Buffer.from((await keyWorker.call('open-message', { id })).bytes).toString()).toBe(text);
});

test('a file saved by the browser is the same bytes, and opens', async () => {
  const saved = await writeFreely(membersOf(released));
  expect(Buffer.compare(saved, written)).toBe(0);
  expect(await open({ bytes: saved })).toEqual(['none', 2, 0]);
});

test('another passphrase, another key, another organization', async () => {
  expect(await open({ passphrase: 'four random words' })).toEqual(['wrong-key', 0, 0]);
  expect(await open({ keyFile: 'no key' })).toEqual(['wrong-key', 0, 0]);
  expect(await open({ keySet: '0011-2233-4455-6677-8899-aabb-ccdd-eeff' })).toEqual([
    'release-refused:fingerprint',
    0,
    0,
  ]);
  const tab = world.openTab();
  const { recovery } = await world.enroll('Mo', tab);
  const { text } = await tab.keyWorker.call('key-file', { passphrase, by: { kind: 'recovery', typed: recovery } });
  expect(await open({ keyFile: text })).toEqual(['no-grant', 0, 0]);
});

test('a missing or altered object affects only one message', async () => {
  const members = membersOf(released);
  expect(await open({ bytes: await write(members.slice(0, -1)) })).toEqual(['none', 1, 0]);
  const altered = members.map(({ name, bytes }, at) => ({
    name,
    bytes: at === members.length - 1 ? bytes.map((byte, place) => (place === 500 ? byte ^ 1 : byte)) : bytes,
  }));
  expect(await open({ bytes: await write(altered) })).toEqual(['none', 1, 0]);
});

test.each<[string, (members: ReleaseMember[]) => ReleaseMember[]]>([
  ['papers in another order', ([one, other, ...rest]) => (one && other ? [other, one, ...rest] : [])],
  ['objects in another order', (members) => [...members.slice(0, -2), ...members.slice(-2).reverse()]],
  ['a file twice', (members) => [...members, ...members.slice(-1)]],
  ['a file that no release has', (members) => [...members, { name: 'run.sh', bytes: new Uint8Array(1) }]],
  ['a name that leads elsewhere', (members) => [...members, { name: 'objects/../x.age', bytes: new Uint8Array(1) }]],
  ['without an index', (members) => members.filter(({ name }) => name !== 'index.age')],
  ['nothing in it', () => []],
])('%s: it is no release', async (_what, change) => {
  expect(await open({ bytes: await writeFreely(change(membersOf(released))) })).toEqual(['damaged-file', 0, 0]);
});

test('truncated anywhere, it is no release or lacks only the missing part', async () => {
  for (const length of [0, 100, 511, 512, 5000, written.length - 1500, written.length - 9000])
    expect((await open({ bytes: written.subarray(0, length) }))[0]).toBe('damaged-file');
  expect(await readReleaseBlob(new Blob(['no tar'.repeat(1000)]))).toBeNull();
  const odd = new Uint8Array(written);
  odd[0] = (odd[0] ?? 0) ^ 1;
  expect(await readReleaseBlob(new Blob([odd]))).toBeNull();
});

test('the keys of a session are discarded', async () => {
  await world.allow([kim], []);
  const tab = await world.signIn(kim);
  const release = new Blob([new Uint8Array(written)]);
  await tab.keyWorker.call('open-file', { release, keyFile, passphrase, keySet: world.organization.fingerprint });
  expect(await tab.keyWorker.call('own-key', {})).toBeNull();
});
