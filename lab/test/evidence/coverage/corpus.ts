import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CopyRow } from '../../../src/evidence/protocol.ts';

/** How many messages a file should give, and who says so. */
export interface Expected {
  readonly messages: number;
  readonly basis: string;
}

/** What is compared beyond counts: one line of the page each. */
export interface Comparison {
  readonly what: string;
  readonly compared: number;
  readonly differing: number;
  /** Why the differing ones do. */
  readonly because: string;
}

interface CorpusReading {
  readonly root: string;
  readonly copies: readonly CopyRow[];
  readonly paths: readonly string[];
  /** A folder for files in between. */
  readonly work: string;
}

export interface Corpus {
  readonly name: string;
  /** Mailboxes, as paths below the corpus; the whole corpus is one when it is empty. */
  readonly mailboxes: (root: string) => readonly string[];
  /** Expected messages by path below the corpus; a file that is not named should give none. */
  readonly expect: (root: string, paths: readonly string[]) => ReadonlyMap<string, Expected>;
  /** Where a file gives something else: the path, or the beginning of it, and the reason in a sentence. */
  readonly explanations: readonly (readonly [path: string | RegExp, sentence: string])[];
  /** More than counts: by mailbox path, with what was read. */
  readonly compare?: (reading: CorpusReading) => Promise<readonly Comparison[]>;
}

export const WHOLE = '';

/** One line of the page: how many pairs are not the same, and why. */
export function comparePairs<Pair>(
  what: string,
  pairs: readonly Pair[],
  isSame: (pair: Pair) => boolean,
  explain: (differing: readonly Pair[]) => string = () => '',
): Comparison {
  const differing = pairs.filter((pair) => !isSame(pair));
  return { what, compared: pairs.length, differing: differing.length, because: explain(differing) };
}

/** Every path that the pattern matches gives one message. */
export function oneEach(paths: readonly string[], pattern: RegExp, basis: string): [string, Expected][] {
  return paths.filter((path) => pattern.test(path)).map((path) => [path, { messages: 1, basis }]);
}

/** Separators by the shortest program that finds them: `From ` at the start or after an empty line. */
export function countSeparators(root: string, path: string): number {
  const bytes = readFileSync(join(root, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1').replace(/^(?:\r?\n)+/, '');
  return text.split(/\r?\n\r?\nFrom /).length - (text.startsWith('From ') ? 0 : 1);
}
