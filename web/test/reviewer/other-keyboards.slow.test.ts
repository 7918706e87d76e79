import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { firefox } from '../../../tools/browsers/firefox.ts';
import { webkit } from '../../../tools/browsers/webkit.ts';
import { type AppPlace, notice, openAppPlace } from './app-world.ts';

/** Keys that are no letters (W3C WebDriver, 17.4.2). */
const [TAB, ENTER] = ['\uE004', '\uE007'];
/** Whoever needs more presses than this to reach something would give up. */
const MOST_PRESSES = 40;
const engines = [firefox, webkit];

let place: AppPlace;
beforeAll(async () => {
  if (engines.some(({ missing }) => missing === null)) place = await openAppPlace();
}, 240_000);
afterAll(() => place?.close());

/** The label of what has the focus, or its text; unless no outline is seen around it. */
const READ_FOCUS = `() => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return '';
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const isSeen = focused.matches('h1, main') || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2);
  const text = (focused.labels?.[0] ?? focused).textContent.trim();
  return (isSeen ? '' : 'UNSEEN ') + text;
}`;

describe.each(engines)('in $name', (engine) => {
  let page: DrivenPage;
  beforeAll(async () => {
    if (engine.missing === null) page = await engine.open();
  }, 120_000);
  afterAll(() => page?.close());
  beforeEach((context) => {
    if (engine.missing !== null) context.skip(engine.missing);
  });

  async function tabTo(text: string): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      await page.strike(TAB);
      const focused = await page.ask<string>(READ_FOCUS);
      passed.push(focused);
      expect(focused, 'the focus must be seen').not.toContain('UNSEEN');
      if (focused.startsWith(text)) return;
    }
    throw new Error(`"${text}" cannot be reached by keyboard, only ${JSON.stringify(passed)}`);
  }

  async function activate(text: string): Promise<void> {
    await tabTo(text);
    await page.strike(ENTER);
  }

  test('keys are made with nothing but a keyboard', { timeout: 120_000 }, async () => {
    await page.goTo(place.served.address);
    await page.heads('Sign in with your passkey to read them.');
    await tabTo('Skip to the content');
    await activate('Enroll with the code of a notice');
    await page.heads('Begin with the code in your notice.');
    await tabTo('Code in the notice');
    await page.strike(notice.code);
    await tabTo('Domain of the address');
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
