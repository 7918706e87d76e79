import { expect, test } from 'vitest';
import { FORGED_ITEMS } from '../../../core/test/verify/outlook/forged-items.ts';
import { writeItem } from '../../../core/test/verify/outlook/made-item.ts';
import { untouched } from '../../../core/test/verify/outlook/notice-item.ts';
import { drop, headline, lookUp, says, servePage } from './served-page.ts';

const shown = servePage();
const give = { name: 'notice.msg' };

test('an Outlook file is compared whole, with a reader that loads with it', async () => {
  const page = await shown.open();
  await lookUp(page);
  const before = shown.served.requests.length;
  expect(shown.served.requests.filter(({ url }) => url.includes('outlook'))).toEqual([]);
  await drop(page, 'main', { ...give, bytes: writeItem(untouched) });
  await says(page, 'h1', 'The words, sender and recipients are the issued ones; Outlook rewrote the form.');
  await says(page, '.notes', 'Compared in the Outlook file: the header as it came, sender, recipients');
  await says(page, 'main', '5 of 6 checks passed');
  expect(shown.served.requests.slice(before).filter(({ url }) => url.includes('outlook'))).toHaveLength(1);
  await page.context().close();
});

test('a forged Outlook file is never the notice', { timeout: 600_000 }, async () => {
  const page = await shown.open();
  await lookUp(page);
  for (const [name, item] of Object.entries(FORGED_ITEMS)) {
    await drop(page, 'main', { ...give, bytes: writeItem(item) });
    await page.waitForSelector('.answer.refused');
    expect(await headline(page), name).toMatch(/^(?:This is not what we issued|.*the message is not as we sent it)/);
    await page.click('text=Compare another');
    await page.waitForSelector('.zone');
  }
  await page.context().close();
});
