import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { typeCommand } from '../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

// A site with records of version 2, which name no recipients (../fixtures/README.md). Fernhill has those of version 1.

const PACKED = join(import.meta.dirname, '../fixtures/harbor-record-2.tar.gz');
const ORGANIZATION = 'aster-software.example';
const PERSON = 'rosa.lima@letterbox.example';
let folder: string;
let key: string;

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 11, 0) });
  folder = makeTemporaryFolder();
  execFileSync('tar', ['-xzf', PACKED, '-C', folder]);
  key = readFileSync(join(folder, 'fingerprint'), 'utf8').trim();
});
afterAll(() => {
  vi.useRealTimers();
});

async function verify(party: string, ...asked: readonly string[]) {
  const words = ['verify', join(folder, `${party}.eml`), '--site', folder, '--key', key, '--json', ...asked];
  const { text } = await typeCommand(words);
  return JSON.parse(text) as { readonly answer: { readonly kind: string; readonly notice?: { issuedTo: string } } };
}

test('a notice to an organization answers as before', async () => {
  expect(await verify(ORGANIZATION, '--domain', ORGANIZATION)).toMatchObject({
    answer: { kind: 'genuine', notice: { issuedTo: ORGANIZATION } },
  });
  expect(await verify(ORGANIZATION)).toMatchObject({ answer: { kind: 'incomplete', missing: ['domain'] } });
  expect(await verify(ORGANIZATION, '--domain', 'fabrikam.example')).toMatchObject({
    answer: { kind: 'other-domain' },
  });
});

test('a notice to a person answers by the domain, which is all that its record says', async () => {
  for (const asked of [
    ['--domain', 'letterbox.example'],
    ['--address', PERSON],
  ])
    expect(await verify(PERSON, ...asked)).toMatchObject({
      answer: { kind: 'genuine', notice: { issuedTo: 'letterbox.example', proof: { counted: 'passed' } } },
    });
});

describe('a record of version 3 from before it named messages with passwords', () => {
  let site: string;
  const words = (...more: readonly string[]) => [
    ...['verify', join(site, 'acme.example.eml'), '--site', site, '--domain', 'acme.example'],
    ...['--key', readFileSync(join(site, 'fingerprint'), 'utf8').trim(), ...more],
  ];

  beforeAll(() => {
    site = makeTemporaryFolder();
    execFileSync('tar', ['-xzf', join(import.meta.dirname, '../fixtures/harbor-record-3.tar.gz'), '-C', site]);
  });

  test('is genuine as before: its addresses are listed, and nothing found is', async () => {
    const { answer } = JSON.parse((await typeCommand(words('--json'))).text);
    expect(answer).toMatchObject({
      kind: 'genuine',
      issued: { addresses: { total: 1, list: ['jo@acme.example'] }, found: null },
      notice: { proof: { approvals: 'passed', text: 'passed' } },
    });
  });

  test('has words of its time, and none of the lists that it has not', async () => {
    const { text } = await typeCommand(words());
    expect(text).toContain('Genuine');
    expect(text).not.toMatch(/with passwords, keys or access codes\n|have left the site|Their search/);
  });
});
