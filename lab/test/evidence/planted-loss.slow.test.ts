import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { MISSING_CODES, MissingCopies } from '../../src/evidence/missing-copies.ts';
import type { ItemReading, ReaderItem } from '../../src/evidence/protocol.ts';
import { Spool } from '../../src/evidence/reader/content.ts';
import { createMessagePort } from '../../src/evidence/reader/message-port.ts';
import { readItem } from '../../src/evidence/reader/read-item.ts';
import type { Report } from '../../src/evidence/reader/report.ts';
import { readEvidenceTotals } from '../../src/evidence/store/evidence-totals.ts';
import { insertProblems } from '../../src/evidence/store/shard-writer.ts';
import { makeFolder, makeMbox, makeMessage, makeTar, makeZip, take, toCodes } from './evidence-kit.ts';
import { samplePst } from './fixtures/cyclic-pst.ts';

const LOSING = fileURLToPath(new URL('./fixtures/losing-process.ts', import.meta.url));

const mails = [1, 2, 3].map((n) => makeMessage(n));
const mbox = makeMbox(...mails);
/** Lines of text that begin with `From ` are quoted in it. */
const mboxrd = makeMbox(...[1, 2, 3].map((n) => makeMessage(n, '\n>From here on\n')));
const members = mails.map((content, n) => ({ name: `mail/${n}.eml`, content }));
const toFiles = (folder: string): Record<string, string> =>
  Object.fromEntries(mails.map((mail, n) => [`${folder}/${n}.eml`, mail]));

const containers: readonly (readonly [string, () => Promise<Record<string, string | Buffer>>])[] = [
  ['mbox', async () => ({ 'x.mbox': mbox })],
  ['mboxrd', async () => ({ 'x.mbox': mboxrd })],
  ['mbox.gz', async () => ({ 'x.mbox.gz': gzipSync(mbox) })],
  ['Maildir', async () => ({ ...toFiles('cur'), 'new/4.eml': makeMessage(4) })],
  ['eml tree', async () => ({ ...toFiles('inbox'), ...toFiles('inbox/deep') })],
  ['zip', async () => ({ 'x.zip': makeZip(members) })],
  ['zip of an mbox', async () => ({ 'x.zip': makeZip([{ name: 'x.mbox', content: mbox }]) })],
  ['tar', async () => ({ 'x.tar': await makeTar(members) })],
  ['PST', async () => ({ 'x.pst': samplePst() })],
];

describe.each(containers)('a message in a %s', (_, make) => {
  test('that its reader found and lost is missed', async () => {
    const folder = makeFolder(await make());
    const whole = await take(folder);
    expect(toCodes(whole).filter((code) => code.endsWith('-missing'))).toEqual([]);
    const robbed = await take(folder, { entry: LOSING });
    expect(robbed.copies.length, 'one was lost').toBe(whole.copies.length - 1);
    const missing = robbed.problems.filter(({ code }) => code === 'copies-missing');
    expect(missing).toHaveLength(1);
    expect(missing[0]?.weight).toBe('person');
    expect(missing[0]?.text).toContain('1 is missing');
  });
});

/** Drops the second message of every mbox, as a splitter with a fault would. */
const drops = vi.hoisted(() => ({ now: false }));
vi.mock('@candor/core/evidence/message', async (importOriginal) => {
  const core = await importOriginal<typeof import('@candor/core/evidence/message')>();
  const createMboxSplitter: typeof core.createMboxSplitter = (runtime, listener, ...more) => {
    let ordinal = 0;
    const message: typeof listener.message = (found) => {
      ordinal += 1;
      if (!drops.now || ordinal !== 2) listener.message(found);
    };
    return core.createMboxSplitter(runtime, { ...listener, message }, ...more);
  };
  return { ...core, createMboxSplitter };
});

interface Said {
  readonly codes: string[];
  readonly places: string[];
  reading: ItemReading | null;
}

