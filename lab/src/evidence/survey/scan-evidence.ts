import { type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Incident } from '@candor/core/incident';
import { listLogFiles } from '@candor/core/incident';
import { toRawPath } from '../file-name.ts';
import { openStamp, type Stamp, toLogStamp } from '../stamp.ts';
import type { Arrival, RegisteredArrival } from '../store/arrival-store.ts';
import { canOpen, walkInOrder } from '../walk.ts';
import { listFolderLogs } from './log-folder.ts';

/** A log or mailbox that is not as the newest exposure was judged from it. */
export interface FoundArrival extends Arrival {
  /** Milliseconds; the files say when they last changed. */
  readonly changedMs: number;
  /** No form of the evidence was judged before. */
  readonly isNew: boolean;
  /** A log in a folder of the incident file, which can be left for later individually. */
  readonly isInFolder: boolean;
}

export interface EvidenceScanOrder {
  readonly incident: Incident;
  /** Paths of the incident are relative to it. */
  readonly folder: string;
  readonly arrivals: readonly RegisteredArrival[];
  /** Without it, the number of files is not limited. */
  readonly mostFiles?: number;
}

export interface EvidenceScan {
  readonly found: readonly FoundArrival[];
  readonly listed: ReadonlySet<string>;
  /** A run reports what follows from a log that is missing in its folder. */
  readonly gone: readonly string[];
  readonly isWhole: boolean;
}

/**
 * Compares what the incident file leads to with what the newest exposure was judged from, by size and time of last
 * change: nothing is opened, and nothing but the file system is asked. It polls, because notifications of changes do
 * not come over NFS and SMB.
 */
export function scanEvidence({
  incident,
  folder,
  arrivals,
  mostFiles = Number.POSITIVE_INFINITY,
}: EvidenceScanOrder): EvidenceScan {
  const current = new Map(
    arrivals.filter(({ isCurrent }) => isCurrent).map((arrival) => [toKey(arrival.purpose, arrival.place), arrival]),
  );
  const ever = new Set(arrivals.map(({ purpose, place }) => toKey(purpose, place)));
  const found: FoundArrival[] = [];
  let files = 0;
  let isWhole = true;
  const compare = (
    purpose: Arrival['purpose'],
    place: string,
    stamp: Omit<Stamp, 'newest'>,
    changedMs: number,
    isInFolder: boolean,
  ) => {
    const key = toKey(purpose, place);
    if (current.get(key)?.stamp === stamp.stamp) return;
    found.push({ purpose, place, ...stamp, changedMs, isNew: !ever.has(key), isInFolder });
  };
  const listed = listFolderLogs(incident, folder).incident;
  const logs = listLogFiles(listed);
  const isInFolder = new Set(listed.access.slice(incident.access.length).map(({ file }) => file));
  for (const { file } of logs) {
    files += 1;
    const status = findStatus(resolve(folder, file));
    if (status === null || !status.isFile()) continue;
    // Rights may have been mended since: the file itself did not change then.
    const wasClosed = current.get(toKey('access', file))?.stamp.endsWith(' closed') === true;
    const isOpened = !wasClosed || canOpen(toRawPath(resolve(folder, file)));
    const stamp = toLogStamp(status.size, String(status.mtimeMs), isOpened);
    const { size } = status;
    compare('access', file, { stamp, files: 1, bytes: size }, status.mtimeMs, isInFolder.has(file));
  }
  for (const { evidence } of incident.mailboxes) {
    if (files >= mostFiles) {
      isWhole = false;
      break;
    }
    const stamp = openStamp();
    let isThere = true;
    for (const step of walkInOrder(evidence, resolve(folder, evidence))) {
      if (step.is === 'file') {
        stamp.add(step.file);
        files += 1;
      }
      // What is not there is a matter for `candor check`, and not an arrival.
      if (step.is === 'problem' && step.problem.code === 'missing-file' && step.problem.place === evidence)
        isThere = false;
      if (files > mostFiles) break;
    }
    if (files > mostFiles) {
      isWhole = false;
      break;
    }
    const { newest, ...rest } = stamp.end();
    if (isThere) compare('mailbox', evidence, rest, Number(newest / 1_000_000n), false);
  }
  const named = new Set(logs.map(({ file }) => file));
  const folders = incident.access.filter(({ isFolder }) => isFolder === true).map(({ file }) => `${file}/`);
  const gone = arrivals
    .filter(({ purpose, place, isCurrent }) => isCurrent && purpose === 'access' && !named.has(place))
    .map(({ place }) => place)
    .filter((place) => folders.some((each) => place.startsWith(each)));
  return { found, listed: isInFolder, gone, isWhole };
}

function toKey(purpose: Arrival['purpose'], place: string): string {
  return `${purpose} ${place}`;
}

function findStatus(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
