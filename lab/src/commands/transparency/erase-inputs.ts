import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { eraseInputs } from '../../evidence/store/input-store.ts';
import { type Erasure, type ErasureOrder, eraseByTwo } from '../erase-by-two.ts';

/**
 * Erases what was kept of every version and wave for auditors, once a second operator agrees; digests stay. A wave that
 * was not exported before cannot be audited any more.
 * @throws Refusal while there are fewer than two operators: it cannot be taken back.
 */
export function eraseKeptInputs(state: StateFolder, order: ErasureOrder): Promise<Erasure<number>> {
  return eraseByTwo(state, order, {
    what: 'inputs',
    subject: 'the erasure of kept inputs',
    before: null,
    erase: ({ store }) => eraseInputs(store),
  });
}
