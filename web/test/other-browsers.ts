import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { DrivenPage } from '../../tools/browsers/driven-page.ts';
import type { Engine } from '../../tools/browsers/engine.ts';

/** Where to put pictures, to be looked at. */
const pictures = process.env['CANDOR_PICTURES'];

/** Nothing of the page stands out at the width of a telephone and at that of a desk. */
export async function expectToFit(page: DrivenPage, { name: browser }: Engine, name: string): Promise<void> {
  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const) {
    await page.resize(width, height);
    expect(await page.ask('() => document.documentElement.scrollWidth - innerWidth'), name).toBeLessThanOrEqual(0);
    if (pictures === undefined) continue;
    mkdirSync(pictures, { recursive: true });
    await page.shoot(join(pictures, `${browser}-${name}-${width}.png`));
  }
}
