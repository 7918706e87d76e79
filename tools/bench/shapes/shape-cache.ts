import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ShapeCounts, writeManyMailboxes } from './many-mailboxes.ts';

/** A change of the generator changes the number, so that old corpora are made again. */
const GENERATOR_VERSION = 1;

export interface Shape {
  /** The incident file. */
  readonly incident: string;
  readonly counts: ShapeCounts;
}

/** An incident of small messages, made now or found from an earlier run. */
export function provideManyMailboxes(folder: string, mailboxes: number, messages: number): Shape {
  const place = join(folder, `shape-${mailboxes}-of-${messages}`);
  const manifest = join(place, 'manifest.json');
  const incident = join(place, 'incident.yaml');
  if (existsSync(manifest)) {
    const found = JSON.parse(readFileSync(manifest, 'utf8')) as { version: number; counts: ShapeCounts };
    if (found.version === GENERATOR_VERSION) return { incident, counts: found.counts };
  }
  rmSync(place, { recursive: true, force: true });
  const counts = writeManyMailboxes(place, mailboxes, messages);
  // Written last: without it the corpus was cut off while it was made.
  writeFileSync(manifest, `${JSON.stringify({ version: GENERATOR_VERSION, counts })}\n`);
  return { incident, counts };
}
