import { now } from '../../adapters/clock.ts';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import { freshBytes } from '../../adapters/random.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { openStateForActing } from '../../adapters/state-folder.ts';
import { openLogSigner } from '../../ledger/index.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { type PublishedLog, publishLog, toLogFolder } from '../../transparency/index.ts';

/**
 * Brings the log's static files below a site's folder up to this moment; begins the log where nothing has. Meant to be
 * called on a schedule, at least once a period.
 * @throws Refusal when the incident file names no log, or what was signed before would be contradicted.
 */
export async function publishToSite(
  statePath: string,
  site: string,
  isWhole: boolean,
): Promise<PublishedLog & { readonly origin: string; readonly folder: string }> {
  const state = await openStateForActing(statePath);
  try {
    const hashing = createNodeRuntime();
    const at = now();
    const { keySet } = await requireActiveOperators(state, hashing, at);
    const origin = keySet.log.slice(0, keySet.log.indexOf('+'));
    const folder = toLogFolder(site, origin);
    const published = await publishLog(state, folder, {
      hashing,
      cryptography: nodeCryptography,
      signer: openLogSigner(state, origin),
      at,
      freshBytes,
      isWhole,
    });
    return { ...published, origin, folder };
  } finally {
    await state.close();
  }
}
