import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type RunningPortal, startPortal } from '../../../tools/services/portal-process.ts';
import type { PortalKey } from '../../src/commands/review/portal-key.ts';

/** A portal as a process of its own, with the settings that the lab printed. */
export class PortalProcess {
  readonly folder: string;
  readonly #file: string;
  #running: RunningPortal | null = null;

  constructor(folder: string, { settings }: PortalKey) {
    this.folder = join(folder, 'portal');
    this.#file = join(folder, 'portal.json');
    writeFileSync(this.#file, JSON.stringify({ ...settings, folder: this.folder, listen: { port: 0 } }));
  }

  /** Gives where it listens. */
  async start(): Promise<string> {
    this.#running = await startPortal(this.#file, () => undefined);
    return `http://127.0.0.1:${this.#running.port}`;
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.stop();
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
