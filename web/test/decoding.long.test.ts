import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createNodeRuntime } from '../../lab/src/adapters/process/runtime.ts';
import { noBrowser, openBrowser } from '../../tools/services/browser.ts';
import { decodeCut, decodeTexts, hashTexts, type inBrowser, listTexts, multiByte } from './page/decoding.ts';

declare const decoding: { readonly inBrowser: typeof inBrowser };

const node = createNodeRuntime();
/** All encodings of the standard that a runtime decodes; UTF-8 and windows-1252 are read by core itself. */
const encodings = [
  ...multiByte,
  ...['ibm866', 'koi8-r', 'koi8-u', 'macintosh', 'x-mac-cyrillic', 'x-user-defined', 'iso-8859-8-i', 'windows-874'],
  ...[2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16].map((part) => `iso-8859-${part}`),
  ...[0, 1, 3, 4, 5, 6, 7, 8].map((last) => `windows-125${last}`),
];

/** The pairs of big5 that are two characters each (section "Big5 decoder"), of which Chromium makes others. */
const TWO_CHARACTERS = ['8862: ca 304', '8864: ca 30c', '88a3: ea 304', '88a5: ea 30c'];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (noBrowser !== null) return;
  const entry = join(import.meta.dirname, 'page/decoding.ts');
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2024', lib: { entry, formats: ['iife'], name: 'decoding' } },
  })) as Rolldown.RolldownOutput[];
  browser = await openBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: built[0]?.output[0].code ?? '' });
});
afterAll(async () => browser?.close());
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

test.each(encodings)(
  '%s: the lab decodes every byte and pair of bytes, valid or not, as a browser does',
  async (encoding) => {
    const ours = hashTexts(node, encoding);
    const theirs = await page.evaluate((name) => decoding.inBrowser.hashTexts(name), encoding);
    const different: string[] = [];
    for (const lead of ours.keys()) {
      if (ours[lead] === theirs[lead]) continue;
      const args = [encoding, lead] as const;
      const texts = await page.evaluate(([name, first]) => decoding.inBrowser.decodeTexts(name, first), args);
      const latin1s = listTexts(encoding, lead);
      for (const [at, text] of decodeTexts(node, encoding, lead).entries())
        if (text !== texts[at]) different.push(`${Buffer.from(latin1s[at] ?? '', 'latin1').toString('hex')}: ${text}`);
    }
    const expected = TWO_CHARACTERS.flatMap((one) => [one, one.replace(':', '4242:').concat(' 42 42')]);
    const whole = TWO_CHARACTERS.map((one) => one.replace(':', 'b0a1:').concat(' 965b'));
    expect(different.sort()).toEqual(encoding === 'big5' ? [...expected, ...whole].sort() : []);
  },
  240_000,
);

test('a label means the same in lab and browser', async () => {
  const numbers = Array.from({ length: 1300 }, (_, number) => number);
  const labels = [
    ...['', 'cp', 'ibm', 'csibm', 'windows-', 'x-cp', 'dos-', 'ms', 'l', 'latin', 'csisolatin', 'iso-ir-'],
    ...['iso-8859-', 'iso8859-', 'iso8859', 'iso_8859-', 'iso-8859', 'utf-', 'utf', 'iso-10646-ucs-', 'tis-', 'koi'],
  ].flatMap((family) => numbers.map((number) => `${family}${number}`));
  const dated = numbers.flatMap((part) => [1987, 1988, 1989].map((year) => `iso_8859-${part % 20}:${year}`));
  const words =
    `unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 unicode unicodefeff unicodefffe ucs-2 csunicode ascii us-ascii
    ansi_x3.4-1968 cyrillic csisolatincyrillic greek greek8 ecma-118 elot_928 sun_eu_greek csisolatingreek arabic asmo-708 ecma-114
    csisolatinarabic csiso88596e csiso88596i iso-8859-6-e iso-8859-6-i hebrew visual logical csisolatinhebrew csiso88598e csiso88598i
    iso-8859-8-e iso-8859-8-i csisolatin9 koi koi8 koi8-r koi8-u koi8-ru koi8_r cskoi8r mac macintosh csmacintosh x-mac-roman x-mac-cyrillic
    x-mac-ukrainian x-user-defined replacement hz-gb-2312 iso-2022-kr csiso2022kr iso-2022-cn iso-2022-cn-ext iso-2022-jp csiso2022jp
    iso-2022-jp-2 iso-2022-jp-ms gb2312 gb_2312 gb_2312-80 csgb2312 csiso58gb231280 chinese gbk x-gbk gb18030 cp936 big5 big5-hkscs cn-big5
    csbig5 x-x-big5 cp950 euc-jp x-euc-jp cseucpkdfmtjapanese sjis x-sjis shift-jis shift_jis csshiftjis ms_kanji ms932 windows-31j cp932
    euc-kr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 csksc56011987 windows-949 cp949 uhc euc-tw utf-16le utf-16be utf-7
    utf-32 binary 8bit unknown-8bit unknown x-unknown default none constructor __proto__ toString`.split(/\s+/);
  const all = [...labels, ...dated, ...words].flatMap((label) => [label, ` ${label.toUpperCase()}\t`]);
  all.push('\u00a0koi8-r', '\u212aoi8-r', 'koi8-r\0', 'koi8-r\v', 'koi8-r\f', 'koi8 r', '');
  const ours = all.map((label) => node.toEncoding(label));
  const theirs = await page.evaluate((asked) => decoding.inBrowser.toEncodings(asked), all);
  expect(all.filter((_, at) => ours[at] !== theirs[at])).toEqual([]);
  expect(new Set(ours)).toEqual(new Set([...encodings, 'utf-8', 'windows-1252', null]));
});

test.each(multiByte)('%s: a page decodes a text the same in any chunking, and so the next one', async (encoding) => {
  const latin1 = 'a\x1b$B$"\x1b(I1\x81\x30\x81\x30\xa4\xa2\x8f\xb0\xa1\x84\xd8\x3d\xde\0\x87\x40\xb0\xa1z\xa4';
  const cut = await page.evaluate(([name, text]) => decoding.inBrowser.decodeCut(name, text), [
    encoding,
    latin1,
  ] as const);
  expect(new Set(cut)).toEqual(new Set(decodeCut(node, encoding, latin1)));
  expect(new Set(cut).size).toBe(1);
});
