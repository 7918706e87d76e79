import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../../src/impact/party/', import.meta.url);
const page = readFileSync(new URL('../../../../docs/formats/problems.md', import.meta.url), 'utf8');

it('emits only listed problem codes, and emits every listed code', () => {
  const sources = readdirSync(folder)
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const emitted = new Set([...sources.matchAll(/'(directory-[a-z-]+)'/g)].map(([, code]) => code));
  const listed = new Set([...page.matchAll(/`(directory-[a-z-]+)`/g)].map(([, code]) => code));
  expect([...listed].sort()).toEqual([...emitted].sort());
});
