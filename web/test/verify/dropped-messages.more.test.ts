import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { corpus, notice } from '../served-notice.ts';
import {
  compare,
  drop,
  focusIs,
  headline,
  lookUp,
  paste,
  says,
  servePage,
  submit,
  unknownCode,
} from './served-page.ts';

const shown = servePage();
const read = (file: string): Buffer => readFileSync(join(corpus, file));
const asSent = read('harmless/as-sent.eml');
const values = async (page: Page): Promise<readonly string[]> => [
  await page.inputValue('#code'),
  await page.inputValue('#domain'),
];

test.each([
  ['a message', { name: 'notice.eml', bytes: asSent }, 'its text is unchanged'],
  [
    'HTML that was saved',
    { name: 'notice.html', bytes: Buffer.from(notice.html) },
    'Sender and links were not compared',
  ],
  ['a text file', { name: 'notice.txt', bytes: read('harmless/saved-as-unicode.text') }, 'Sender and links'],
  ['text that is dragged', { bytes: Buffer.from(notice.text) }, 'Sender and links were not compared'],
])(
  '%s can be dropped before any code is typed: code and domain are offered, and only the page itself is requested before',
  async (_, given, says_) => {
    const page = await shown.open();
    shown.served.requests.length = 0;
    await drop(page, 'aside', given);
    await focusIs(page, '#found');
    expect(await values(page)).toEqual([notice.code, notice.domain]);
    await says(page, '.found', 'Confirm the domain or address: it must be your own.');
    // What reads and compares messages: the same files for every message.
    expect(shown.served.requests.filter(({ url }) => !/^\/notice\/assets\/[a-z]+-[\w-]{8}\.js$/.test(url))).toEqual([]);
    await submit(page);
    await says(page, 'h1', says_.startsWith('its') ? says_ : 'The words are the ones we issued.');
    await page.context().close();
  },
);

test('keeps a domain that the reader typed, and offers the one in the message beside it', async () => {
  const page = await shown.open();
  await page.fill('#domain', 'fabrikam.example');
  await drop(page, 'body', { name: 'notice.eml', bytes: asSent });
  await focusIs(page, '#found');
  expect(await values(page)).toEqual([notice.code, 'fabrikam.example']);
  await page.click('.options >> text=northwind.example');
  expect(await values(page)).toEqual([notice.code, notice.domain]);
  await page.context().close();
});

test('the reader chooses one of several codes', async () => {
  const page = await shown.open();
  const text = `${unknownCode} and ${notice.code} and some other words\nTo Northwind (northwind.example)`;
  await drop(page, 'body', { bytes: Buffer.from(text) });
  await says(page, '.found', 'It has 2 codes.');
  expect(await values(page)).toEqual(['', notice.domain]);
  await page.click(`.options >> text=${notice.code}`);
  expect(await values(page)).toEqual([notice.code, notice.domain]);
  await focusIs(page, '#code');
  await page.context().close();
});

test('keeps a message without a code until the code is typed, then judges it', async () => {
  const page = await shown.open();
  await drop(page, 'body', {
    name: 'invoice.eml',
    bytes: Buffer.from('We write to you because of the invoice of May.'),
  });
  await says(page, '.found', 'It has no code.');
  await lookUp(page);
  expect(await headline(page)).toBe('This file is not the notice.');
  expect(await page.locator('.answer').textContent()).toContain('Another message');
  await page.context().close();
});

test('gives the reason for unreadable input, and the form stays usable', async () => {
  const page = await shown.open();
  await drop(page, 'body', { name: 'picture.png', bytes: read('harmless/pictured.png') });
  await says(page, '.found .trouble', 'There is no text in it that can be read.');
  await page.click('text=Remove this message');
  await focusIs(page, 'h1');
  await lookUp(page);
  expect(await headline(page)).toContain('Text not yet compared.');
  await page.context().close();
});

test.each([
  ['Your code: CODE', ''],
  ['Please use CODE on the page.', ''],
  ['TEXT', notice.domain],
])('"%s" pasted into the code field gives the code', async (pasted, domain) => {
  const page = await shown.open();
  const text = pasted.replace('CODE', notice.code.toLowerCase()).replace('TEXT', notice.text);
  await page.focus('#code');
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
  await expect.poll(() => values(page)).toEqual([notice.code, domain]);
  await page.context().close();
});

test('drops words that a keyboard adds around a code while it is typed', async () => {
  const page = await shown.open();
  await page.fill('#code', `Your code: ${notice.code}.`);
  expect(await page.inputValue('#code')).toBe(notice.code);
  await says(page, '#code-hint', 'agree with each other');
  await page.context().close();
});

test('reads a complete text pasted beside the fields', async () => {
  const page = await shown.open();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, notice.text);
  await focusIs(page, '#found');
  expect(await values(page)).toEqual([notice.code, notice.domain]);
  await page.context().close();
});

test('keyboard and pointer reach the same without dragging', async () => {
  const page = await shown.open();
  await paste(page, `Your code: ${notice.code}`);
  await focusIs(page, '#domain');
  expect(await values(page)).toEqual([notice.code, '']);
  await page.setInputFiles('input[type=file]', join(corpus, 'harmless/as-sent.eml'));
  await focusIs(page, '#found');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Tab');
  await focusIs(page, 'button[type=submit]');
  await page.keyboard.press('Enter');
  await says(page, 'h1', 'its text is unchanged');
  await says(page, 'main', '6 of 6 checks passed');
  await page.context().close();
});

test('on an answer another copy is compared at once, and a message with another code is offered', async () => {
  const page = await shown.open();
  await lookUp(page);
  await compare(page, 'harmless/as-sent.eml');
  await drop(page, '.checks', { name: 'copy.eml', bytes: read('forgeries/figure.eml') });
  await says(page, 'h1', 'This is not what we issued.');
  const other = Buffer.from(asSent.toString('latin1').replaceAll(notice.code, unknownCode), 'latin1');
  await drop(page, 'h1', { name: 'other.eml', bytes: other });
  await focusIs(page, '#found');
  expect(await values(page)).toEqual([unknownCode, notice.domain]);
  await submit(page);
  expect(await headline(page)).toBe('Our answer files hold no notice with this code.');
  await page.context().close();
});

test('compares a message dropped while its code is looked up', async () => {
  const page = await shown.open();
  await page.route('**/notice/n/*', async (route) => {
    await new Promise((settle) => setTimeout(settle, 500));
    await route.continue();
  });
  await page.fill('#code', notice.code);
  await page.fill('#domain', notice.domain);
  await page.click('button[type=submit]');
  await drop(page, 'body', { name: 'notice.eml', bytes: asSent });
  await says(page, 'h1', 'its text is unchanged');
  await page.context().close();
});

test("another sender's pasted mail is no changed notice", async () => {
  const page = await shown.open();
  await lookUp(page);
  await paste(page, 'Dear customer, your invoice of May is due. Please pay it into the account that is named below.');
  await says(page, 'h1', 'This text is not the notice.');
  await page.context().close();
});

test.each([
  ['forgeries/words.eml', 'changed'],
  ['harmless/list-footer.eml', '5 of 6 checks passed'],
  ['harmless/outlook-html.eml', '5 of 6 checks passed'],
  ['harmless/pasted.txt', '5 of 6 checks passed'],
  ['harmless/as-sent.eml', '6 of 6 checks passed'],
])('%s: %s', async (file, words) => {
  const page = await shown.open();
  await lookUp(page);
  await compare(page, file);
  if (words === 'changed') expect(await page.locator('.checks').count()).toBe(0);
  else await says(page, 'main', words);
  await page.context().close();
});
