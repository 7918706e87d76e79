import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_BUCKET_SHAPE, toSiteDescription } from '@candor/core/verify';
import { expect, test } from 'vitest';
import { findPlaces, toLogFolder } from '../../src/transparency/site-places.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

function describe(folder: string, log: string, page: string): void {
  const shape = DEFAULT_BUCKET_SHAPE;
  const made = {
    organization: 'Harbor',
    domain: 'harbor.example',
    page,
    log,
    review: null,
    telephone: null,
    report: null,
    shape,
    built: 0,
  };
  mkdirSync(join(folder, '.well-known'));
  writeFileSync(join(folder, '.well-known/candor.json'), JSON.stringify(toSiteDescription(made)));
}

test('a log is served at its origin', () => {
  expect(toLogFolder('site', 'harbor.example/log')).toBe(join('site', 'log'));
  expect(toLogFolder('site', 'harbor.example/a/b')).toBe(join('site', 'a/b'));
  expect(toLogFolder('site', 'log.harbor.example')).toBe('site');
});

test('a site names its log and keys; one that leads elsewhere is not followed', () => {
  const folder = makeTemporaryFolder();
  describe(folder, 'harbor.example/record', 'harbor.example/notice');
  expect(findPlaces(folder)).toEqual({ log: join(folder, 'record'), keys: join(folder, 'notice/keys.json') });
  const hostile = makeTemporaryFolder();
  describe(hostile, 'harbor.example/../../other', 'harbor.example/notice');
  expect(findPlaces(hostile)).toEqual({ log: hostile, keys: join(hostile, 'keys.json') });
});

test('without a description the log is in its default folder, or is the folder itself', () => {
  const folder = makeTemporaryFolder();
  expect(findPlaces(folder).log).toBe(folder);
  mkdirSync(join(folder, 'log'));
  writeFileSync(join(folder, 'log/checkpoint'), '');
  expect(findPlaces(folder).log).toBe(join(folder, 'log'));
});
