import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { DrivenPage } from '../../tools/browsers/driven-page.ts';
import type { Engine } from '../../tools/browsers/engine.ts';

/** Where to put pictures, to be looked at. */
const pictures = process.env['CANDOR_PICTURES'];

/** Mail in a frame that runs nothing is its sender's, and answers no question. */
const LOOKED_AT = { exclude: ['iframe[sandbox]'] };
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const FIND_VIOLATIONS = `async (within, rules) => {
  ${axe.source};
  const { violations } = await axe.run(within, rules);
  return violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.html).join(' '));
}`;

/** Opens a browser once for all tests of a group, and closes it behind them. Where it is missing, they are skipped. */
export function shareDriven({ name, missing, open }: Engine, take: (page: DrivenPage) => void): void {
  let page: DrivenPage | null = null;
  beforeAll(async () => {
    if (missing !== null) return;
    page = await open();
    process.stdout.write(` ${name}: tried with ${await page.version()}\n`);
    take(page);
  });
  afterAll(() => page?.close());
  beforeEach((context) => {
    if (missing !== null) context.skip(missing);
  });
}

/**
 * At the width of a telephone and at that of a desk nothing of the page stands out, and it keeps the rules of
 * accessibility.
 */
export async function expectToFit(page: DrivenPage, { name: browser }: Engine, name: string): Promise<void> {
  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const) {
    await page.resize(width, height);
    expect(await page.ask('() => document.documentElement.scrollWidth - innerWidth'), name).toBeLessThanOrEqual(0);
    expect(await page.ask(FIND_VIOLATIONS, LOOKED_AT, RULES), name).toEqual([]);
    if (pictures === undefined) continue;
    mkdirSync(pictures, { recursive: true });
    await page.shoot(join(pictures, `${browser}-${name}-${width}.png`));
  }
}
