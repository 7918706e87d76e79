import { basename } from 'node:path';
import { compareUtf8 } from '@candor/core/base';
import { readIncidentBytes } from '../../adapters/files/files.ts';
import { readFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { addInput, inheritInputs } from '../../evidence/store/input-store.ts';
import { readHistory } from '../../notice/contacts/index.ts';
import { readContacts } from '../../notice/store/contact-store.ts';
import { readHolds } from '../../review/store/hold-store.ts';

/** What a wave is composed on that neither evidence nor decisions say, as it was found. */
export interface FoundInput {
  /** When the wave was prepared. */
  readonly at: number;
  /** Parties of other waves that nobody had approved yet. */
  readonly drafted: readonly string[];
  /** Contacts that the ladder observed. */
  readonly observed: readonly (Omit<Awaited<ReturnType<typeof readContacts>>[number], 'id'> & {
    readonly id: number;
  })[];
  /** What became of earlier messages. */
  readonly history: Awaited<ReturnType<typeof readHistory>>;
  /** Messages that projecting held back, and nobody decided about. */
  readonly holds: Awaited<ReturnType<typeof readHolds>>;
}

/** Keeps what a wave follows from besides evidence and decisions. Inside the caller's transaction. */
export async function keepWaveInputs(
  store: Store,
  wave: number,
  version: number,
  { at, drafted }: { readonly at: number; readonly drafted: ReadonlySet<string> },
): Promise<void> {
  await inheritInputs(store, wave, version);
  const found: FoundInput = {
    at,
    drafted: [...drafted].sort(compareUtf8),
    observed: (await readContacts(store)).filter(({ source }) => source !== 'import'),
    history: await readHistory(store),
    holds: (await readHolds(store, null)).filter(({ madeBy, decidedBy }) => madeBy === null && decidedBy === null),
  };
  await addInput(store, 'wave', wave, {
    purpose: 'found',
    path: 'found.json',
    bytes: Buffer.from(JSON.stringify(found)),
  });
  await keepWaveIncident(store, wave);
}

/** The incident file as it is now: whoever prepares or edits reads it again. Inside the caller's transaction. */
export async function keepWaveIncident(store: Store, wave: number): Promise<void> {
  const path = await readFact(store, 'incident-file');
  if (path === null) throw new Error('a state with a version knows its incident file');
  await addInput(store, 'wave', wave, { purpose: 'disclosure', path: basename(path), bytes: readIncidentBytes(path) });
}
