import { expect, test } from 'vitest';
import { toHtmlMail } from './made-mail.ts';
import { findParser, openMail } from './opened-pages.ts';
import { prepareReadingBench } from './reading-bench.ts';
import { openReadingPage } from './reading-page.ts';

const bench = prepareReadingBench();

test('a hanging frame leaves the page alive and is discarded; other messages open meanwhile', async () => {
  const { page } = await openReadingPage(bench.browser, bench.site);
  await openMail(page, toHtmlMail('<p>hello'));
  const hanging = await findParser(page);
  const begun = page.waitForEvent('console', (message) => message.text() === 'hangs');
  void hanging
    .evaluate(() => {
      const end = Date.now() + 60_000;
      console.log('hangs');
      while (Date.now() < end);
    })
    .catch(() => undefined);
  await begun;
  const flaw = await page.evaluate(async () => {
    const { reading } = globalThis as unknown as { reading: { frames(): { show(masks: string[]): Promise<void> }[] } };
    const start = performance.now();
    const word = await reading
      .frames()[0]
      ?.show([])
      .then(
        () => 'shown',
        (cause: Error) => cause.message,
      );
    return [word, (performance.now() - start) / 1000] as const;
  });
  expect(flaw[0]).toBe('hung');
  // After 20 seconds; whoever waits for the frame's own answer gets that instead, after a minute.
  expect(flaw[1]).toBeGreaterThan(19.5);
  expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
  expect(await openMail(page, toHtmlMail('<p>after'))).toHaveProperty('head');
  await page.close();
});
