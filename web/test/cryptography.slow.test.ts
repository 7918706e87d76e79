import { test } from 'vitest';
import { noBrowser, openBrowser } from '../../tools/services/browser.ts';
import { expectLabAnswers, serveAskedPage } from './asked-cryptography.ts';

let asked: { readonly address: string; readonly script: string };
serveAskedPage((page) => {
  asked = page;
});

test('in Chromium keys, seals and signatures match those of the lab, whatever bytes they start with', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(asked.address);
    await expectLabAnswers((questions) =>
      page.evaluate(`${asked.script}; cryptography.answerAll(${JSON.stringify(questions)})`),
    );
  } finally {
    await browser.close();
  }
});
