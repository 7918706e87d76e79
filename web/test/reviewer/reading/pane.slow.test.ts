import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGUAGES } from '@candor/core/notice/text';
import type { IndexedMessage } from '@candor/core/review/seal';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { EXPECTED } from '../../../../core/test/notice/text/expected-words.ts';
import { noBrowser, openBrowser } from '../../../../tools/services/browser.ts';
import { look, openWatched } from '../looked-at.ts';
import { toHtmlMail, toMail, toPart } from './made-mail.ts';
import { findViewers } from './opened-pages.ts';
import { type ReadingSite, serveReading } from './reading-page.ts';

let browser: Browser;
let site: ReadingSite;
const saved = mkdtempSync(join(tmpdir(), 'candor-saved-'));
beforeAll(async () => {
  if (noBrowser !== null) return;
  [browser, site] = await Promise.all([openBrowser(), serveReading()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(saved, { recursive: true, force: true });
});
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

const indexed: IndexedMessage = {
  id: '1'.repeat(64),
  object: '2'.repeat(64),
  verdict: 'accessed',
  why: [
    {
      code: 'bind',
      sentence: "The access log names this message as opened by the intruder's client.",
      times: ['2001-10-13T03:12:44Z'],
    },
    {
      code: 'gap-lossy',
      sentence: 'The intruder could read. The log says nothing from 2001-09-12T00:00:00Z to 2001-09-13T00:00:00Z.',
      times: [],
    },
  ],
  date: '2001-10-12T14:05:31Z',
  subject: 'SFTP access for the settlement files',
  from: ['a.novak@northwind.example'],
  to: ['marta.olsen@harbor.example'],
  cc: [],
  direction: 'sent',
  custodians: ['marta.olsen@harbor.example'],
  attachments: [],
  marks: [],
};

interface PaneGlobals {
  readonly pane: { give(id: string, indexed: IndexedMessage, base64: string): void; show(id: string): void };
}

async function openPane(
  mail: Buffer,
  change: Partial<IndexedMessage> = {},
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const watched = await openWatched(browser, options);
  await watched.page.goto(`${site.address}/pane`);
  await give(watched.page, mail, change);
  return watched;
}

async function give(page: Page, mail: Buffer | null, change: Partial<IndexedMessage> = {}): Promise<void> {
  const entry = { ...indexed, ...change };
  await page.evaluate(
    ([given, base64]) => {
      const { pane } = globalThis as unknown as PaneGlobals;
      if (base64 !== null) pane.give(given.id, given, base64);
      pane.show(given.id);
    },
    [entry, mail?.toString('base64') ?? null] as const,
  );
  await page.waitForSelector('article footer, article [role=alert]');
}

const LETTER = [
  'Hi Marta,',
  '',
  'the settlement files are now on the new server. Please switch the evening run to it before Monday.',
  '',
  'host: files.northwind.example',
  'user: harbor-settle',
  'password: Quarry-Lamp-Tide-7e',
  '',
  'Best regards',
  'Ana',
  '',
  '> can you send me the login again? The one from',
  '> August no longer works for the evening run.',
];

const letter = toMail([
  'Cc: "J. Weil" <j.weil@northwind.example>, ops@quaymeter.example',
  'Content-Type: text/plain; charset=utf-8',
  '',
  ...LETTER,
]);

const FIRST_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const leaflet = toHtmlMail(
  '<body bgcolor=#eeeeee><h1 style="color:#0b5f58">Meter readings</h1><img src="cid:logo@harbor.example" width=40 height=40 alt=Logo><p>See <a href="https://crook.example/login">https://bank.example</a>.</p><img src="http://pictures.example/a.png" alt="A chart"><img src="http://count.example/p.gif" width=1 height=1><script>alert(1)</script><form><input></form></body>',
  [
    toPart('image/png', Buffer.from(FIRST_PNG, 'base64'), 'logo.png', ['Content-ID: <logo@harbor.example>']),
    toPart('application/pdf', Buffer.from('MZ this is a program'), 'in\u202evoice.pdf.exe'.replace('\u202e', '')),
    toPart(
      'text/calendar',
      Buffer.from(
        'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Harbour tour\r\nDTSTART;TZID=Europe/Berlin:20011015T090000\r\nDTEND:20011015T100000Z\r\nLOCATION:Quay 4\r\nORGANIZER:mailto:t.keller@harbor.example\r\nATTENDEE:mailto:a@northwind.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
      ),
      'invite.ics',
    ),
    [
      'Content-Type: message/rfc822',
      '',
      'From: T. Keller <t.keller@harbor.example>',
      'Subject: Inner letter',
      'Date: Thu, 11 Oct 2001 11:31:00 +0200',
      '',
      'Text of the inner letter.',
    ].join('\r\n'),
  ],
);

test('a letter: header, warning, masked secret, quotation, reasons; accessible at both widths and in both themes', async () => {
  const { page, faults } = await openPane(letter);
  await page.waitForSelector('mark');
  const shown = (await page.textContent('article')) ?? '';
  expect(shown).toContain('Ana Novak <a.novak@northwind.example>');
  expect(shown).toContain('J. Weil <j.weil@northwind.example>, ops@quaymeter.example');
  expect(shown).toContain('12 Oct 2001, 14:05:31 UTC');
  expect(shown).not.toContain('Quarry-Lamp-Tide-7e');
  expect(await page.textContent('mark')).toBe('Qu••••••••7e');
  expect(shown).toContain('1 password or key masked; others may be here');
  expect(shown).toContain('opened or copied');
  expect(shown).toContain('13 Oct 2001, 03:12 UTC');
  expect(shown).toContain('12 Sep 2001, 00:00 UTC – 13 Sep 2001, 00:00 UTC');
  await look(page, 'reading-letter');
  await page.click('button:text-is("Show")');
  await page.waitForFunction(() => document.body.textContent?.includes('Quarry-Lamp-Tide-7e'));
  expect(faults).toEqual([]);
  await page.close();
});

test('never says that everything is masked: a form that no detector knows stays visible under the banner', async () => {
  const html = [
    '<p>The passphrase is <code>correct-horse</code></p><p>password: Quarry-Lamp-7e</p>',
    '<table><tr><th>User</th><th>Password</th></tr><tr><td>jo</td><td>Zeppelin#44</td></tr></table>',
    '<p>seven lamps at dusk</p>',
  ].join('');
  const { page, faults } = await openPane(toHtmlMail(html));
  const banner = page.getByText(/^\d+ passwords or keys masked; others may be here$/);
  await banner.waitFor();
  // A passphrase that nothing names is known to nobody here: the reader must be told.
  const text = page.getByRole('button', { name: 'As text', exact: true });
  if ((await text.count()) > 0) await text.click();
  await page.getByText('seven lamps at dusk').first().waitFor();
  expect(await banner.textContent()).toMatch(/^3 /);
  const shown = (await page.textContent('article')) ?? '';
  for (const masked of ['correct-horse', 'Quarry-Lamp-7e', 'Zeppelin#44']) expect(shown).not.toContain(masked);
  expect(shown).not.toMatch(/in this message, shown masked|\ball (?:passwords|keys)/i);
  expect(faults).toEqual([]);
  await page.close();
});

test('masks a password known only from the index at its place, and warns of personal data', async () => {
  const mail = Buffer.from('Subject: Keys\r\nContent-Type: text/plain\r\n\r\nTell the guard: seven lamps at dusk\r\n');
  const place = { part: '1', confidence: 'likely', mask: '…' } as const;
  const { page, faults } = await openPane(mail, {
    marks: ['personal', 'secret'],
    findings: [
      { ...place, kind: 'credential', value: '1'.repeat(32), offset: 16, length: 19 },
      { ...place, kind: 'health', value: '2'.repeat(32), part: 'message', offset: 0, length: 0 },
    ],
  });
  await page.waitForSelector('mark');
  const shown = (await page.textContent('article')) ?? '';
  expect(shown).not.toContain('seven lamps');
  expect(shown).toContain('1 password or key masked; others may be here');
  expect(shown).toMatch(/found personal data in this message: health\. Whose data it is was not determined\./);
  await look(page, 'reading-found');
  expect(faults).toEqual([]);
  await page.close();
});

test('a newsletter: formatted on light paper, remote content counted, links as text, attachments named by content', async () => {
  const { page } = await openPane(leaflet, { marks: ['fraud', 'bulk', 'secret'] });
  await page.waitForFunction(() => document.querySelector('iframe')?.hidden === false);
  const shown = (await page.textContent('article')) ?? '';
  expect(shown).toContain('The intruder wrote this message.');
  expect(shown).toContain('2 remote items were not loaded');
  expect(shown).toContain('pictures.example 1');
  expect(shown).toContain('Left out: 1 script, 1 form field');
  expect(shown).toContain('https://crook.example/login');
  expect(shown).toContain('a program: running it is what an intruder wants');
  expect(shown).toContain('Harbour tour');
  expect(shown).toContain('2001-10-15 09:00 Europe/Berlin');
  expect(shown).toContain('Attached message: Inner letter');
  const [viewer] = await findViewers(page, 1);
  await viewer?.waitForSelector('body:has-text("⟨https://crook.example/login⟩")');
  const listWidths = () => viewer?.$$eval('img', (found) => found.map((image) => image.complete && image.naturalWidth));
  await expect.poll(listWidths, { timeout: 20_000 }).toEqual([1]);
  expect(await viewer?.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  await look(page, 'reading-leaflet');
  await page.click('text=As text');
  await page.waitForFunction(() => document.querySelector('iframe')?.hidden === true);
  await page.waitForSelector('article p:has-text("Meter readings")');
  await page.close();
});

test('saves an attachment byte for byte, under a name that opens an editor', async () => {
  const { page } = await openPane(leaflet);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.click('button[aria-label="Save invoice.pdf.exe.txt"]'),
  ]);
  expect(file.suggestedFilename()).toBe('invoice.pdf.exe.txt');
  await file.saveAs(join(saved, 'attachment'));
  expect(readFileSync(join(saved, 'attachment'), 'utf8')).toBe('MZ this is a program');
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.click('button[aria-label="Save logo.png"]'),
  ]);
  await picture.saveAs(join(saved, 'picture'));
  expect(readFileSync(join(saved, 'picture')).toString('base64')).toBe(FIRST_PNG);
  await page.close();
});

