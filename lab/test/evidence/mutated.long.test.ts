import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import {
  createNumbers,
  MUTATION_RUNS,
  MUTATION_TIMEOUT_MS,
  mutate,
  type NumberSource,
} from '../../../core/test/mutation.ts';
import { readAccessFile } from '../../src/evidence/access-file.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { unpackCorpus } from './coverage/unpack.ts';
import { makeFolder, makeMbox, makeMessage, makeTar, makeZip, type Taken, take } from './evidence-kit.ts';
import { isPlainPst, toCyclicPst } from './fixtures/cyclic-pst.ts';

/** Files that lie on the disk at once. */
const BATCH = 500;
const CORPUS = resolve(import.meta.dirname, '../../../corpus');
/** Corpora of others, where they lie beside the repository; nothing of them is in it. */
const OTHERS = resolve(import.meta.dirname, '../../../../shared/data');
/** Larger samples only make the long run longer. */
const LARGEST_SAMPLE_BYTES = 300_000;

const mbox = makeMbox(makeMessage(1), makeMessage(2, 'X-Gmail-Labels: a\n'), makeMessage(3));
const multipart = makeMessage(6, 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\n');
const members = [
  { name: 'a/cur/1.x:2,S', content: makeMessage(4) },
  { name: 'b.mbox', content: mbox },
  { name: 'c.eml', content: makeMessage(5) },
];
const inputs: readonly (readonly [string, () => Buffer | Promise<Buffer>])[] = [
  ['mbox', () => Buffer.from(mbox)],
  ['eml', () => Buffer.from(multipart)],
  ['emlx', () => Buffer.from(`${multipart.length}\n${multipart}<?xml version="1.0"?>\n<plist></plist>\n`)],
  ['gz', () => gzipSync(mbox)],
  ['zstd', () => zstdCompressSync(mbox.repeat(9))],
  ['UTF-16', () => Buffer.from(`\ufeff${mbox}`, 'utf16le')],
  ['zip', () => makeZip(members)],
  ['stored zip', () => makeZip(members.map((member) => ({ ...member, stored: true })))],
  ['tar', () => makeTar(members)],
  ['tar.gz', async () => gzipSync(await makeTar(members))],
  ['compound file', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096, 3)])],
  ['Outlook file', () => Buffer.concat([Buffer.from('!BDN'), Buffer.alloc(4096, 23)])],
];

/** Reads mutations of the seeds, a batch at a time. The kit checks that every account adds up. */
async function takeMutations(seeds: readonly Buffer[], next: NumberSource): Promise<Taken['problems']> {
  const problems: Taken['problems'][number][] = [];
  for (let done = 0; done < MUTATION_RUNS; done += BATCH) {
    const count = Math.min(BATCH, MUTATION_RUNS - done);
    const folder = makeFolder(
      Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`${n}/x`, mutate(seeds[n % seeds.length] ?? Buffer.alloc(0), next)]),
      ),
    );
    const taken = await take(folder, { limits: { silenceMs: 10_000 } });
    rmSync(folder, { recursive: true });
    expect(taken.items).toHaveLength(count);
    problems.push(...taken.problems);
  }
  expect(problems.filter(({ code }) => code === 'changed-file')).toEqual([]);
  return problems;
}

describe.each(inputs)('mutated %s', (name, make) => {
  test(
    'ends, accounts for every byte, and kills no reader',
    async () => {
      const problems = await takeMutations([await make()], createNumbers(20010910 + name.length));
      expect(problems.filter(({ code }) => code === 'reader-died')).toEqual([]);
    },
    MUTATION_TIMEOUT_MS,
  );
});

