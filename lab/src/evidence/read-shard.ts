import type { Problem } from '@candor/core/base';
import { MissingCopies } from './missing-copies.ts';
import type {
  AnswerRow,
  CopyRow,
  Culprit,
  ItemReading,
  OpaqueAnswer,
  OpaqueQuestion,
  Progress,
  ReaderItem,
} from './protocol.ts';
import { ReaderChild, ReaderDeath, type ReaderLimits } from './reader-child.ts';
import type { Shard } from './shard.ts';
import { findWall } from './wall/index.ts';

/** What reading a shard gives, bit by bit. */
export type ShardStep =
  | { readonly is: 'copies'; readonly rows: readonly CopyRow[] }
  | { readonly is: 'answers'; readonly rows: readonly AnswerRow[] }
  | { readonly is: 'taken'; readonly location: string; readonly answer: OpaqueAnswer }
  /** A part that is read next: a sign of life, and what ended the reader when nothing follows. */
  | { readonly is: 'reading'; readonly location: string; readonly part: string }
  | {
      readonly is: 'item';
      readonly item: ReaderItem;
      readonly reading: ItemReading;
    }
  | { readonly is: 'problem'; readonly problem: Problem }
  | { readonly is: 'progress'; readonly bytes: number };

/** What killed a reader is found in two starts; a shard that kills more readers than this is no evidence any more. */
const DEATHS_A_SHARD_LIMIT = 200;

/** A place in the pool: one reader process, started when it is first needed, or before, and again after a death. */
export class ReaderProcess {
  readonly #roots: readonly string[];
  readonly #spoolFolder: string;
  readonly #limits: ReaderLimits;
  readonly #entry: string | undefined;
  #child: ReaderChild | null = null;
  #isClosed = false;

  /** `roots`: raw real paths that hold the evidence. `entry`: the entry file of a process that answers questions. */
  constructor(roots: readonly string[], spoolFolder: string, limits: ReaderLimits, entry?: string) {
    this.#roots = roots;
    this.#spoolFolder = spoolFolder;
    this.#limits = limits;
    this.#entry = entry;
  }

  /** Starts the process before there is anything to read: that takes as long as finding the first shard. */
  async start(): Promise<void> {
    await findWall();
    if (!this.#isClosed) await this.#startChild();
  }

  /**
   * Reads a shard to its end, whatever is in it. When a reader dies, the next one says what it is about to read, so
   * that the message that killed it is known; that one is quarantined unread and all the others are read.
   */
  async *read(shard: Pick<Shard, 'items'>, questions: readonly OpaqueQuestion[] | null): AsyncIterable<ShardStep> {
    let from: Progress = { item: 0, unit: 0 };
    let careful = false;
    const guilty: Culprit[] = [];
    const said = new Set<string>();
    const missing = new MissingCopies(shard.items, questions === null);
    for (let deaths = 0; ; deaths += 1) {
      let next: Omit<Culprit, 'reason'> = { item: from.item, unit: null };
      let heard = false;
      const child = await this.#startChild();
      try {
        for await (const line of child.read({
          items: shard.items,
          from,
          guilty,
          careful,
          questions,
        })) {
          heard = true;
          if (line[0] === 'begin') next = { item: line[1], unit: line[2] };
          else if (line[0] === 'alive') yield { is: 'progress', bytes: line[1] };
          else if (line[0] === 'reading') yield { is: 'reading', location: line[1], part: line[2] };
          else if (line[0] === 'taken') yield { is: 'taken', location: line[1], answer: line[2] };
          else if (line[0] === 'read') {
            from = line[5];
            missing.count(line[1], line[3]);
            yield* toSteps(line, shard, said);
          }
        }
        for (const problem of missing.toProblems()) yield { is: 'problem', problem };
        return;
      } catch (cause) {
        if (!(cause instanceof ReaderDeath)) throw cause;
        // A reader that says what it does and dies before it does anything cannot start at all: that is a fault.
        if (careful && !heard) throw new Error(`the reader process cannot start: ${child.lastWords()}`);
        this.#endChild();
        if (deaths >= DEATHS_A_SHARD_LIMIT)
          guilty.push(
            ...shard.items.map((_, item) => ({
              item,
              unit: null,
              reason: 'too many readers died',
            })),
          );
        else if (careful) guilty.push({ ...next, reason: REASONS[cause.why] });
        careful = !careful;
      }
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#endChild();
  }

  #endChild(): void {
    this.#child?.close();
    this.#child = null;
  }

  async #startChild(): Promise<ReaderChild> {
    const wall = await findWall();
    this.#child ??= new ReaderChild(wall, this.#roots, this.#spoolFolder, this.#limits, this.#entry);
    return this.#child;
  }
}

const REASONS = {
  time: 'reading it took too long',
  memory: 'reading it took too much memory',
  crash: 'reading it ended the reader process',
} as const;

function* toSteps(
  line: readonly [
    'read',
    readonly CopyRow[],
    readonly AnswerRow[],
    readonly ItemReading[],
    readonly Problem[],
    Progress,
  ],
  shard: Pick<Shard, 'items'>,
  said: Set<string>,
): Iterable<ShardStep> {
  const [, copies, answers, items, problems] = line;
  if (copies.length > 0) yield { is: 'copies', rows: copies };
  if (answers.length > 0) yield { is: 'answers', rows: answers };
  for (const reading of items) {
    const item = shard.items[reading.item];
    if (item !== undefined) yield { is: 'item', item, reading };
  }
  for (const problem of problems) {
    const key = `${problem.code} ${problem.place}`;
    if (!said.has(key)) yield { is: 'problem', problem };
    said.add(key);
  }
}
