import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findBrowserPackages } from './browser-packages.ts';

interface Bill {
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly properties?: readonly { readonly name: string }[];
  }[];
}

const root = resolve(import.meta.dirname, '../..');

test('lists as browser packages exactly those whose code a build of the pages contains', {
  // All pages are built, as in web/test/build.slow.test.ts.
  timeout: 240_000,
}, async () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version: string }>>;
  };
  const bill = JSON.parse(readFileSync(join(root, 'docs/sbom.cdx.json'), 'utf8')) as Bill;
  const named = bill.components
    .filter(({ properties = [] }) => properties.some(({ name }) => name === 'candor:in-browser'))
    .map((one) => one['bom-ref']);
  const built = (await findBrowserPackages(root)).map(
    (place) => `${place.replace(/^.*node_modules\//, '')}@${packages[place]?.version}`,
  );
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(built)].sort()).toEqual([...named].sort());
});
