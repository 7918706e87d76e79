import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReleaseNotes } from './release-notes.ts';

const root = join(import.meta.dirname, '../..');
const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n- later\n\n## [1.2.0] - 2026-12-01\n\n### Added\n\n- this\n\n## [1.1.0]\n\n';

test('the notes of a version are its section', () => {
  expect(readReleaseNotes(CHANGELOG, '1.2.0')).toBe('# Candor 1.2.0\n\n### Added\n\n- this\n');
});

test.each(['1.1.0', '1.3.0', '1.2'])('without anything about %s there are none', (version) => {
  expect(() => readReleaseNotes(CHANGELOG, version)).toThrow(`CHANGELOG.md says nothing of ${version}`);
});

test('the version of package.json can be released', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(readReleaseNotes(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version).length).toBeGreaterThan(100);
});
