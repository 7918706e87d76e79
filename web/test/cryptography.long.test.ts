import { describe, test } from 'vitest';
import type { DrivenPage } from '../../tools/browsers/driven-page.ts';
import { firefox } from '../../tools/browsers/firefox.ts';
import { webkit } from '../../tools/browsers/webkit.ts';
import { expectLabAnswers, serveAskedPage } from './asked-cryptography.ts';
import { shareDriven } from './other-browsers.ts';

let asked: { readonly address: string; readonly script: string };
serveAskedPage((page) => {
  asked = page;
});

describe.each([firefox, webkit])('in $name', (engine) => {
  let page: DrivenPage;
  shareDriven(engine, (opened) => {
    page = opened;
  });

  test('keys, seals and signatures match those of the lab, whatever bytes they start with', async () => {
    await page.goTo(asked.address);
    await expectLabAnswers((questions) =>
      page.ask(`(questions) => { ${asked.script}; return cryptography.answerAll(questions); }`, questions),
    );
  });
});
