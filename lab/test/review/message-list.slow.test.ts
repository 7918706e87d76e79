import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openWith } from '@candor/core/review/seal';
import { beforeAll, expect, test } from 'vitest';
import { openReviewerKey } from '../../src/adapters/keys/reviewer-key.ts';
import type { SealedMessageList } from '../../src/commands/review/seal-message-list.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { openReviewDesk, type ReviewDesk } from './review-desk.ts';

let desk: ReviewDesk;
const out = (name: string) => join(desk.folder, name);
const list = (seal: string, name: string) =>
  desk.type('party', 'messages', 'northwind.example', '--seal', seal, '--out', out(name), '--state', desk.state);

beforeAll(async () => {
  desk = await openReviewDesk(makeTemporaryFolder());
});

test('a list is sealed only to a proved key, as approved by two people, once logged', async () => {
  const { age } = JSON.parse(desk.publicKey) as { age: string };
  expect(await list(age, 'no')).toMatchObject({ code: 'key-not-proved' });
  const who = ['--party', 'org-northwind', '--key', desk.publicKey, '--name', 'Jo Berg', '--role', 'nominator'];
  await desk.done(
    'enrollment',
    'add',
    ...who,
    '--domain',
    'northwind.example',
    'northwind-gas.example',
    '--proof',
    'TXT record',
  );
  // One person, or nobody, has approved the key.
  expect((await list(age, 'no')).text).toContain('enrollment 1 of Jo Berg with this key is asked');
  await desk.done('enrollment', 'approve', '1', ...desk.as('Ines Adler'));
  expect(await list(age, 'no')).toMatchObject({ code: 'key-not-proved' });
  await desk.done('enrollment', 'approve', '1', ...desk.as('Marek Dvorak'));
  expect(await list(age, 'no')).toMatchObject({ code: 'not-approved' });
  await desk.prepare();
  expect(await list(age, 'no')).toMatchObject({ code: 'not-approved' });
  await desk.approve();
  expect(await list(age, 'no')).toMatchObject({ code: 'entry-waits' });
  await desk.done('log', 'publish', '--site', out('site'));
  expect(existsSync(out('no'))).toBe(false);

  const made = await list(age, 'list.age');
  expect(made.text).toContain('22 messages of org-northwind, release 1');
  expect(statSync(out('list.age')).mode & 0o777).toBe(0o600);
  const { identity } = await openReviewerKey(desk.reviewerKey, async () =>
    readFileSync(desk.passphraseFile, 'utf8').trim(),
  );
  const sealed = readFileSync(out('list.age'));
  const text = Buffer.from((await openWith(identity, sealed)) ?? []).toString('utf8');
  const [head, ...lines] = text.trimEnd().split('\n');
  expect(head).toBe('date,subject,from,to,cc,verdict,marks,message-id');
  expect(lines).toHaveLength(22);
  expect(lines.every((line) => /,(?:accessed|presumed|partial|possible|undetermined),[a-z; ]*,/.test(line))).toBe(true);
  expect(lines.every((line) => line.includes('<') && line.endsWith('>'))).toBe(true);
  // What the release leaves out: nothing of another party, no blind recipient.
  expect(text).not.toContain('bcc');
  expect(sealed.includes('northwind')).toBe(false);
});

test('the log records author, key and reason', async () => {
  const ended = await desk.type(
    ...['party', 'messages', 'org-northwind', '--seal', desk.fingerprint, '--out', out('again.age')],
    ...['--by', 'Ines Adler', '--why', 'they have no browser', '--state', desk.state, '--json'],
  );
  const sealed = JSON.parse(ended.text) as SealedMessageList;
  expect(sealed).toMatchObject({
    messages: 22,
    release: 1,
    reader: { name: 'Jo Berg', fingerprint: desk.fingerprint },
  });
  const { openings } = await readOpenings();
  const entry = openings.find(({ index }) => index === sealed.entry);
  expect(JSON.parse(entry?.entry ?? '{}')).toMatchObject({
    kind: 'access',
    body: {
      by: 'Ines Adler',
      why: 'they have no browser',
      what: `list of messages of org-northwind, release 1, to ${desk.fingerprint}, ${sealed.sha256}`,
    },
  });
});

test('a former reader does not get it any more, nor anybody from a revoked release', async () => {
  for (const name of ['Ines Adler', 'Marek Dvorak'])
    await desk.done('release', 'revoke', '--party', 'org-northwind', '--why', 'privilege', ...desk.as(name));
  expect(await list(desk.fingerprint, 'late')).toMatchObject({ code: 'release-decided' });
  for (const name of ['Ines Adler', 'Marek Dvorak'])
    await desk.done('reviewer', 'revoke', '1', '--why', 'left', ...desk.as(name));
  expect(await list(desk.fingerprint, 'late')).toMatchObject({ code: 'key-not-proved' });
  expect(existsSync(out('late'))).toBe(false);
});

async function readOpenings(): Promise<{
  readonly openings: readonly { readonly index: number; readonly entry: string }[];
}> {
  const { openStateForReading } = await import('../../src/adapters/store/state-folder.ts');
  const state = await openStateForReading(desk.state);
  try {
    const rows = await state.store.db.selectFrom('ledger_entry').select(['position', 'entry']).execute();
    return { openings: rows.map(({ position, entry }) => ({ index: position, entry: String(entry ?? '') })) };
  } finally {
    await state.close();
  }
}
