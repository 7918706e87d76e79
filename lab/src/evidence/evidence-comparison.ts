import { lstatSync } from 'node:fs';
import { compareUtf8, type Problem } from '@candor/core/base';
import { digestFile, inspectPath } from '../adapters/files/files.ts';
import type { FoundFile } from './evidence-file.ts';
import { toRawBytes } from './file-name.ts';
import type { KnownFile } from './store/judged-file-store.ts';
import type { WalkStep } from './walk.ts';

/**
 * Something that is not as it was read, was never read, or was not there. docs/formats/custody-csv.md, Verification.
 */
export interface ChangedEvidence {
  readonly path: string;
  readonly state: 'changed' | 'missing' | 'unreadable' | 'never-read' | 'added' | NoFile;
  /**
   * Null when nothing that could be read was there. `sha256` is null when it was never read: there is nothing to
   * compare.
   */
  readonly expected: { readonly size: number | null; readonly sha256: string | null } | null;
  /** Null when it is no file that can be read, or has nothing to be compared with. */
  readonly found: Found | null;
}

/** What is in a file's place, or was added beside the files. */
type NoFile = 'folder' | 'link' | 'not-a-file';
type Found = { readonly size: number; readonly sha256: string };

/** Changes of one mailbox that are not in the list: more than `LISTED` were of one kind. */
export interface MoreChanged {
  readonly path: string;
  readonly state: ChangedEvidence['state'];
  /** Whether something was known at their places: `expected` is null for all of them, or for none. */
  readonly isKnown: boolean;
  readonly files: number;
  /** This number of bytes was expected. */
  readonly bytes: number;
}

/** Maximum listed changes of one kind per mailbox, the first by path. */
const LISTED = 1000;

/** What is known of a file: all that was read under its name, the newest run's first. */
type KnownFiles = readonly [KnownFile, ...KnownFile[]];

/** Compares the evidence now with what a run read. */
export class EvidenceComparison {
  /** Files that are known, and their bytes. */
  files = 0;
  bytes = 0;
  readonly #changed: ChangedEvidence[] = [];
  readonly #more: MoreChanged[] = [];
  /** Evidence of the mailbox that is compared, and what was told of it. */
  #mailbox: string | null = null;
  #listed = new Map<string, number>();
  #further = new Map<string, { -readonly [key in keyof MoreChanged]: MoreChanged[key] }>();
  readonly #isJudged: boolean;
  readonly #saidByRun: ReadonlySet<string>;
  readonly #onBytes: (bytes: number) => void;

  /**
   * `said` are the problems of the run's own walk: a link that it did not follow was not added since. Unless
   * `isJudged`, a run was stopped: what it had not read is known from what the version was judged from.
   */
  constructor(said: readonly Place[], isJudged: boolean, onBytes: (bytes: number) => void) {
    this.#isJudged = isJudged;
    this.#saidByRun = new Set(said.map(toKey));
    this.#onBytes = onBytes;
  }

  /** A file that is named by itself; links to it are followed, as the run does. */
  async addInput(known: KnownFiles, path: string): Promise<void> {
    const [first] = known;
    if (this.#count(first)) {
      const { is } = inspectPath(path);
      if (is === 'file') await this.#compare(known, path);
      else this.#push(first, is === 'other' ? 'not-a-file' : is);
    }
    this.#onBytes(first.size ?? 0);
  }

