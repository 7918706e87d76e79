import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInstant } from '@candor/core/base';
import { toBucketName } from '@candor/core/verify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bucketOf, ines, makeSite } from '../../core/test/verify/made-site.ts';
import { noBrowser } from '../../tools/services/browser.ts';
import { expectAccessible, takePicture } from './accessible.ts';
import { corpus, notice, type ServedNotice, serveNotice } from './served-notice.ts';
import type { ServedSite } from './served-site.ts';

const WHOLE = { isWhole: true };
const later = readInstant('2001-10-25T08:00:00Z') ?? 0;

let opened: ServedNotice | undefined;
let browser: Browser;
let served: ServedSite;
beforeAll(async () => {
  if (noBrowser !== null) return;
  opened = await serveNotice();
  ({ browser, served } = opened);
}, 240_000);
afterAll(() => opened?.close());
beforeEach(async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  served.site = await makeSite(notice);
  served.requests.length = 0;
});

/** Answers of a server that a test breaks; and styles of a received message, which the page's policy refuses in the document that is only parsed. */
const isExpected = (text: string): boolean => text.includes('50') || text.startsWith('Applying inline style violates');

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on(
    'console',
    (message) => message.type() === 'error' && !isExpected(message.text()) && faults.push(message.text()),
  );
  page.on('close', () => expect(faults).toEqual([]));
  await page.goto(`${served.address}/notice`);
  // The form is drawn anew when the site has described itself: what was typed or had the focus before that is another field's.
  await page.waitForSelector('#why-not:not(:empty)');
  return page;
}

async function lookUp(page: Page, code: string = notice.code, domain: string = notice.domain): Promise<void> {
  await page.fill('#code', code);
  await page.fill('#domain', domain);
  await page.waitForSelector('button[type=submit][aria-disabled=false]');
  await page.click('button[type=submit]');
  await page.waitForSelector('.answer');
}

async function compare(page: Page, file: string): Promise<string> {
  await page.setInputFiles('input[type=file]', join(corpus, file));
  // The zone stays where the file was no notice, and says what was wrong with it or that it is another message.
  await page.waitForFunction(
    () =>
      document.querySelector('.zone') === null ||
      document.querySelector('.trouble') !== null ||
      document.querySelector('.zone ~ section .steps') !== null,
  );
  return headline(page);
}

/** Waits until it says so. */
const says = (page: Page, selector: string, text: string): Promise<void> =>
  page.locator(selector, { hasText: text }).first().waitFor();
const focusIs = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
const textOf = async (page: Page, selector: string): Promise<string> => (await page.textContent(selector)) ?? '';
const headline = (page: Page): Promise<string> => textOf(page, 'h1');

