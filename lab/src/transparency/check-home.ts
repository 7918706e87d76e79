import { type Problem, Refusal } from '@candor/core/base';
import { isSameHash } from '@candor/core/ledger';
import type { LogHome } from '../adapters/store/log-home.ts';
import type { Store } from '../adapters/store/store.ts';
import { ELSEWHERE, KEY_KINDS, VOID } from '../ledger/store/catch-up.ts';
import { listCommitments } from '../ledger/store/entry-store.ts';

/** Entries that are compared at once. */
const BATCH_ENTRIES = 4096;

/**
 * Whether the shared log has what the state has: the same commitments, the state's entries as its own, and none unknown
 * to the state. Other incidents' entries are compared by commitment only.
 */
export async function checkHome(store: Store): Promise<readonly Problem[]> {
  const { home } = store;
  if (home === null) return [];
  const problems: Problem[] = [];
  const find = (place: string, text: string) => {
    problems.push({ code: 'log-home', place, text, weight: 'person' });
  };
  const fault = findFault(home);
  if (fault !== null) return [{ code: 'log-home', place: home.folder, text: fault, weight: 'person' }];
  let next = 0;
  for (;;) {
    const rows = await listCommitments(store, next, BATCH_ENTRIES);
    if (rows.length === 0) break;
    const there = new Map(home.list(next, BATCH_ENTRIES).map((entry) => [entry.position, entry]));
    for (const { position, commitment, kind } of rows) {
      const place = `entry ${position}`;
      const entry = there.get(position);
      if (entry === undefined) find(place, 'the shared log does not have it: it was restored from an older backup');
      else if (!isSameHash(entry.commitment, commitment)) find(place, 'the shared log has another one in its place');
      else if (!KEY_KINDS.includes(kind) && entry.isOwn !== (kind !== ELSEWHERE))
        find(
          place,
          entry.isOwn
            ? 'this state appended it, and no longer has its content'
            : 'this state has it as its own, and another one appended it',
        );
      else if (kind === VOID && entry.standing === 'kept')
        find(place, 'this state had it, and no longer has its content');
    }
    next = (rows.at(-1)?.position ?? next) + 1;
  }
  const ahead = home.list(next, BATCH_ENTRIES).filter(({ isOwn, standing }) => isOwn && standing === 'kept');
  for (const { position } of ahead)
    find(
      `entry ${position}`,
      'this state appended it and does not know it: the state was restored from an older backup',
    );
  return problems;
}

/** A state is checked where it is mounted, too; the home may be elsewhere then. */
function findFault(home: LogHome): string | null {
  try {
    home.count();
    return null;
  } catch (cause) {
    const why = cause instanceof Refusal ? 'it is not here' : 'it cannot be read';
    return `the shared log was not compared: ${why}. The rest of this state was checked`;
  }
}
