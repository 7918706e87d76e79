import type { Runtime } from '@candor/core/base';
import type { StateFolder } from '../../adapters/state-folder.ts';
import type { Store } from '../../adapters/store.ts';
import { refuseAltered } from '../../ledger/sound-keys.ts';
import { requireStanding } from '../../notice/approval/standing.ts';
import { loadDisclosure } from '../../notice/disclosure.ts';
import { requireLastVersion } from '../open-version.ts';
import { requireCheckpoint } from '../transparency/newest-checkpoint.ts';

/** @throws Refusal `log-altered` when a wave that two people approved is gone: everybody in it would count as never told. */
async function assertWavesKept({ db }: Store): Promise<void> {
  const gone = await db
    .selectFrom('ledger_entry')
    .select('position')
    .where('kind', '=', 'wave')
    .where('position', 'not in', db.selectFrom('notice_wave').select('entry').where('entry', 'is not', null))
    .orderBy('position')
    .executeTakeFirst();
  if (gone !== undefined)
    throw refuseAltered(`entry ${gone.position} approves a wave, and this state has no such wave`);
}

/**
 * What every wave is composed on: the newest exposure, how the incident file says to tell, who decides, and the published log that notices print.
 * @throws Refusal for the first of these that is not there.
 */
export async function readWaveGrounds(state: StateFolder, runtime: Pick<Runtime, 'sha256Hex'>, at: number) {
  const version = await requireLastVersion(state);
  const disclosure = await loadDisclosure(state.store);
  const standing = await requireStanding(state, runtime, at);
  await assertWavesKept(state.store);
  const checkpoint = await requireCheckpoint(state);
  return { version, disclosure, standing, checkpoint };
}
