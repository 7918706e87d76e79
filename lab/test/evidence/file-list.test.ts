import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareUtf8 } from '@candor/core/base';
import { expect, test } from 'vitest';
import { FileList } from '../../src/evidence/file-list.ts';
import { toFileName } from '../../src/evidence/file-name.ts';
import { readFolder } from '../../src/evidence/read-folder.ts';
import { walkMailbox } from '../../src/evidence/walk.ts';
import { makeFolder } from './evidence-kit.ts';

const NAMES = ['b', 'a', 'a b', 'a.b', 'ä', '\u{10000}', '\uffee', 'a\nb', '\\xe4', 'Z', '1000000000.M1.harbor:2,S'];

const LONG = '.'.repeat(220);

function fill(folder: string): void {
  for (const name of NAMES) writeFileSync(join(folder, name), name);
  for (const byte of [0xe4, 0xff])
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([byte, 0x62])]), 'x');
}

test('lists a folder in UTF-8 order of the shown names, each with its bytes', () => {
  const folder = makeFolder();
  fill(folder);
  const expected = readdirSync(Buffer.from(folder), { encoding: 'buffer' })
    .map(toFileName)
    .sort((a, b) => compareUtf8(a.shown, b.shown));
  expect([...readFolder(folder)]).toEqual(expected);
  expect(expected).toHaveLength(NAMES.length + 2);
  expect(() => readFolder(join(folder, 'nothing'))).toThrow('ENOENT');
});

test('a list of files returns them in the order found, as often as asked', () => {
  const list = new FileList('c', 'mail', () => ({
    as: 'by-content',
    folder: null,
    mboxFolder: null,
    delivered: null,
    draft: false,
  }));
  const found = [
    { raw: '/r/mail', below: '', size: 0, modified: '0' },
    { raw: '/r/x/y', below: 'x/y', size: 2 ** 40 + 1, modified: '1800000000123456789' },
    { raw: '/r/elsewhere/z', below: 'x/link', size: 3, modified: '-1500000001' },
    { raw: '/r/\xe4', below: '\\xe4', size: 4, modified: '999999999' },
    // Names of two megabytes together: more than one page of them, and of their fields.
    ...Array.from({ length: 10_000 }, (_, at) => ({
      raw: `/r/d/${at}${LONG}`,
      below: `d/${at}${LONG}`,
      size: at,
      modified: `${at}`,
    })),
  ];
  for (const file of found) list.add({ ...file, location: '', linked: false });
  for (let pass = 0; pass < 2; pass += 1) {
    const read = Array.from(list, ({ raw, below, size, modified }) => ({ raw, below, size, modified }));
    expect(read).toEqual(found);
  }
  expect([...list].slice(0, 2).map(({ location }) => location)).toEqual(['mail', 'mail/x/y']);
  expect([list.length, list.bytes]).toEqual([found.length, found.reduce((sum, { size }) => sum + size, 0)]);
});

test('a walk finds files in order of location', () => {
  const folder = makeFolder({ 'a/x': '1', 'a b/y': '2' });
  fill(join(folder, 'a b'));
  const locations = Array.from(walkMailbox('c', 'mail', folder).files, ({ location }) => location);
  expect(locations).toEqual([...locations].sort(compareUtf8));
  expect(locations).toHaveLength(NAMES.length + 4);
});

test('a file needs its name and less than a hundred bytes', () => {
  const program = fileURLToPath(new URL('./fixtures/list-files.ts', import.meta.url));
  const { bytes, name } = JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', program], { encoding: 'utf8' }),
  ) as {
    readonly bytes: number;
    readonly name: number;
  };
  expect(bytes).toBeGreaterThan(name);
  expect(bytes).toBeLessThan(name + 100);
});
