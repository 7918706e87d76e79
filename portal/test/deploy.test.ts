import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '../deploy');
const lines = (name: string): readonly string[] => readFileSync(join(folder, name), 'utf8').split('\n');

test('the image contains packages and sources only, and runs as nobody', () => {
  const recipe = lines('Containerfile');
  const copied = recipe.filter((line) => line.startsWith('COPY ') && !line.startsWith('COPY --from'));
  // The first stage takes what npm needs, the second what runs.
  const second = copied.filter(
    (line) => !/^COPY (?:package\.json package-lock\.json \.npmrc \.\/|lab\/|web\/)/.test(line),
  );
  for (const line of second) expect(line).toMatch(/^COPY (?:package\.json|(?:core|portal)\/(?:package\.json|src)) /);
  expect(recipe.filter((line) => /^COPY (?:core|portal)\/src /.test(line))).toHaveLength(2);
  expect(recipe.find((line) => line.startsWith('RUN npm ci'))).toContain('--omit=dev');
  expect(recipe).toContain('USER node');
});

test('the unit gives the service its own folder, no privileges and no core dump', () => {
  const unit = lines('candor-portal.service');
  for (const line of [
    'DynamicUser=yes',
    'StateDirectoryMode=0700',
    'CapabilityBoundingSet=',
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'LimitCORE=0',
  ])
    expect(unit).toContain(line);
});
