import { Refusal } from '@candor/core/base';
import { discardWave } from '../../notice/store/discard-wave.ts';
import { moveWaves } from '../../notice/store/wave-state-store.ts';
import { requireWave, type StoredWave, type WaveState } from '../../notice/store/wave-store.ts';
import { inState } from '../acting.ts';

/**
 * - `pause`: no further message of an approved wave leaves. One person is enough to stop.
 * - `resume`: it goes on as two people approved it.
 * - `discard`: a wave that nobody approved in full is given up.
 */
export type WaveAction = 'pause' | 'resume' | 'discard';

const from: Readonly<Record<WaveAction, readonly WaveState[]>> = {
  pause: ['approved', 'sending'],
  resume: ['paused'],
  discard: ['composed', 'preparing'],
};

/** @throws Refusal when the wave is in no state for it. */
export function changeWaveState(statePath: string, steering: WaveAction, number: number | null): Promise<StoredWave> {
  return inState(statePath, async ({ store }) => {
    const wave = await requireWave(store, number);
    if (!from[steering].includes(wave.state))
      throw new Refusal('wrong-wave-state', [
        `wave ${wave.id} is ${wave.state}; to ${steering} it, it must be ${from[steering].join(' or ')}`,
      ]);
    await store.durableTransaction(async () => {
      if (steering === 'discard') return discardWave(store, wave.id);
      const state = steering === 'pause' ? 'paused' : 'approved';
      await moveWaves(store, [wave.id], from[steering], state);
    });
    return requireWave(store, wave.id);
  });
}
