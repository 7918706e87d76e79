import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../step.ts';
import type { Golden } from './lab-side.ts';
import type { ReviewerApp } from './reviewer-app.ts';

const KINDS = [
  { label: 'mbox', file: 'export.mbox' },
  { label: 'EML in a zip', file: 'export.zip' },
  { label: 'CSV', file: 'export.csv' },
  { label: 'JSON', file: 'export.json' },
] as const;

/** Puts a secret on the list, leaves a note, and saves the messages in every form. */
export async function workInApp(app: ReviewerApp, golden: Golden, folder: string): Promise<void> {
  const { page } = app;
  await page.locator('[role=row][id^=message-]').first().click();
  await app.press('Mark a secret');
  await page.getByLabel('What it is').fill('SFTP password of the settlement server');
  await app.look('mark-secret');
  await app.press('Save for all reviewers');
  await app.press('Notes');
  await page.getByRole('textbox', { name: /note/i }).last().fill('Asked the settlement team.');
  await app.look('message-notes');
  await page.getByRole('region', { name: /notes/i }).getByRole('button', { name: /save/i }).click();

  for (const { label, file } of KINDS) {
    await page.getByRole('button', { name: /^Export \d+/ }).click();
    await page.getByLabel(label, { exact: false }).first().check();
    if (label === 'mbox') await app.look('export');
    await app.save(() => app.press(new RegExp(`^Save ${golden.ids.length} messages$`)), join(folder, file));
    await app.says(/messages saved/);
    await app.press('Close');
  }
  compareExports(golden, folder);
}

/** What the browser saved against what `candor open` wrote: the same bytes. */
function compareExports(golden: Golden, folder: string): void {
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked);
  execFileSync('unzip', ['-q', join(folder, 'export.zip'), '-d', unpacked]);
  const names = readdirSync(join(golden.folder, 'messages')).sort();
  check('the zip has the same files', readdirSync(join(unpacked, 'messages')).sort().join() === names.join());
  const other = names.filter(
    (name) =>
      !readFileSync(join(golden.folder, 'messages', name)).equals(readFileSync(join(unpacked, 'messages', name))),
  );
  check('and each is byte for byte what was opened without a server', other.length === 0, other.join('\n'));
  const entries = (file: string): string =>
    readFileSync(file, 'latin1')
      .split(/^(?=From candor@localhost )/m)
      .sort()
      .join('');
  const [saved, opened] = [entries(join(folder, 'export.mbox')), entries(join(golden.folder, 'messages.mbox'))];
  check('so is every message of the mbox', saved === opened);
  const lines = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').sort().join('\n');
  const table = lines(join(golden.folder, 'index.csv'));
  check('and every line of the table', lines(join(folder, 'export.csv')) === table);
  const listed = (
    JSON.parse(readFileSync(join(folder, 'export.json'), 'utf8')) as { messages: { id: string }[] }
  ).messages.map(({ id }) => id);
  check('the JSON lists exactly these messages', [...listed].sort().join() === [...golden.ids].sort().join());
}
