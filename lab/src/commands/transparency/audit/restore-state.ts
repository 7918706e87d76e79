import type { Unreplayed } from '@candor/core/transparency/audit';
import type { Store } from '../../../adapters/store/store.ts';
import {
  findLastVersion,
  findVersion,
  renumberVersion,
  type StoredVersion,
} from '../../../exposure/store/version-store.ts';
import { recountNow } from '../../../impact/index.ts';
import { renumberValues } from '../../../impact/store/value-store.ts';
import { redecide } from '../../../ledger/decision/index.ts';
import { insertLink } from '../../../ledger/store/decision-store.ts';
import { insertEffectRows } from '../../../ledger/store/effect-store.ts';
import { insertObserved } from '../../../notice/store/contact-store.ts';
import { insertFoundHolds } from '../../../review/store/hold-store.ts';
import type { OpenedAudit, SignedParts } from '../../../transparency/audit/index.ts';
import { insertEarlierRows } from '../../../transparency/store/earlier-store.ts';

/**
 * Brings a state that ran again to where the state of the wave was when it was prepared: the number of the version, all
 * decisions, earlier notices, contacts as they were found. Gives the version.
 */
export async function restoreState(
  store: Store,
  audit: OpenedAudit,
  signed: SignedParts,
): Promise<{ readonly version: StoredVersion; readonly unreplayed: readonly Unreplayed[] }> {
  const { head, wave, found } = audit;
  const ran = await findLastVersion(store);
  if (ran === null) throw new Error('a run that ended has a version');
  const known = new Set(signed.standing(head.program.decisions).map(({ table, key }) => `${table} ${key}`));
  const standing = signed.standing(signed.decisions.length);
  const lost = await store.durableTransaction(async () => {
    await renumberVersion(store, ran.version, wave.version);
    insertEarlierRows(store, audit.earlier);
    const later = standing.filter(({ table, key }) => !known.has(`${table} ${key}`));
    await redecide(store, (deciding) => insertEffectRows(deciding, later));
    for (const [at, link] of audit.decisions.entries()) await insertLink(store, at + 1, link);
    insertObserved(store, found.observed);
    insertFoundHolds(store, found.holds);
    return renumberValues(store, audit.values.map(toPlaced));
  });
  const version = await findVersion(store, wave.version);
  if (version === null) throw new Error('a version that was renumbered is there');
  await recountNow(store, version);
  const unreplayed = lost.map((value) => ({
    what: `value ${value}`,
    why: 'a decision is about this value, and no place of it is known: its findings were erased',
  }));
  return { version, unreplayed };
}

function toPlaced({ value, places }: OpenedAudit['values'][number]) {
  const placed = places.map(({ message, ...place }) => ({ ...place, fingerprint: Buffer.from(message, 'hex') }));
  return { value, places: placed };
}
