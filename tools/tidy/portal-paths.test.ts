import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { portalPaths } from '@candor/core/contract';
import { expect, test } from 'vitest';
import { findLines, isSource, readTexts, root, type TreeFile, withoutComments } from './tree.ts';

/** The beginning of an address of the portal, in a string. */
const SPELLED = /['"`]\/v1\//;

function findSpelled(files: readonly TreeFile[]): readonly string[] {
  return findLines(
    files.filter(({ path }) => !path.startsWith('core/src/contract/')),
    SPELLED,
  );
}

test('only the contract spells portal addresses', () => {
  const sources = readTexts().filter(isSource).map(withoutComments);
  // Links of a mail gateway have the same form.
  const others = sources.filter(({ path }) => path !== 'core/src/verify/html/gateway-links.ts');
  expect(findSpelled(others)).toEqual([]);
});

test('the check finds a spelled address', () => {
  const path = 'web/src/reviewer/portal/portal-access.ts';
  expect(findSpelled([{ path, text: "call('/v1/me');\ncall(`/v1/releases/`);" }])).toHaveLength(2);
  expect(findSpelled([{ path: 'core/src/contract/portal-paths.ts', text: "me: '/v1/me'," }])).toEqual([]);
});

test('the format page lists exactly the addresses of the contract', () => {
  const format = readFileSync(join(root, 'docs/formats/portal-api.md'), 'utf8');
  const documented = [...format.matchAll(/^\| (?:GET|POST|PUT|DELETE) `([^`?]+)/gm)].map(([, path = '']) => path);
  const names = [':release', ':digest'];
  const paths = Object.values(portalPaths).map((path) => {
    if (typeof path === 'string') return path;
    const made = path(names[0] ?? '', names[1] ?? '');
    return made.replace('papers/:digest', 'papers/:paper').replace('enrollments/:release', 'enrollments/:request');
  });
  const described = paths
    .map((path) => path.replace('lab/objects/:release', 'lab/objects/:digest'))
    .filter((path) => path !== portalPaths.any);
  expect([...new Set(described)].sort()).toEqual([...new Set(documented)].sort());
});
