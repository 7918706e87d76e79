import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A program with its arguments, run to its end. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Measured {
  /** User and system time of the process and every descendant that was waited for. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Memory {
  /** Highest resident set of any one process of the tree (VmHWM). */
  readonly largestBytes: number;
  /** Highest sum of resident sets seen at one moment; pages that processes share count once for each. */
  readonly sumBytes: number;
}

const SAMPLE_MS = 50;
/**
 * bash's `time` reads the resource usage of waited-for children, grandchildren included, to the millisecond. Node has
 * no way to ask for it, and nothing else that does is on every machine that the tests run on. The times go to
 * descriptor 3, apart from all output.
 */
const TIMED = 'TIMEFORMAT="%3U %3S %3R"; exec 4>&2; { time "$@" 2>&4; } 2>&3';

/** Runs a command and measures it. `observe` gets the process id at once, and is told when to stop. */
export async function measure(command: Command, observe?: (pid: number) => () => void): Promise<Measured> {
  const child = spawn('bash', ['-c', TIMED, 'bash', command.program, ...command.args], {
    cwd: command.cwd ?? process.cwd(),
    env: { ...process.env, LC_ALL: 'C', ...command.env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const stop = child.pid === undefined ? undefined : observe?.(child.pid);
  const [stdout, stderr, times, exitCode] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    readAll(child.stdio[3] as NodeJS.ReadableStream | null),
    new Promise<number>((settle, fail) => {
      child.on('error', fail);
      child.on('close', (code) => settle(code ?? 1));
    }),
  ]);
  stop?.();
  const [user = Number.NaN, system = Number.NaN, real = Number.NaN] = times.trim().split(/\s+/).map(Number);
  return { cpuSeconds: user + system, wallSeconds: real, exitCode, stdout, stderr };
}

/** Runs a command while looking at the memory of its whole tree. Looking costs time, so this run is not timed. */
export async function measureMemory(command: Command): Promise<Measured & Memory> {
  let largestBytes = 0;
  let sumBytes = 0;
  const measured = await measure(command, (pid) => {
    const timer = setInterval(() => {
      const tree = listTree(pid).map(readMemory);
      sumBytes = Math.max(
        sumBytes,
        tree.reduce((sum, { resident }) => sum + resident, 0),
      );
      largestBytes = Math.max(largestBytes, ...tree.map(({ peak }) => peak));
    }, SAMPLE_MS);
    return () => clearInterval(timer);
  });
  return { ...measured, largestBytes, sumBytes };
}

/** The descendants of a process, without itself (it is bash, which is ours and small). */
function listTree(ancestor: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const parent = readParent(pid);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found: number[] = [];
  const open = [ancestor];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    const below = children.get(pid) ?? [];
    found.push(...below);
    open.push(...below);
  }
  return found;
}

function readParent(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

function readMemory(pid: number): { readonly resident: number; readonly peak: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (field: string): number =>
      Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
    return { resident: read('VmRSS'), peak: read('VmHWM') };
  } catch {
    return { resident: 0, peak: 0 };
  }
}

async function readAll(stream: NodeJS.ReadableStream | null): Promise<string> {
  if (stream === null) return '';
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) text += chunk;
  return text;
}
