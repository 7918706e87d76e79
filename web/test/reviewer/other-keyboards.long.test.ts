import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { firefox } from '../../../tools/browsers/firefox.ts';
import { webkit } from '../../../tools/browsers/webkit.ts';
import { shareDriven } from '../other-browsers.ts';
import { type AppPlace, notice, openAppPlace } from './app-world.ts';
import { readFocus, tabUntil } from './focus.ts';

/** Keys that are no letters (W3C WebDriver, 17.4.2). */
const [TAB, ENTER] = ['\uE004', '\uE007'];
const engines = [firefox, webkit];

let place: AppPlace;
beforeAll(async () => {
  if (engines.some(({ missing }) => missing === null)) place = await openAppPlace();
});
afterAll(() => place?.close());

describe.each(engines)('in $name', (engine) => {
  let page: DrivenPage;
  shareDriven(engine, (opened) => {
    page = opened;
  });

  const tabTo = (text: string): Promise<void> =>
    tabUntil(
      text,
      () => page.strike(TAB),
      () => page.ask<string>(String(readFocus)),
    );

  async function activate(text: string): Promise<void> {
    await tabTo(text);
    await page.strike(ENTER);
  }

  test('makes keys by keyboard only', async () => {
    await page.goTo(place.served.address);
    await page.heads('Sign in with your passkey to read them.');
    await tabTo('Skip to the content');
    await activate('Enroll with the code of a notice');
    await page.heads('Begin with the code in your notice.');
    await tabTo('Code in the notice');
    await page.strike(notice.code);
    await tabTo('Domain or address that received it');
    await page.strike(notice.domain + ENTER);
    await page.says('Issued to');
    await activate('It is the same');
    await page.heads('Say who you are and how you prove it.');
    await page.until(`() => document.activeElement.matches('h1')`);
    await tabTo('Your name');
    await page.strike('Lena Brandt');
    await tabTo('Your work address');
    await page.strike(`l.brandt@${notice.domain}`);
    await activate('Make my keys');
    await page.heads('Write down your recovery key. It is shown once.');
    expect(await page.faults()).toEqual([]);
  });
});
