import { LANGUAGES } from '@candor/core/notice/text';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeSite } from '../../../core/test/verify/made-site.ts';
import { expectAccessible, takePicture } from '../accessible.ts';
import { notice } from '../served-notice.ts';
import { compare, hasLoaded, headline, lookUp, paste, servePage, submit, unknownCode } from './served-page.ts';

const WIDTHS = [320, 390, 768, 1440];
const WHOLE = { isWhole: true };
const shown = servePage();

/** What a browser is served instead, by the end of a file's address. */
type Served = (text: string) => string;

/** The page as another browser meets it. `served`: files that are altered; their digests are taken off the page. */
async function openAs(
  options: BrowserContextOptions & { readonly lack?: string },
  served: Readonly<Record<string, Served>> = {},
  isNamed = false,
): Promise<Page> {
  const context = await shown.newContext(options);
  const page = await context.newPage();
  if (options.lack !== undefined) await page.addInitScript(options.lack);
  for (const [pattern, alter] of Object.entries(served))
    await page.route(new RegExp(pattern), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: alter(await response.text()) });
    });
  if (Object.keys(served).length > 0 && !isNamed)
    await page.route(/\/notice$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(/ integrity="[^"]*"/g, '') });
    });
  await page.goto(`${shown.served.address}/notice`);
  return page;
}

/** A browser of 2023: it drops each value and each condition that names the function. */
const withoutLightDark: Served = (css) => css.replaceAll('light-dark(', 'light-dusk(');
const colourOf = (page: Page, selector: string, property: string): Promise<string> =>
  page.$eval(selector, (found, name) => getComputedStyle(found).getPropertyValue(name), property);

test.each(['light', 'dark'] as const)(
  'where light-dark() is unknown, edges and grounds are drawn in light colours (reader: %s)',
  async (colorScheme) => {
    const page = await openAs({ colorScheme, locale: 'en-GB' }, { '\\.css$': withoutLightDark });
    await hasLoaded(page);
    const [control, ground] = ['rgb(124, 134, 128)', 'rgb(255, 255, 255)'];
    expect(await colourOf(page, '#code', 'border-top-color')).toBe(control);
    expect(await colourOf(page, '#code', 'background-color')).toBe(ground);
    expect(await colourOf(page, 'html', 'background-color')).toBe(ground);
    expect(await colourOf(page, 'html', 'color-scheme')).toBe('light');
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page, `old-form-${colorScheme}-${width}`, WHOLE);
    }
    await lookUp(page);
    await compare(page, 'forgeries/figure.eml');
    expect(await colourOf(page, '.answer', 'border-inline-start-color')).toBe('rgb(166, 27, 27)');
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page, `old-changed-${colorScheme}-${width}`, WHOLE);
    }
    await page.emulateMedia({ media: 'print' });
    await takePicture(page, `old-changed-${colorScheme}-print`, WHOLE);
    await page.context().close();
  },
);

test('where light-dark() is known, dark readers get dark colours', async () => {
  const page = await openAs({ colorScheme: 'dark', locale: 'en-GB' });
  await hasLoaded(page);
  expect(await colourOf(page, 'html', 'background-color')).toBe('rgb(25, 30, 29)');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await takePicture(page, `new-form-dark-${width}`, WHOLE);
  }
  await page.context().close();
});

const OLD = 'delete globalThis.DecompressionStream';
const textOf = (page: Page): Promise<string> =>
  page.textContent('#old-browser p:not([hidden])').then((text) => text ?? '');

test.each(LANGUAGES)('a browser that is too old is told so in %s, at once and in no other language', async (locale) => {
  const page = await openAs({ locale, lack: OLD });
  await page.waitForSelector(`#old-browser p[lang=${locale}]`);
  expect(await page.$$eval('#old-browser p', (all) => all.filter((one) => one.checkVisibility()).length)).toBe(1);
  expect(await page.$('#page')).toBeNull();
  expect(await textOf(page)).toContain('_candor.');
  await takePicture(page, `too-old-${locale}`, WHOLE);
  await page.context().close();
});

test('it is told in every language where it speaks none of them', async () => {
  const page = await openAs({ locale: 'ko-KR', lack: OLD, viewport: { width: 320, height: 700 } });
  await page.waitForSelector('#old-browser p');
  expect(await page.$$eval('#old-browser p', (all) => all.filter((one) => one.checkVisibility()).length)).toBe(4);
  await expectAccessible(page, 'too-old-320', WHOLE);
  await page.context().close();
});

test.each<readonly [string, string, Served, boolean]>([
  ['syntax that it does not know', '/index-[^/]*\\.js$', () => 'export const x = a ?!. b;', false],
  ['a script that was exchanged', '/index-[^/]*\\.js$', (script) => `${script};`, true],
  ['no words in any language', '/(?:en|de)-[^/]*\\.js$', () => 'export const y = 1 +;', false],
])('the page says why it stays empty: %s', async (_, file, alter, isNamed) => {
  const page = await openAs({ locale: 'de' }, { [file]: alter }, isNamed);
  await page.waitForSelector('#old-browser p[lang=de]');
  expect(await textOf(page)).toContain('Das sagt nichts über Ihre Mitteilung.');
  await page.context().close();
});

test('without scripts every language is there', async () => {
  const page = await openAs({ javaScriptEnabled: false });
  for (const [lang, words] of Object.entries({ en: 'needs JavaScript', de: 'braucht JavaScript' }))
    expect(await page.textContent(`noscript p[lang=${lang}]`)).toContain(words);
  expect(await page.isVisible('#old-browser')).toBe(false);
  await takePicture(page, 'without-scripts', WHOLE);
  await page.context().close();
});

test('a later part that was exchanged on the server never judges a notice', async () => {
  const exchanged = await openAs({ locale: 'en-GB' }, { '/comparison-[^/]*\\.js$': (script) => `${script};` }, true);
  await hasLoaded(exchanged);
  await lookUp(exchanged);
  await exchanged.setInputFiles(
    'input[type=file]',
    `${import.meta.dirname}/../../../corpus/verification/harmless/as-sent.eml`,
  );
  await exchanged.waitForFunction(() => document.querySelector('h1')?.textContent?.startsWith('No answer.'));
  await exchanged.context().close();
});

test('with a message, known, unknown and foreign codes cause the same requests', async () => {
  const seen: string[] = [];
  for (const [code, domain] of [
    [notice.code, notice.domain],
    [unknownCode, notice.domain],
    [notice.code, 'fabrikam.example'],
  ] as const) {
    shown.served.site = await makeSite(notice);
    const page = await shown.open();
    shown.served.requests.length = 0;
    await paste(page, notice.text.replaceAll(notice.code, ''));
    await page.waitForSelector('#found');
    await page.fill('#code', code);
    await page.fill('#domain', domain);
    await submit(page);
    const urls = shown.served.requests.map(({ url }) => url.replace(/[0-9a-f]{3}$/, 'xxx'));
    seen.push(urls.sort().join(' '));
    await page.context().close();
  }
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).toContain('/comparison-');
});

test('only the language of the reader is loaded, and later another one that is chosen', async () => {
  const page = await shown.open({ locale: 'fr' });
  const languages = (): readonly string[] =>
    shown.served.requests.flatMap(({ url }) => /\/(en|de|fr|es)-[^/]+\.js$/.exec(url)?.[1] ?? []);
  await lookUp(page);
  expect(languages()).toEqual(['fr']);
  expect(await headline(page)).toContain('northwind.example');
  await page.context().close();
});
