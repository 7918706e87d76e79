import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { expectAccessible } from '../accessible.ts';
import { openWatched as openPage, WIDE } from './watched-page.ts';

export const NARROW = { width: 390, height: 844 };

/**
 * A watched page that goes with its test: one that stays asks and counts on, and takes a busy machine's time from those
 * that come after.
 */
export async function openWatched(...how: Parameters<typeof openPage>): ReturnType<typeof openPage> {
  const watched = await openPage(...how);
  onTestFinished(() => watched.page.context().close());
  return watched;
}

/**
 * No violation of axe, nothing wider than the screen; at both widths, in both themes. Takes pictures where that is
 * asked for.
 */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? WIDE;
  for (const [width, size] of [
    ['1440', WIDE],
    ['390', NARROW],
  ] as const) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await judge(page, `${name}-${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
  await drawAnew(page);
}

/** A page hears of another width before it draws a frame: after the next one its parts stand, and listen to keys. */
async function drawAnew(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((settle) => requestAnimationFrame(() => requestAnimationFrame(() => settle()))),
  );
}

async function judge(page: Page, name: string): Promise<void> {
  // A page that was only just asked for is still empty on a busy machine, and an empty page has faults of its own.
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await drawAnew(page);
  await expectAccessible(page, name);
}
