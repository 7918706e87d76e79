import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ObjectFolder } from '../../src/adapters/files/object-folder.ts';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { VaultKeys } from '../../src/adapters/keys/vault-keys.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { VaultBook } from '../../src/review/store/vault-store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

test('projects attached messages again where an earlier version did not keep the parts', async () => {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'keys'));
  const store = await openSqliteStore(join(folder, 'candor.sqlite'));
  const deps = {
    cryptography: nodeCryptography,
    keys: await VaultKeys.open(folder),
    objects: new ObjectFolder(join(folder, 'objects')),
    at: 0,
  };
  const { id } = await VaultBook.open(store, 'acme.example', deps);
  const outcomes = {
    before: { is: 'sealed', attached: true, messages: [] },
    now: { is: 'sealed', attached: true, messages: [], parts: [] },
    whole: { is: 'sealed', attached: false, messages: [] },
  };
  for (const [source, outcome] of Object.entries(outcomes))
    await store.db
      .insertInto('review_source')
      .values({ vault_id: id, source, outcome: JSON.stringify(outcome) })
      .execute();
  const book = await VaultBook.open(store, 'acme.example', deps);
  expect(['before', 'now', 'whole'].map((source) => book.findOutcome(source) === null)).toEqual([true, false, false]);
  await store.close();
});
