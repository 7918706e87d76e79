import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readShape, type Shape } from '../adapters/store/stored-json.ts';
import type { ReaderLine, ReaderTask } from './protocol.ts';
import {
  toPermissions,
  toProgramFolder,
  toRaw,
  type Wall,
  type WalledPlaces,
  writeReaderProgram,
} from './wall/index.ts';

/** What a reader process may use. */
export interface ReaderLimits {
  /** JavaScript heap. Bytes in transit are outside it and bounded by the readers. */
  readonly heapMegabytes: number;
  /** All memory of the process, looked at from outside (Linux). */
  readonly memoryBytes: number;
  /**
   * After so much CPU time without progress a reader counts as hanging on a message (Linux; elsewhere, and where it
   * waits without working, by the clock). Reading 16 MB takes less than a second.
   */
  readonly silenceMs: number;
}

export const READER_LIMITS: ReaderLimits = {
  heapMegabytes: 256,
  memoryBytes: 1024 * 1024 * 1024,
  silenceMs: 60_000,
};

/** Bytes of one line; a reader that sends more is not a sane one. */
const LINE_LIMIT_BYTES = 256 * 1024 * 1024;
const LOOK_MS = 500;
const PAGE_BYTES = 4096;
/** Time to read what a process wrote before it ended. */
const LEFT_OVER_MS = 2_000;
/** As /proc counts CPU time: the same on every Linux that Node runs on. */
const TICK_MS = 10;
/** A busy machine gives a reader a part of its time only. So many times its patience by the clock is the end of it. */
const BUSY_FACTOR = 10;

/** Characters of what the runtime writes when a reader cannot start. */
const LAST_WORDS_LENGTH = 2_000;

const PACKAGES = resolve(dirname(fileURLToPath(import.meta.url)), '../../../node_modules');
const ENTRY = fileURLToPath(new URL('./reader-process.ts', import.meta.url));

/** How a reader ended before it was done. */
export class ReaderDeath extends Error {
  override readonly name = 'ReaderDeath';
  readonly why: 'time' | 'memory' | 'crash';

  constructor(why: 'time' | 'memory' | 'crash') {
    super(`the reader process ended: ${why}`);
    this.why = why;
  }
}

/**
 * A process that reads hostile bytes: behind the wall of this machine, with nothing of the lab's environment, read
 * access to its program, the packages and the evidence only, bounded memory and patience. It is trusted with nothing
 * but to say what it read.
 */
export class ReaderChild {
  readonly #process: ChildProcess;
  readonly #limits: ReaderLimits;
  readonly #wall: Wall;
  readonly #places: WalledPlaces;
  /** What the system said when it could not start the process. */
  readonly #notStarted: Promise<Error>;
  #lastWords = '';
  #hasAnswered = false;
  /** Since when it owes an answer, and the CPU time that it had then; null while it owes none. */
  #waitingSince: { readonly atMs: number; readonly cpuMs: number | null } | null = null;
  #death: 'time' | 'memory' | 'crash' = 'crash';

