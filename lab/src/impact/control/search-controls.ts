import { join } from 'node:path';
import { makeNewFolder, removeFolder } from '../../adapters/files/files.ts';
import { toRealPlace } from '../../adapters/files/real-place.ts';
import { freshBytes, randomBelow } from '../../adapters/keys/random.ts';
import { planShards, type ReaderProcess, toRawPath, walkMailbox } from '../../evidence/index.ts';
import type { FindingTask, SearchAnswer } from '../finding/finding-task.ts';
import type { SearchSettings } from '../finding/index.ts';
import { CONTROL_EVIDENCE, writeControlMessages } from './compose-controls.ts';

/** What the search found of the control messages: whether a run may say "searched". */
export interface ControlResult {
  /** How many kinds, containers and forms of attachments were tried. */
  readonly tried: number;
  /** Those of them in which nothing was found, sorted. */
  readonly missed: readonly string[];
}

const KEY_BYTES = 32;

/** A temporary folder is the place of the control messages too; they are written when they are searched. */
function toControlFolder(spool: string): string {
  return join(toRealPlace(spool), CONTROL_EVIDENCE);
}

/** Raw real path of the control messages: a process behind the wall has it only if it is given. */
export function toControlRoot(spool: string): string {
  return toRawPath(toControlFolder(spool));
}

/**
 * Searches the control messages, as a task of their own, by a process that will search mail. A control message is known
 * by this task alone: mail that looks like one is mail. Nothing of it is kept but what was missed. The process has not
 * started yet, and `toControlRoot` is part of what it may open.
 */
export async function searchControls(
  seat: ReaderProcess,
  spool: string,
  settings: SearchSettings,
): Promise<ControlResult> {
  const folder = toControlFolder(spool);
  removeFolder(folder);
  makeNewFolder(folder);
  const messages = await writeControlMessages(folder, settings, randomBelow);
  const found = new Map<string, ReadonlySet<string>>();
  const question: FindingTask = {
    valueKey: Buffer.from(freshBytes(KEY_BYTES, 'control key', '')).toString('hex'),
    settings,
    wanted: null,
    again: null,
  };
  const walk = walkMailbox('', CONTROL_EVIDENCE, folder);
  for await (const step of planShards('', walk.files)) {
    if (step.is !== 'shard') continue;
    for await (const { is, ...read } of seat.read(step.shard, [question])) {
      if (is !== 'taken') continue;
      const { location, answer } = read as { readonly location: string; readonly answer: SearchAnswer };
      if (answer.is === 'searched') found.set(location, new Set(answer.findings.map(({ kind }) => kind)));
    }
  }
  removeFolder(folder);
  const tried = new Set(messages.map(({ tries }) => tries));
  const missed = messages.filter(({ location, kind }) => found.get(location)?.has(kind) !== true);
  return { tried: tried.size, missed: [...new Set(missed.map(({ tries }) => tries))].sort() };
}
