import { formatInstant } from '@candor/core/base';
import { destroyKeyFile } from '../../adapters/keys/key-file.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { toValueKeyPath } from '../../impact/index.ts';
import { appendDecision } from '../../impact/store/decision-store.ts';
import { type Erased, eraseSearched } from '../../impact/store/value-store.ts';
import { recordDecision } from '../../ledger/decision/index.ts';
import { type CarriedOut, type Erasure, type ErasureOrder, eraseByTwo } from '../erase-by-two.ts';

export interface EraseOrder extends ErasureOrder {
  /** It erases what was recorded before this time; null means all. */
  readonly before: number | null;
}

export interface ErasedFindings extends Erased {
  readonly key: boolean;
}

export type FindingsErasure = Erasure<ErasedFindings>;

/**
 * Erases findings once a second operator agrees: first the key, without which the hashes are useless, then places,
 * masks and hashes, also in the store's files. Messages searched before `before` are not searched again; for others the
 * next run makes new hashes under a new key.
 * @throws Refusal while there are fewer than two operators: it cannot be taken back.
 */
export function eraseFindings(state: StateFolder, order: EraseOrder): Promise<FindingsErasure> {
  const { before, signing } = order;
  return eraseByTwo(state, order, {
    what: 'findings',
    subject: 'the erasure of findings',
    before: before === null ? null : formatInstant(before),
    erase: (opened, carried) => erase(opened, { ...carried, before, by: signing.as }),
  });
}

async function erase(
  state: StateFolder,
  act: CarriedOut & { readonly before: number | null; readonly by: string },
): Promise<ErasedFindings> {
  const { store } = state;
  const { before, by, why, entry, at } = act;
  const key = destroyKeyFile(toValueKeyPath(state));
  const { findings, messages } = await eraseSearched(store, before, at);
  const rows = [{ what: 'findings', before: { findings, messages }, after: 'erased' }];
  const order = { act: 'findings.erase', by: { name: by, signer: null }, why, at, rows, entry } as const;
  await recordDecision(store, createNodeRuntime(), order, (deciding) =>
    appendDecision(deciding, { by, why, at, act: { act: 'erase', before, findings, messages } }),
  );
  return { findings, messages, key };
}