test('saves the message itself unchanged, and shows it raw', async () => {
  const { page } = await openPane(letter);
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=Save as .eml')]);
  expect(file.suggestedFilename()).toBe('1111111111111111.eml');
  await file.saveAs(join(saved, 'message'));
  expect(readFileSync(join(saved, 'message')).equals(letter)).toBe(true);
  await page.click('text=Raw view');
  await page.waitForSelector('section code');
  const raw = (await page.textContent('section:has(code)')) ?? '';
  expect(raw).toContain('Content-Type: text/plain; charset=utf-8');
  expect(raw).not.toContain('Quarry-Lamp-Tide-7e');
  await look(page, 'reading-raw');
  await page.close();
});

test('a message that does not open says so and can be tried again', async () => {
  const { page } = await openPane(letter);
  await give(page, null, { id: '9'.repeat(64) });
  expect(await page.textContent('[role=alert]')).toContain('This message could not be opened.');
  await look(page, 'reading-failed');
  await page.close();
});

test('when the frame does not load, the message is complete and available raw, with the reason', async () => {
  const watched = await openWatched(browser);
  await watched.page.clock.install();
  await watched.page.route('**/parser.html', (route) => route.abort());
  await watched.page.goto(`${site.address}/pane`);
  await watched.page.evaluate(
    ([given, base64]) => {
      const { pane } = globalThis as unknown as PaneGlobals;
      pane.give(given.id, given, base64);
      pane.show(given.id);
    },
    [indexed, letter.toString('base64')] as const,
  );
  await watched.page.waitForSelector('iframe', { state: 'attached' });
  await watched.page.clock.fastForward(30_000);
  await watched.page.waitForSelector('article [role=alert]', { timeout: 30_000 });
  expect(await watched.page.textContent('[role=alert]')).toContain('The message is whole');
  await watched.page.click('text=Raw view');
  await watched.page.waitForSelector('section code');
  await watched.page.close();
});

