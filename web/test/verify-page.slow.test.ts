import { LANGUAGES } from '@candor/core/notice/text';
import { toBucketName } from '@candor/core/verify';
import { expect, test } from 'vitest';
import { EXPECTED } from '../../core/test/notice/text/expected-words.ts';
import { bucketOf, ines, makeSite } from '../../core/test/verify/made-site.ts';
import { expectAccessible, takePicture } from './accessible.ts';
import { notice } from './served-notice.ts';
import {
  compare,
  focusIs,
  headline,
  lookUp,
  paste,
  says,
  servePage,
  textOf,
  unknownCode,
} from './verify/served-page.ts';

const WHOLE = { isWhole: true };
const shown = servePage();

test('the code alone gives no tick: five checks are described, and the issued text is below', async () => {
  const page = await shown.open();
  await lookUp(page);
  expect(await headline(page)).toBe('Issued to northwind.example on 21 Oct 2001, 09:12 UTC. Text not yet compared.');
  expect(await page.$$('main .tick, main .passed')).toEqual([]);
  await says(page, '.hint', '5 of 6 checks passed. The sixth compares your copy with the issued text.');
  expect(await page.isVisible('#issued-text')).toBe(true);
  await page.context().close();
});

test('no request contains code or domain, only fixed files and one bucket', async () => {
  const page = await shown.open();
  await lookUp(page);
  await compare(page, 'forgeries/figure.eml');
  await page.click('text=Check another notice');
  await lookUp(page, notice.code, 'northwind.example');
  await compare(page, 'harmless/as-sent.eml');
  const site = await makeSite(notice);
  const bucket = `/notice/n/${toBucketName(await bucketOf(site.code))}`;
  const allowed =
    /^\/(?:notice|notice\/assets\/[\w-]+\.(?:js|css|svg)|\.well-known\/candor\.json|notice\/keys(?:-before)?\.json|log\/checkpoint)$/;
  expect(shown.served.requests.filter(({ url }) => !allowed.test(url) && url !== bucket).map(({ url }) => url)).toEqual(
    [],
  );
  expect(shown.served.requests.some(({ url }) => url === bucket)).toBe(true);
  const sent = JSON.stringify(shown.served.requests).toLowerCase();
  for (const secret of [notice.code, notice.code.replaceAll('-', ''), 'northwind', 'aqn7'])
    expect(sent).not.toContain(secret.toLowerCase());
  expect(
    shown.served.requests.filter(
      ({ method, body, headers }) => method !== 'GET' || body !== '' || /cookie|referer/i.test(headers),
    ),
  ).toEqual([]);
  await page.context().close();
});

test('known, unknown, foreign and unproved codes cause the same requests', async () => {
  const counts: string[] = [];
  for (const [faults, code, domain] of [
    [{}, notice.code, notice.domain],
    [{}, unknownCode, notice.domain],
    [{}, notice.code, 'fabrikam.example'],
    [{ withoutInclusion: true }, notice.code, notice.domain],
    [{ approvers: [ines] }, notice.code, notice.domain],
  ] as const) {
    shown.served.site = await makeSite(notice, faults);
    const page = await shown.open();
    await page.waitForSelector('.bar b:not(:empty)');
    shown.served.requests.length = 0;
    await lookUp(page, code, domain);
    counts.push(
      shown.served.requests
        .map(({ url }) => url.replace(/[0-9a-f]{3}$/, 'xxx'))
        .sort()
        .join(' '),
    );
    await page.context().close();
  }
  expect(new Set(counts).size).toBe(1);
});