/** Every state of the page, and how one gets there. */
const states: readonly (readonly [name: string, reach: (page: Page) => Promise<void>])[] = [
  ['form', async () => {}],
  ['form-slip', async (page) => page.fill('#code', notice.code.replace('AQN7', 'AQN8'))],
  ['form-typing', async (page) => page.fill('#code', notice.code.slice(0, 14))],
  ['form-languages', async (page) => page.click('#language')],
  ['issued', (page) => lookUp(page)],
  ['issued-pasting', (page) => lookUp(page).then(() => page.click('text=Paste the text'))],
  [
    'genuine-text',
    async (page) => {
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
      await page.click('text=Read the text as issued');
    },
  ],
  ['unknown', (page) => lookUp(page, '0548-ZNRY-CPPF-8ET2-H78H-GQX6-XR-U')],
  ['other-domain', (page) => lookUp(page, notice.code, 'fabrikam.example')],
  [
    'withdrawn',
    async (page) => {
      served.site = await makeSite({ ...notice, status: { state: 'withdrawn', at: later, isMisdirected: true } });
      await lookUp(page);
    },
  ],
  [
    'unproved',
    async (page) => {
      served.site = await makeSite(notice, { approvers: [ines] });
      await lookUp(page);
    },
  ],
  ['genuine', (page) => lookUp(page).then(async () => void (await compare(page, 'harmless/as-sent.eml')))],
  ['tagged', (page) => lookUp(page).then(async () => void (await compare(page, 'harmless/list-tag.eml')))],
  ['rewritten', (page) => lookUp(page).then(async () => void (await compare(page, 'harmless/outlook-html.eml')))],
  [
    'inside',
    (page) => lookUp(page).then(async () => void (await compare(page, 'harmless/forwarded-attached-with-words.eml'))),
  ],
  ['added', (page) => lookUp(page).then(async () => void (await compare(page, 'harmless/list-footer.eml')))],
  ['changed', (page) => lookUp(page).then(async () => void (await compare(page, 'forgeries/link.eml')))],
  ['not-the-notice', (page) => lookUp(page).then(async () => void (await compare(page, 'forgeries/whole-text.eml')))],
  ['changed-html', (page) => lookUp(page).then(async () => void (await compare(page, 'forgeries/html-form.eml')))],
  [
    'changed-sender',
    (page) => lookUp(page).then(async () => void (await compare(page, 'forgeries/look-alike-sender.eml'))),
  ],
  [
    'superseded',
    async (page) => {
      served.site = await makeSite({ ...notice, status: { state: 'superseded', at: later } });
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
    },
  ],
  [
    'incomplete',
    async (page) => {
      served.site = await makeSite(notice, { withoutInclusion: true });
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
    },
  ],
  [
    'old',
    async (page) => {
      served.site = await makeSite(notice, { built: Date.UTC(2001, 9, 21, 10, 31) / 1000 });
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
      const text = await page.textContent('main');
      expect(text).toContain('Whether it still holds is not known.');
      expect(text).toContain('The files of this page are of 21 Oct 2001, 10:31 UTC');
      expect(text).toContain('not known: the files are of 21 Oct 2001, 10:31 UTC');
    },
  ],
  [
    'unreadable',
    async (page) => {
      await lookUp(page);
      const buffer = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      await page.setInputFiles('input[type=file]', {
        name: 'notice.msg',
        mimeType: 'application/octet-stream',
        buffer,
      });
      await page.waitForSelector('.trouble');
    },
  ],
  [
    'failed',
    async (page) => {
      await page.fill('#code', notice.code);
      await page.fill('#domain', notice.domain);
      await page.waitForSelector('button[type=submit][aria-disabled=false]');
      served.site = null;
      await page.click('button[type=submit]');
      await page.waitForSelector('.answer');
    },
  ],
];

test.each(states)(
  'the state %s is whole at both widths and in the dark, and breaks no rule of accessibility',
  async (name, reach) => {
    const wide = await openPage();
    await reach(wide);
    await expectAccessible(wide, `${name}-1440`, WHOLE);
    await wide.context().close();
    served.site = await makeSite(notice);
    const narrow = await openPage({
      viewport: { width: 390, height: 844 },
      colorScheme: name === 'form' ? 'light' : 'dark',
    });
    await reach(narrow);
    await expectAccessible(narrow, `${name}-390`, WHOLE);
    await narrow.context().close();
  },
);

test('the code alone gives no tick; the issued text is there for who asks for it', async () => {
  const page = await openPage();
  await lookUp(page);
  expect(await headline(page)).toBe('Issued to northwind.example on 21 Oct 2001, 09:12 UTC. Text not yet compared.');
  expect(await page.$$('main .tick, main .passed')).toEqual([]);
  expect(await page.isVisible('#issued-text')).toBe(false);
  await page.click('text=Read the text as issued');
  expect(await page.isVisible('#issued-text')).toBe(true);
  await page.context().close();
});

