import { basename, dirname, join, resolve } from 'node:path';
import { advise, hint, Refusal } from '@candor/core/base';
import type { Incident, NoticeSettings } from '@candor/core/incident';
import { inspectPath, readIncidentBytes } from '../adapters/files/files.ts';
import { readIncidentOnce } from '../adapters/files/incident-reading.ts';
import { toRealPlace } from '../adapters/files/real-place.ts';
import { readFact } from '../adapters/store/state-fact.ts';
import type { Store } from '../adapters/store/store.ts';

/**
 * The current incident file: operators and notification settings. Figures always come from a stored exposure version.
 */
export interface Disclosure {
  readonly incident: Incident;
  readonly notice: NoticeSettings;
  /** Absolute folder of the incident file; paths in it are relative to this. */
  readonly folder: string;
}

/**
 * Reads the incident file of a state again. Evidence that it names need not be there any more.
 * @throws Refusal when the file is gone or invalid.
 */
export async function loadIncidentNow(store: Store): Promise<{ readonly incident: Incident; readonly folder: string }> {
  const path = await readFact(store, 'incident-file');
  if (path === null) throw new Error('a state with a version knows its incident file');
  if (inspectPath(path).is !== 'file')
    throw new Refusal('no-incident', [
      `${path}: the incident file of this state can no longer be read; restore it, or run again with its new place`,
    ]);
  const { incident, advice } = readIncidentOnce(Buffer.from(readIncidentBytes(path)).toString('utf8'), basename(path));
  if (incident === null) throw new Refusal('invalid-incident', advice);
  const bound = await readFact(store, 'incident');
  if (bound !== incident.incident)
    throw new Refusal('other-incident', [
      `${path}: this file now describes incident "${incident.incident}", but the state belongs to "${bound}"; restore the right file`,
    ]);
  refuseCopy(store, path, incident.incident);
  return { incident, folder: dirname(path) };
}

/**
 * A copied incident folder has a state that names the original's incident file: what is edited in the copy would have
 * no effect.
 */
function refuseCopy(store: Store, path: string, incident: string): void {
  const beside = join(dirname(resolve(store.folder)), basename(path));
  if (inspectPath(beside).is !== 'file' || toRealPlace(beside) === toRealPlace(path)) return;
  const own = readIncidentBytes(beside);
  if (Buffer.from(own).equals(Buffer.from(readIncidentBytes(path)))) return;
  if (readIncidentOnce(Buffer.from(own).toString('utf8'), basename(beside)).incident?.incident !== incident) return;
  throw new Refusal('copied-incident', [
    advise`${store.folder}: this state uses ${path}, but ${beside} beside it describes the same incident in other words: the folder was copied. Use the copy with ${hint('run', beside)}, or remove that file to go on with the first`,
  ]);
}

/** The minimum settings, for a file without any. */
function toSuggestedNotice({ organization: { domains, name } }: Incident): string[] {
  const domain = domains[0] ?? 'example.com';
  return [
    `log: { origin: ${domain}/log }`,
    'notice:',
    `  page: ${domain}/notice`,
    `  from: { name: ${JSON.stringify(`${name} Incident Team`)}, address: notice@${domain} }`,
    `  reply: answers@${domain}`,
    `  bounce: bounce@${domain}`,
    '  telephone: "the number on our web site"',
    `  relay: { host: smtp.${domain} }`,
  ];
}

/** @throws Refusal, also when the file does not say how parties are notified. */
export async function loadDisclosure(store: Store): Promise<Disclosure> {
  const { incident, folder } = await loadIncidentNow(store);
  if (incident.notice === null)
    throw new Refusal('no-notice-settings', [
      'the incident file does not say how parties are notified; add this with your own addresses, and the other keys of docs/formats/incident-file.md:',
      ...toSuggestedNotice(incident),
    ]);
  return { incident, notice: incident.notice, folder };
}
