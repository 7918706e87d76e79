import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { makeSite } from '../../../core/test/verify/made-site.ts';
import { noBrowser } from '../../../tools/services/browser.ts';
import { corpus, notice, type ServedNotice, serveNotice } from '../served-notice.ts';
import type { ServedSite } from '../served-site.ts';

/** A well-formed code that nobody issued. */
export const unknownCode = '0548-ZNRY-CPPF-8ET2-H78H-GQX6-XR-U';

/** The page in a browser and the site that it asks; made once a file, and again before each test. */
export interface OpenedPage {
  readonly served: ServedSite;
  open(options?: BrowserContextOptions): Promise<Page>;
  /** For a page that is opened otherwise. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** Registers what starts and ends them. */
export function servePage(): OpenedPage {
  let opened: ServedNotice | undefined;
  const need = (): ServedNotice => {
    if (opened === undefined) throw new Error('nothing is served');
    return opened;
  };
  beforeAll(async () => {
    if (noBrowser === null) opened = await serveNotice();
  });
  afterAll(() => opened?.close());
  beforeEach(async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    need().served.site = await makeSite(notice);
    need().served.requests.length = 0;
  });
  return {
    get served() {
      return need().served;
    },
    newContext: (options = {}) => need().browser.newContext(options),
    open: (options = {}) => openPage(need().browser, need().served.address, options),
  };
}

/**
 * Answers of a server that a test breaks; and styles and bases of a received message, which the page's policy refuses
 * in the document that is only parsed.
 */
const isExpected = (text: string): boolean =>
  text.includes('50') || /^(?:Applying inline style|Setting the document's base URI to .*) violates/s.test(text);

async function openPage(browser: Browser, address: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on(
    'console',
    (message) => message.type() === 'error' && !isExpected(message.text()) && faults.push(message.text()),
  );
  page.on('close', () => expect(faults.join('\n')).toBe(''));
  await page.goto(`${address}/notice`);
  await hasLoaded(page);
  return page;
}

/** The site has described itself. */
export const hasLoaded = async (page: Page): Promise<unknown> => page.waitForSelector('#why-not:not(:empty)');

export async function lookUp(page: Page, code: string = notice.code, domain: string = notice.domain): Promise<void> {
  await page.fill('#code', code);
  await page.fill('#domain', domain);
  await submit(page);
}

export async function submit(page: Page): Promise<void> {
  await page.waitForSelector('button[type=submit][aria-disabled=false]');
  await page.click('button[type=submit]');
  await page.waitForSelector('.answer');
}

export async function compare(page: Page, file: string): Promise<string> {
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

/** Types a text into the field for it, on the form and on an answer alike. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.click('text=Paste the text');
  await page.fill('#pasted', text);
  await page.click('.pasting .button');
}

/** Drops a file or a text on an element, as a person drags it from a mail program. */
export async function drop(
  page: Page,
  selector: string,
  dropped: { readonly name?: string; readonly bytes: Buffer },
): Promise<void> {
  const given = { name: dropped.name ?? null, base64: dropped.bytes.toString('base64') };
  const transfer = await page.evaluateHandle(({ name, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
    const made = new DataTransfer();
    if (name === null) made.setData('text/plain', new TextDecoder().decode(bytes));
    else made.items.add(new File([bytes], name));
    return made;
  }, given);
  await page.dispatchEvent(selector, 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent(selector, 'drop', { dataTransfer: transfer });
}

/** Waits until it says so. */
export const says = (page: Page, selector: string, text: string): Promise<void> =>
  page.locator(selector, { hasText: text }).first().waitFor();
export const focusIs = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
export const textOf = async (page: Page, selector: string): Promise<string> => (await page.textContent(selector)) ?? '';
export const headline = (page: Page): Promise<string> => textOf(page, 'h1');
