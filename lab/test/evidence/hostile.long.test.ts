import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findWall } from '../../src/evidence/wall/index.ts';
import { makeFolder, makeMbox, makeMessage, makeTar, makeZip, take, toCodes, toPlaces } from './evidence-kit.ts';
import { look } from './fixtures/look.ts';

const FRAGILE = fileURLToPath(new URL('./fixtures/fragile-process.ts', import.meta.url));
/** Longer than a process takes to start and say its first word on a busy machine: who is silent so long hangs. */
const HANG_MS = 5_000;

function makeSubject(n: number, subject: string): string {
  return makeMessage(n).replace(`Berth ${n}`, subject);
}

function takeFragile(folder: string, limits = {}) {
  return take(folder, { entry: FRAGILE, questions: [{}], limits });
}

describe('a message that kills the reader', () => {
  const mbox = (word: string): string =>
    makeMbox(makeMessage(1), makeSubject(2, word), makeMessage(3), makeSubject(4, word), makeMessage(5));

  test.each(['crash', 'fill'])(
    '%s: only this message is quarantined, all others are read',
    async (word) => {
      const folder = makeFolder({ 'a.mbox': mbox(word), 'b.eml': makeSubject(6, word), 'c.eml': makeMessage(7) });
      const taken = await takeFragile(folder, { memoryBytes: 400 * 1024 * 1024 });
      expect(taken.answers.map(([location]) => location).sort()).toEqual([
        'mail/a.mbox#1',
        'mail/a.mbox#3',
        'mail/a.mbox#5',
        'mail/c.eml',
      ]);
      expect(taken.problems.map(({ code, place }) => [code, place])).toEqual([
        ['reader-died', 'mail/a.mbox#2'],
        ['reader-died', 'mail/a.mbox#4'],
        ['reader-died', 'mail/b.eml'],
      ]);
      expect(taken.items.map(({ account }) => [account.copies, account.bytes.quarantined > 0])).toEqual([
        [3, true],
        [0, true],
        [1, false],
      ]);
    },
    60_000,
  );

  // It is waited for twice: until it is known which one it was, and once more by itself.
  test('hang: only this message is quarantined, all others are read', async () => {
    const folder = makeFolder({ 'a.mbox': makeMbox(makeMessage(1), makeSubject(2, 'hang'), makeMessage(3)) });
    const taken = await takeFragile(folder, { silenceMs: HANG_MS });
    expect(taken.answers.map(([location]) => location)).toEqual(['mail/a.mbox#1', 'mail/a.mbox#3']);
    expect(taken.problems.map(({ code, place }) => [code, place])).toEqual([['reader-died', 'mail/a.mbox#2']]);
    expect(taken.items.map(({ account }) => account.copies)).toEqual([2]);
  });

  test('is also found in an archive', async () => {
    const folder = makeFolder({
      'a.zip': makeZip([
        { name: 'a.eml', content: makeMessage(1) },
        { name: 'b.mbox', content: mbox('crash') },
      ]),
    });
    const taken = await takeFragile(folder);
    expect(taken.answers.map(([location]) => location)).toEqual([
      'mail/a.zip!a.eml',
      'mail/a.zip!b.mbox#1',
      'mail/a.zip!b.mbox#3',
      'mail/a.zip!b.mbox#5',
    ]);
    expect(taken.items[0]?.account.unpacked?.quarantined).toBeGreaterThan(0);
  });

  test('a reader that cannot start is a fault, not evidence', async () => {
    const folder = makeFolder({ 'a.eml': makeMessage(1) });
    const entry = fileURLToPath(new URL('./fixtures/dead-process.ts', import.meta.url));
    await expect(take(join(folder, 'a.eml'), { entry })).rejects.toThrow('cannot start');
  });

  test('reaches no file, variable, network, process, thread, store or evidence; without the sandbox it would', async () => {
    const store = join(makeFolder({ 'candor.sqlite': 'x' }), 'candor.sqlite');
    const folder = makeFolder();
    const message = join(folder, 'a.eml');
    writeFileSync(message, makeSubject(1, `look ${store} ${message}`));
    const taken = await takeFragile(folder);
    const walls = (await findWall()).trial.way === 'permissions' ? [] : [3];
    // The control: the same attempts by this process, which has no walls. The network alone is not there on every
    // machine.
    expect(look(store, message).filter((number) => number !== 3)).toEqual([1, 2, 4, 5, 6, 7, 8]);
    const reached = taken.answers.flatMap(([, found]) => found);
    // 0 says that it tried.
    expect(reached.filter((number) => number !== 3 || walls.includes(3))).toEqual([0]);
    expect(taken.problems).toEqual([]);
  });
});

