import { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** What a test file took, for the table at the end of a run (`test-tally.ts`). */
export interface FileCost {
  /** Of the worker and of every process that it started and waited for; null where the system does not say. */
  readonly cpuSeconds: number | null;
  /** By the name of the program; those that were started and waited for at once (`spawnSync`) are not counted. */
  readonly processes: Readonly<Record<string, number>>;
}

declare module 'vitest' {
  interface TaskMeta {
    cost?: FileCost;
  }
}

const TICKS_A_SECOND = 100;
let processes: Record<string, number> = {};

type Spawn = (this: unknown, options: { readonly file?: string; readonly args?: readonly string[] }) => unknown;
const prototype = ChildProcess.prototype as unknown as { spawn: Spawn & { readonly isCounted?: true } };
if (prototype.spawn.isCounted !== true) {
  const { spawn } = prototype;
  const counted: Spawn = function (options) {
    const name = toProgram(options.file ?? '', options.args ?? []);
    processes[name] = (processes[name] ?? 0) + 1;
    return spawn.call(this, options);
  };
  prototype.spawn = Object.assign(counted, { isCounted: true as const });
}

let before: number | null = null;

beforeAll(() => {
  processes = {};
  before = readCpuSeconds();
});

// biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern that no fixture is wanted.
afterAll(({}, file) => {
  const after = readCpuSeconds();
  const cpuSeconds = after === null || before === null ? null : after - before;
  file.meta.cost = { cpuSeconds, processes };
});

const WALLS: readonly string[] = ['unshare', 'setpriv', 'bwrap'];

/** What a wall around a process starts is what is meant: `setpriv … -- unshare … -- sh … -- node …`. */
function toProgram(file: string, args: readonly string[]): string {
  const name = basename(file);
  const inner = args[args.lastIndexOf('--') + 1];
  return WALLS.includes(name) && args.includes('--') && inner !== undefined ? basename(inner) : name;
}

/** User and system time of this process and of its children that have ended (proc_pid_stat(5)). */
function readCpuSeconds(): number | null {
  try {
    const text = readFileSync('/proc/self/stat', 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}
