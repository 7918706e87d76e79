import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addAuthenticator } from '../../tools/services/browser.ts';
import { check } from '../step.ts';

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
/** A machine that does everything else of this run too. */
const PATIENCE_MS = 60_000;

/** The reviewer app in a browser profile of its own, with an authenticator of its own. */
export class ReviewerApp {
  readonly page: Page;
  /** What pages threw, and what their own policy refused. */
  readonly faults: string[] = [];
  /** Requests to anybody but site and portal. */
  readonly foreign: string[] = [];
  readonly #context: BrowserContext;
  readonly #app: string;
  readonly #shots: string;

  private constructor(context: BrowserContext, page: Page, app: string, shots: string) {
    this.#context = context;
    this.page = page;
    this.#app = app;
    this.#shots = shots;
  }

  static async open(browser: Browser, app: string, portal: string, shots: string): Promise<ReviewerApp> {
    const context = await browser.newContext({ viewport: WIDTHS[0], locale: 'en-GB', acceptDownloads: true });
    // Nobody is there to choose a place for a file: then the browser saves it where it saves everything.
    await context.addInitScript({ content: 'delete window.showSaveFilePicker' });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await addAuthenticator(page);
    const made = new ReviewerApp(context, page, app, shots);
    page.on('pageerror', (error) => made.faults.push(error.message));
    page.on('console', (message) => {
      // The network's own words about a denial say nothing that the page does not know.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        made.faults.push(message.text());
    });
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      const isOwn = [new URL(app).origin, portal].includes(origin) || ['blob:', 'data:', 'about:'].includes(protocol);
      if (!isOwn) made.foreign.push(request.url());
    });
    return made;
  }

  async goTo(place: string): Promise<void> {
    await this.page.goto(`${this.#app}/#${place}`);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  }

  async says(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** The first answer of a page. */
  async heads(text: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: text }).waitFor();
  }

  /** Status of what the portal answers to this browser, session and all. */
  async askPortal(url: string): Promise<number> {
    return Number(
      await this.page.evaluate(`fetch(${JSON.stringify(url)}, { credentials: 'include' }).then((r) => r.status)`),
    );
  }

  async signIn(): Promise<void> {
    await this.press('Sign in with a passkey');
  }

  /** A picture at both widths, and nothing that axe minds or that is wider than the screen. */
  async look(name: string): Promise<void> {
    for (const size of WIDTHS) {
      await this.page.setViewportSize(size);
      await this.page.waitForTimeout(150);
      await this.page.screenshot({ path: join(this.#shots, `${name}-${size.width}.png`) });
      const { violations } = await new AxeBuilder({ page: this.page }).exclude('iframe[sandbox]').analyze();
      const minds = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      check(`${name} at ${size.width}: accessible (axe)`, minds.length === 0, minds.join('\n'));
      const over = Number(await this.page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
      check(`${name} at ${size.width}: fits`, over <= 0, `${over} px too wide`);
    }
    await this.page.setViewportSize(WIDTHS[0]);
  }

  /** Presses something that saves a file, and keeps it. */
  async save(press: () => Promise<void>, file: string): Promise<void> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()]);
    await download.saveAs(file);
  }

  judge(who: string): void {
    check(
      `${who}: the page throws nothing and its policy refuses nothing`,
      this.faults.length === 0,
      this.faults.join('\n'),
    );
    check(`${who}: it asks nobody but site and portal`, this.foreign.length === 0, this.foreign.join('\n'));
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
