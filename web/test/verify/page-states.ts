import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInstant } from '@candor/core/base';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ines, makeSite } from '../../../core/test/verify/made-site.ts';
import { expectAccessible, takePicture } from '../accessible.ts';
import { corpus, notice } from '../served-notice.ts';
import { compare, drop, headline, lookUp, type OpenedPage, paste, submit, unknownCode } from './served-page.ts';

const WHOLE = { isWhole: true };
const later = readInstant('2001-10-25T08:00:00Z') ?? 0;
const sent = readFileSync(join(corpus, 'harmless/as-sent.eml'));
const other = Buffer.from(sent.toString('latin1').replaceAll(notice.code, unknownCode), 'latin1');

const person = 'rosa.lima@letterbox.example';

/** The code with a domain, where the notice is one to a person. */
async function askAddress(page: Page): Promise<void> {
  await page.waitForSelector('#why-not:not(:empty)');
  await page.fill('#code', notice.code);
  await page.fill('#domain', 'letterbox.example');
  await page.click('button[type=submit]');
  await page.waitForFunction(
    () => document.querySelector('#domain-hint')?.textContent?.includes('one person') === true,
  );
}

const found = async (page: Page): Promise<void> => void (await page.waitForSelector('.found'));

export type PageState = readonly [name: string, reach: (page: Page) => Promise<void>];

/** Those of `npm test`: one of each kind of answer. The others are tried by `npm run test:more`. */
const USUAL = new Set([
  'form',
  'form-found',
  'genuine',
  'genuine-found',
  'genuine-person',
  'other-address',
  'changed',
  'unknown',
  'failed',
]);
export const isUsual = ([name]: PageState): boolean => USUAL.has(name);

