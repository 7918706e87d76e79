import { formatAmount, formatCount, hint, type Problem } from '@candor/core/base';
import type { Store } from '../../adapters/store/store.ts';
import { readMisreadUntil } from '../../evidence/store/misread-copies.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { findPartiesOfMessages } from '../../impact/store/misread-parties.ts';
import { listMisreadSearches } from '../../impact/store/misread-store.ts';
import { listNotices } from '../../notice/store/wave-store.ts';
import { toFirstWarnings } from './first-warnings.ts';

/** A notice that says more or less than an earlier one did. */
interface FollowingNotice {
  readonly party: string;
  readonly kind: string;
  /** The earlier notice. */
  readonly follows: number;
}

/** The cause of a difference: the earlier notice rests on messages that were searched as damaged bytes. */
export async function findMisreadWarnings(
  store: Store,
  version: StoredVersion,
  wave: number | readonly FollowingNotice[],
): Promise<readonly Problem[]> {
  const until = await readMisreadUntil(store);
  if (until === null) return [];
  const changed = (await listMisreadSearches(store)).filter(({ added, gone }) => added + gone > 0);
  if (changed.length === 0) return [];
  const notices = typeof wave === 'number' ? await listFollowing(store, wave) : wave;
  const parties = await findPartiesOfMessages(
    store,
    version.version,
    changed.map(({ fingerprint }) => fingerprint),
  );
  const warnings = notices.flatMap(({ party, kind, follows }): Problem[] => {
    const messages = changed.filter(({ fingerprint }) => parties.get(party)?.has(fingerprint) === true);
    if (follows > until.notice || messages.length === 0) return [];
    const sum = (of: 'added' | 'gone'): number => messages.reduce((so, search) => so + search[of], 0);
    const text = `${party}: notice ${follows} rests on ${formatAmount(messages.length, 'long message')} that an earlier version of Candor searched as damaged bytes. Searched again, ${formatAmount(sum('added'), 'finding is', 'findings are')} new and ${formatCount(sum('gone'))} ${sum('gone') === 1 ? 'is' : 'are'} gone: that is a cause of this ${kind}. The notice does not name it; ${hint('notice.edit', { party, text: '…' })} can.`;
    return [{ code: 'misread-search', place: party, text, weight: 'person' }];
  });
  return toFirstWarnings(warnings);
}

async function listFollowing(store: Store, wave: number): Promise<readonly FollowingNotice[]> {
  const notices = await listNotices(store, wave);
  return notices.flatMap(({ party, kind, follows }) =>
    follows !== null && (kind === 'supplement' || kind === 'correction') ? [{ party, kind, follows }] : [],
  );
}
