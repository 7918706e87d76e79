import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { type Opening, readVerifierKey, toOpeningText, toProofText } from '@candor/core/ledger';
import { ExportFile } from '../../adapters/files/export-file.ts';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { openLogSigner, readGenesis } from '../../ledger/index.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import {
  checkActs,
  checkHome,
  checkStore,
  openAll,
  openForParty,
  type PublishedLog,
  proveEntry,
  publishLog,
  type StoreCheck,
  toLogFolder,
} from '../../transparency/index.ts';
import { checkState } from '../../transparency/standing/index.ts';
import { checkStoredDecisions } from '../decisions.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';
import { checkPublished } from './notified-figure.ts';

/** A log rebuilt, with the links of the chain of deliveries and those from before it. */
export interface LogCheck extends StoreCheck {
  readonly links: number;
  readonly carriedOver: number;
}

export interface SitePublication extends PublishedLog {
  readonly origin: string;
  readonly folder: string;
}

/**
 * Writes the openings of one party's entries, or of all for an auditor (docs/formats/log.md), and returns their number.
 * Confidential.
 */
export async function openEntries(state: StateFolder, party: string | null, out: string): Promise<number> {
  const openings: AsyncIterable<Opening> =
    party === null ? openAll(state.store) : openForParty(state.store, await findIds(state, party));
  const file = new ExportFile(out);
  let count = 0;
  for await (const opening of openings) {
    file.write(`${toOpeningText(opening)}\n`);
    count += 1;
  }
  file.end();
  return count;
}

/**
 * Every id that a party goes or went by. @throws Refusal for one that is not known: its file would look like that of a
 * party without entries.
 */
async function findIds(state: StateFolder, id: string): Promise<ReadonlySet<string>> {
  const { version } = await requireLastVersion(state);
  const { party, mergedIds } = await findStoredParty(state.store, version, id);
  return new Set([party, ...mergedIds]);
}

/** The proof of one entry as the text of a file; written to `out` where that is given. */
export async function proveLogEntry(
  state: StateFolder,
  index: number,
  isBare: boolean,
  out: string | null,
): Promise<string> {
  const text = toProofText(await proveEntry(state.store, createNodeRuntime(), index, isBare));
  if (out !== null) {
    const file = new ExportFile(out);
    file.write(text);
    file.end();
  }
  return text;
}

/**
 * Rebuilds a state's log from its entries, checks that what it approves exists and that everything stands where log and
 * chain of deliveries lead, and reports all differences. Changes nothing.
 */
export async function checkLog(state: StateFolder): Promise<LogCheck> {
  const hashing = createNodeRuntime();
  const genesis = await readGenesis(state.store);
  if (genesis === null)
    throw new Refusal('log-not-begun', [`${join(state.path)}: this state has no log yet, or its first entry is gone`]);
  // The key is the one that the log names itself: a key file that was exchanged would pass its own checkpoints.
  const key = readVerifierKey(hashing, genesis.keys.log);
  if (key === null) throw new Error('the genesis names no key that can be read');
  const checked = await checkStore(state, { hashing, cryptography: nodeCryptography, key, at: now() });
  const acts = await checkActs(state.store, hashing);
  const { problems: decisions } = await checkStoredDecisions(state.store);
  const stands = await checkState(state.store, { hashing, cryptography: nodeCryptography });
  const problems = [
    ...checked.problems,
    ...(await checkHome(state.store)),
    ...acts,
    ...stands.problems,
    ...decisions,
    ...(await checkPublished(state.store)),
  ];
  return { ...checked, links: stands.links, carriedOver: stands.carriedOver, problems };
}

/**
 * Brings the log's static files below a site's folder up to this moment; begins the log where nothing has. Meant to be
 * called on a schedule, at least once a period.
 * @throws Refusal when the incident file names no log, or what was signed before would be contradicted.
 */
export async function publishToSite(state: StateFolder, site: string, isWhole: boolean): Promise<SitePublication> {
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
    isWhole,
  });
  return { ...published, origin, folder };
}
