import { expect, test } from 'vitest';
import { makeSite } from '../../../core/test/verify/made-site.ts';
import { notice } from '../served-notice.ts';
import { compare, focusIs, hasLoaded, headline, lookUp, says, servePage, textOf, unknownCode } from './served-page.ts';

const shown = servePage();
const genuine = 'its text is unchanged';

test('Back leads through every state and Forward back, with title and focus, and nothing is requested again', async () => {
  const page = await shown.open();
  expect(await page.title()).toBe('Check a notice from Harbor Energy');
  await lookUp(page);
  await compare(page, 'forgeries/figure.eml');
  await page.click('text=Compare another copy');
  await says(page, 'h1', 'Text not yet compared.');
  await compare(page, 'harmless/as-sent.eml');
  expect(await page.title()).toBe('Genuine · Check a notice from Harbor Energy');
  shown.served.requests.length = 0;
  for (const [words, title] of [
    ['Text not yet compared.', 'Half checked'],
    ['This is not what we issued.', 'Text changed'],
    ['Text not yet compared.', 'Half checked'],
    ['Is this notice from Harbor Energy?', 'Check a notice'],
  ] as const) {
    await page.goBack();
    await says(page, 'h1', words);
    await focusIs(page, 'h1');
    expect(await page.title()).toMatch(new RegExp(`^${title}`));
  }
  expect([await page.inputValue('#code'), await page.inputValue('#domain')]).toEqual([notice.code, notice.domain]);
  for (let step = 0; step < 4; step += 1) await page.goForward();
  await says(page, 'h1', genuine);
  expect(shown.served.requests).toEqual([]);
  expect(page.url()).toBe(`${shown.served.address}/notice`);
  await page.context().close();
});

test('a reloaded answer is given again; a message is stored nowhere, and the page says so', async () => {
  const page = await shown.open();
  await lookUp(page);
  await compare(page, 'harmless/as-sent.eml');
  shown.served.requests.length = 0;
  await page.reload();
  await says(page, 'h1', 'Text not yet compared.');
  await says(page, '.answer', 'it keeps no messages. Drop yours again');
  expect(await textOf(page, '.asked')).toContain(notice.code);
  const sent = JSON.stringify(shown.served.requests).toLowerCase();
  for (const secret of [notice.code, notice.code.replaceAll('-', ''), notice.domain])
    expect(sent).not.toContain(secret.toLowerCase());
  await compare(page, 'harmless/as-sent.eml');
  await says(page, 'h1', genuine);
  // The entries of before the page was loaded again are there too.
  await page.goBack();
  await says(page, '.answer', 'it keeps no messages');
  await page.goBack();
  await says(page, 'h1', 'Text not yet compared.');
  await page.goBack();
  await says(page, 'h1', 'Is this notice from Harbor Energy?');
  expect(await page.inputValue('#code')).toBe(notice.code);
  await page.context().close();
});

test('typed text survives a reload', async () => {
  const page = await shown.open();
  await page.fill('#code', notice.code.slice(0, 14));
  await page.fill('#domain', notice.domain);
  await page.reload();
  await hasLoaded(page);
  expect([await page.inputValue('#code'), await page.inputValue('#domain')]).toEqual([
    notice.code.slice(0, 14),
    notice.domain,
  ]);
  await page.context().close();
});

test('an answer that arrives after going back changes nothing', async () => {
  const page = await shown.open();
  await lookUp(page, unknownCode);
  await page.click('text=Check another notice');
  await page.route('**/notice/n/*', async (route) => {
    await new Promise((settle) => setTimeout(settle, 800));
    await route.continue().catch(() => undefined);
  });
  await page.fill('#code', notice.code);
  await page.fill('#domain', notice.domain);
  await page.click('button[type=submit]');
  await page.goBack();
  await says(page, 'h1', 'Our answer files hold no notice with this code.');
  await new Promise((settle) => setTimeout(settle, 1500));
  expect(await headline(page)).toBe('Our answer files hold no notice with this code.');
  await page.context().close();
});

test('an unreachable site is asked again from the same entry', async () => {
  const page = await shown.open();
  await page.fill('#code', notice.code);
  await page.fill('#domain', notice.domain);
  shown.served.site = null;
  await page.click('button[type=submit][aria-disabled=false]');
  await says(page, 'h1', 'No answer.');
  expect(await page.title()).toMatch(/^Not answered/);
  shown.served.site = await makeSite(notice);
  await page.click('text=Try again');
  await says(page, 'h1', 'Text not yet compared.');
  await page.goBack();
  await says(page, 'h1', 'Is this notice from Harbor Energy?');
  await page.context().close();
});

test('a history entry that is not of this page gives the form', async () => {
  const page = await shown.open();
  await page.evaluate(() => history.replaceState({ id: 7, code: ['x'], stage: 'answer' }, ''));
  await page.reload();
  await hasLoaded(page);
  expect(await headline(page)).toBe('Is this notice from Harbor Energy?');
  await page.context().close();
});

test('without loaded words the page says how to check without it', async () => {
  const page = await shown.open();
  await page.route(/\/assets\/(?:en|de|fr|es)-/, (route) => route.abort());
  await page.reload();
  await says(page, '#old-browser', 'You can also ask DNS');
  // What the browser writes of the file that was refused is expected.
  page.removeAllListeners('close');
  await page.context().close();
});
