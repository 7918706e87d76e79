import { check } from '../step.ts';
import type { Golden } from './lab-side.ts';
import type { ReviewerApp } from './reviewer-app.ts';

/** The list shows as many messages as there are. */
export async function listInApp(app: ReviewerApp, golden: Golden): Promise<void> {
  await app.goTo('/messages');
  const grid = app.page.getByRole('grid');
  await grid.waitFor();
  await app.page.locator('[role=row] [role=gridcell]').first().waitFor();
  const rows = await grid.getAttribute('aria-rowcount');
  check(`${golden.ids.length} messages are listed`, Number(rows) === golden.ids.length + 1, String(rows));
}

/** Lists, searches, opens. */
export async function readInApp(app: ReviewerApp, golden: Golden): Promise<void> {
  const { page } = app;
  await listInApp(app, golden);
  await app.look('messages');
  const shown = await page.locator('[role=row][id^=message-]').allTextContents();
  const found = golden.lines.filter((line) => /Quay 7/.test(line)).length;
  check('subjects stand in it', shown.filter((row) => /Quay 7/.test(row)).length === found, shown.join('\n'));

  await page.getByRole('searchbox').fill('subject:"Quay 7"');
  await page.locator(`[role=grid][aria-rowcount="${found + 1}"]`).waitFor();
  check(`the search finds ${found}`, true);
  await app.look('messages-search');
  await page.locator('[role=row][id^=message-]').first().click();
  await page.locator('iframe[sandbox]').first().waitFor({ state: 'attached' });
  await app.look('message');
  await page.getByRole('searchbox').fill('');
}

/** The pages that nothing else here looks at. */
export async function lookAtPages(app: ReviewerApp): Promise<void> {
  for (const name of ['secrets', 'people', 'trust', 'report', 'account']) {
    await app.goTo(`/${name}`);
    await app.page.getByRole('heading', { level: 1 }).waitFor();
    await app.page.waitForTimeout(1000);
    await app.look(name);
  }
}
