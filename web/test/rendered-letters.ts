import type { Browser, BrowserContext } from 'playwright-core';
import { caseNotice } from '../../corpus/generate/verification/notice.ts';
import type { DrivenPage } from '../../tools/browsers/driven-page.ts';
import { readVisibleWords, type VisibleWords } from './page/visible-words.ts';

const WIDTHS = [320, 640, 1440];
const SCHEMES = ['light', 'dark'] as const;
/** High enough for everything that a notice has: words below it cannot be asked what covers them. */
const HEIGHT = 6000;

/** Its pages have no scripts of their own and no network. */
export async function openSilence(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  await context.route('**/*', (route) => route.abort());
  return context;
}

/** What is seen of HTML, one line for each width and colours in which it is something else than the issued words. */
export async function listSeen(context: BrowserContext, html: string): Promise<readonly string[]> {
  const seen: string[] = [];
  // What one letter left behind (a page to go to, a sheet that still loads) must not change how the next one is seen.
  const page = await context.newPage();
  await page.setContent(html, { waitUntil: 'commit' });
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      const { words, targets, signs } = await page.evaluate(readVisibleWords);
      const found = [...targets, ...signs, ...(toText(words) === ISSUED ? [] : [differing(toText(words))])];
      if (found.length > 0) seen.push(`${width} ${colorScheme}: ${found.slice(0, 4).join('; ')}`);
    }
  }
  await page.close();
  return seen;
}

/** The same of another browser, which gets it from a server; its policy keeps scripts and everything foreign away. */
export async function listSeenBy(page: DrivenPage, address: string): Promise<readonly string[]> {
  const seen: string[] = [];
  await page.goTo(address);
  for (const width of WIDTHS) {
    await page.resize(width, HEIGHT);
    const { words, targets, signs } = await page.ask<VisibleWords>(String(readVisibleWords));
    const found = [...targets, ...signs, ...(toText(words) === ISSUED ? [] : [differing(toText(words))])];
    if (found.length > 0) seen.push(`${width}: ${found.slice(0, 4).join('; ')}`);
  }
  return seen;
}

const toText = (words: readonly string[]): string => words.join(' ').normalize('NFC');
const ISSUED = toText(caseNotice.text.split(/\s+/).filter((word) => word !== ''));

function differing(text: string): string {
  let at = 0;
  while (at < text.length && text[at] === ISSUED[at]) at += 1;
  return `“${text.slice(Math.max(0, at - 20), at + 60)}”`;
}
