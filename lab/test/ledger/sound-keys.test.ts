import type { Json, Signer } from '@candor/core/base';
import { toBase64Url, toVerifierKeyOf, toVerifierKeyText } from '@candor/core/ledger';
import { digestDocument, signApproval } from '@candor/core/notice/operator';
import { beforeEach, expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { assertSoundKeys } from '../../src/ledger/start-log.ts';
import { appendEntry } from '../../src/ledger/store/entry-store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { ines, logSigner, omar, openLog, runtime, startedAt, toTestSigner } from './made-log.ts';

// Whoever can write to the store can append to the log as the program does, tree and all. What they lack is a second
// person's key.
const nora = toTestSigner('Nora Quint', 3);
let store: Store;

beforeEach(async () => {
  store = await openLog(makeTemporaryFolder());
});

async function change(signers: readonly Signer[], approvers: readonly Signer[]): Promise<void> {
  const operators = signers.map(({ name, publicKey }) => ({ key: toBase64Url(publicKey), name }));
  const log = toVerifierKeyText(toVerifierKeyOf(runtime, logSigner));
  const document = { v: 1, log, operators, quorum: 2, follows: 0 };
  const digest = digestDocument(runtime, document);
  const approvals = await Promise.all(approvers.map((approver) => signApproval(approver, 'operators', digest)));
  const body = { document, approvals: approvals as unknown as Json };
  await store.transaction(() => appendEntry(store, runtime, { kind: 'operators', at: startedAt, body }));
}

const judge = () =>
  assertSoundKeys(store, runtime, nodeCryptography).then(
    () => 'sound',
    (cause: { readonly code: string }) => cause.code,
  );

test('a new log is valid, and so is a change by two former operators', async () => {
  expect(await judge()).toBe('sound');
  await change([ines, omar, nora], [ines, omar]);
  expect(await judge()).toBe('sound');
  await change([nora, omar], [nora, ines]);
  expect(await judge()).toBe('sound');
});

test.each<[string, readonly Signer[]]>([
  ['nobody', []],
  ['one person', [ines]],
  ['one person twice', [ines, ines]],
  ['one of before and one who comes in', [ines, nora]],
  ['those who come in', [nora, toTestSigner('Pia Roth', 4)]],
])('a change approved by %s does not count', async (_, approvers) => {
  await change([ines, nora, toTestSigner('Pia Roth', 4)], approvers);
  expect(await judge()).toBe('log-altered');
});

test('an operator removed by a change approves none after it', async () => {
  await change([ines, nora], [ines, omar]);
  await change([ines, omar], [ines, omar]);
  expect(await judge()).toBe('log-altered');
});

test('an unreadable change is not skipped', async () => {
  await change([ines, nora], [ines, omar]);
  await store.db.updateTable('ledger_entry').set({ entry: '{}' }).where('position', '=', 1).execute();
  expect(await judge()).toBe('log-altered');
});

test('a genesis that differs from the tree is invalid', async () => {
  const first = store.db.selectFrom('ledger_entry').select('entry').where('position', '=', 0);
  const { entry } = await first.executeTakeFirstOrThrow();
  const other = entry?.replace(toBase64Url(omar.publicKey), toBase64Url(nora.publicKey)) ?? '';
  await store.db.updateTable('ledger_entry').set({ entry: other }).where('position', '=', 0).execute();
  expect(await judge()).toBe('log-altered');
});
