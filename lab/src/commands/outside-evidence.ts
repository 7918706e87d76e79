import { join, resolve } from 'node:path';
import { Refusal } from '@candor/core/base';
import type { Incident } from '@candor/core/incident';
import { identifyPlace, listRealPlaces, toRealPlace } from '../adapters/files/real-place.ts';
import { findMaildir } from '../adapters/mail/find-mail.ts';
import { hasState, openStateForReading, toSpool } from '../adapters/store/state-folder.ts';
import { findLastVersion } from '../exposure/store/version-store.ts';
import { findIncidentFolder, toIncidentOf } from './load-incident.ts';
import { EXPORT_NAMES } from './write-exports.ts';

/** An output path of a command. */
export interface WrittenPlace {
  readonly option: string;
  readonly path: string;
  readonly is: 'folder' | 'file';
}

/**
 * Protects evidence: refuses any place at or below it, through any link or mount, and folders in which an evidence file
 * would be overwritten or removed.
 * @param folder base of the incident's paths.
 * @throws Refusal with a sentence for each place.
 */
export function assertOutsideEvidence(incident: Incident, folder: string, places: readonly WrittenPlace[]): void {
  const evidence = identifyEvidence(incident, folder);
  const reasons = places.flatMap((place) => refusePlace(place, evidence, folder) ?? []);
  if (reasons.length > 0) throw new Refusal('inside-evidence', reasons);
}

/**
 * `assertOutsideEvidence` with what the newest version of a state was judged from; a state that knows of none refuses
 * nothing.
 */
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

/** Without any state: no file is put among the messages of a Maildir, whosever it is. */
export function assertOutsideMaildirs(places: readonly WrittenPlace[]): void {
  const reasons = places.flatMap((place) => {
    const maildir = findMaildir(place.path);
    return maildir === null
      ? []
      : [`${place.path}: this is in the mailbox ${maildir} (Maildir), which is never written to; ${toMend(place)}`];
  });
  if (reasons.length > 0) throw new Refusal('inside-evidence', reasons);
}

/** Incident file paths by `identifyPlace`, and by path: evidence on an unmounted disk is protected too. */
type Evidence = ReadonlyMap<string, string>;

function identifyEvidence({ mailboxes, access, arrivals, directory }: Incident, folder: string): Evidence {
  const paths = [
    ...mailboxes.flatMap(({ evidence, folders }) => [evidence, folders]),
    ...access.map(({ file }) => file),
    ...arrivals.map(({ file }) => file),
    directory,
  ];
  const evidence = new Map<string, string>();
  for (const path of paths) {
    if (path === null) continue;
    for (const key of toKeys(resolve(folder, path))) evidence.set(key, path);
  }
  return evidence;
}

function toKeys(path: string): string[] {
  const id = identifyPlace(path);
  return [...(id === null ? [] : [id]), toRealPlace(path)];
}

function toMend({ option, is }: WrittenPlace): string {
  return is === 'folder' ? `name another folder with ${option} DIR` : `name another place with ${option} FILE`;
}

function refusePlace(written: WrittenPlace, evidence: Evidence, folder: string): string | null {
  const { option, path } = written;
  const mend = toMend(written);
  for (const place of listRealPlaces(path)) {
    const holder = find(evidence, place);
    if (holder === null) continue;
    const where = option === '--state' ? 'the state would be' : 'this is';
    return `${path}: ${where} in the evidence "${holder}", which is never written to; ${mend}`;
  }
  if (option === '--state') {
    const removed = findBelow(evidence, toSpool(path), folder);
    return removed === null
      ? null
      : `${path}: "${removed}" is evidence in the folder where the state keeps what it removes; ${mend}`;
  }
  const replaced = EXPORT_NAMES.map((name) => find(evidence, join(path, name))).find((held) => held !== null);
  return replaced === undefined ? null : `${path}: "${replaced}" is evidence and would be overwritten; ${mend}`;
}

function find(evidence: Evidence, place: string): string | null {
  for (const key of toKeys(place)) if (evidence.has(key)) return evidence.get(key) ?? null;
  return null;
}

/** Evidence at or below a folder. */
function findBelow(evidence: Evidence, above: string, folder: string): string | null {
  const keys = new Set(toKeys(above));
  // Thousands of mailboxes lie in a few folders.
  const isThere = new Map<string, boolean>();
  const isAt = (place: string): boolean => {
    const known = isThere.get(place);
    if (known !== undefined) return known;
    const found = toKeys(place).some((key) => keys.has(key));
    isThere.set(place, found);
    return found;
  };
  for (const path of new Set(evidence.values())) if (listRealPlaces(resolve(folder, path)).some(isAt)) return path;
  return null;
}