/** Every state of the page, and how one gets there. */
export const listStates = (shown: OpenedPage): readonly PageState[] => [
  ['form', async () => {}],
  ['form-slip', async (page) => page.fill('#code', notice.code.replace('AQN7', 'AQN8'))],
  ['form-typing', async (page) => page.fill('#code', notice.code.slice(0, 14))],
  ['form-languages', async (page) => page.click('#language')],
  ['form-found', (page) => drop(page, 'body', { name: 'notice.eml', bytes: sent }).then(() => found(page))],
  [
    'form-found-two',
    async (page) => {
      const bytes = Buffer.from(
        `To A (one.example and northwind.example)\n${notice.code}\n${unknownCode}\nand some more words`,
      );
      await drop(page, 'body', { name: 'saved.txt', bytes });
      await found(page);
    },
  ],
  [
    'form-found-nothing',
    async (page) => {
      await drop(page, 'body', { bytes: Buffer.from('We write to you because of the invoice that you sent in May.') });
      await found(page);
    },
  ],
  [
    'form-trouble',
    async (page) => {
      await drop(page, 'body', { name: 'a-picture.png', bytes: readFileSync(join(corpus, 'harmless/pictured.png')) });
      await found(page);
    },
  ],
  ['form-dragged', (page) => page.evaluate(() => document.body.classList.add('over'))],
  [
    'form-details',
    async (page) => {
      await page.click('summary');
    },
  ],
  [
    'another-code',
    async (page) => {
      await lookUp(page);
      await drop(page, 'body', { name: 'another.eml', bytes: other });
      await found(page);
    },
  ],
  ['issued', (page) => lookUp(page)],
  ['issued-pasting', (page) => lookUp(page).then(() => page.click('text=Paste the text'))],
  [
    'issued-reloaded',
    async (page) => {
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
      await page.reload();
      await page.waitForSelector('.answer');
    },
  ],
  [
    'genuine-details',
    async (page) => {
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
      await page.click('summary');
    },
  ],
  [
    'genuine-review',
    async (page) => {
      shown.served.site = await makeSite(notice, { review: 'harbor.example/review' });
      await page.reload();
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
    },
  ],
  [
    'genuine-addresses',
    async (page) => {
      const list = ['a.novak', 'j.weil', 'trading-desk', 'a-very-long-name-of-a-mailbox-that-somebody-once-made'];
      shown.served.site = await makeSite({ ...notice, addresses: list.map((name) => `${name}@${notice.domain}`) });
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
      const text = (await page.textContent('main')) ?? '';
      expect(text).toContain('Listed here: 4 of 5.');
      expect(await page.locator('.addresses li').count()).toBe(4);
    },
  ],
  [
    'genuine-found',
    async (page) => {
      const rows = Array.from({ length: 50 }, (_, at) => ({
        address: `${at % 2 === 0 ? 'a.novak' : 'a-very-long-name-of-a-mailbox-that-somebody-once-made'}@${notice.domain}`,
        date: at === 2 ? null : `2001-10-${String(9 - (at % 9)).padStart(2, '0')}`,
        messageId: at === 3 ? null : at === 1 ? '\u202Eevil@mail.example' : `${'x'.repeat(at)}${at}@mail.example`,
      }));
      const found = { messages: rows, sensitive: { health: 1, 'special-category': 2 } };
      shown.served.site = await makeSite({ ...notice, found, foundTotal: 60 });
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
      const text = (await page.textContent('main')) ?? '';
      for (const words of [
        'Listed here: 50 of 60. Each row: day, your address and Message-ID. Ask Harbor Energy for the others.',
        'Show all 50',
        'no Message-ID',
        'no date',
        '[U+202E]evil@mail.example',
        'Our search found data on health in 1 message.',
        'A message with both counts twice.',
      ])
        expect(text).toContain(words);
      expect(text).not.toContain('\u202E');
      const isShown = page.locator('.messages li:visible');
      expect(await isShown.count()).toBe(10);
      await page.click('text=Show all 50');
      expect(await isShown.count()).toBe(50);
    },
  ],
  [
    'issued-found-gone',
    async (page) => {
      const row = { address: `a.novak@${notice.domain}`, date: '2001-10-09', messageId: 'x@mail.example' };
      shown.served.site = await makeSite(
        { ...notice, found: { messages: [row], sensitive: { health: 1 } } },
        { alter: (sealed) => ({ ...sealed, found: null }) },
      );
      await lookUp(page);
      const text = (await page.textContent('main')) ?? '';
      expect(text).toContain(
        'Lists of messages with passwords or sensitive data have left this page. Ask Harbor Energy',
      );
      expect(text).not.toMatch(/mail\.example|on health/);
    },
  ],
  [
    'issued-found-kinds',
    async (page) => {
      shown.served.site = await makeSite({ ...notice, found: { messages: [], sensitive: { 'special-category': 2 } } });
      await lookUp(page);
      const text = (await page.textContent('main')) ?? '';
      expect(text).toContain('Our search found data on belief, origin, politics, union membership, sexuality or genes');
      expect(text).not.toMatch(/on health|counts twice|Listed here|Messages with passwords/);
    },
  ],
  [
    'words-alone',
    async (page) => {
      await lookUp(page);
      await paste(page, notice.text);
      await page.waitForSelector('.checks');
    },
  ],
  [
    'pasted-not-the-notice',
    async (page) => {
      await lookUp(page);
      await paste(
        page,
        'Dear customer, your invoice of May is due. Please pay it into the account that is named below.',
      );
      await page.waitForSelector('.zone ~ section .steps');
    },
  ],
  ['unknown', (page) => lookUp(page, unknownCode)],
  ['other-domain', (page) => lookUp(page, notice.code, 'fabrikam.example')],
  [
    'address-asked',
    async (page) => {
      shown.served.site = await makeSite({ ...notice, person });
      await page.reload();
      await askAddress(page);
      expect(await page.textContent('label[for=domain]')).toBe('Address that this notice was sent to');
      expect(await page.textContent('main')).not.toContain('Issued to');
    },
  ],
  [
    'other-address',
    async (page) => {
      shown.served.site = await makeSite({ ...notice, person });
      await page.reload();
      await askAddress(page);
      await page.fill('#domain', 'joao.pinto@letterbox.example');
      await submit(page);
      expect(await headline(page)).toBe('This code was not issued to joao.pinto@letterbox.example.');
      expect(await page.textContent('main')).not.toContain('Issued to joao');
    },
  ],
  [
    'genuine-person',
    async (page) => {
      shown.served.site = await makeSite({ ...notice, person });
      await page.reload();
      const bytes = Buffer.from(sent.toString('latin1').replace(/^To: .*$/m, `To: ${person}`), 'latin1');
      await drop(page, 'body', { name: 'notice.eml', bytes });
      await found(page);
      await askAddress(page);
      // The address in the message is offered, and the reader confirms it.
      expect(await page.inputValue('#domain')).toBe(person);
      await submit(page);
      expect(await page.textContent('main')).toContain(`issued to ${person}, the address that you entered`);
      expect(await headline(page)).toBe(`Harbor Energy issued this notice to ${person}, and its text is unchanged.`);
    },
  ],
  [
    'withdrawn',
    async (page) => {
      shown.served.site = await makeSite({ ...notice, status: { state: 'withdrawn', at: later, isMisdirected: true } });
      await lookUp(page);
    },
  ],
  [
    'unproved',
    async (page) => {
      shown.served.site = await makeSite(notice, { approvers: [ines] });
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
      shown.served.site = await makeSite({ ...notice, status: { state: 'superseded', at: later } });
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
    },
  ],
  [
    'incomplete',
    async (page) => {
      shown.served.site = await makeSite(notice, { withoutInclusion: true });
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
    },
  ],
  [
    'old',
    async (page) => {
      shown.served.site = await makeSite(notice, { built: Date.UTC(2001, 9, 21, 10, 31) / 1000 });
      await lookUp(page);
      await compare(page, 'harmless/as-sent.eml');
      const text = await page.textContent('main');
      expect(text).toContain('Whether it is still valid is not known.');
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
      shown.served.site = null;
      await page.click('button[type=submit]');
      await page.waitForSelector('.answer');
    },
  ],
];

/** At both widths, light and dark. */
export async function expectWhole(shown: OpenedPage, [name, reach]: PageState): Promise<void> {
  const wide = await shown.open();
  await reach(wide);
  await expectAccessible(wide, `${name}-1440`, WHOLE);
  await wide.emulateMedia({ colorScheme: 'dark' });
  await takePicture(wide, `${name}-1440-dark`, WHOLE);
  await wide.context().close();
  shown.served.site = await makeSite(notice);
  const narrow = await shown.open({ viewport: { width: 390, height: 844 } });
  await reach(narrow);
  await takePicture(narrow, `${name}-390`, WHOLE);
  await narrow.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(narrow, `${name}-390-dark`, WHOLE);
  await narrow.setViewportSize({ width: 320, height: 844 });
  const wider = await narrow.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider, `${name} is wider than 320`).toBeLessThanOrEqual(0);
  await narrow.context().close();
}