describe('places that are not evidence', () => {
  test('links: outside, loop, broken; a link inside is read in place', async () => {
    const outside = makeFolder({ 'secret.eml': makeMessage(9), 'more/secret.eml': makeMessage(9) });
    const folder = makeFolder({ 'a.eml': makeMessage(1), 'in/b.eml': makeMessage(2) });
    symlinkSync(join(outside, 'secret.eml'), join(folder, 'out.eml'));
    symlinkSync(join(outside, 'more'), join(folder, 'out'));
    symlinkSync('..', join(folder, 'in/loop'));
    symlinkSync('self', join(folder, 'self'));
    symlinkSync('nothing', join(folder, 'nowhere'));
    symlinkSync('in/b.eml', join(folder, 'link.eml'));
    const taken = await take(folder);
    expect(toPlaces(taken).map(([location]) => location)).toEqual(['mail/a.eml', 'mail/in/b.eml', 'mail/link.eml']);
    expect(taken.problems.map(({ code, place }) => `${code} ${place}`).sort()).toEqual([
      'link-loop mail/in/loop',
      'link-loop mail/self',
      'link-outside mail/out',
      'link-outside mail/out.eml',
      'missing-file mail/nowhere',
    ]);
  });

  test('two folders that link to each other end', async () => {
    const folder = makeFolder({ 'x/a.eml': makeMessage(1), 'y/b.eml': makeMessage(2) });
    symlinkSync('../y', join(folder, 'x/y'));
    symlinkSync('../x', join(folder, 'y/x'));
    const taken = await take(folder);
    expect(toPlaces(taken)).toHaveLength(4);
    expect(toCodes(taken)).toEqual(['link-loop', 'link-loop']);
  });

  test('never opens a pipe, and reports a missing place', async () => {
    const folder = makeFolder({ 'a.eml': makeMessage(1) });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(toCodes(await take(folder))).toEqual(['not-a-file']);
    expect(toCodes(await take(join(folder, 'pipe')))).toEqual(['not-a-file']);
    expect(toCodes(await take(join(folder, 'gone')))).toEqual(['missing-file']);
  });

  test('names that are not UTF-8 stay distinct and readable', async () => {
    const folder = makeFolder();
    for (const byte of [0xe4, 0xe5]) {
      writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([byte]), Buffer.from('.eml')]),
        makeMessage(1),
      );
    }
    mkdirSync(join(folder, 'ä'));
    writeFileSync(join(folder, 'ä/c.eml'), makeMessage(2));
    expect(toPlaces(await take(folder))).toEqual([
      ['mail/\\xe4.eml', null],
      ['mail/\\xe5.eml', null],
      ['mail/ä/c.eml', 'ä'],
    ]);
  });
});

