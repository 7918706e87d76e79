import type { Runtime } from '@candor/core/base';
import { commitSelection, SELECTION_SALT_BYTES, type Selection, toSelectionText } from '@candor/core/notice/selection';
import { freshBytes } from '../../adapters/keys/random.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findVersion } from '../../exposure/store/version-store.ts';
import { findSelectedBefore, keepSelection } from '../store/selection-store.ts';
import type { StoredWave } from '../store/wave-store.ts';
import { composeSelection, readWaveParties, type SelectionOrder } from './compose-selection.ts';

/**
 * Composes the selection of a wave whose notices are composed, stores it, and gives what the manifest has of it. Inside
 * the caller's transaction.
 */
export async function sealSelection(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  { id, kind, settings }: Pick<StoredWave, 'id' | 'kind' | 'settings'>,
  exposure: number,
  at: number,
): Promise<string> {
  const version = await findVersion(store, exposure);
  if (version === null) throw new Error('a wave is of a version that this state has');
  const selection = await composeSelection(store, runtime, {
    ...{ wave: id, kind, settings, version, at },
    ...(await readWaveParties(store, id)),
    before: await findSelectedBefore(store, id),
  });
  const salt = freshBytes(SELECTION_SALT_BYTES, 'selection', id);
  const document = toSelectionText(selection);
  await keepSelection(store, id, { salt, document });
  return commitSelection(runtime, salt, document);
}

/** What the selection of a wave would be that is not stored. */
export async function previewSelection(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  order: Omit<SelectionOrder, 'wave' | 'kind' | 'before'>,
): Promise<Selection> {
  const before = await findSelectedBefore(store, null);
  return composeSelection(store, runtime, { ...order, wave: 0, kind: order.settings.wave, before });
}
