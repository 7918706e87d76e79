import { Refusal } from '@candor/core/base';
import { findLostFiles, isJudged, type LostFile } from '../../evidence/store/judged-file-store.ts';
import { withLastVersion } from '../open-version.ts';

/**
 * Hands every file of evidence that an earlier exposure was judged from and the newest run did not read as it was to
 * `take`, sorted by purpose, custodian and path. There may be millions.
 * @throws Refusal while a run reads, or when the last one was stopped: what it had not come to would be called gone.
 */
export function streamLostFiles<T>(
  statePath: string,
  take: (files: AsyncIterable<LostFile>) => Promise<T>,
): Promise<T> {
  return withLastVersion(statePath, async ({ path, store }) => {
    if (await isJudged(store)) return await take(findLostFiles(store));
    throw new Refusal('unfinished', [
      `${path}: the last run has not ended, and only then is it known what is missing; wait for it, or continue it with \`candor run <incident.yaml>\``,
    ]);
  });
}