async function readHere(file: string): Promise<Said> {
  const said: Said = { codes: [], places: [], reading: null };
  const report = {
    guiltOfItem: () => null,
    admitUnit: () => ({ is: 'read' }),
    addCopy: () => undefined,
    countBytes: () => undefined,
    addProblem: ({ code, weight, place }: { code: string; weight: string; place: string }) => {
      said.codes.push(`${weight} ${code}`);
      said.places.push(place);
    },
    endItem: (reading: ItemReading) => {
      said.reading = reading;
    },
  } as unknown as Report;
  const item = {
    ...{ is: 'file', raw: file, location: 'x', size: readFileSync(file).length },
    placement: { as: 'any', folder: null, mboxFolder: null },
  } as unknown as ReaderItem;
  const messages = createMessagePort(createNodeRuntime(), null, { is: 'answers', answer: () => [] });
  await readItem(item, 0, messages, report, new Spool(makeFolder()), Buffer.alloc(1 << 16));
  return said;
}

test.each([
  ['mbox', 'x.mbox', Buffer.from(mbox)],
  ['mboxrd', 'x.mbox', Buffer.from(mboxrd)],
  ['mbox.gz', 'x.mbox.gz', gzipSync(mbox)],
  ['zip of an mbox', 'x.zip', makeZip([{ name: 'x.mbox', content: mbox }])],
])('a message in a %s that its splitter skips is missed', async (_, name, content) => {
  const file = join(makeFolder({ [name]: content }), name);
  drops.now = false;
  expect((await readHere(file)).codes).toEqual([]);
  drops.now = true;
  const { codes, reading } = await readHere(file);
  drops.now = false;
  expect(codes).toEqual(['person bytes-missing']);
  expect(reading?.account.copies).toBe(2);
});

test('a message that lies inside the previous one is named by its From_ line', async () => {
  const swallowed = `${mbox}From nobody at all\n${makeMessage(4)}`.replace(/\n\nFrom nobody/, '\nFrom nobody');
  const taken = await take(makeFolder({ 'x.mbox': swallowed }));
  expect(taken.copies).toHaveLength(3);
  expect(taken.problems).toMatchObject([{ code: 'mbox-from-lines', weight: 'person' }]);
});

describe('a zip member missing from the directory', () => {
  const zip = makeZip(members);
  const end = zip.length - 22;
  const size = zip.readUInt32LE(end + 12);
  const directory = zip.readUInt32LE(end + 16);
  const entryBytes = size / members.length;

  test.each([0, 1, 2])('is named: number %i', async (lost) => {
    const from = directory + lost * entryBytes;
    const robbed = Buffer.concat([zip.subarray(0, from), zip.subarray(from + entryBytes)]);
    const at = robbed.length - 22;
    robbed.writeUInt16LE(2, at + 8);
    robbed.writeUInt16LE(2, at + 10);
    robbed.writeUInt32LE(size - entryBytes, at + 12);
    const taken = await take(makeFolder({ 'x.zip': robbed }));
    expect(taken.copies).toHaveLength(2);
    expect(taken.problems).toMatchObject([{ code: 'unlisted-member', weight: 'person' }]);
    expect(taken.items[0]?.account.bytes.quarantined).toBeGreaterThan(100);
  });

  test('and none is named when all are listed', async () => {
    expect((await take(makeFolder({ 'x.zip': zip }))).problems).toEqual([]);
  });
});

test('a file without any result is missed', () => {
  const items = ['a.msg', 'b.msg'].map((location) => ({ is: 'file', location }) as unknown as ReaderItem);
  const missing = new MissingCopies(items, true);
  missing.count([], [{ item: 0, account: { copies: 0 } } as unknown as ItemReading]);
  expect(missing.toProblems()).toMatchObject([{ code: 'item-missing', place: 'b.msg', weight: 'person' }]);
});

test.each(MISSING_CODES)('while the evidence has the problem %s, it is not fully accounted for', async (code) => {
  const store = await openSqliteStore(join(makeFolder(), 'candor.sqlite'));
  expect(await readEvidenceTotals(store)).not.toHaveProperty('missing');
  insertProblems(store, [{ code, place: 'x.mbox', text: 'Lost.', weight: 'person' }]);
  expect(await readEvidenceTotals(store)).toMatchObject({ missing: 1 });
  await store.close();
});
