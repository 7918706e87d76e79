import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { LANGUAGES } from '@candor/core/notice/text';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { SECTION_PATHS, SECTIONS } from '../../src/console/address/sections.ts';
import { readCatalogue } from '../catalogue-phrases.ts';
import { look, NARROW, openWatched } from '../reviewer/looked-at.ts';

/** First load of a page, compressed; 250 kB with all its pages. */
const MAX_FIRST_LOAD_BYTES = 250_000;
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'candor-console-'));
const read = (path: string): Buffer => readFileSync(join(folder, path));
let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(root, 'tools/build-web.mjs'), '--console', '--into', folder]);
  server = createServer((request, response) => {
    const path = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    const isThere = readdirSync(folder, { recursive: true, encoding: 'utf8' }).includes(path);
    response.writeHead(isThere ? 200 : 404, { 'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain' });
    response.end(isThere ? read(path) : '');
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  if (noBrowser === null) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a browser loads before the first page stands: not the other languages. */
function listFirstLoad(): readonly string[] {
  const page = read('index.html').toString();
  const [script = ''] = /assets\/index-[^"]+\.js/.exec(page) ?? [];
  const imported = [
    ...read(script)
      .toString()
      .matchAll(/from\s*["']\.\/([^"']+\.js)["']/g),
  ];
  const styles = [...page.matchAll(/href="\.\/(assets\/[^"]+\.css)"/g)].map(([, path = '']) => path);
  return ['index.html', script, ...imported.map(([, path]) => `assets/${path}`), ...styles];
}

test('the first load is small, names its files by digest, and has no schema library and no foreign source', () => {
  const bytes = listFirstLoad().reduce((sum, path) => sum + gzipSync(read(path)).length, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(MAX_FIRST_LOAD_BYTES);
  const page = read('index.html').toString();
  for (const [tag] of page.matchAll(/<(?:script|link rel="stylesheet")[^>]*>/g))
    expect(tag).toContain('integrity="sha384-');
  expect(page).not.toMatch(/unsafe-|https?:|<style|\sstyle=|\son[a-z]+=/);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js')))
    expect(read(path).toString(), path).not.toMatch(/ZodError|\beval\(|new Function/);
});

test('the public pages have nothing of the console', async () => {
  const { default: site } = await import('../../vite.config.ts');
  const { default: own } = await import('../../vite.console.config.ts');
  expect(own.build?.outDir?.startsWith(`${site.build?.outDir}/`)).toBe(false);
  expect(own.build?.outDir).not.toBe(site.build?.outDir);
});

for (const language of LANGUAGES)
  test(`every section has its question, in ${language}, under a policy that refuses nothing of it`, async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    const words = readCatalogue(language, 'console') as {
      readonly questions: Readonly<Record<string, string>>;
      readonly sections: Readonly<Record<string, string>>;
      readonly title: string;
    };
    const { page, faults } = await openWatched(browser, { locale: language });
    await page.goto(address);
    for (const section of SECTIONS) {
      await page.getByRole('link', { name: words.sections[section] ?? '', exact: true }).click();
      await page.waitForFunction((path) => location.hash === `#${path}`, SECTION_PATHS[section]);
      await page.getByText(words.questions[section] ?? '', { exact: true }).waitFor();
      expect(await page.locator('nav [aria-current=page]').textContent()).toBe(words.sections[section]);
      expect(await page.title()).toBe(`${words.sections[section]} · ${words.title}`);
    }
    await look(page, `console-${language}`);
    expect(faults).toEqual([]);
  });

test('language and colours are kept, unknown addresses lead back, and the palette goes anywhere', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page, faults } = await openWatched(browser, { viewport: NARROW });
  await page.goto(`${address}#/settings`);
  await page.getByLabel('Deutsch').click();
  await page.getByRole('heading', { name: 'Sprache und Farben' }).waitFor();
  await page.getByLabel('Dunkel').click();
  await look(page, 'console-settings');
  await page.goto(`${address}#/nowhere`);
  await page.reload();
  await page.locator('html[lang=de][data-theme=dark]').waitFor();
  await page.getByRole('link', { name: 'Zum Vorfall' }).click();
  await page.waitForFunction(() => location.hash === '#/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('part');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#/parties');
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.getByRole('link', { name: 'Verzeichnis' }).click();
  await page.getByRole('button', { name: 'Verzeichnis', exact: true }).waitFor();
  expect(faults).toEqual([]);
});
