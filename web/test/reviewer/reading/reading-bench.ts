import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { noBrowser } from '../../../../tools/services/browser.ts';
import { type Canary, openCanary } from './canary.ts';
import { openWatchedBrowser, type ReadingSite, serveReading } from './reading-page.ts';

/** What a suite about hostile mail works with, from its first test on. */
export interface ReadingBench {
  browser: Browser;
  canary: Canary;
  site: ReadingSite;
}

/**
 * A site with the built frames, a browser that finds nothing but names below `test`, and the canary that those lead to:
 * no address in real mail can be reached. The suite is skipped, with the reason, where there is no browser.
 */
export function prepareReadingBench(): ReadingBench {
  const bench = {} as ReadingBench;
  beforeAll(async () => {
    if (noBrowser !== null) return;
    [bench.canary, bench.site] = await Promise.all([openCanary(), serveReading()]);
    bench.browser = await openWatchedBrowser(bench.canary.port);
  });
  afterAll(async () => {
    await bench.browser?.close();
    await Promise.all([bench.canary?.close(), bench.site?.close()]);
  });
  beforeEach((context) => {
    if (noBrowser !== null) context.skip(noBrowser);
  });
  return bench;
}
