import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Fernhill, openFernhill } from './fernhill.ts';

// State, keys, site, release and notices of the version with rules 2026-11, opened with this one.

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 5, 8, 18, 0) });
  return () => vi.useRealTimers();
});

describe('what the former version published', () => {
  let fernhill: Fernhill;
  beforeAll(() => {
    fernhill = openFernhill();
  });

  test.each(['northwind', 'southgate', 'stayput'])('the notice to %s is genuine', async (name) => {
    const verify = ['verify', fernhill.path('received', `${name}.example.eml`), '--site', fernhill.path('site')];
    const typed = ['--code', fernhill.code(`org-${name}`), '--domain', `${name}.example`, '--key', fernhill.key()];
    const { text } = await fernhill.type(...verify, ...typed, '--json');
    expect(JSON.parse(text)).toMatchObject({ answer: { kind: 'genuine' } });
  });

  test('its log verifies', async () => {
    await fernhill.done('log', 'fsck');
  });

  test('a reviewer opens the release', async () => {
    const key = ['--key', fernhill.path('keys/jo-berg.key'), '--passphrase-file', fernhill.path('passphrase')];
    const out = fernhill.path('opened');
    await fernhill.done(
      'open',
      fernhill.path('northwind.candor'),
      ...key,
      '--fingerprint',
      fernhill.key(),
      '--out',
      out,
    );
    const [message = ''] = readdirSync(join(out, 'messages'));
    expect(readFileSync(join(out, 'messages', message), 'utf8')).toContain('The new price list is below.');
  });
});