test('the page works by keyboard only, from the first field to the differences', async () => {
  const page = await shown.open();
  await page.focus('#code');
  await page.keyboard.type(notice.code.toLowerCase());
  await page.keyboard.press('Tab');
  await page.keyboard.type('Security@Northwind.Example');
  await page.waitForSelector('button[type=submit][aria-disabled=false]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.answer');
  await focusIs(page, 'h1');
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Paste the text') break;
  }
  await page.keyboard.press('Enter');
  await focusIs(page, 'textarea');
  await page.keyboard.insertText(notice.text.replace('540', '54'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await says(page, '.differences', 'another figure');
  await page.context().close();
});

test('a reader who pasted a part is asked to paste everything, and does not retype code and domain', async () => {
  const page = await shown.open();
  await lookUp(page);
  await paste(page, notice.code);
  await says(page, '.trouble', 'Paste all of it, from its first line to its last.');
  await paste(page, notice.text.slice(0, notice.text.length / 2));
  await says(page, 'h1', 'This is not what we issued.');
  await says(page, '.steps', 'If you pasted a part of the notice, paste all of it');
  await page.click('text=Compare another copy');
  await says(page, 'h1', 'Text not yet compared.');
  await paste(page, notice.text);
  await says(page, 'h1', 'The words are the ones we issued.');
  await page.context().close();
});

test.each([
  ['a page that came over http', 'Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined })'],
  ['a browser that cannot unpack', 'delete globalThis.DecompressionStream'],
])('%s says that it cannot check, and nothing about the notice', async (_, lack) => {
  const page = await shown.open();
  await page.evaluate(lack);
  await lookUp(page);
  expect(await page.textContent('.answer')).toContain('It is too old, or the page was not loaded over https.');
  await page.context().close();
});

test('names the group of a typing error while the code is typed', async () => {
  const page = await shown.open();
  await page.fill('#code', notice.code.replace('Y4X4', 'Y4U4'));
  const hint = () => textOf(page, '#code-hint');
  await expect.poll(hint, { timeout: 20_000 }).toBe('Group 3 has a character that no code has.');
  await page.fill('#code', notice.code.slice(0, 14));
  await expect.poll(hint, { timeout: 20_000 }).toBe('12 characters entered; a code has 28');
  await page.fill(
    '#code',
    notice.code.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
  );
  await says(page, '#code-hint', 'do not agree');
  expect(await page.getAttribute('button[type=submit]', 'aria-disabled')).toBe('true');
  await page.context().close();
});

test.each([
  ...LANGUAGES.map((language) => [`${language}-CH`, EXPECTED[language].isItGenuine] as const),
  ['ko-KR', EXPECTED.en.isItGenuine] as const,
])('a browser in %s reads: %s', async (locale, question) => {
  const page = await shown.open({ locale });
  await page.waitForFunction((text) => document.querySelector('h1')?.textContent === text, question);
  await lookUp(page);
  await compare(page, 'forgeries/figure.eml');
  expect(await textOf(page, 'main')).not.toMatch(/\{[\w ]+\}|undefined/);
  await takePicture(page, `language-${locale}`, WHOLE);
  await page.context().close();
});

test('the language can be changed, stays in the browser and never appears in the address', async () => {
  const page = await shown.open();
  await page.click('#language');
  await page.click('text=Deutsch');
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  await focusIs(page, '#language');
  await page.reload();
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  expect(page.url()).toBe(`${shown.served.address}/notice`);
  await page.context().close();
});

test('an address in a forged copy is inert: nothing of the message becomes a link, element or request', async () => {
  const page = await shown.open();
  await lookUp(page);
  await compare(page, 'forgeries/html-picture.eml');
  await page.click('text=Check another notice');
  await lookUp(page);
  await compare(page, 'forgeries/html-script.eml');
  expect(await page.$$('main a, main img, main iframe, main script')).toEqual([]);
  expect(shown.served.requests.filter(({ url }) => url.includes('count'))).toEqual([]);
  await page.context().close();
});

test('prints the answer without screen controls, in light colours', async () => {
  const page = await shown.open({ colorScheme: 'dark' });
  await lookUp(page);
  await compare(page, 'harmless/as-sent.eml');
  await page.emulateMedia({ media: 'print' });
  expect(await page.isVisible('.choices')).toBe(false);
  expect(await page.isVisible('.issued-text')).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(24, 32, 29)');
  await takePicture(page, 'print', WHOLE);
  await page.context().close();
});

test('a genuine notice links to where the mail itself is read; a changed one does not', async () => {
  shown.served.site = await makeSite(notice, { review: 'harbor.example/review' });
  const page = await shown.open();
  await lookUp(page);
  await compare(page, 'forgeries/figure.eml');
  expect(await page.getByRole('link').count()).toBe(0);
  await page.click('text=Check another notice');
  await lookUp(page);
  await compare(page, 'harmless/as-sent.eml');
  await says(page, 'main', 'You can also type harbor.example/review into your browser.');
  expect(await page.getByRole('link', { name: 'Read the emails themselves' }).getAttribute('href')).toBe(
    '/review/#/enroll',
  );
  // It is what to do next, and nothing else looks like that.
  expect(await page.$$eval('.primary', (found) => found.map(({ textContent }) => textContent))).toEqual([
    'Read the emails themselves',
  ]);
  await expectAccessible(page, 'genuine-review', WHOLE);
  await page.context().close();
});

test.each([
  ['counts its reader', {}, 'you are one of the parties counted at version 2 of the analysis'],
  ['says where that is not part of the notice', { withoutParties: true }, 'not part of this notice'],
])('the page %s, and that nobody is missing only an audit shows', async (_, faults, words) => {
  shown.served.site = await makeSite(notice, faults);
  const page = await shown.open();
  await lookUp(page);
  await compare(page, 'harmless/as-sent.eml');
  await page.click('summary');
  await says(page, 'details', words);
  await says(page, 'details', 'That nobody was left out can be shown only by an audit with the evidence.');
  await page.context().close();
});

async function countLoaded(): Promise<number> {
  let bytes = 0;
  for (const url of new Set(
    shown.served.requests.map((request) => request.url).filter((url) => /^\/notice(\/assets|$)/.test(url)),
  ))
    bytes += (await (await fetch(`${shown.served.address}${url}`)).arrayBuffer()).byteLength;
  return bytes;
}

// In German, whose words are the longest. What reads and compares a message comes with the first one. 28 kB of what a
// look-up needs verify signatures alike in every browser (docs/decisions/0027-ed25519-in-pages.md).
test('until a message is given, a reader loads less than 150 kB, and 100 kB until a code is looked up', async () => {
  const page = await shown.open({ locale: 'de' });
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  const atFirst = await countLoaded();
  await lookUp(page);
  const lookedUp = await countLoaded();
  process.stdout.write(`loaded: ${atFirst} bytes, ${lookedUp} with a look-up\n`);
  expect(atFirst).toBeLessThan(100_000);
  expect(lookedUp).toBeLessThan(150_000);
  await page.context().close();
});
