import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { compareUtf8 } from '@candor/core/base';
import type { Incident } from '@candor/core/incident';
import { isUnfinishedName } from './log-folder.ts';
import type { FoundArrival } from './scan-evidence.ts';
import { type Surveyed, surveyFile } from './survey-folder.ts';

/** A file unchanged for this time is complete. */
export const STABLE_AFTER_MS = 10_000;

/** A log or mailbox that no entry of the incident file leads to. */
export interface UnnamedFile {
  /** The path is relative to the incident file. */
  readonly path: string;
  readonly what: 'log' | 'mailbox';
  readonly lines: readonly string[];
}

export interface UnnamedOrder {
  readonly incident: Incident;
  /** Paths of the incident are relative to it. */
  readonly folder: string;
  /** A person named these absolute folders, so they are searched at any depth. */
  readonly named: readonly string[];
  /** Absolute places that are never looked into: the state, and where exports go. */
  readonly except: readonly string[];
  readonly nowMs: number;
  /** Files whose first bytes are read in one go; the others are known at a later look. */
  readonly mostSurveyed: number;
}

/** Entries that are looked at in one go; a folder with more is no place where evidence arrives. */
const MOST_ENTRIES = 20_000;
const DEEPEST = 8;
/** Depth in unnamed folders: a mailbox is a folder with messages one or two levels below. */
const DEEPEST_BESIDE = 3;
/** Bytes of a file by which it is known what it is. */
const HEAD_BYTES = 65_536;

/** What was known of a file by its first bytes, by its path, size and time of last change. */
export type SurveyMemory = Map<string, Surveyed['is']>;

/**
 * Finds logs and mailboxes beside the evidence, or in given folders, that no entry names. Nothing in them is judged:
 * only a person knows the mailbox and the log's coverage.
 */
export function findUnnamedFiles(order: UnnamedOrder, memory: SurveyMemory): UnnamedFile[] {
  const { incident, folder, named } = order;
  const covered = new Set(
    [
      ...incident.mailboxes.flatMap(({ evidence, folders }) => [evidence, folders]),
      ...incident.access.map(({ file }) => file),
      ...incident.arrivals.map(({ file }) => file),
      incident.directory,
    ]
      .flatMap((path) => (path === null ? [] : [resolve(folder, path)]))
      .concat(order.except),
  );
  const beside = [...incident.mailboxes.map(({ evidence }) => evidence), ...incident.access.map(({ file }) => file)]
    .map((path) => dirname(resolve(folder, path)))
    // Results, keys and other incidents may be beside the incident file.
    .filter((path) => path !== folder && !covered.has(path));
  const looked = new Set<string>();
  const found = new Map<string, UnnamedFile>();
  let entries = 0;
  let surveyed = 0;
  const visit = (path: string, top: string | null, depth: number): void => {
    for (const entry of listEntries(path)) {
      entries += 1;
      if (entries > MOST_ENTRIES) return;
      const place = join(path, entry.name);
      if (isUnfinishedName(entry.name) || covered.has(place) || looked.has(place)) continue;
      looked.add(place);
      if (entry.isDirectory() && depth > 0) visit(place, top ?? place, depth - 1);
      if (!entry.isFile()) continue;
      const known = memory.size;
      const is = surveyed < order.mostSurveyed ? survey(place, order.nowMs, memory) : null;
      if (memory.size > known) surveyed += 1;
      if (is === 'access' || is === 'foreign') add(found, place, 'log', folder);
      else if (is === 'mail') add(found, top ?? place, 'mailbox', folder);
    }
  };
  for (const path of named) visit(path, null, DEEPEST);
  for (const path of new Set(beside)) visit(path, null, DEEPEST_BESIDE);
  return [...found.values()].sort((a, b) => compareUtf8(a.path, b.path));
}

function add(found: Map<string, UnnamedFile>, place: string, what: UnnamedFile['what'], folder: string): void {
  const path = relative(folder, place);
  const quoted = /^[\w@./-]+$/.test(path) ? path : JSON.stringify(path);
  const lines =
    what === 'log'
      ? ['access:', `  - file: ${quoted}`]
      : ['mailboxes:', `  - { custodian: TO FILL IN, address: TO FILL IN, evidence: ${quoted} }`];
  if (!found.has(path)) found.set(path, { path, what, lines });
}

/** What still grows is not looked at: its first bytes may not be there yet. */
function survey(place: string, nowMs: number, memory: SurveyMemory): Surveyed['is'] | null {
  const status = findStatus(place);
  if (status === null || nowMs - status.mtimeMs < STABLE_AFTER_MS) return null;
  const key = `${place}\0${status.size}\0${status.mtimeMs}`;
  const known = memory.get(key) ?? surveyFile(place, HEAD_BYTES).is;
  memory.set(key, known);
  return known;
}

function findStatus(place: string): { readonly size: number; readonly mtimeMs: number } | null {
  try {
    return lstatSync(place);
  } catch {
    return null;
  }
}

function listEntries(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => compareUtf8(a.name, b.name));
  } catch {
    return [];
  }
}

interface Sighting {
  readonly stamp: string;
  readonly sinceMs: number;
  /** A changed stamp means that the file is still being written. */
  readonly isChanging: boolean;
}

/**
 * Determines which arrivals are complete: unchanged between rounds for ten seconds, or last changed long enough ago by
 * the clock, as for a file renamed in. A file server's clock may be slow, so it alone does not count for a file seen
 * changing.
 */
export class StabilityWatch {
  readonly #stillMs: number;
  #sightings = new Map<string, Sighting>();

  constructor(stillMs: number = STABLE_AFTER_MS) {
    this.#stillMs = stillMs;
  }

  /**
   * @param nowMs by this machine's clock.
   * @param sinceStartMs by a monotonic clock.
   */
  select(found: readonly FoundArrival[], nowMs: number, sinceStartMs: number): readonly FoundArrival[] {
    const sightings = new Map<string, Sighting>();
    const still = found.filter((arrival) => {
      const { purpose, place, stamp, changedMs } = arrival;
      const key = `${purpose} ${place}`;
      const before = this.#sightings.get(key);
      const sighting =
        before?.stamp === stamp ? before : { stamp, sinceMs: sinceStartMs, isChanging: before !== undefined };
      sightings.set(key, sighting);
      if (sinceStartMs - sighting.sinceMs >= this.#stillMs) return true;
      return !sighting.isChanging && nowMs - changedMs >= this.#stillMs;
    });
    this.#sightings = sightings;
    return still;
  }
}
