import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type MadeNotice, makeSite } from '../../core/test/verify/made-site.ts';
import { openBrowser } from '../../tools/services/browser.ts';
import { type ServedSite, serveSite } from './served-site.ts';

/** Messages that were received, and the notice that they are about. */
export const corpus: string = join(import.meta.dirname, '../../corpus/verification');
export const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;

/** A browser, and the site on which that notice can be checked. */
export interface ServedNotice {
  readonly browser: Browser;
  readonly served: ServedSite;
  close(): Promise<void>;
}

export async function serveNotice(): Promise<ServedNotice> {
  const browser = await openBrowser();
  const served = await serveSite(await makeSite(notice));
  return {
    browser,
    served,
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}
