import type { Signer } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';
import { digestDocument, signApproval } from '@candor/core/notice/operator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStateForActing, type StateFolder } from '../../src/adapters/store/state-folder.ts';
import { appendEntry } from '../../src/ledger/store/entry-store.ts';
import { nameAct, type Proposed, type TwoPersonAct } from '../../src/notice/approval/act.ts';
import { prepareAct, runAct, submitAct } from '../../src/notice/approval/run-act.ts';
import type { Signature } from '../../src/notice/approval/signature.ts';
import { ines, logSigner, omar, runtime, startedAt, toTestSigner } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { makeState } from '../transparency/published-log.ts';

const nora = toTestSigner('Nora Quint', 3);
const toOperator = ({ name, publicKey }: Signer, ownMailboxes: readonly string[] = []) => ({
  ...{ name, key: toBase64Url(publicKey), custodian: ownMailboxes[0] ?? null, ownMailboxes },
});
const OPERATORS = [toOperator(ines), toOperator(omar, ['omar-b']), toOperator(nora)];
const DOCUMENT = { v: 1, why: 'asked' };

let state: StateFolder;
/** Whoever was asked for a signature, and every entry that had its effect. */
let asked: string[];
let effects: number[];

beforeEach(async () => {
  const made = await makeState(makeTemporaryFolder());
  const document = {
    ...{ v: 2, log: toBase64Url(logSigner.publicKey), quorum: 2, follows: 0 },
    operators: OPERATORS.map(({ name, key }) => ({ name, key })),
  };
  const change = { kind: 'operators', at: startedAt, body: { approvals: [], document } } as const;
  await made.store.transaction(() => appendEntry(made.store, runtime, change));
  await made.store.close();
  state = await openStateForActing(made.path);
  asked = [];
  effects = [];
});
afterEach(() => state.close());

/** As a browser gives it: no key file is anywhere. */
const by = (signer: Signer): Signature => ({
  as: signer.name,
  show: () => undefined,
  sign: ({ matter, digest }) => {
    asked.push(signer.name);
    return signApproval(signer, matter, digest);
  },
  open: async () => signer,
});

const act = (more: Partial<TwoPersonAct<Proposed>> = {}): TwoPersonAct<Proposed> => ({
  matter: 'withdrawal',
  read: async () => ({ ...nameAct('withdrawal 1'), document: DOCUMENT, proposal: 'new' }),
  concerns: { are: 'nobody', because: 'no-mailbox' },
  recheck: async () => undefined,
  effect: async (_read, { entry }) => {
    effects.push(entry);
  },
  operators: () => OPERATORS,
  ...more,
});

const proposals = async () =>
  (await state.store.db.selectFrom('notice_proposal').select(['id', 'entry', 'made_by']).execute()).map(
    ({ id, entry, made_by }) => [Number(id), entry, made_by],
  );

describe('an act of two people', () => {
  test('has its effect with the second signature, which settles the proposal that the first one stored', async () => {
    const first = await runAct(state, act(), by(ines), null);
    expect(first).toMatchObject({ result: { entry: null, approvedBy: ['Ines Adler'] }, proposal: 1 });
    expect([effects, await proposals()]).toEqual([[], [[1, null, 'Ines Adler']]]);
    const found = act({ read: async () => ({ ...nameAct('withdrawal 1'), document: DOCUMENT, proposal: 1 }) });
    const { result } = await runAct(state, found, by(omar), first.result.digest.slice(0, 8));
    expect(effects).toEqual([result.entry]);
    expect(await proposals()).toEqual([[1, result.entry, 'Ines Adler']]);
  });

  test('counts nobody twice', async () => {
    await runAct(state, act(), by(ines), null);
    await expect(runAct(state, act(), by(ines), null)).rejects.toMatchObject({ code: 'already-approved' });
    expect([effects, (await proposals()).length]).toEqual([[], 1]);
  });

  test.each([
    ['a stranger', toTestSigner('Eve', 9), {}, 'unknown-operator'],
    ['the own mailbox', omar, { concerns: { are: 'custodians', list: async () => ['omar-b'] } }, 'own-mailbox'],
    ['a key that came in just now', nora, {}, 'key-too-new'],
  ] as const)('asks for no signature from %s, and stores nothing', async (_case, signer, more, code) => {
    await expect(runAct(state, act(more), by(signer), null)).rejects.toMatchObject({ code });
    expect([asked, await proposals()]).toEqual([[], []]);
  });

  test('looks at what it follows from after the person and before the signature', async () => {
    const recheck = async () => {
      throw new Error('it follows no longer');
    };
    await expect(runAct(state, act({ recheck }), by(ines), null)).rejects.toThrow('it follows no longer');
    const own = { are: 'custodians', list: async () => ['omar-b'] } as const;
    await expect(runAct(state, act({ recheck, concerns: own }), by(omar), null)).rejects.toMatchObject({
      code: 'own-mailbox',
    });
    expect(asked).toEqual([]);
  });

  test('is refused under another digest than the one that was shown', async () => {
    await expect(runAct(state, act(), by(ines), '00000000')).rejects.toThrow(/^withdrawal 1 has the digest/);
    expect(asked).toEqual([]);
  });

  test('gives the bytes that are signed, and takes no signature over others', async () => {
    const prepared = await prepareAct(state, act(), ines.name, null);
    expect(new TextDecoder().decode(prepared.toSign.bytes)).toBe('{"v":1,"why":"asked"}');
    expect(prepared.toSign.digest).toBe(digestDocument(runtime, DOCUMENT));
    const wrong = [
      await signApproval(ines, 'withdrawal', digestDocument(runtime, { v: 2 })),
      await signApproval(ines, 'settlement', prepared.toSign.digest),
      await signApproval(omar, 'withdrawal', prepared.toSign.digest),
    ];
    for (const approval of wrong)
      await expect(submitAct(state, act(), prepared, approval)).rejects.toMatchObject({ code: 'wrong-signature' });
    expect(await proposals()).toEqual([]);
  });
});
