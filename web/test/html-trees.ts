import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { seeded } from '../../corpus/generate/seeded.ts';
import { parseHtmlTree } from '../../lab/src/adapters/mail/html-tree.ts';
import { makeHtml } from './made-html.ts';
import type { inBrowser } from './page/html-tree.ts';

declare const trees: { readonly inBrowser: typeof inBrowser };

/** Inputs that go through one door at a time. */
const BATCH = 500;

/**
 * Elements whose content browsers of two years read in two ways. A notice has none of them, and none may stand around
 * one: whoever finds one in a tree refuses the rest of it, whatever that is.
 */
const REFUSED = /"name":"(?:select|template)"/;

/**
 * Chromium puts white space behind the body in no element of type that is still open; parse5 does, as the standard
 * says. No word moves.
 */
const BEHIND_BODY = /<\/(?:body|html)>[\t\n\f\r ]/i;

export interface TreeComparison {
  readonly different: readonly string[];
  /** Inputs whose trees are compared to the last node. */
  readonly whole: number;
}

/** Of `count` generated inputs, those of which the lab and a browser make two trees. */
export async function compareTrees(browser: Browser, seed: number, count: number): Promise<TreeComparison> {
  const entry = join(import.meta.dirname, 'page/html-tree.ts');
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2024', lib: { entry, formats: ['iife'], name: 'trees' } },
  })) as Rolldown.RolldownOutput[];
  const page = await browser.newPage();
  await page.addScriptTag({ content: built[0]?.output[0].code ?? '' });
  const random = seeded(seed);
  const different: string[] = [];
  let whole = 0;
  for (let done = 0; done < count; done += BATCH) {
    const texts = Array.from({ length: Math.min(BATCH, count - done) }, () => makeHtml(random));
    const theirs = await page.evaluate((asked) => trees.inBrowser.parseAll(asked), texts);
    for (const [at, text] of texts.entries()) {
      const ours = JSON.stringify(parseHtmlTree(text));
      if (BEHIND_BODY.test(text)) continue;
      if (REFUSED.test(ours) && REFUSED.test(theirs[at] ?? '')) continue;
      whole += 1;
      if (ours !== theirs[at]) different.push(`${JSON.stringify(text)}\n  lab:     ${ours}\n  browser: ${theirs[at]}`);
    }
  }
  await page.close();
  return { different, whole };
}
