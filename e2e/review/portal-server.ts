import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from '../candor.ts';

/** The portal as a process, as an operator starts it. */
export class PortalServer {
  /** What it wrote: one line for each request. */
  readonly lines: string[] = [];
  readonly #settings: string;
  #child: ChildProcess | null = null;

  constructor(settings: string) {
    this.#settings = settings;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(PROJECT, 'portal/src/main.ts'), this.#settings], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    // A run that breaks off leaves no process behind.
    process.once('exit', () => child.kill());
    await new Promise<void>((settle, fail) => {
      child.once('exit', (code) => fail(new Error(`the portal ended with ${code}`)));
      child.stdout.on('data', (chunk: Buffer) => {
        const lines = chunk.toString('utf8').trim().split('\n');
        this.lines.push(...lines);
        if (lines.some((line) => line.includes('"listening"'))) settle();
      });
    });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null) return;
    const ended = new Promise((settle) => child.once('exit', settle));
    child.kill();
    await ended;
  }
}