  /** `known` and `walk` in order of path. */
  async addMailbox(evidence: string, known: AsyncIterable<KnownFile>, walk: Iterable<WalkStep>): Promise<void> {
    this.#mailbox = evidence;
    const lost = new Set<string>();
    const problems: Problem[] = [];
    const files = listFiles(walk, problems);
    let next = files.next();
    for await (const group of groupByPath(known)) {
      const [first] = group;
      for (; next.done !== true && compareUtf8(next.value.location, first.path) < 0; next = files.next())
        await this.#pushAdded(next.value);
      if (next.done !== true && next.value.location === first.path) {
        if (this.#count(first)) await this.#compare(group, toRawBytes(next.value.raw), next.value);
        next = files.next();
      } else if (first.isNow || !this.#isJudged) {
        const loss = toLoss(first);
        if (this.#count(first)) this.#push(first, loss.state);
        if (loss.isThere) lost.add(first.path);
      }
      this.#onBytes(first.size ?? 0);
    }
    for (; next.done !== true; next = files.next()) await this.#pushAdded(next.value);
    for (const problem of problems) {
      // Of evidence that is not there at all every file is missing.
      if (problem.place === evidence || lost.has(problem.place) || this.#saidByRun.has(toKey(problem))) continue;
      this.#tell({ path: problem.place, state: toNoFile(problem), expected: null, found: null });
    }
    this.#more.push(...this.#further.values());
    this.#mailbox = null;
    this.#listed = new Map();
    this.#further = new Map();
  }

  toChanged(): { readonly changed: readonly ChangedEvidence[]; readonly more: readonly MoreChanged[] } {
    return { changed: this.#changed.sort((a, b) => compareUtf8(a.path, b.path)), more: this.#more };
  }

  /** Whether the run read it: else there is nothing to compare. */
  #count(known: KnownFile): boolean {
    this.files += 1;
    this.bytes += known.size ?? 0;
    if (known.sha256 === null) this.#push(known, 'never-read');
    return known.sha256 !== null;
  }

  async #compare(known: KnownFiles, path: string | Buffer, file: FoundFile | null = null): Promise<void> {
    const [first] = known;
    const found = await digest(path);
    if (found === null) this.#push(first, 'unreadable');
    else if (!known.some(({ isNow, sha256 }) => isNow === first.isNow && sha256 === found.sha256))
      this.#push(first, 'changed', found);
    else if (file?.linked === true && first.raw !== null && first.raw !== file.raw) this.#push(first, 'link', found);
  }

  #push(known: KnownFile, state: ChangedEvidence['state'], found: Found | null = null): void {
    const { path, size, sha256 } = known;
    this.#tell({ path, state, expected: { size, sha256 }, found });
  }

  async #pushAdded({ location: path, raw }: FoundFile): Promise<void> {
    this.#tell({ path, state: 'added', expected: null, found: await digest(toRawBytes(raw)) });
  }

  /** By kind, so that a million of one hide none of another. */
  #tell(change: ChangedEvidence): void {
    const { state, expected } = change;
    const path = this.#mailbox;
    const kind = `${state} ${expected !== null}`;
    const listed = this.#listed.get(kind) ?? 0;
    if (path === null || listed < LISTED) {
      this.#listed.set(kind, listed + 1);
      this.#changed.push(change);
      return;
    }
    const more = this.#further.get(kind) ?? { path, state, isKnown: expected !== null, files: 0, bytes: 0 };
    more.files += 1;
    more.bytes += expected?.size ?? 0;
    this.#further.set(kind, more);
  }
}

type Place = Pick<Problem, 'code' | 'place'>;

function toKey({ code, place }: Place): string {
  return `${code} ${place}`;
}

/** The files of a walk; its problems go into `problems`. */
function* listFiles(walk: Iterable<WalkStep>, problems: Problem[]): Generator<FoundFile> {
  for (const step of walk) {
    if (step.is === 'file') yield step.file;
    else if (step.is === 'problem') problems.push(step.problem);
  }
}

async function* groupByPath(known: AsyncIterable<KnownFile>): AsyncIterable<KnownFiles> {
  let group: [KnownFile, ...KnownFile[]] | null = null;
  for await (const file of known) {
    if (group?.[0].path === file.path) {
      group.push(file);
      continue;
    }
    if (group !== null) yield group;
    group = [file];
  }
  if (group !== null) yield group;
}

/** Null when it cannot be read. */
async function digest(path: string | Buffer): Promise<Found | null> {
  try {
    return await digestFile(path);
  } catch {
    return null;
  }
}

/**
 * What has become of a file that the walk does not meet any more, and whether the walk may meet something else in its
 * place, which it tells of.
 */
function toLoss({ raw }: KnownFile): { readonly state: ChangedEvidence['state']; readonly isThere: boolean } {
  if (raw === null) return { state: 'missing', isThere: true };
  try {
    const status = lstatSync(toRawBytes(raw));
    if (status.isSymbolicLink()) return { state: 'link', isThere: true };
    if (status.isDirectory()) return { state: 'folder', isThere: true };
    // No longer reachable from the evidence.
    return status.isFile() ? { state: 'missing', isThere: false } : { state: 'not-a-file', isThere: true };
  } catch (cause) {
    const gone = ['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '');
    return { state: gone ? 'missing' : 'unreadable', isThere: false };
  }
}

/** Problems of places where none was reported before. */
function toNoFile({ code }: Problem): ChangedEvidence['state'] {
  switch (code) {
    case 'too-many-files':
      return 'added';
    case 'too-deep':
      return 'folder';
    case 'not-a-file':
      return 'not-a-file';
    case 'unreadable-file':
      return 'unreadable';
    default:
      // It leads out, back, or nowhere.
      return 'link';
  }
}
