import { openStateForActing } from '../src/adapters/store/state-folder.ts';
import { requireLastVersion } from '../src/commands/open-version.ts';
import type { RunSummary } from '../src/commands/run-summary.ts';
import { tallyVersion } from '../src/impact/count-impact.ts';
import { toPartyRow } from '../src/impact/store/party-row.ts';

/**
 * What somebody can do who writes into the store and knows Candor: verdicts that clear what was opened, with parties
 * and a summary that follow from them. All that it leaves as it was is the digest. A run puts it back.
 */
export async function alterAlike(statePath: string): Promise<void> {
  const state = await openStateForActing(statePath);
  try {
    const { store } = state;
    const { db } = store;
    await db
      .updateTable('exposure_verdict')
      .set({ verdict: 'no-evidence' })
      .where('verdict', '=', 'accessed')
      .execute();
    const version = await requireLastVersion(state);
    const { parties, copiesPerVerdict: copies, messagesPerVerdict: messages } = await tallyVersion(store, version);
    await db.deleteFrom('impact_party').where('version', '=', version.version).execute();
    for (const party of parties)
      await db.insertInto('impact_party').values(toPartyRow(version.version, party)).execute();
    const summary = { ...(JSON.parse(version.summary) as RunSummary), copies, messages };
    await db
      .updateTable('exposure_version')
      .set({ summary: JSON.stringify(summary) })
      .where('version', '=', version.version)
      .execute();
  } finally {
    await state.close();
  }
}
