import { expect, test } from 'vitest';
import { FORGED_CASES, issuedCase, issuedOf, makeForged } from '../../../core/test/verify/forged/forged-cases.ts';
import { drop, hasLoaded, headline, lookUp, servePage } from './served-page.ts';

const shown = servePage();
/** Forgeries of the notice that this page is served for. */
const cases = FORGED_CASES.filter((one) => issuedOf(one) === issuedCase);
const GENUINE = /its text is unchanged/;

test(`the page calls none of ${cases.length} forged notices genuine`, { timeout: 3_600_000 }, async () => {
  const page = await shown.open();
  const address = page.url();
  const answer = async (bytes: Buffer): Promise<string> => {
    // The page keeps its state where only its own address is opened again.
    await page.goto('about:blank');
    await page.goto(address);
    await hasLoaded(page);
    await lookUp(page);
    await drop(page, 'body', { name: 'notice.eml', bytes });
    await page.waitForFunction(
      () => document.querySelector('.trouble') !== null || !/not yet compared/i.test(document.body.textContent ?? ''),
    );
    return headline(page);
  };
  expect(await answer(issuedCase.bytes)).toMatch(GENUINE);
  const broken: string[] = [];
  for (const one of cases) if (GENUINE.test(await answer(makeForged(one)))) broken.push(`${one.class}: ${one.name}`);
  expect(broken).toEqual([]);
  await page.context().close();
});
