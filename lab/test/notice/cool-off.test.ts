import type { Signer } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';
import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/adapters/store.ts';
import { appendEntry } from '../../src/ledger/store/entry-store.ts';
import { assertCooledOff } from '../../src/notice/approval/approve.ts';
import { ines, logSigner, omar, openLog, runtime, saltOf, startedAt, toTestSigner } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const daySeconds = 86_400;
const nora = toTestSigner('Nora Quint', 3);
let store: Store;
let entries = 1;

beforeEach(async () => {
  store = await openLog(makeTemporaryFolder());
  entries = 1;
});

const toOperator = ({ name, publicKey }: Signer) => ({ name, key: toBase64Url(publicKey), custodian: null });

/** A change of operators as the log takes it in; who approved it is looked at elsewhere. */
async function change(at: number, signers: readonly Signer[]): Promise<void> {
  const operators = signers.map(toOperator).map(({ name, key }) => ({ name, key }));
  const document = { v: 1, log: toBase64Url(logSigner.publicKey), operators, quorum: 2, follows: 0 };
  const entry = { kind: 'operators', at, body: { approvals: [], document } } as const;
  entries += 1;
  await store.transaction(() => appendEntry(store, runtime, entry, saltOf(entries)));
}

const sign = (signer: Signer, at: number) =>
  assertCooledOff(store, toOperator(signer), at).then(
    () => 'signs',
    (cause: { readonly code: string }) => cause.code,
  );

test('the initial keys sign at once', async () => {
  expect(await sign(ines, startedAt)).toBe('signs');
});

test('a key added by a change signs nothing for a day', async () => {
  const at = startedAt + 10 * daySeconds;
  await change(at, [ines, omar, nora]);
  expect(await sign(nora, at)).toBe('key-too-new');
  expect(await sign(nora, at + daySeconds - 1)).toBe('key-too-new');
  expect(await sign(nora, at + daySeconds)).toBe('signs');
  expect(await sign(ines, at)).toBe('signs');
});

test('another key under a known name is new', async () => {
  const at = startedAt + 10 * daySeconds;
  await change(at, [omar, { ...nora, name: ines.name }]);
  expect(await sign({ ...nora, name: ines.name }, at + 1)).toBe('key-too-new');
});

test('a key that stays through another change does not wait again', async () => {
  const at = startedAt + 10 * daySeconds;
  await change(at, [ines, omar, nora]);
  await change(at + 2 * daySeconds, [ines, nora]);
  expect(await sign(nora, at + 2 * daySeconds)).toBe('signs');
});

test('a removed key that returns waits like a new one', async () => {
  const at = startedAt + 10 * daySeconds;
  await change(at, [ines, nora]);
  await change(at + 2 * daySeconds, [ines, nora, omar]);
  expect(await sign(omar, at + 2 * daySeconds)).toBe('key-too-new');
  expect(await sign(omar, at + 3 * daySeconds)).toBe('signs');
});
