import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveConsole } from '../../../lab/src/apps/console/serve-console.ts';
import { listIncidents } from '../../../lab/src/commands/incidents/list-incidents.ts';
import { prepareDemo } from '../../../lab/src/commands/prepare-demo.ts';
import { silentProgress } from '../../../lab/src/commands/progress.ts';
import { runIncident } from '../../../lab/src/commands/run-incident.ts';
import { openWatched } from '../reviewer/looked-at.ts';

/** The real console over real states. */
export interface DeskWorld {
  /** A page that is signed in, at an address after the `#`. */
  open(
    browser: Browser,
    address: string,
    options?: Parameters<typeof openWatched>[1],
  ): Promise<{ readonly page: Page; readonly faults: string[] }>;
  /** What the server could not answer. */
  readonly faults: readonly string[];
  readonly served: Awaited<ReturnType<typeof serveConsole>>;
  /** Of the first incident. */
  readonly state: string;
  close(): Promise<void>;
}

/** Runs the bundled incident, as often as there are names, and serves it. @param port one a test file */
export async function serveDesk(port: number, names: readonly string[] = ['.candor']): Promise<DeskWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-desk-'));
  for (const name of names)
    await runIncident({
      incident: prepareDemo(),
      state: join(folder, name),
      out: null,
      workers: 1,
      accept: [],
      progress: silentProgress,
    });
  const faults: string[] = [];
  const note = (fault: string): void => void faults.push(fault);
  const served = await serveConsole(await listIncidents(folder), { person: 'Marek', port, note });
  return {
    faults,
    served,
    state: join(folder, names[0] ?? ''),
    open: async (browser, address, options) => {
      const watched = await openWatched(browser, options);
      const { page } = watched;
      await page.goto(`file://${served.makeEntry()}`);
      await page.waitForURL((url) => url.protocol === 'http:' && url.pathname === '/');
      if (address !== '/') await page.goto(`${served.address}/#${address}`);
      return watched;
    },
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
