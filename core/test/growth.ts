import { Session } from 'node:inspector/promises';

/**
 * Four times the input costs about four times as much where work is in proportion, and sixteen times where it goes by
 * the square.
 */
const FACTOR = 4;
export const MOST_GROWTH = 10;
/** Work of fewer operations shows nothing: what it does beside its input counts as much. */
const LEAST_OPERATIONS = 1000;

/**
 * How many times more operations `work` takes over four times the input. Operations are counted and never timed, so
 * that neither the machine nor what else runs on it matters: each block of JavaScript that is run counts one, and a
 * method of the engine that goes through an array, bytes or a text counts what it goes through.
 *
 * The engine counts in functions that it compiles after this module was loaded, and it compiles at the first call: a
 * file that measures needs a process of its own (`vitest.config.ts`).
 */
export async function measureGrowth(work: (size: number) => unknown, size: number): Promise<number> {
  const small = await countOperations(() => work(size));
  if (small < LEAST_OPERATIONS) throw new Error(`the work takes ${small} operations at ${size}: begin with more`);
  return (await countOperations(() => work(size * FACTOR))) / small;
}

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

async function countOperations(work: () => unknown): Promise<number> {
  // Counters begin at zero again each time they are taken.
  await session.post('Profiler.takePreciseCoverage');
  walked = 0;
  const restore = countWalks();
  try {
    await work();
  } finally {
    restore();
  }
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const ranges = result.flatMap(({ functions }) => functions.flatMap((each) => each.ranges));
  return ranges.reduce((sum, { count }) => sum + count, walked);
}

type Walker = { readonly length: number };
type Method = (this: Walker, ...args: readonly unknown[]) => unknown;
type Cost = (of: Walker, args: readonly unknown[], result: unknown) => number;

const whole: Cost = ({ length }) => length;
const made: Cost = (_of, _args, result) => (result as Walker).length;
/** As far as it searched. */
const sought: Cost = ({ length }, [, from], result) => {
  const start = typeof from === 'number' ? Math.max(0, from) : 0;
  return Math.max(0, (typeof result === 'number' && result >= 0 ? result : length) - start);
};
/** A sticky pattern is tried at one place, others go on to the end; `lastIndex` is where it was before the call. */
const WALKS: readonly (readonly [prototype: object, cost: Cost, methods: readonly string[]])[] = [
  [Array.prototype, sought, ['indexOf']],
  [
    Array.prototype,
    whole,
    ['copyWithin', 'fill', 'includes', 'join', 'reverse', 'sort', 'splice', 'toSpliced', 'unshift'],
  ],
  [Array.prototype, made, ['concat', 'slice', 'toReversed', 'toSorted', 'with']],
  [String.prototype, sought, ['indexOf']],
  [String.prototype, whole, ['includes', 'normalize', 'replaceAll', 'toLowerCase', 'toUpperCase']],
  [String.prototype, made, ['repeat']],
  [Object.getPrototypeOf(Uint8Array.prototype), sought, ['indexOf']],
  [Object.getPrototypeOf(Uint8Array.prototype), made, ['slice']],
  [Buffer.prototype, sought, ['indexOf']],
  [Buffer.prototype, made, ['toString']],
];

let walked = 0;

/** Until what it gives is called. */
function countWalks(): () => void {
  const undo = WALKS.flatMap(([prototype, cost, names]) => names.map((name) => replace(prototype, name, cost)));
  undo.push(replaceExec());
  return () => {
    for (const each of undo) each();
  };
}

function replace(prototype: object, name: string, cost: Cost): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  if (descriptor === undefined) throw new Error(`there is no method ${name}`);
  const method = descriptor.value as Method;
  const value: Method = function (...args) {
    const result = Reflect.apply(method, this, args);
    walked += cost(this, args, result);
    return result;
  };
  Object.defineProperty(prototype, name, { ...descriptor, value });
  return () => Object.defineProperty(prototype, name, descriptor);
}

/** Every use of a pattern comes here: its cost is what lies between where it began and where its match ends. */
function replaceExec(): () => void {
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (text) {
    const begin = this.global || this.sticky ? this.lastIndex : 0;
    const result = exec.call(this, text);
    const end = result === null ? (this.sticky ? begin : text.length) : result.index + result[0].length;
    walked += 1 + Math.max(0, end - begin);
    return result;
  };
  return () => {
    RegExp.prototype.exec = exec;
  };
}