test('reasons are a separate page where there is no room, and lead back to the message', async () => {
  const { page } = await openPane(letter, {}, { viewport: { width: 390, height: 844 } });
  expect(await page.isVisible('aside')).toBe(false);
  await page.click('button:has-text("Why")');
  await page.waitForSelector('aside');
  await page.waitForSelector('text=Hi Marta', { state: 'hidden' });
  await look(page, 'reading-why');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.click('text=Back to the message');
  await page.waitForSelector('text=Hi Marta');
  await page.close();
});

test('the pane works by keyboard only', async () => {
  const { page } = await openPane(letter);
  await page.waitForSelector('mark');
  const reached: string[] = [];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
  }
  expect(reached.slice(0, 3)).toEqual(['Save as .eml', 'Raw view', 'Show']);
  await page.keyboard.press('Escape');
  await page.focus('button:text-is("Show")');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.body.textContent?.includes('Quarry-Lamp-Tide-7e'));
  await page.close();
});

test('prints the text in light colours, with all quotations and reasons, without buttons and frames', async () => {
  const { page } = await openPane(leaflet, {}, { colorScheme: 'dark' });
  await page.waitForFunction(() => document.querySelector('iframe')?.hidden === false);
  await page.emulateMedia({ media: 'print' });
  await page.waitForSelector('iframe', { state: 'hidden' });
  await page.waitForSelector('text=Save as .eml', { state: 'hidden' });
  await page.waitForSelector('article p:has-text("Meter readings")');
  await page.waitForSelector('aside');
  await page.waitForSelector('text=Text of the inner letter.');
  await page.close();
});

