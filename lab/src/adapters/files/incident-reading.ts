import { type IncidentReading, readIncident } from '@candor/core/incident';
import { withSmallNursery } from '../process/heap.ts';

/** Readings that are kept: one of the file as it is now, and one of what the newest version was judged from. */
const KEPT = 2;
const readings: { readonly text: string; readonly fileName: string; readonly reading: IncidentReading }[] = [];

/**
 * `readIncident`, of the same text only once: a command asks for the incident in several places, and a file of five
 * thousand mailboxes takes half a second and a hundred megabytes.
 */
export function readIncidentOnce(text: string, fileName: string): IncidentReading {
  const at = readings.findIndex((kept) => kept.text === text && kept.fileName === fileName);
  const [known] = at < 0 ? [] : readings.splice(at, 1);
  const kept = known ?? { text, fileName, reading: withSmallNursery(() => readIncident(text, fileName)) };
  readings.unshift(kept);
  readings.splice(KEPT);
  return kept.reading;
}