test(
  'mutated Maildir trees: every file is accounted for under its own name',
  async () => {
    const next = createNumbers(20010917);
    const name = Buffer.from('1000122645.M1P2.harbor,S=200:2,FS');
    for (let done = 0; done < MUTATION_RUNS; done += BATCH) {
      const folder = makeFolder({ 'cur/1000000000.a': makeMessage(1), '.Sent.&AOQ-/new/1.b': makeMessage(2) });
      const top = Buffer.from(`${folder}/cur/`);
      const names = new Set<string>();
      for (let run = 0; run < BATCH; run += 1) {
        // Neither a slash nor a zero byte can be in a name; every second one keeps its name.
        const odd = mutate(name, next).filter((byte) => byte !== 0 && byte !== 0x2f);
        const called = Buffer.concat([Buffer.from(`${run}.`), run % 2 === 0 ? name : odd.subarray(0, 200)]);
        names.add(called.toString('latin1'));
        // Servers keep some of them compressed, under the same names.
        const letter = Buffer.from(makeMessage(run));
        const content = [letter, gzipSync(letter), zstdCompressSync(letter)][run % 3] ?? letter;
        writeFileSync(Buffer.concat([top, called]), mutate(content, next));
      }
      const taken = await take(folder, { limits: { silenceMs: 10_000 } });
      rmSync(folder, { recursive: true });
      expect(taken.items).toHaveLength(names.size + 2);
      expect(new Set(taken.files.map(({ location }) => location)).size).toBe(names.size + 2);
      expect(taken.problems.filter(({ code }) => code === 'reader-died' || code === 'changed-file')).toEqual([]);
    }
  },
  MUTATION_TIMEOUT_MS,
);

test(
  'mutated gzipped logs: read to the end, each error reported once',
  async () => {
    const seeds = ['management-api.jsonl', 'search.csv', 'graph-query.json'].map((name) =>
      gzipSync(readFileSync(join(CORPUS, 'audit', name))),
    );
    const next = createNumbers(20010918);
    const path = join(makeTemporaryFolder(), 'log.gz');
    for (let run = 0; run < MUTATION_RUNS; run += 1) {
      const bytes = mutate(seeds[run % seeds.length] ?? Buffer.alloc(0), next);
      writeFileSync(path, bytes);
      let rows = 0;
      const reading = await readAccessFile({ path, file: 'log.gz', onRow: () => (rows += 1) });
      expect(reading.size, `run ${run}`).toBe(bytes.length);
      expect(rows, `run ${run}`).toBeLessThanOrEqual(reading.rows);
      expect(reading.problems.filter(({ code }) => code === 'gzip-broken').length, `run ${run}`).toBeLessThan(2);
    }
  },
  MUTATION_TIMEOUT_MS,
);

describe('mutated Outlook files', () => {
  const work = makeTemporaryFolder();
  const samples = new Map<string, Buffer[]>();
  const isThere = existsSync(join(OTHERS, 'aspose-net.tar.xz'));
  if (isThere) {
    for (const corpus of ['aspose-net', 'msgreader']) {
      const folder = unpackCorpus(OTHERS, corpus, work);
      if (folder === null) continue;
      for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
        const ending = entry.slice(-4).toLowerCase();
        if (ending !== '.msg' && ending !== '.pst') continue;
        const bytes = readFileSync(join(folder, entry));
        if (bytes.length > LARGEST_SAMPLE_BYTES) continue;
        const seeds = ending === '.pst' && isPlainPst(bytes) ? [bytes, toCyclicPst(bytes)] : [bytes];
        samples.set(ending, [...(samples.get(ending) ?? []), ...seeds]);
      }
    }
  }
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  test.for(['.msg', '.pst'])(
    '%s: a library stopped by its limit causes quarantine, and everything is accounted for',
    { timeout: MUTATION_TIMEOUT_MS },
    async (ending, context) => {
      const seeds = samples.get(ending) ?? [];
      if (seeds.length === 0) context.skip('aspose-net.tar.xz is not in ../shared/data, where corpora of others lie');
      const problems = await takeMutations(seeds, createNumbers(20010919));
      const deaths = problems.filter(({ code }) => code === 'reader-died').length;
      process.stdout.write(`${ending}: of ${MUTATION_RUNS} mutated inputs ${deaths} stopped the library\n`);
    },
  );
});
