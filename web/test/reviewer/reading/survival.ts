import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { noBrowser } from '../../../../tools/services/browser.ts';
import type { Reading } from '../../../src/reviewer/frame/protocol.ts';
import { toMail } from './made-mail.ts';
import { closeMails, listDanger, openMail } from './opened-pages.ts';
import { prepareReadingBench } from './reading-bench.ts';
import { openReadingPage } from './reading-page.ts';

/** A page of the reader, and what each mail must leave behind. */
export function prepareSurvival(): (mail: Buffer) => Promise<Reading> {
  const bench = prepareReadingBench();
  let page: Page;
  beforeAll(async () => {
    if (noBrowser === null) ({ page } = await openReadingPage(bench.browser, bench.site));
  });

  /** Opens it, expects an answer before the page gives the frame up, and a page that opens the next message. */
  return async function survive(mail) {
    const reading = await openMail(page, mail);
    expect(typeof reading === 'string' ? reading : 'read').toBe('read');
    expect(await listDanger(page)).toEqual([]);
    await closeMails(page);
    const next = await openMail(page, toMail(['', 'next']));
    expect((next as Reading).blocks).toEqual([{ depth: 0, lines: ['next'] }]);
    await closeMails(page);
    expect(bench.canary.knocks).toEqual([]);
    return reading as Reading;
  };
}
