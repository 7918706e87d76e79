import type { Signer } from '@candor/core/base';
import { type DatedIndex, toBase64Url } from '@candor/core/ledger';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listOperatorsOfLog } from '../../src/ledger/index.ts';
import { appendEntry } from '../../src/ledger/store/entry-store.ts';
import { findEarlyKey } from '../../src/ledger/waiting/index.ts';
import { assertCooledOff } from '../../src/notice/approval/approve.ts';
import { ines, logSigner, omar, runtime, startedAt, toTestSigner } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type MadeState, makeState, publishAfter } from '../transparency/published-log.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** The day of the change, in hours after the beginning of the log. */
const TENTH = 240;
const at = startedAt + TENTH * HOUR;
const nora = toTestSigner('Nora Quint', 3);
let state: MadeState;

beforeEach(async () => {
  state = await makeState(makeTemporaryFolder());
});
afterEach(() => state.store.close());

const toOperator = ({ name, publicKey }: Signer) => ({ name, key: toBase64Url(publicKey), custodian: null });

/** A change of operators as the log takes it in; who approved it is looked at elsewhere. */
async function change(when: number, signers: readonly Signer[], v = 2): Promise<void> {
  const operators = signers.map(toOperator).map(({ name, key }) => ({ name, key }));
  const document = { v, log: toBase64Url(logSigner.publicKey), operators, quorum: 2, follows: 0 };
  const entry = { kind: 'operators', at: when, body: { approvals: [], document } } as const;
  await state.store.transaction(() => appendEntry(state.store, runtime, entry));
}

async function publish(from: number, to: number): Promise<void> {
  for (let hour = from; hour <= to; hour += 1) await publishAfter(state, hour);
}

const sign = (signer: Signer, when: number) =>
  assertCooledOff(state.store, toOperator(signer), when).then(
    () => 'signs',
    (cause: { readonly code: string; readonly message: string }) => `${cause.code}: ${cause.message}`,
  );
const refused = expect.stringMatching(/^key-too-new: /);

test('the initial keys sign at once', async () => {
  expect(await sign(ines, startedAt)).toBe('signs');
});

describe('a key added by a change', () => {
  test('signs nothing before the log was published in 24 periods after the one that shows it', async () => {
    await publish(TENTH, TENTH);
    await change(at + 60, [ines, omar, nora]);
    expect(await sign(nora, at + 60)).toEqual(refused);
    await publish(TENTH + 1, TENTH + 24);
    expect(await sign(nora, at + DAY + 120)).toMatch(/23 of 24 periods .* log publish/);
    expect(await sign(ines, at + 60)).toBe('signs');
    await publish(TENTH + 25, TENTH + 25);
    expect(await sign(nora, at + DAY + HOUR)).toBe('signs');
  });

  test('is not helped by a clock that is a day ahead, at the act or at one publication', async () => {
    await publish(TENTH, TENTH);
    await change(at + 60, [ines, omar, nora]);
    expect(await sign(nora, at + 25 * HOUR + 60)).toMatch(/0 of 24 periods/);
    await publish(TENTH + 25, TENTH + 25);
    expect(await sign(nora, at + 25 * HOUR + 60)).toMatch(/0 of 24 periods/);
  });

  test('is not helped by a change that is dated a day back', async () => {
    await publish(TENTH, TENTH);
    await change(at - 25 * HOUR, [ines, omar, nora]);
    expect(await sign(nora, at + 60)).toMatch(/0 of 24 periods/);
  });

  test('does not sign before its time when the machine of the log has published ahead', async () => {
    await change(at, [ines, omar, nora]);
    await publish(TENTH, TENTH + 30);
    expect(await sign(nora, at + HOUR)).toMatch(/1 of 24 periods/);
  });
});

test('another key under a known name is new', async () => {
  await change(at, [omar, { ...nora, name: ines.name }]);
  expect(await sign({ ...nora, name: ines.name }, at + 1)).toEqual(refused);
});

test('a key that stays through another change does not wait again', async () => {
  await change(at, [ines, omar, nora]);
  await publish(TENTH, TENTH + 48);
  await change(at + 2 * DAY, [ines, nora]);
  expect(await sign(nora, at + 2 * DAY)).toBe('signs');
});

test('a removed key that returns waits like a new one', async () => {
  await change(at, [ines, nora]);
  await publish(TENTH, TENTH + 48);
  await change(at + 2 * DAY, [ines, nora, omar]);
  expect(await sign(omar, at + 2 * DAY)).toEqual(refused);
  await publish(TENTH + 49, TENTH + 73);
  expect(await sign(omar, at + 3 * DAY + HOUR)).toBe('signs');
});

test('a change of a former version waits by the times that entries state', async () => {
  await change(at, [ines, omar, nora], 1);
  expect(await sign(nora, at)).toEqual(refused);
  expect(await sign(nora, at + DAY - 1)).toEqual(refused);
  expect(await sign(nora, at + DAY)).toBe('signs');
});

test('a wave that a new key approved is proved only by the periods before its entry', async () => {
  await change(at, [ines, omar, nora]);
  await publish(TENTH, TENTH + 30);
  const ever = await listOperatorsOfLog(state.store);
  const [first, second] = [ines, nora].map((signer) => toOperator(signer).key) as [string, string];
  const early = (entry: DatedIndex) => findEarlyKey(state.store, ever, [first, second], entry);
  // The size of the log after so many hours is the position of the next entry.
  const after = (hours: number, when = hours) => ({ index: (TENTH + hours + 1) * 64, at: at + when * HOUR + 60 });
  expect(await early(after(24))).toBeNull();
  expect(await early(after(23))).toBe(second);
  expect(await early(after(23, 30))).toBe(second);
  expect(await early(after(30, 23))).toBe(second);
});
