import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNumbers } from '../../../../core/test/mutation.ts';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { canReadPictures, OCR_PACKAGES } from '../../../src/impact/finding/picture-text.ts';
import { openPersons } from '../../../src/impact/finding/sealed-persons.ts';
import { searchMessage } from '../../../src/impact/finding/search-message.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { toPdf } from './payroll-forms.ts';
import { makePayroll, PAYROLL_PEOPLE, type WrittenPerson } from './payroll-people.ts';

const VALUE_KEY = new Uint8Array(32);
const DOTS_PER_INCH = '300';

/** The pages of a PDF as a scanner gives them; null where the program is missing. */
function scan(pdf: Buffer): readonly Buffer[] | null {
  const folder = makeTemporaryFolder();
  writeFileSync(join(folder, 'a.pdf'), pdf);
  const { error } = spawnSync('pdftoppm', ['-gray', '-r', DOTS_PER_INCH, 'a.pdf', 'page'], { cwd: folder });
  if (error !== undefined) return null;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pgm'))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
}

/** As a worn drum prints: dots all over a band of a page. */
function smear(page: Buffer, from: number, to: number): Buffer {
  const [head = '', width = '0'] = /^P5\s(\d+)\s\d+\s255\s/.exec(page.subarray(0, 40).toString('latin1')) ?? [];
  const next = createNumbers(20260401);
  const smeared = Buffer.from(page);
  for (let at = head.length + from * Number(width); at < head.length + to * Number(width); at += 1)
    if (next(100) < DOTS_PER_CENT) smeared[at] = next(256);
  return smeared;
}
const DOTS_PER_CENT = 25;
/** Persons that stand on the first page, and more. */
const FIRST_PAGE = 20;

const toMail = (pages: readonly Buffer[]): Buffer =>
  Buffer.from(
    `Subject: Payroll\r\nDate: Mon, 10 Sep 2018 14:05:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${pages.map((page, at) => `--b\r\nContent-Type: image/x-portable-graymap; name=${at}.pgm\r\nContent-Transfer-Encoding: base64\r\n\r\n${page.toString('base64')}\r\n`).join('')}--b--\r\n`,
  );

/** `Kestrel, Ida` and `Ida Kestrel`; small marks above letters are lost, as they are when two names are compared. */
const toPlainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^(.+), (.+)$/, '$2 $1');

/** The persons that were not found as they were written, and how many lines were counted as unclear. */
async function readScan(pages: readonly Buffer[], people: readonly WrittenPerson[]) {
  const deps = { settings: { sensitive: false, ocr: true }, valueKey: VALUE_KEY };
  const { findings, persons, unread } = await searchMessage(createNodeRuntime(), toMail(pages), deps);
  const kindAt = new Map(findings.map(({ part, offset, kind }) => [`${part} ${offset}`, kind]));
  const found = (openPersons(VALUE_KEY, persons ?? '') ?? []).map((one) =>
    [
      toPlainName(one.name),
      ...one.offsets.map((offset) => kindAt.get(`${one.part} ${offset}`) ?? '').sort(),
      one.country,
      one.region ?? '',
    ].join(' '),
  );
  const isFound = new Set(found);
  return {
    missed: people.filter(
      ({ name, kinds, country, region }) => !isFound.has([toPlainName(name), ...kinds, country, region].join(' ')),
    ),
    unclear: unread.find(({ reason }) => reason === 'unclear')?.parts ?? 0,
  };
}

test('names at least 95 % of the persons of a scanned payroll, and counts the lines that are not clear', {
  timeout: 600_000,
}, async (context) => {
  if (!canReadPictures()) return context.skip(`not installed: npm install --no-save ${OCR_PACKAGES.join(' ')}`);
  const { tables, people } = makePayroll(0);
  const pages = scan(toPdf(tables, 'yes'));
  const [first] = pages ?? [];
  if (pages === null || first === undefined) return context.skip('not installed: pdftoppm (npm run services)');
  const clean = await readScan(pages, people);
  expect(people.length).toBe(PAYROLL_PEOPLE);
  expect(clean.missed.length).toBeLessThanOrEqual(PAYROLL_PEOPLE * 0.05);
  const smeared = await readScan([smear(first, 900, 1200)], people.slice(0, FIRST_PAGE));
  expect(smeared.missed.length).toBeGreaterThan(2);
  expect(smeared.unclear).toBeGreaterThanOrEqual(smeared.missed.length);
  expect(clean.unclear).toBeLessThanOrEqual(2);
});
