import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentProgress } from '../../../../lab/src/commands/progress.ts';
import { openReleaseFile } from '../../../../lab/src/commands/review/open-release.ts';
import type { ExportOutcome } from '../../../src/reviewer/bridge/export-calls.ts';
import { NO_QUERY } from '../../../src/reviewer/bridge/message-query.ts';
import type { SavedKind } from '../../../src/reviewer/pages/export/export-name.ts';
import type { SavedFile } from '../../../src/reviewer/pages/export/saved-file.ts';
import { type ExportProgress, saveExport } from '../../../src/reviewer/pages/export/use-export.ts';
import type { Released } from '../keys/support/organization.ts';
import { flawOf, type Reader, type Tab, WorkerWorld } from '../keys/support/worker-world.ts';

const texts = [
  'From: kim@northwind.example\r\nSubject: first\r\n\r\nFrom the beginning\r\n>From there\r\n',
  'From: marta@harbor.example\nSubject: second\n\nno end of line',
  `From: kim@northwind.example\r\nSubject: third\r\n\r\n${'0123456789\r\n'.repeat(9000)}`,
];
const passphrase = 'seven words that nobody can guess today';
let work: string;
let world: WorkerWorld;
let kim: Reader;
let released: Released;
let tab: Tab;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'export-handlers-'));
  world = await new WorkerWorld().start();
  kim = await world.enroll('Kim');
  released = await world.release([kim], { texts });
  await world.allow([kim], [released]);
  tab = await world.signIn(kim);
  await tab.keyWorker.call('open-releases', {});
});
afterAll(async () => {
  rmSync(work, { recursive: true, force: true });
  await world.end();
});

interface Saved {
  readonly outcome: ExportOutcome | null;
  readonly bytes: Buffer;
  readonly progress: readonly ExportProgress[];
  readonly isAbandoned: boolean;
}

async function save(
  kind: SavedKind,
  { signal, from = tab }: { signal?: AbortSignal; from?: Tab } = {},
): Promise<Saved> {
  const chunks: Uint8Array[] = [];
  const progress: ExportProgress[] = [];
  let isAbandoned = false;
  const file: SavedFile = {
    write: async (chunk) => void chunks.push(chunk),
    close: async () => undefined,
    abandon: async () => {
      isAbandoned = true;
    },
  };
  const order = { kind, query: NO_QUERY, name: 'file' };
  const outcome = await saveExport(
    from.keyWorker,
    order,
    (step) => progress.push(step),
    signal ?? new AbortController().signal,
    async () => file,
  ).catch((thrown: unknown) => {
    if (isAbandoned) return null;
    throw thrown;
  });
  return { outcome, bytes: Buffer.concat(chunks), progress, isAbandoned };
}

test('browser export and `candor open` without a server write the same bytes, message by message', async () => {
  const release = await save('release');
  expect(release.outcome).toMatchObject({ messages: 3, missing: [] });
  const [file, keyFile, out] = [join(work, 'release.candor'), join(work, 'my.key'), join(work, 'opened')];
  writeFileSync(file, release.bytes);
  const by = { kind: 'recovery', typed: kim.recovery } as const;
  writeFileSync(keyFile, (await tab.keyWorker.call('key-file', { passphrase, by })).text, { mode: 0o600 });
  const opened = await openReleaseFile({
    release: file,
    keyFile,
    passphrase: async () => passphrase,
    fingerprint: world.organization.fingerprint,
    out,
    progress: silentProgress,
  });
  expect(opened).toMatchObject({ messages: 3, damaged: [] });

  const zip = await save('eml-zip');
  writeFileSync(join(work, 'mail.zip'), zip.bytes);
  execFileSync('python3', ['-m', 'zipfile', '-e', join(work, 'mail.zip'), join(work, 'zip')]);
  const names = readdirSync(join(out, 'messages')).sort();
  expect(readdirSync(join(work, 'zip/messages')).sort()).toEqual(names);
  for (const name of names)
    expect(readFileSync(join(work, 'zip/messages', name)).equals(readFileSync(join(out, 'messages', name)))).toBe(true);
  expect(names.map((name) => readFileSync(join(out, 'messages', name), 'utf8')).sort()).toEqual([...texts].sort());

  // One order in an mbox is as good as another: the same entries are in both.
  const entries = (mbox: Buffer): string[] =>
    mbox
      .toString('latin1')
      .split(/^(?=From candor@)/m)
      .sort();
  const { bytes } = await save('mbox');
  expect(entries(bytes)).toEqual(entries(readFileSync(join(out, 'messages.mbox'))));
});

test('counts progress to the last message', async () => {
  const { progress, outcome } = await save('mbox');
  expect(progress.at(0)).toEqual({ messages: 0, of: 3 });
  expect(outcome?.messages).toBe(3);
});

test('names a message damaged by the portal and saves the rest', async () => {
  const [[id, { object }] = ['', { object: '' }]] = [...released.messages];
  const other = await world.signIn(kim, world.openTab());
  other.intercept = async (target, ask) => {
    if (!target.includes(object)) return ask();
    const bytes = new Uint8Array(await (await ask()).arrayBuffer());
    const digests = target.split('=')[1]?.split(',') ?? [];
    // Before it there are whole ones, each behind 4 bytes of length.
    const before = digests.slice(0, digests.indexOf(object)).map((digest) => released.files.get(digest)?.length ?? 0);
    const at = before.reduce((sum, length) => sum + 4 + length, 0) + 2000;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return new Response(bytes);
  };
  await other.keyWorker.call('open-releases', {});
  expect((await save('mbox', { from: other })).outcome).toMatchObject({ messages: 2, missing: [id] });
});

test('a session that ends midway ends the export, and leaves no file', async () => {
  const other = await world.signIn(kim, world.openTab());
  await other.keyWorker.call('open-releases', {});
  other.intercept = (target) =>
    target.includes('/objects?') ? Response.json({ code: 'not-signed-in' }, { status: 401 }) : null;
  expect(await save('mbox', { from: other })).toMatchObject({ isAbandoned: true, outcome: null });
});

test('a cancelled export requests nothing more', async () => {
  const other = await world.signIn(kim, world.openTab());
  await other.keyWorker.call('open-releases', {});
  const stop = new AbortController();
  stop.abort();
  expect(await save('mbox', { from: other, signal: stop.signal })).toMatchObject({ isAbandoned: true });
  expect(other.asked.filter((target) => target.includes('/objects'))).toEqual([]);
});

test('figures, proofs and object names are those of the release', async () => {
  expect(await tab.keyWorker.call('pack-facts', {})).toMatchObject({ messages: 3 });
  const proofs = await tab.keyWorker.call('release-proofs', {});
  expect(proofs['manifest.json']).toBe(released.papers.manifest);
  expect(proofs['log.proof']).toBe(released.papers.proof);
  const objects = [...released.messages.values()].map(({ object }) => object);
  const { named } = await tab.keyWorker.call('name-objects', { objects: [...objects, 'ab'.repeat(32)] });
  expect(named.map(({ object }) => object).sort()).toEqual([...objects].sort());
});

test('exports nothing while nothing is open', async () => {
  const other = await world.signIn(kim, world.openTab());
  expect(await flawOf(other.keyWorker.call('begin-export', { kind: 'mbox', query: NO_QUERY }))).toBe('no-vault');
  expect(await flawOf(other.keyWorker.call('pack-facts', {}))).toBe('no-vault');
  expect(await flawOf(other.keyWorker.call('next-chunk', { export: 1 }))).toBe('cancelled');
});
