import { dirname, join } from 'node:path';
import { readFact } from '../../adapters/store/state-fact.ts';
import { openStateForReading } from '../../adapters/store/state-folder.ts';
import { assertNotCopied } from '../watch/watched-incident.ts';

/**
 * The incident file of a state: of its last run, or beside it. Nobody who starts a job names it.
 * @throws Refusal for a copied folder, whose state names the original's file.
 */
export async function readIncidentPlace(statePath: string): Promise<string> {
  const state = await openStateForReading(statePath);
  const known = await readFact(state.store, 'incident-file').finally(() => state.close());
  if (known === null) return join(dirname(statePath), 'incident.yaml');
  await assertNotCopied(statePath);
  return known;
}
