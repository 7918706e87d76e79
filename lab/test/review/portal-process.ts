import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { PortalKey } from '../../src/commands/review/portal-key.ts';

const MAIN = join(import.meta.dirname, '../../../portal/src/main.ts');

/** A portal as a process of its own, with the settings that the lab printed. */
export class PortalProcess {
  readonly folder: string;
  readonly #file: string;
  #child: ChildProcess | null = null;

  constructor(folder: string, { settings }: PortalKey) {
    this.folder = join(folder, 'portal');
    this.#file = join(folder, 'portal.json');
    writeFileSync(this.#file, JSON.stringify({ ...settings, folder: this.folder, listen: { port: 0 } }));
  }

  /** Gives where it listens. */
  async start(): Promise<string> {
    const child = spawn(process.execPath, [MAIN, this.#file], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    return new Promise((settle, fail) => {
      child.once('exit', () => fail(new Error('the portal ended')));
      child.stdout.on('data', (chunk) => {
        const port = /"listening":(\d+)/.exec(String(chunk))?.[1];
        if (port !== undefined) settle(`http://127.0.0.1:${port}`);
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

  /** Looks into what it keeps; a reviewer would need a passkey. */
  rows<Row>(query: string): readonly Row[] {
    const database = new Database(join(this.folder, 'portal.db'), { readonly: true });
    try {
      return database.prepare<[], Row>(query).all();
    } finally {
      database.close();
    }
  }
}