  constructor(wall: Wall, roots: readonly string[], spoolFolder: string, limits: ReaderLimits, entry: string = ENTRY) {
    this.#limits = limits;
    this.#wall = wall;
    mkdirSync(join(spoolFolder, 'members'), { recursive: true, mode: 0o700 });
    // Behind the wall a link in a path leads nowhere.
    const spool = realpathSync(spoolFolder);
    const members = join(spool, 'members');
    const entryFile = writeReaderProgram(entry, spool);
    const program = [PACKAGES, toProgramFolder(entryFile, spool)];
    this.#places = { spool: toRaw(spool), program: program.map(toRaw), evidence: roots, job: toRaw(members) };
    const command = wall.toCommand(this.#places, [
      process.execPath,
      ...toPermissions([spool, ...program, ...roots.map(toAllowed)], members),
      `--max-old-space-size=${limits.heapMegabytes}`,
      '--max-semi-space-size=4',
      '--no-warnings',
      '--disable-proto=throw',
      entryFile,
      members,
    ]);
    this.#process = spawn(command[0] ?? '', command.slice(1), {
      // glibc keeps freed memory in an arena for each thread; two are enough for one that works.
      env: { MALLOC_ARENA_MAX: '2' },
      cwd: members,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#lastWords = (this.#lastWords + chunk.toString('utf8')).slice(-LAST_WORDS_LENGTH);
    });
    this.#process.stdin?.on('error', () => {});
    // Where what starts the wall is killed at once, its child never becomes a reader, but holds the pipes for ever.
    this.#process.once('exit', () => setTimeout(() => this.#letGo(), LEFT_OVER_MS).unref());
    this.#notStarted = new Promise((settle) => this.#process.on('error', settle));
  }

  /** Gives a task and hands out the answers as they come. The last one is `done`, or a `ReaderDeath` is thrown. */
  async *read(task: ReaderTask): AsyncIterable<ReaderLine> {
    const { stdin, stdout } = this.#process;
    // Where no descriptor is left for them there are no pipes. That is this machine's fault and no message's: nothing
    // may be set aside for it.
    if (!stdin || !stdout) throw await this.#notStarted;
    stdin.write(`${JSON.stringify(task)}\n`);
    this.#noteProgress();
    const watch = setInterval(() => this.#look(), Math.min(LOOK_MS, this.#limits.silenceMs));
    let held: Buffer[] = [];
    let heldBytes = 0;
    try {
      for (;;) {
        const chunk = (stdout.read() as Buffer | null) ?? (await this.#wait(stdout));
        if (chunk === null) break;
        this.#waitingSince = null;
        this.#noteWall();
        let from = 0;
        for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
          held.push(chunk.subarray(from, at));
          const line = readLine(Buffer.concat(held).toString('utf8'));
          held = [];
          heldBytes = 0;
          from = at + 1;
          yield line;
          if (line[0] === 'done') return;
        }
        held.push(chunk.subarray(from));
        heldBytes += chunk.length - from;
        if (heldBytes > LINE_LIMIT_BYTES) this.kill('crash');
        this.#noteProgress();
      }
      throw new ReaderDeath(this.#death);
    } finally {
      this.#waitingSince = null;
      clearInterval(watch);
    }
  }

  kill(why: 'time' | 'memory' | 'crash'): void {
    this.#death = why;
    this.#end();
  }

  /** For a fault's text only: what a started reader writes may come from the evidence. */
  lastWords(): string {
    return this.#lastWords;
  }

  /** Lets an idle reader go. */
  close(): void {
    this.#process.stdin?.end();
    this.#end();
  }

  /** Behind a wall the reader is ended itself, so that what started it waits for it and leaves nothing behind. */
  #end(): void {
    const { pid } = this.#process;
    const isEnded = this.#process.exitCode !== null || this.#process.signalCode !== null;
    const inner = pid === undefined || isEnded ? [] : listChildren(pid);
    if (!inner.some(killProcess)) this.#process.kill('SIGKILL');
  }

  #letGo(): void {
    for (const pipe of this.#process.stdio) pipe?.destroy();
  }

  #noteProgress(): void {
    this.#waitingSince = { atMs: performance.now(), cpuMs: this.#measureCpu() };
  }

  #measureCpu(): number | null {
    const { pid } = this.#process;
    return pid === undefined ? null : measureCpu(pid);
  }

  #wait(stdout: NonNullable<ChildProcess['stdout']>): Promise<Buffer | null> {
    return new Promise((settle) => {
      const look = (): void => {
        const chunk = stdout.read() as Buffer | null;
        if (chunk !== null) finish(chunk);
      };
      const end = (): void => finish(null);
      const finish = (chunk: Buffer | null): void => {
        stdout.off('readable', look);
        stdout.off('end', end);
        stdout.off('error', end);
        stdout.off('close', end);
        settle(chunk);
      };
      if (stdout.readableEnded || stdout.destroyed) {
        settle(null);
        return;
      }
      stdout.on('readable', look);
      stdout.on('end', end);
      stdout.on('error', end);
      stdout.on('close', end);
    });
  }

  #noteWall(): void {
    if (this.#hasAnswered) return;
    this.#hasAnswered = true;
    this.#wall.noteEvidence(this.#places);
  }

  #look(): void {
    const { pid } = this.#process;
    if (pid !== undefined && measureMemory(pid) > this.#limits.memoryBytes) this.kill('memory');
    else if (this.#isHanging()) this.kill('time');
  }

  #isHanging(): boolean {
    if (this.#waitingSince === null) return false;
    const { atMs, cpuMs } = this.#waitingSince;
    const { silenceMs } = this.#limits;
    const waitedMs = performance.now() - atMs;
    if (waitedMs <= silenceMs) return false;
    const nowMs = this.#measureCpu();
    return cpuMs === null || nowMs === null || nowMs - cpuMs > silenceMs || waitedMs > silenceMs * BUSY_FACTOR;
  }
}

/** Bytes of a process and of those that it started: behind a wall the reader is a child of what started the wall. */
function measureMemory(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return listChildren(pid).reduce((sum, child) => sum + measureMemory(child), pages * PAGE_BYTES);
  } catch {
    // Other systems have no /proc; the heap limit still holds there.
    return 0;
  }
}

/** CPU time of a process and of those that it started; null where no system tells. */
function measureCpu(pid: number): number | null {
  try {
    // The name in parentheses may hold anything; user and system time are the 12th and 13th field behind it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const own = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    return listChildren(pid).reduce((sum, child) => sum + (measureCpu(child) ?? 0), own);
  } catch {
    return null;
  }
}

function listChildren(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
    return children === '' ? [] : children.split(' ').map(Number);
  } catch {
    return [];
  }
}

function killProcess(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
    return false;
  }
}

/** A raw path as an argument. Arguments are text: a path that is not UTF-8 is allowed by its valid prefix. */
function toAllowed(raw: string): string {
  const text = Buffer.from(raw, 'latin1').toString('utf8');
  const odd = text.indexOf('\ufffd');
  return odd < 0 ? text : `${text.slice(0, odd)}*`;
}

const isLine: Shape<ReaderLine> = (value): value is ReaderLine =>
  Array.isArray(value) && LINES.some((kind) => kind === (value as readonly unknown[])[0]);
const LINES: readonly ReaderLine[0][] = ['read', 'taken', 'reading', 'begin', 'alive', 'done'];

/** @throws Error for what no reader says: its program is another one than ours. */
function readLine(text: string): ReaderLine {
  const line = readShape(isLine, text);
  if (line === null) throw new Error('a reader process sent something that is not a line of its protocol');
  return line;
}
