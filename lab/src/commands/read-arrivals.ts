import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { nowMilliseconds } from '../adapters/process/clock.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import { listArrivals } from '../evidence/store/arrival-store.ts';
import { type FoundArrival, findUnnamedFiles, scanEvidence } from '../evidence/survey/index.ts';
import { findLastVersion, type StoredVersion } from '../exposure/store/version-store.ts';
import { readIncidentPlace } from './jobs/incident-place.ts';
import { type LoadedIncident, loadIncident } from './load-incident.ts';

/** As for the status: of an incident with more files only the first are looked at. */
const MOST_FILES = 20_000;
const MOST_SURVEYED = 100;

interface EvidenceCounts {
  readonly logs: number;
  readonly mailboxes: number;
  readonly bytes: number;
}

/** What a run would read, and which version it would make. */
export interface Arrivals {
  /** Null: there is none yet. */
  readonly version: number | null;
  readonly next: number;
  /** Why a run would be refused. */
  readonly refusals: readonly string[];
  readonly isFileChanged: boolean;
  /** Never judged before. */
  readonly fresh: EvidenceCounts;
  /** Changed since it was judged: at most these bytes are read again. */
  readonly again: EvidenceCounts;
  /** Logs that the newest version was judged from and that are missing. */
  readonly gone: number;
  /** In the evidence folder, and not named in the incident file. */
  readonly unnamed: number;
  /** Whether everything was looked at. */
  readonly isWhole: boolean;
}

/** Compares sizes and times of the files with what the newest version was judged from; opens none that is named. */
export async function readArrivals(state: StateFolder): Promise<Arrivals> {
  const last = await findLastVersion(state.store);
  const version = last?.version ?? null;
  const base = { version, next: (version ?? 0) + 1 };
  try {
    return { ...base, ...(await lookAt(state, last, loadIncident(await readIncidentPlace(state.path)))) };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return { ...base, ...NOT_LOOKED_AT, refusals: cause.reasons };
  }
}

const NOTHING: EvidenceCounts = { logs: 0, mailboxes: 0, bytes: 0 };
const NOT_LOOKED_AT = {
  isFileChanged: false,
  fresh: NOTHING,
  again: NOTHING,
  gone: 0,
  unnamed: 0,
  isWhole: false,
} as const;

async function lookAt(
  state: StateFolder,
  last: StoredVersion | null,
  { incident, folder, text }: LoadedIncident,
): Promise<Omit<Arrivals, 'version' | 'next'>> {
  const arrivals = await listArrivals(state.store);
  const { found, gone, isWhole } = scanEvidence({ incident, folder, arrivals, mostFiles: MOST_FILES });
  const except = [state.path, join(folder, '.candor')];
  const unnamed = findUnnamedFiles(
    { incident, folder, named: [], except, nowMs: nowMilliseconds(), mostSurveyed: MOST_SURVEYED },
    new Map(),
  );
  return {
    refusals: [],
    isFileChanged: last !== null && last.inputs.incidentText !== text,
    fresh: count(found.filter(({ isNew }) => isNew)),
    again: count(found.filter(({ isNew }) => !isNew)),
    gone: gone.length,
    unnamed: unnamed.length,
    isWhole,
  };
}

function count(found: readonly FoundArrival[]): EvidenceCounts {
  return {
    logs: found.filter(({ purpose }) => purpose === 'access').length,
    mailboxes: found.filter(({ purpose }) => purpose === 'mailbox').length,
    bytes: found.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
