import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../tools/services/browser.ts';

const ANSWER_MS = 20_000;

/** What a person does on the page, at the width of a desk or of a telephone. */
export class VerifyPage {
  readonly #browser: Browser;
  readonly page: Page;
  /** Addresses outside of the site that the page asked for. */
  readonly foreign: string[] = [];
  /** What the browser complained about. */
  readonly complaints: string[] = [];

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
  }

  static async open(url: string, width = 1440): Promise<VerifyPage> {
    const browser = await openBrowser();
    const context: BrowserContext = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const opened = new VerifyPage(browser, page);
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(url).origin) && !request.url().startsWith('blob:'))
        opened.foreign.push(request.url());
    });
    page.on('console', (message) => {
      // The page's policy refuses the styles of a received message, in the document that is only parsed.
      const isRefusedStyle = message.text().startsWith('Applying inline style violates');
      if (message.type() === 'error' && !isRefusedStyle) opened.complaints.push(message.text());
    });
    page.on('pageerror', (error) => opened.complaints.push(error.message));
    await page.goto(url);
    return opened;
  }

  async lookUp(code: string, domain: string): Promise<void> {
    await this.page.fill('#code', code);
    await this.page.fill('#domain', domain);
    await this.page.click('button[type=submit]');
    await this.page.waitForSelector('.answer', { timeout: ANSWER_MS });
  }

  /** Gives a message before anything is typed, and what the page found in it. */
  async give(name: string, bytes: Buffer): Promise<readonly [code: string, domain: string]> {
    await this.drop(name, bytes);
    await this.page.waitForSelector('.found', { timeout: ANSWER_MS });
    return [await this.page.inputValue('#code'), await this.page.inputValue('#domain')];
  }

  async confirm(): Promise<void> {
    await this.page.click('button[type=submit]');
    await this.page.waitForSelector('.answer', { timeout: ANSWER_MS });
  }

  async drop(name: string, bytes: Buffer): Promise<void> {
    await this.page.setInputFiles('input[type=file]', { name, mimeType: 'message/rfc822', buffer: bytes });
  }

  /** Waits until the page says this, and gives everything that it shows. */
  async shows(pattern: RegExp): Promise<string> {
    const said = this.page.getByText(pattern).first();
    await said.waitFor({ timeout: ANSWER_MS }).catch(() => undefined);
    return (await this.page.textContent('#page')) ?? '';
  }

  /** Rules of accessibility that the page breaks, in its present state. */
  async listBarriers(): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations.map(({ id, help }) => `${id}: ${help}`);
  }

  shoot(path: string): Promise<unknown> {
    return this.page.screenshot({ path, fullPage: true });
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