test('nothing that is requested carries code or domain, and nothing but fixed files and one bucket is', async () => {
  const page = await openPage();
  await lookUp(page);
  await compare(page, 'forgeries/figure.eml');
  await page.click('text=Check another notice');
  await lookUp(page, notice.code, 'northwind.example');
  await compare(page, 'harmless/as-sent.eml');
  const site = await makeSite(notice);
  const bucket = `/notice/n/${toBucketName(await bucketOf(site.code))}`;
  const allowed =
    /^\/(?:notice|notice\/assets\/[\w-]+\.(?:js|css|svg)|\.well-known\/candor\.json|notice\/keys(?:-before)?\.json|log\/checkpoint)$/;
  expect(served.requests.filter(({ url }) => !allowed.test(url) && url !== bucket).map(({ url }) => url)).toEqual([]);
  expect(served.requests.some(({ url }) => url === bucket)).toBe(true);
  const sent = JSON.stringify(served.requests).toLowerCase();
  for (const secret of [notice.code, notice.code.replaceAll('-', ''), 'northwind', 'aqn7'])
    expect(sent).not.toContain(secret.toLowerCase());
  expect(
    served.requests.filter(
      ({ method, body, headers }) => method !== 'GET' || body !== '' || /cookie|referer/i.test(headers),
    ),
  ).toEqual([]);
  await page.context().close();
});

test('known, unknown, foreign and unproved codes take the same requests', async () => {
  const counts: string[] = [];
  for (const [faults, code, domain] of [
    [{}, notice.code, notice.domain],
    [{}, '0548-ZNRY-CPPF-8ET2-H78H-GQX6-XR-U', notice.domain],
    [{}, notice.code, 'fabrikam.example'],
    [{ withoutInclusion: true }, notice.code, notice.domain],
    [{ approvers: [ines] }, notice.code, notice.domain],
  ] as const) {
    served.site = await makeSite(notice, faults);
    const page = await openPage();
    await page.waitForSelector('.bar b:not(:empty)');
    served.requests.length = 0;
    await lookUp(page, code, domain);
    counts.push(
      served.requests
        .map(({ url }) => url.replace(/[0-9a-f]{3}$/, 'xxx'))
        .sort()
        .join(' '),
    );
    await page.context().close();
  }
  expect(new Set(counts).size).toBe(1);
});

test('the page works by keyboard alone, from the first field to the differences', async () => {
  const page = await openPage();
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

test('who pasted a part is told to paste all of it, and types code and domain no second time', async () => {
  const page = await openPage();
  const paste = async (text: string): Promise<void> => {
    await page.click('text=Paste the text');
    await page.fill('#pasted', text);
    await page.click('text=Compare this text');
  };
  await lookUp(page);
  await paste(notice.code);
  await says(page, '.trouble', 'Paste all of it, from its first line to its last.');
  await paste(notice.text.slice(0, notice.text.length / 2));
  await says(page, 'h1', 'This is not what we issued.');
  await says(page, '.steps', 'If you pasted a part of the notice, paste all of it');
  await page.click('text=Compare another copy');
  await says(page, 'h1', 'Text not yet compared.');
  await paste(notice.text);
  await says(page, 'h1', 'The words are the ones we issued.');
  await page.context().close();
});

test('a notice can be dropped', async () => {
  const page = await openPage();
  await lookUp(page);
  const text = readFileSync(join(corpus, 'harmless/as-sent.eml')).toString('base64');
  const transfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
    const made = new DataTransfer();
    made.items.add(new File([bytes], 'notice.eml'));
    return made;
  }, text);
  await page.dispatchEvent('.zone', 'drop', { dataTransfer: transfer });
  await page.waitForSelector('.answer.passed');
  await says(page, 'h1', 'its text is unchanged');
  await says(page, 'main', '6 checks, 6 passed');
  await page.context().close();
});

test.each([
  ['a page that came over http', 'Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined })'],
  ['a browser that cannot unpack', 'delete globalThis.DecompressionStream'],
])('%s says that it cannot check, and nothing of the notice', async (_, lack) => {
  const page = await openPage();
  await page.evaluate(lack);
  await lookUp(page);
  expect(await page.textContent('.answer')).toContain('It is too old, or the page was not loaded over https.');
  await page.context().close();
});

