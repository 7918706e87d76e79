import type { Browser, Page } from 'playwright-core';
import { caseNotice } from '../../corpus/generate/verification/notice.ts';
import { readVisibleWords } from './page/visible-words.ts';

const WIDTHS = [320, 640, 1440];
const SCHEMES = ['light', 'dark'] as const;
/** High enough for everything that a notice has: words below it cannot be asked what covers them. */
const HEIGHT = 6000;

/** A page without scripts of its own and without a network. */
export async function openSilentPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  await page.route('**/*', (route) => route.abort());
  return page;
}

/** What is seen of HTML, one line for each width and colours in which it is something else than the issued words. */
export async function listSeen(page: Page, html: string): Promise<readonly string[]> {
  const seen: string[] = [];
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
  return seen;
}

const toText = (words: readonly string[]): string => words.join(' ').normalize('NFC');
const ISSUED = toText(caseNotice.text.split(/\s+/).filter((word) => word !== ''));

function differing(text: string): string {
  let at = 0;
  while (at < text.length && text[at] === ISSUED[at]) at += 1;
  return `“${text.slice(Math.max(0, at - 20), at + 60)}”`;
}
