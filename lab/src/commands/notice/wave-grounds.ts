import type { Runtime } from '@candor/core/base';
import type { StateFolder } from '../../adapters/state-folder.ts';
import { loadDisclosure } from '../../notice/disclosure.ts';
import { requireStanding } from '../../notice/standing.ts';
import { requireLastVersion } from '../open-version.ts';
import { requireCheckpoint } from '../transparency/newest-checkpoint.ts';

/**
 * What every wave is composed on: the newest exposure, how the incident file says to tell, who decides, and the published log that notices print.
 * @throws Refusal for the first of these that is not there.
 */
export async function readWaveGrounds(state: StateFolder, runtime: Pick<Runtime, 'sha256Hex'>, at: number) {
  const version = await requireLastVersion(state);
  const disclosure = await loadDisclosure(state.store);
  const standing = await requireStanding(state, runtime, at);
  const checkpoint = await requireCheckpoint(state);
  return { version, disclosure, standing, checkpoint };
}
