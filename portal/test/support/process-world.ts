import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { World } from './world.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** A portal in a process of its own, which can be killed and looked into. Its clock is the machine's. */
export class ProcessWorld extends World {
  #child: ChildProcess | null = null;
  /** All that it ever wrote to its two outputs. */
  output = '';

  override clock(): number {
    return Math.floor(Date.now() / 1000);
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  override async start(): Promise<this> {
    const path = join(this.folder, 'portal.json');
    writeFileSync(path, JSON.stringify(this.settings()));
    const child = spawn(process.execPath, [MAIN, path], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    child.stderr.on('data', (chunk) => {
      this.output += chunk;
    });
    const port = await new Promise<number>((settle, fail) => {
      let text = '';
      child.once('exit', (code) => fail(new Error(`it ended with ${code}: ${this.output}`)));
      child.stdout.on('data', (chunk) => {
        this.output += chunk;
        text += chunk;
        const found = /"listening":(\d+)/.exec(text)?.[1];
        if (found !== undefined) settle(Number(found));
      });
    });
    this.base = this.toBase(port);
    this.boot = ((await (await fetch(`${this.base}/v1/status`)).json()) as { boot: string }).boot;
    return this;
  }

  toBase(port: number): string {
    return `http://127.0.0.1:${port}`;
  }

  override async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((settle) => child.once('exit', settle));
    child.kill(signal);
    await ended;
  }
}