describe('archives', () => {
  test('reports members that lead outside, repeat, are encrypted or links, and reads the rest', async () => {
    const content = makeMessage(1);
    const zip = makeZip([
      { name: '../up.eml', content },
      { name: '/root.eml', content },
      { name: 'C:\\win.eml', content },
      { name: 'a\0.eml', content },
      { name: 'twice.eml', content },
      { name: 'twice.eml', content: makeMessage(2) },
      { name: 'locked.eml', content, encrypted: true },
      { name: 'link.eml', content: 'twice.eml', link: true, stored: true },
      { name: 'dir\\good.eml', content },
    ]);
    const taken = await take(makeFolder({ 'a.zip': zip }));
    expect(toPlaces(taken)).toEqual([
      ['mail/a.zip!dir/good.eml', 'dir'],
      ['mail/a.zip!twice.eml', null],
    ]);
    expect(toCodes(taken)).toEqual([
      'encrypted',
      'link-in-archive',
      'repeated-name',
      'unsafe-name',
      'unsafe-name',
      'unsafe-name',
      'unsafe-name',
    ]);
    expect(taken.items[0]?.account.bytes.quarantined).toBeGreaterThan(0);
  });

  test('does the same in a tar', async () => {
    const tar = await makeTar([
      { name: '../up.eml', content: makeMessage(1) },
      { name: 'a.eml', content: makeMessage(2) },
      { name: './a.eml', content: makeMessage(3) },
      { name: 'pipe', type: 'fifo' },
      { name: 'link', type: 'symlink' },
      { name: 'b/c.eml', content: makeMessage(4) },
    ]);
    const taken = await take(makeFolder({ 'a.tar': tar }));
    expect(toPlaces(taken).map(([location]) => location)).toEqual(['mail/a.tar!a.eml', 'mail/a.tar!b/c.eml']);
    expect(toCodes(taken)).toEqual(['link-in-archive', 'link-in-archive', 'repeated-name', 'unsafe-name']);
  });

  test('truncated ones give their content and are reported', async () => {
    const many = Array.from({ length: 400 }, (_, n) => makeMessage(n, `X-Filler: ${(n * 7919) % 1009}\n`));
    const gz = gzipSync(makeMbox(...many));
    const tar = await makeTar(many.map((content, n) => ({ name: `${n}.eml`, content })));
    const folder = makeFolder({
      'a.mbox.gz': gz.subarray(0, Math.floor(gz.length / 2)),
      'b.tar': tar.subarray(0, Math.floor(tar.length / 2) + 100),
      'c.zip': makeZip([{ name: 'a.eml', content: makeMessage(1) }]).subarray(0, -10),
      'd.zip': makeZip([{ name: 'a.eml', content: makeMessage(1), crc: 5 }]),
      'e.mbox.gz': Buffer.concat([gzipSync(makeMbox(makeMessage(1))), Buffer.alloc(20)]),
    });
    const taken = await take(folder);
    expect(taken.copies.filter((row) => row[0].startsWith('mail/a')).length).toBeGreaterThan(50);
    expect(taken.copies.filter((row) => row[0].startsWith('mail/b')).length).toBeGreaterThan(150);
    const byFile = (name: string): string[] =>
      taken.problems.filter(({ place }) => place.startsWith(`mail/${name}`)).map(({ code }) => code);
    expect(byFile('a')).toEqual(['truncated']);
    expect(byFile('b')).toContain('truncated');
    expect(byFile('c')).toEqual(['broken-content']);
    expect(byFile('d')).toEqual(['truncated']);
    expect(byFile('e')).toEqual(['trailing-bytes']);
  });

  test('stops a bomb', async () => {
    const zeros = Buffer.alloc(300 * 1024 * 1024);
    zeros.write('From a@harbor.example Mon Sep 10 15:00:00 2001\n\n');
    const taken = await take(makeFolder({ 'a.mbox.gz': gzipSync(gzipSync(zeros)) }));
    expect(toCodes(taken)).toEqual(['bomb']);
  });

  test('a singly compressed file is read to its end: nothing behind a bomb is lost', async () => {
    const zeros = Buffer.alloc(300 * 1024 * 1024);
    const mbox = Buffer.concat([
      Buffer.from(makeMbox(makeMessage(1), makeMessage(2))),
      zeros,
      Buffer.from(`\n\n${makeMbox(makeMessage(3))}`),
    ]);
    const bomb = gzipSync(Buffer.concat([Buffer.from(makeMessage(9)), zeros]));
    const tar = await makeTar([
      { name: '1.eml', content: makeMessage(4) },
      { name: 'zeros.bin', content: zeros.toString('latin1') },
      { name: 'a.eml.gz', content: bomb },
      { name: '2.eml.gz', content: gzipSync(makeMessage(5)) },
      { name: 'b.eml.gz', content: bomb },
      { name: '3.eml', content: makeMessage(6) },
    ]);
    const taken = await take(makeFolder({ 'a.mbox.gz': gzipSync(mbox), 'b.tar.gz': gzipSync(tar) }));
    expect(taken.problems.map(({ code, place }) => `${code} ${place}`).sort()).toEqual([
      'bomb mail/b.tar.gz!a.eml.gz',
      'bomb mail/b.tar.gz!b.eml.gz',
      'not-mail mail/b.tar.gz!zeros.bin',
    ]);
    expect(taken.copies.map((row) => [row[0], row[3]])).toEqual([
      ['mail/a.mbox.gz#1', 'm1@harbor.example'],
      ['mail/a.mbox.gz#2', 'm2@harbor.example'],
      ['mail/a.mbox.gz#3', 'm3@harbor.example'],
      ['mail/b.tar.gz!1.eml', 'm4@harbor.example'],
      ['mail/b.tar.gz!2.eml.gz', 'm5@harbor.example'],
      ['mail/b.tar.gz!3.eml', 'm6@harbor.example'],
    ]);
  }, 300_000);

  test('a zip that would fill the disk is set aside, and nothing of it stays', async () => {
    const zip = makeZip([{ name: 'a.bin', content: Buffer.alloc(300 * 1024 * 1024), stored: true }]);
    const outer = makeZip([
      { name: 'a.zip', content: zip },
      { name: 'b.zip', content: makeZip([{ name: 'c.eml', content: makeMessage(1) }]) },
    ]);
    const taken = await take(makeFolder({ 'x.zip': outer }));
    expect(taken.problems.map(({ code, place }) => `${code} ${place}`)).toEqual(['bomb mail/x.zip!a.zip']);
    expect(taken.copies.map((row) => row[0])).toEqual(['mail/x.zip!b.zip!c.eml']);
    expect(taken.items[0]?.account.unpacked?.quarantined).toBeGreaterThanOrEqual(300 * 1024 * 1024);
  });

  test('a bomb in an archive is set aside and takes nothing from later members', async () => {
    const zeros = Buffer.alloc(300 * 1024 * 1024);
    zeros.write(makeMessage(2));
    const bomb = gzipSync(zeros);
    const members = [
      { name: 'a.eml', content: makeMessage(1) },
      { name: 'b.eml.gz', content: bomb },
      { name: 'b2.eml.gz', content: bomb },
      { name: 'c.eml', content: makeMessage(3) },
      { name: 'd.zip', content: makeZip([{ name: 'e.eml', content: makeMessage(4) }]) },
      { name: 'f.mbox.gz', content: gzipSync(makeMbox(makeMessage(5))) },
    ];
    const taken = await take(makeFolder({ 'x.zip': makeZip(members) }));
    expect(taken.problems.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'bomb mail/x.zip!b.eml.gz',
      'bomb mail/x.zip!b2.eml.gz',
    ]);
    expect(taken.copies.map((row) => [row[0], row[3]])).toEqual([
      ['mail/x.zip!a.eml', 'm1@harbor.example'],
      ['mail/x.zip!c.eml', 'm3@harbor.example'],
      ['mail/x.zip!d.zip!e.eml', 'm4@harbor.example'],
      ['mail/x.zip!f.mbox.gz#1', 'm5@harbor.example'],
    ]);
    expect(taken.items[0]?.account.copies).toBe(4);
    expect(taken.items[0]?.account.unpacked?.quarantined).toBeGreaterThan(128 * 1024 * 1024);
  });
});
