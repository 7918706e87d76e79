import { join, resolve } from 'node:path';
import { Refusal } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence';
import { identifyPlace, listRealPlaces } from '../adapters/real-place.ts';
import { hasState, openStateForReading, toSpool } from '../adapters/state-folder.ts';
import { findLastVersion } from '../exposure/exposure-store.ts';
import { findIncidentFolder, toIncidentOf } from './incident-place.ts';
import { EXPORT_NAMES } from './write-exports.ts';

/** Where a command is told to write. */
export interface WrittenPlace {
  readonly option: '--state' | '--out' | '--site';
  readonly path: string;
}

/**
 * Evidence is never written to: no place at or below any of it is taken, by whatever links or mounts it leads there, and no folder in which a file of evidence
 * would be written over or removed.
 * @param folder that the paths of the incident are relative to.
 * @throws Refusal with a sentence for each place.
 */
export function assertOutsideEvidence(incident: Incident, folder: string, places: readonly WrittenPlace[]): void {
  const evidence = identifyEvidence(incident, folder);
  const reasons = places.flatMap((place) => refusePlace(place, evidence, folder) ?? []);
  if (reasons.length > 0) throw new Refusal('inside-evidence', reasons);
}

/** `assertOutsideEvidence` with what the newest version of a state was judged from; a state that knows of none refuses nothing. */
export async function assertOutsideEvidenceOf(statePath: string, places: readonly WrittenPlace[]): Promise<void> {
  if (!hasState(statePath)) return;
  const state = await openStateForReading(statePath);
  try {
    const last = await findLastVersion(state.store);
    if (last !== null) assertOutsideEvidence(toIncidentOf(last), await findIncidentFolder(state), places);
  } finally {
    await state.close();
  }
}

/** Paths of the incident file by what `identifyPlace` says of them. */
type Evidence = ReadonlyMap<string, string>;

function identifyEvidence({ mailboxes, access, directory }: Incident, folder: string): Evidence {
  const paths = [
    ...mailboxes.flatMap(({ evidence, folders }) => [evidence, folders]),
    ...access.map(({ file }) => file),
    directory,
  ];
  const evidence = new Map<string, string>();
  for (const path of paths) {
    const id = path === null ? null : identifyPlace(resolve(folder, path));
    if (path !== null && id !== null) evidence.set(id, path);
  }
  return evidence;
}

function refusePlace({ option, path }: WrittenPlace, evidence: Evidence, folder: string): string | null {
  const mend = `name another folder with ${option} DIR`;
  for (const place of listRealPlaces(path)) {
    const holder = find(evidence, place);
    if (holder === null) continue;
    const where = option === '--state' ? 'the state would lie' : 'this lies';
    return `${path}: ${where} in the evidence "${holder}", which is never written to; ${mend}`;
  }
  if (option === '--state') {
    const spool = identifyPlace(toSpool(path));
    const removed = spool === null ? null : findBelow(evidence, spool, folder);
    return removed === null
      ? null
      : `${path}: "${removed}" is evidence and lies where the state keeps what it removes; ${mend}`;
  }
  const replaced = EXPORT_NAMES.map((name) => find(evidence, join(path, name))).find((held) => held !== null);
  return replaced === undefined ? null : `${path}: "${replaced}" is evidence and would be written over; ${mend}`;
}

function find(evidence: Evidence, place: string): string | null {
  const id = identifyPlace(place);
  return id === null ? null : (evidence.get(id) ?? null);
}

/** Evidence that lies at or below a folder. */
function findBelow(evidence: Evidence, id: string, folder: string): string | null {
  for (const path of evidence.values())
    if (listRealPlaces(resolve(folder, path)).some((place) => identifyPlace(place) === id)) return path;
  return null;
}
