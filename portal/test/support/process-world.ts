import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningPortal, startPortal } from '../../../tools/services/portal-process.ts';
import { World } from './world.ts';

/** A portal in a process of its own, which can be killed and looked into. Its clock is the machine's. */
export class ProcessWorld extends World {
  #running: RunningPortal | null = null;
  /** All that it ever wrote to its two outputs. */
  output = '';

  override clock(): number {
    return Math.floor(Date.now() / 1000);
  }

  get pid(): number {
    return this.#running?.pid ?? 0;
  }

  override async start(): Promise<this> {
    const path = join(this.folder, 'portal.json');
    writeFileSync(path, JSON.stringify(this.settings()));
    this.#running = await startPortal(path, (text) => {
      this.output += text;
    });
    this.base = this.toBase(this.#running.port);
    this.boot = ((await (await fetch(`${this.base}/v1/status`)).json()) as { boot: string }).boot;
    return this;
  }

  toBase(port: number): string {
    return `http://127.0.0.1:${port}`;
  }

  override async stop(signal?: NodeJS.Signals): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.stop(signal);
  }
}
