import { join } from 'node:path';
import { toBase64Url } from '@candor/core/ledger';
import { digestDocument, signApproval } from '@candor/core/notice/operator';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeSigner } from '../../../core/test/make-signer.ts';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { startLog } from '../../src/ledger/start-log.ts';
import {
  type ApprovalDeps,
  type ApprovedAct,
  listApprovals,
  approve as record,
} from '../../src/notice/approval/approve.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const signers = ['Ines', 'Marek'].map(makeSigner);
const operators = signers.map(({ name, publicKey }) => ({ name, key: toBase64Url(publicKey), custodian: null }));
const approvers = signers.map((signer, at) => {
  const operator = operators[at];
  if (operator === undefined) throw new Error('an operator for each signer');
  return { signer, operator };
});
const [ines, marek] = approvers as [(typeof approvers)[0], (typeof approvers)[0]];

/** One person's signature over the act, and what it does. */
async function approve(dependencies: ApprovalDeps, what: ApprovedAct, { signer, operator }: typeof ines) {
  const approval = await signApproval(signer, what.matter, digestDocument(runtime, what.document));
  return record(dependencies, what, { operator, approval });
}

const runtime = createNodeRuntime();
let store: Store;

beforeEach(async () => {
  store = await openSqliteStore(join(makeTemporaryFolder(), 'candor.sqlite'));
  const log = { origin: 'harbor.example/log', everySeconds: 60, entries: 4 };
  await store.transaction(() =>
    startLog(store, runtime, { incident: 'x', log, operators }, makeSigner('harbor.example/log'), 0),
  );
});

const deps = () => ({ store, runtime, cryptography: nodeCryptography, at: 5 });
const act = (effect: ApprovedAct['effect'], document = { v: 1 }): ApprovedAct => ({
  matter: 'withdrawal',
  subject: '1',
  document,
  proposal: null,
  operators,
  effect,
});
const kinds = async () =>
  (await store.db.selectFrom('ledger_entry').select('kind').orderBy('position').execute()).map(({ kind }) => kind);

describe('approving', () => {
  test('the second approval executes the act and its entry, neither before', async () => {
    const effects: number[] = [];
    const effect = async (entry: number) => {
      effects.push(entry);
    };
    const one = await approve(deps(), act(effect), ines);
    expect(one).toMatchObject({ approvedBy: ['Ines'], entry: null });
    expect(effects).toEqual([]);
    expect(await kinds()).toEqual(['genesis']);
    const two = await approve(deps(), act(effect), marek);
    expect(two).toMatchObject({ approvedBy: ['Ines', 'Marek'], entry: 1 });
    expect(effects).toEqual([1]);
    expect(await kinds()).toEqual(['genesis', 'withdrawal']);
  });

  test('accepts nothing twice from one person, and a repeated approval executes nothing', async () => {
    const once = act(async () => undefined);
    await approve(deps(), once, ines);
    await expect(approve(deps(), once, ines)).rejects.toMatchObject({ code: 'already-approved' });
    const { length } = await store.db.selectFrom('notice_approval').select('id').execute();
    expect(length).toBe(1);
    expect(await kinds()).toEqual(['genesis']);
  });

  test('another document needs its own approvals', async () => {
    await approve(
      deps(),
      act(async () => undefined),
      ines,
    );
    const other = act(async () => undefined, { v: 2 });
    expect(await approve(deps(), other, marek)).toMatchObject({ entry: null, approvedBy: ['Marek'] });
  });

  test('a failed act leaves neither entry nor approval', async () => {
    await approve(
      deps(),
      act(async () => undefined),
      ines,
    );
    const failing = act(async () => {
      throw new Error('the disk is full');
    });
    await expect(approve(deps(), failing, marek)).rejects.toThrow('the disk is full');
    expect(await kinds()).toEqual(['genesis']);
    const { digest } = await approve(
      deps(),
      act(async () => undefined),
      marek,
    );
    expect(await kinds()).toEqual(['genesis', 'withdrawal']);
    const counted = await listApprovals(deps(), 'withdrawal', digest, operators);
    expect(counted.map(({ operator }) => operator)).toEqual(['Ines', 'Marek']);
  });

  test('an approval written into the store by hand does not count', async () => {
    const { digest } = await approve(
      deps(),
      act(async () => undefined),
      ines,
    );
    await store.db
      .insertInto('notice_approval')
      .values({
        what: 'withdrawal',
        subject: '1',
        digest,
        operator: 'Marek',
        public_key: marek.operator.key,
        signature: toBase64Url(new Uint8Array(64)),
        made_at: 0,
      })
      .execute();
    expect(await listApprovals(deps(), 'withdrawal', digest, operators)).toHaveLength(1);
  });
});
