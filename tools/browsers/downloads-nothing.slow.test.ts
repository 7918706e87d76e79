import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const modules = ['firefox.ts', 'webkit.ts'].map((name) => join(import.meta.dirname, name));
/** Loads them and names every file of selenium-webdriver that came with them. */
const script = `
  await Promise.all(${JSON.stringify(modules)}.map((path) => import(path)));
  const { createRequire } = await import('node:module');
  const loaded = Object.keys(createRequire(${JSON.stringify(modules[0])}).cache);
  console.log(JSON.stringify(loaded.filter((path) => path.includes('selenium-webdriver'))));`;

test('the driven browsers load nothing that searches for or downloads browsers', () => {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const loaded = JSON.parse(output) as readonly string[];
  expect(loaded.some((path) => path.endsWith('/lib/webdriver.js'))).toBe(true);
  expect(loaded.filter((path) => /(?:seleniumManager|driverFinder)\.js$/.test(path))).toEqual([]);
});