test('a slip names its group while the code is typed', async () => {
  const page = await openPage();
  await page.fill('#code', notice.code.replace('Y4X4', 'Y4U4'));
  const hint = () => textOf(page, '#code-hint');
  await expect.poll(hint, { timeout: 20_000 }).toBe('Group 3 has a character that no code has.');
  await page.fill('#code', notice.code.slice(0, 14));
  await expect.poll(hint, { timeout: 20_000 }).toBe('28 characters, 12 entered');
  await page.fill(
    '#code',
    notice.code.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
  );
  await says(page, '#code-hint', 'Compare group');
  expect(await page.getAttribute('button[type=submit]', 'aria-disabled')).toBe('true');
  await page.context().close();
});

test.each([
  ['de-AT', 'Ist diese Mitteilung von Harbor Energy?'],
  ['fr-CA', 'Cet avis vient-il de Harbor Energy\u202f?'],
  ['es-MX', '¿Es de Harbor Energy este aviso?'],
  ['ko-KR', 'Is this notice from Harbor Energy?'],
])('a browser in %s reads: %s', async (locale, question) => {
  const page = await openPage({ locale });
  await page.waitForFunction((text) => document.querySelector('h1')?.textContent === text, question);
  await lookUp(page);
  await compare(page, 'forgeries/figure.eml');
  expect(await textOf(page, 'main')).not.toMatch(/\{[\w ]+\}|undefined/);
  await takePicture(page, `language-${locale}`, WHOLE);
  await page.context().close();
});

test('the language can be changed, stays in the browser and never stands in the address', async () => {
  const page = await openPage();
  await page.click('#language');
  await page.click('text=Deutsch');
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  await focusIs(page, '#language');
  await page.reload();
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  expect(page.url()).toBe(`${served.address}/notice`);
  await page.context().close();
});

test('an address in a forged copy is inert: nothing of the message becomes a link, an element or a request', async () => {
  const page = await openPage();
  await lookUp(page);
  await compare(page, 'forgeries/html-picture.eml');
  await page.click('text=Check another notice');
  await lookUp(page);
  await compare(page, 'forgeries/html-script.eml');
  expect(await page.$$('main a, main img, main iframe, main script')).toEqual([]);
  expect(served.requests.filter(({ url }) => url.includes('count'))).toEqual([]);
  await page.context().close();
});

test('print is the answer without what only a screen needs, in light tokens', async () => {
  const page = await openPage({ colorScheme: 'dark' });
  await lookUp(page);
  await compare(page, 'harmless/as-sent.eml');
  await page.emulateMedia({ media: 'print' });
  expect(await page.isVisible('.choices')).toBe(false);
  expect(await page.isVisible('.issued-text')).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(24, 32, 29)');
  await takePicture(page, 'print', WHOLE);
  await page.context().close();
});

test('a genuine notice leads to where the mail itself is read; a changed one does not', async () => {
  served.site = await makeSite(notice, { review: 'harbor.example/review' });
  const page = await openPage();
  await lookUp(page);
  await compare(page, 'forgeries/figure.eml');
  expect(await page.getByText('Read the emails themselves').count()).toBe(0);
  await page.click('text=Check another notice');
  await lookUp(page);
  await compare(page, 'harmless/as-sent.eml');
  await page.getByText('Type harbor.example/review into your browser').waitFor();
  expect(await page.getByRole('link', { name: 'this link' }).getAttribute('href')).toBe('/review/#/enroll');
  await expectAccessible(page, 'genuine-review', WHOLE);
  await page.context().close();
});

// 28 kB of it verify signatures alike in every browser (docs/decisions/0027-ed25519-in-pages.md).
// 14 kB of it compare parts and mark-up by what is allowed.
test('what one reader loads is below 200 kB', async () => {
  const page = await openPage({ locale: 'de' });
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  let bytes = 0;
  for (const url of new Set(
    served.requests.map((request) => request.url).filter((url) => /^\/notice(\/assets|$)/.test(url)),
  ))
    bytes += (await (await fetch(`${served.address}${url}`)).arrayBuffer()).byteLength;
  expect(bytes).toBeLessThan(200_000);
  await page.context().close();
});
