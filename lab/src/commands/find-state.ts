import { join } from 'node:path';
import { advise, hint, quoteForShell, Refusal, type Said, toSaid } from '@candor/core/base';
import { exists, listFolders } from '../adapters/files/files.ts';
import { toRealPlace } from '../adapters/files/real-place.ts';
import { readFact } from '../adapters/store/state-fact.ts';
import { hasState, openStateForReading } from '../adapters/store/state-folder.ts';
import { prepareDemo } from './prepare-demo.ts';

/** The state that a command reads where nobody names one. */
export interface FoundState {
  readonly state: string;
  /** It is null if the first run was stopped. */
  readonly incident: string | null;
}

const STATE = '.candor';
const INCIDENT = 'incident.yaml';

/**
 * The state that is meant: that of this folder, or the one beside an incident file in a folder below. The bundled
 * incident never answers for one's own. Null where nothing but this folder's own can be meant.
 * @param ask which of several; null where nobody can be asked
 * @throws Refusal where several may be meant.
 */
export async function findMeantState(
  folder: string,
  ask: ((states: readonly FoundState[]) => Promise<FoundState | null>) | null,
): Promise<Said<'this-incident', FoundState> | null> {
  const incidents = listFolders(folder).filter((name) => name !== STATE && exists(join(folder, name, INCIDENT)));
  if (incidents.length === 0) return null;
  const places = ['', ...incidents].filter((name) => hasState(join(folder, name, STATE)));
  const states = await Promise.all(places.map((name) => readState(folder, join(name, STATE))));
  const own = states.filter(({ isDemo }) => !isDemo);
  const [first, ...more] = own;
  if (first === undefined) return refuseDemo(states, incidents);
  if (more.length === 0) return toSaid('this-incident', first);
  const chosen = ask === null ? null : await ask(own);
  if (chosen !== null) return toSaid('this-incident', chosen);
  const named = own.map(({ incident, state }) => `${incident ?? 'without a name'} (--state ${quoteForShell(state)})`);
  throw new Refusal('several-states', [
    `several incidents may be meant: ${named.join(', ')}; name one with --state, or with CANDOR_STATE`,
  ]);
}

/** No own incident was judged yet. */
function refuseDemo(states: readonly FoundState[], incidents: readonly string[]): null {
  const [demo] = states;
  if (demo === undefined) return null;
  const files = incidents.map((name) => join(name, INCIDENT));
  throw new Refusal('no-run', [
    advise`${demo.state} is of the bundled incident, and no run was made of ${files.join(', ')}: ${hint('run', files[0] ?? INCIDENT)}, or name the bundled one with --state ${quoteForShell(demo.state)}`,
  ]);
}

async function readState(folder: string, shown: string): Promise<FoundState & { readonly isDemo: boolean }> {
  const state = await openStateForReading(join(folder, shown));
  try {
    const file = await readFact(state.store, 'incident-file');
    const isDemo = file !== null && toRealPlace(file) === toRealPlace(prepareDemo());
    return { state: shown, incident: await readFact(state.store, 'incident'), isDemo };
  } finally {
    await state.close();
  }
}
