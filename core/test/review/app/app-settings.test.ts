import { expect, test } from 'vitest';
import { readAppSettings, toAppSettingsText } from '../../../src/review/app/app-settings.ts';

const settings = {
  incident: 'harbor-2001',
  organization: 'Harbor Energy',
  domain: 'harbor.example',
  portal: 'https://review.harbor.example',
  passkeys: 'harbor.example',
  page: 'harbor.example/notice',
  log: 'harbor.example/log',
  telephone: null,
  report: 'answers@harbor.example',
  waitSeconds: 259_200,
  app: '0'.repeat(64),
};

test('settings round-trip', () => {
  expect(readAppSettings(toAppSettingsText(settings))).toEqual(settings);
});

const written = JSON.parse(toAppSettingsText(settings)) as Record<string, unknown>;
test.each([
  ['another version', { ...written, v: 2 }],
  ['a portal with a path', { ...written, portal: 'https://review.harbor.example/x' }],
  ['a portal that is no address', { ...written, portal: 'review.harbor.example' }],
  ['a portal that would end a policy', { ...written, portal: "https://a.test; script-src 'unsafe-inline'" }],
  ['a wait that is no number', { ...written, waitSeconds: '72h' }],
  ['no digest', { ...written, app: 'none' }],
  ['a key that nobody knows', { ...written, more: 1 }],
  ['an empty name', { ...written, organization: '' }],
])('refuses settings with %s', (_what, changed) => {
  expect(readAppSettings(JSON.stringify(changed))).toBeNull();
});

test('refuses input that is not JSON or far too long', () => {
  expect(readAppSettings('{')).toBeNull();
  expect(readAppSettings(' '.repeat(20_000) + toAppSettingsText(settings))).toBeNull();
});