test('opening another message discards the frame of the first', async () => {
  const { page } = await openPane(leaflet);
  await give(page, letter, { id: '3'.repeat(64) });
  await page.waitForFunction(() => document.body.textContent?.includes('Hi Marta'));
  await expect.poll(() => page.locator('iframe').count(), { timeout: 20_000 }).toBe(1);
  await findViewers(page, 0);
  await page.close();
});

test.each(LANGUAGES.map((language) => [language, EXPECTED[language].logNamesMessage] as const))(
  'a browser in %s reads: %s',
  async (locale, sentence) => {
    const { page } = await openPane(letter, {}, { locale });
    await page.waitForFunction((text) => document.body.textContent?.includes(text), sentence);
    expect(await page.textContent('article')).not.toMatch(/\{[\w ]+\}|undefined/);
    await page.close();
  },
);

test('shows invisible and direction characters by code', async () => {
  const { page } = await openPane(
    Buffer.concat([
      toMail(['Content-Type: text/plain; charset=utf-8', '', '']),
      Buffer.from('open in\u202efdp.exe now\u200b\u0007'),
    ]),
  );
  const shown = (await page.textContent('article')) ?? '';
  expect(shown).toContain('inU+202Efdp.exe nowU+200BU+0007');
  await page.close();
});

test('shows a text of 100,000 lines in steps, and the page stays responsive', async () => {
  const long = toMail(['Content-Type: text/plain', '', ...Array.from({ length: 100_000 }, (_, at) => `line ${at}`)]);
  const { page } = await openPane(long);
  expect(await page.evaluate(() => document.querySelectorAll('article p').length)).toBeLessThan(2100);
  await page.click('text=Show 2,000 more lines');
  await page.waitForFunction(() => document.querySelectorAll('article p').length > 3900);
  await page.close();
});
