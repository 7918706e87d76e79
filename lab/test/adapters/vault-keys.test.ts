import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VaultKeys } from '../../src/adapters/keys/vault-keys.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

test('a vault has one key per generation, in an owner-only file that names nobody', async () => {
  const folder = makeTemporaryFolder();
  const keys = await VaultKeys.open(folder);
  const key = await keys.make('northwind.example', 1);
  expect(await keys.make('northwind.example', 1)).toEqual(key);
  expect(await keys.make('northwind.example', 2)).not.toEqual(key);
  expect(await keys.find('rival.example', 1)).toBeNull();
  expect(await (await VaultKeys.open(folder)).find('northwind.example', 1)).toEqual(key);
  const names = readdirSync(join(folder, 'keys/vaults'));
  expect(names.length).toBe(2);
  for (const name of names) {
    expect(name).not.toContain('northwind');
    const path = join(folder, 'keys/vaults', name);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'latin1')).not.toContain('AGE-SECRET-KEY');
  }
});

test('refuses a key that others may read, an invalid one, and one of another lab', async () => {
  const folder = makeTemporaryFolder();
  const keys = await VaultKeys.open(folder);
  await keys.make('northwind.example', 1);
  const master = join(folder, 'keys/vaults.key');
  chmodSync(master, 0o644);
  await expect(VaultKeys.open(folder)).rejects.toMatchObject({ code: 'open-key' });
  chmodSync(master, 0o600);
  const other = makeTemporaryFolder();
  await VaultKeys.open(other);
  writeFileSync(master, readFileSync(join(other, 'keys/vaults.key')));
  await expect((await VaultKeys.open(folder)).find('northwind.example', 1)).rejects.toMatchObject({ code: 'no-key' });
  writeFileSync(master, 'something');
  await expect(VaultKeys.open(folder)).rejects.toMatchObject({ code: 'no-key' });
});
