import type { Problem } from '@candor/core/base';
import type { Store } from '../../adapters/store/store.ts';
import { findAlteredInputs } from '../../evidence/store/input-store.ts';

/** Whether what was kept for auditors is still the bytes of its digests. Erased inputs are no fault. */
export async function checkInputs(store: Store): Promise<readonly Problem[]> {
  return (await findAlteredInputs(store)).map((sha256) => ({
    code: 'kept-input',
    place: `input ${sha256.slice(0, SHOWN_DIGITS)}`,
    text: 'the bytes that were kept under this digest are other ones: an export for an auditor would be refused',
    weight: 'person',
  }));
}

/** Of a digest that a person compares. */
const SHOWN_DIGITS = 16;
