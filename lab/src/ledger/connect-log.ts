import { dirname, join, resolve } from 'node:path';
import { advise, hint, Refusal } from '@candor/core/base';
import type { LogSettings } from '@candor/core/incident';
import type { Hashing } from '@candor/core/ledger';
import { privateMode, readFileIfAny, writeDurableFile } from '../adapters/files/durable-file.ts';
import { haveOneOwner, isOpenToAll, listFolders, removeFile } from '../adapters/files/files.ts';
import { makeFolder } from '../adapters/files/make-folder.ts';
import { freshBytes } from '../adapters/keys/random.ts';
import { LogHome } from '../adapters/store/log-home.ts';
import { readLogHomePlace, toLogKeys, writeLogHomePlace } from '../adapters/store/log-home-place.ts';
import { tryProcessLock } from '../adapters/store/process-lock.ts';
import { hasState, type StateFolder, toHeadPath } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import { catchUp } from './store/catch-up.ts';
import { countEntries } from './store/stored-tree.ts';

/** Default place of a state. */
const customaryState = '.candor';

const keyFile = 'log.key';
const headFile = 'log.head';
const SECRET_BYTES = 32;

/**
 * Connects a state to the log that its incident file names: its own, or the one shared by incidents of a domain
 * (`log.home`), and imports what others appended. A state that started alone brings its log and key into a new home.
 * @throws Refusal when the state is on another log than the file says, or would start a second one for the domain.
 */
export async function connectLog(
  state: Pick<StateFolder, 'path' | 'store'>,
  hashing: Hashing,
  log: LogSettings | null,
  folder: string,
): Promise<void> {
  const { store } = state;
  const wanted = log === null || log.home === null ? null : resolve(folder, log.home);
  const known = store.home?.folder ?? null;
  if (wanted === null) {
    if (known !== null)
      throw new Refusal('log-differs', [
        `the incident file names no log.home, and this incident shares the log in ${known}: restore \`home: ${known}\` in \`log\``,
      ]);
    if (log !== null && (await countEntries(store)) === 0) refuseSecond(state, log.origin, folder);
    return;
  }
  if (known !== wanted) {
    refuseInsideState(wanted);
    await joinHome(state, wanted);
  }
  await store.durableTransaction(() => catchUp(store, hashing));
  dropOwnKey(state, wanted);
}

/** Two logs would write over each other's key and head there. */
function refuseInsideState(home: string): void {
  for (let at = home, above = dirname(at); ; at = above, above = dirname(at)) {
    if (hasState(at))
      throw new Refusal('log-home-inside-state', [
        `${home}: log.home lies inside the state ${at}, which keeps keys and a log of its own there; name a folder outside of every state`,
      ]);
    if (above === at) return;
  }
}

async function joinHome(state: Pick<StateFolder, 'path' | 'store'>, home: string): Promise<void> {
  const { store } = state;
  makeFolder(home);
  const lock = tryProcessLock(home, 'join');
  if (lock === null)
    throw new Refusal('log-busy', [`${home}: another incident is joining this log; try again when it has finished`]);
  try {
    const place = readLogHomePlace(state);
    // A moved home is still the home: the state's entries are compared before anything is appended.
    const secret = place?.secret ?? freshBytes(SECRET_BYTES, 'log home', '');
    if (place === null) await assertMayJoin(store, home);
    if (!LogHome.exists(home)) found(state, home);
    writeLogHomePlace(state, { folder: home, secret });
    store.home?.close();
    store.home = new LogHome({ folder: home, secret });
  } finally {
    lock.release();
  }
}

/** Two logs cannot be merged: the creator of a home must bring its own log before others join. */
async function assertMayJoin(store: Store, home: string): Promise<void> {
  if (!LogHome.exists(home)) return;
  const own = await countEntries(store);
  const there = new LogHome({ folder: home, secret: new Uint8Array(SECRET_BYTES) });
  const isEmpty = there.count() === 0;
  there.close();
  if (own > 0)
    throw new Refusal('log-elsewhere', [
      `this state has its own log, and ${home} has another: two logs cannot become one. Remove log.home from the incident file, and give this incident's log its own origin (docs/runbooks/second-incident.md)`,
    ]);
  if (isEmpty && readFileIfAny(join(home, keyFile)) !== null)
    throw new Refusal('log-busy', [
      advise`${home}: another incident has not finished moving its log here: run ${hint('log.publish')} on its state first`,
    ]);
}

/** Key and signed head before the store: a home that exists has those of its content. */
function found(state: Pick<StateFolder, 'path'>, home: string): void {
  for (const name of [keyFile, headFile]) {
    const own = readFileIfAny(join(state.path, 'keys', name));
    if (own !== null && readFileIfAny(join(home, name)) === null) writeDurableFile(join(home, name), own, privateMode);
  }
  LogHome.make(home);
}

/** Once the log is in the home, its key is only there. */
function dropOwnKey({ path }: Pick<StateFolder, 'path'>, home: string): void {
  const own = join(path, 'keys', keyFile);
  const [mine, shared] = [readFileIfAny(own), readFileIfAny(join(home, keyFile))];
  if (mine !== null && shared !== null && Buffer.from(mine).equals(Buffer.from(shared))) removeFile(own);
}

/** A second log under one origin would contradict the first on the site, in DNS and in every notice. */
function refuseSecond({ path }: Pick<StateFolder, 'path'>, origin: string, folder: string): void {
  const found = findLogElsewhere(origin, path, folder);
  if (found === null) return;
  const { state, home } = found;
  throw new Refusal('log-elsewhere', [
    home === null
      ? advise`the log of ${origin} has started in ${state}, and one domain has one log for all its incidents: add \`home: ../candor-log\` to \`log\` in both incident files, run ${hint('log.publish')} on that state, then continue here (docs/runbooks/second-incident.md). If that state is a copy, a test or not yours, move its folder elsewhere, and repeat the command`
      : `the log of ${origin} is shared in ${home}, and one domain has one log for all its incidents: add \`home: ${home}\` to \`log\` in this incident file`,
  ]);
}

/**
 * Another state that has signed a log of this origin, in the usual places: sibling folders, or one folder. Others are
 * detected when the site is built. Only reads the signed head, which is public.
 */
function findLogElsewhere(
  origin: string,
  own: string,
  incidentFolder: string,
): { readonly state: string; readonly home: string | null } | null {
  const around = dirname(resolve(incidentFolder));
  const candidates = [
    ...listFolders(incidentFolder).map((name) => join(incidentFolder, name)),
    // World-writable files prove nothing about this organization and could be planted to stop it.
    ...(isOpenToAll(around) ? [] : listFolders(around)).map((name) => join(around, name, customaryState)),
    // Nor what another account made: it must not hold up a notice.
  ].filter((path) => resolve(path) !== resolve(own) && haveOneOwner(path, own));
  for (const path of candidates) {
    const place = readLogHomePlace({ path });
    const head = readFileIfAny(place === null ? toHeadPath({ path }) : join(toLogKeys({ path }), 'log.head'));
    const [named] = head === null ? [] : new TextDecoder().decode(head).split('\n');
    if (named === origin) return { state: path, home: place?.folder ?? null };
  }
  return null;
}
