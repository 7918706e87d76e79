import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebDriver, WebElement } from 'selenium-webdriver/lib/webdriver.js';
import type { DeadProxy } from './nowhere.ts';

const LOOK_MS = 100;
const TRIES = 3;
/** What is to come comes within this time on a machine that does everything else too. */
const PATIENCE_MS = 40_000;

/**
 * Finders that run in the page, as text: they know nothing of this file. What cannot be pressed yet is not there yet.
 */
const FINDERS = `
  const isSeen = (element) => element.getClientRects().length > 0;
  const isOff = (element) => element.disabled === true || element.getAttribute('aria-disabled') === 'true';
  const nameOf = (element) => (element.getAttribute('aria-label') ?? element.textContent).trim();
  const fits = (text, wanted) => wanted.endsWith('…') ? text.startsWith(wanted.slice(0, -1)) : text === wanted;
  const findNamed = (selector, name) =>
    [...document.querySelectorAll(selector)].find((one) => isSeen(one) && !isOff(one) && fits(nameOf(one), name));
  const findField = (label) => [...document.querySelectorAll('label')].find((one) => fits(one.textContent.trim(), label))?.control;
`;

const WATCH = `() => {
  if (window.faults !== undefined) return;
  const faults = window.faults = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    faults.push('refused: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));
  window.addEventListener('error', (event) => faults.push('thrown: ' + event.message));
  window.addEventListener('unhandledrejection', (event) => faults.push('rejected: ' + event.reason));
}`;

/** A function that is called in the page, as text. */
type InPage = string;

/** What was started for one page. */
export interface Driven {
  readonly driver: WebDriver;
  readonly nowhere: DeadProxy;
  /** Where saved files lie. */
  readonly downloads: string;
  readonly addAuthenticator: (() => Promise<void>) | null;
  /** Ends the browser and everything that was started for it. */
  close(): Promise<void>;
}

/** The one page of a driven browser. Waits for what it is told to press or to find. */
export class DrivenPage {
  readonly #driver: WebDriver;
  readonly #downloads: string;
  /** Ends the browser and everything that was started for it. */
  readonly close: () => Promise<void>;
  /** What was asked of anybody outside of this machine. */
  readonly asked: readonly string[];
  /** Adds an authenticator that makes and uses passkeys without asking anybody; null where the browser has none. */
  readonly addAuthenticator: (() => Promise<void>) | null;

  constructor({ driver, nowhere, downloads, addAuthenticator, close }: Driven) {
    this.#driver = driver;
    this.#downloads = downloads;
    this.close = close;
    this.asked = nowhere.asked;
    this.addAuthenticator = addAuthenticator;
  }

  /** Opens an address, and from then on keeps what the page throws and what its own policy refuses. */
  async goTo(address: string): Promise<void> {
    await this.#driver.get(address);
    await this.ask(WATCH);
  }

