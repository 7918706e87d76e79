import { isUtf8 } from 'node:buffer';
import { basename, dirname, join, resolve } from 'node:path';
import { advise, assertNever, hint, type Problem, type Reason, Refusal } from '@candor/core/base';
import type { Incident, NamedPath } from '@candor/core/incident';
import { inspectPath, readIncidentBytes, toUnreadableIncident } from '../adapters/files/files.ts';
import { readIncidentOnce } from '../adapters/files/incident-reading.ts';
import { readFact } from '../adapters/store/state-fact.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import type { StoredVersion } from '../exposure/store/version-store.ts';

/** A valid incident with the place that its paths are relative to. */
export interface LoadedIncident {
  readonly incident: Incident;
  /** The file's bytes as read: the incident file is an input of every verdict. */
  readonly text: string;
  /** Absolute folder of the incident file. */
  readonly folder: string;
  readonly warnings: readonly Problem[];
}

/**
 * Reads and checks an incident file and looks for every file that it names.
 * @throws Refusal with every reason at once, each with its line.
 */
export function loadIncident(path: string): LoadedIncident {
  const text = readIncidentText(path);
  const folder = dirname(resolve(path));
  const reading = readIncidentOnce(text, basename(path));
  const missing = reading.paths.flatMap((named) => findMissing(named, folder, basename(path)));
  const refusals = sortByLine([...reading.advice, ...missing]);
  if (refusals.length > 0 || reading.incident === null) {
    // What a run would only warn of is mended in the same go.
    const warnings = reading.warnings
      .filter(({ code }) => !SAID_LATER.includes(code))
      .map(({ place, text: sentence }) => `${place}: ${sentence}`);
    throw new Refusal('invalid-incident', sortByLine([...refusals, ...warnings]));
  }
  return { incident: reading.incident, text, folder, warnings: reading.warnings };
}

/** What is not there at all is said once the rest is right: who is not done with the file knows it. */
const SAID_LATER: readonly string[] = ['intruder-empty', 'log-missing'];

function readIncidentText(path: string): string {
  const found = inspectPath(path);
  switch (found.is) {
    case 'file':
    case 'other':
      return decode(readIncidentBytes(path), basename(path));
    case 'folder':
      throw new Refusal('incident-is-folder', [
        advise`${path}: this is a folder; name the incident file in it, or write one with ${hint('init', path)}`,
      ]);
    case 'missing':
      throw new Refusal('no-incident', [
        advise`${path}: there is no such file; ${hint('init', '<folder>')} writes an incident file from what it finds`,
      ]);
    case 'unreadable':
      throw toUnreadableIncident(path, found.code);
    default:
      return assertNever(found);
  }
}

/** The unchanged text: stored with every version judged from it. */
function decode(bytes: Uint8Array, fileName: string): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch {
    const line = Buffer.from(bytes)
      .toString('latin1')
      .split('\n')
      .findIndex((latin1) => !isUtf8(Buffer.from(latin1, 'latin1')));
    throw new Refusal('invalid-incident', [
      `${fileName}:${line + 1}: these bytes are not UTF-8; save the file as UTF-8`,
    ]);
  }
}

function findMissing(named: NamedPath, folder: string, fileName: string): string[] {
  const place = `${fileName}:${named.line}: ${named.what} "${named.path}"`;
  const found = inspectPath(resolve(folder, named.path));
  if (found.is === 'missing' && hasOtherForm(folder, named.path))
    return [
      `${place} does not exist with exactly these letters: its folder has the name in the other Unicode form, as macOS stores accents. Rename it as it is written here, or copy its name out of a listing of the folder`,
    ];
  if (found.is === 'missing') return [`${place} does not exist; paths are relative to the folder of ${fileName}`];
  if (found.is === 'unreadable') return [`${place} cannot be opened (${found.code})`];
  // Lists are read completely, and a device may be endless. Mailboxes and logs are not opened here.
  if (found.is === 'other' && (named.what === 'folders' || named.what === 'directory'))
    return [`${place} is a socket, a pipe or a device; name a file`];
  const isFolder = found.is === 'folder';
  if (named.what === 'logs' || named.what === 'watch')
    return isFolder ? [] : [`${place} is not a folder; name a file with \`file\``];
  if (isFolder && named.what === 'access')
    return [`${place} is a folder; name the file, or write \`folder\` instead of \`file\` to read every log in it`];
  return isFolder && named.what !== 'evidence' ? [`${place} is a folder; name the file`] : [];
}

/** Letters with accents are one character (NFC) or two (NFD); people see no difference. */
function hasOtherForm(folder: string, path: string): boolean {
  return [path.normalize('NFC'), path.normalize('NFD')].some(
    (other) => other !== path && inspectPath(resolve(folder, other)).is !== 'missing',
  );
}

function sortByLine(sentences: readonly Reason[]): Reason[] {
  const toLine = (sentence: string) => Number(/^[^:]*:(\d+):/.exec(sentence)?.[1] ?? 0);
  const distinct = new Map(sentences.map((sentence) => [String(sentence), sentence]));
  return [...distinct].sort(([a], [b]) => toLine(a) - toLine(b)).map(([, sentence]) => sentence);
}

/** The folder of the newest run, to which incident file paths are relative. */
export async function findIncidentFolder(state: StateFolder): Promise<string> {
  const file = await readFact(state.store, 'incident-file');
  if (file === null)
    throw new Refusal('no-incident', [
      advise`${state.path}: this state does not say where its incident file is; run ${hint('run')} again`,
    ]);
  return dirname(file);
}

/** The incident as it was when a version was judged. */
export function toIncidentOf(version: StoredVersion): Incident {
  const { incident } = readIncidentOnce(version.inputs.incidentText, 'incident.yaml');
  if (incident === null) throw new Error('the incident file that was kept with the version is not valid');
  return incident;
}

/** A folder stands for the incident file that `candor init` writes into it. */
export function toIncidentFile(path: string): string {
  return inspectPath(path).is === 'folder' ? join(path, 'incident.yaml') : path;
}