  /** What the browser calls itself, with the version that Debian had of it: the next may do otherwise. */
  async version(): Promise<string> {
    const capabilities = (await this.#driver.getSession()).getCapabilities();
    return `${capabilities.get('browserName')} ${capabilities.get('browserVersion')}`;
  }

  faults(): Promise<readonly string[]> {
    return this.ask('() => window.faults');
  }

  /** What something gives in the page. @throws Error with its own words when it throws there */
  async ask<Answer>(what: InPage, ...args: readonly unknown[]): Promise<Answer> {
    const script = `${FINDERS}
      const settle = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${what})(...[...arguments].slice(0, -1)))
        .then((value) => settle({ value }), (cause) => settle({ thrown: String(cause) }));`;
    const answer = await this.#driver.executeAsyncScript(script, ...args);
    const { value, thrown } = answer as { readonly value?: Answer; readonly thrown?: string };
    if (thrown !== undefined) throw new Error(thrown);
    return value as Answer;
  }

  /** The first true thing that it gives. */
  async until<Answer>(what: InPage, ...args: readonly unknown[]): Promise<Answer> {
    for (let waited = 0; ; waited += LOOK_MS) {
      const answer = await this.ask<Answer>(what, ...args);
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      if (waited >= PATIENCE_MS) break;
      await sleep(LOOK_MS);
    }
    throw new Error(`This never came: ${what} ${JSON.stringify(args)}. The page says:\n${await this.text()}`);
  }

  text(): Promise<string> {
    return this.ask('() => document.body.innerText');
  }

  async says(text: string): Promise<void> {
    await this.until('(text) => document.body.innerText.includes(text)', text);
  }

  async heads(text: string): Promise<void> {
    await this.until(`(text) => fits(document.querySelector('h1')?.textContent ?? '', text)`, text);
  }

  /** Presses what has this name, a button unless something else is said; one that ends in … names the beginning. */
  press(name: string, selector = 'button'): Promise<void> {
    return this.#act((found) => found.click(), '(selector, name) => findNamed(selector, name)', selector, name);
  }

  /** Types into the field of this label, as fingers do. */
  type(label: string, text: string): Promise<void> {
    return this.#act((found) => found.sendKeys(text), '(label) => findField(label)', label);
  }

  /** Types into what a selector finds; keys that are no letters are those of W3C WebDriver, 17.4.2. */
  typeInto(selector: string, text: string): Promise<void> {
    const find = '(selector) => document.querySelector(selector)';
    return this.#act((found) => found.sendKeys(text), find, selector);
  }

  /** Strikes keys one by one, wherever the focus is. */
  async strike(keys: string): Promise<void> {
    await this.#driver.actions().sendKeys(keys).perform();
  }

  /** Gives a file to the n-th field for files. */
  choose(path: string, at = 0): Promise<void> {
    const find = `(at) => document.querySelectorAll('input[type=file]')[at]`;
    return this.#act((found) => found.sendKeys(path), find, at);
  }

  /** What is found may have been drawn again before anything is done with it: then once more. */
  async #act(deed: (found: WebElement) => Promise<void>, find: InPage, ...args: readonly unknown[]): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const found = await this.until<WebElement>(find, ...args);
      try {
        await deed(found);
        return;
      } catch (cause) {
        if (tries === TRIES || !/stale ?element/i.test(String(cause))) throw cause;
      }
    }
  }

  /**
   * Makes the page so large, whatever the window around it takes. A window follows when it likes, so what is lacking is
   * asked for again until it fits.
   */
  async resize(width: number, height: number): Promise<void> {
    const rect = { x: 0, y: 0, width, height };
    for (let waited = 0; ; waited += LOOK_MS) {
      await this.#driver.manage().window().setRect(rect);
      const size = await this.#settledSize();
      if (size.width === width && size.height === height) return;
      if (waited >= PATIENCE_MS)
        throw new Error(`the page is ${size.width} × ${size.height}, not ${width} × ${height}`);
      rect.width += width - size.width;
      rect.height += height - size.height;
    }
  }

  /** The size of the page once it no longer changes. */
  async #settledSize(): Promise<{ readonly width: number; readonly height: number }> {
    const ask = (): Promise<{ width: number; height: number }> =>
      this.ask('() => ({ width: innerWidth, height: innerHeight })');
    for (let before = await ask(); ; ) {
      await sleep(LOOK_MS);
      const size = await ask();
      if (size.width === before.width && size.height === before.height) return size;
      before = size;
    }
  }

  async shoot(path: string): Promise<void> {
    writeFileSync(path, Buffer.from(await this.#driver.takeScreenshot(), 'base64'));
  }

  /** The bytes of a saved file, once all of them are there. */
  async saved(ending: string, size: number): Promise<Buffer> {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      const name = existsSync(this.#downloads) && readdirSync(this.#downloads).find((each) => each.endsWith(ending));
      const bytes = name ? readFileSync(join(this.#downloads, name)) : Buffer.alloc(0);
      if (bytes.length === size) return bytes;
      await sleep(LOOK_MS);
    }
    throw new Error(`no file of ${size} bytes that ends in ${ending} was saved: ${readdirSync(this.#downloads)}`);
  }
}
