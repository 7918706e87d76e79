import { lookup } from 'node:dns/promises';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consolePaths } from '@candor/core/contract/console';
import type { OperationRole } from '@candor/core/contract/operations';
import { readConsolePages } from '../../adapters/files/web-pages.ts';
import { listenOnLoopback } from '../../adapters/net/loopback.ts';
import type { IncidentRow } from '../../commands/incidents/list-incidents.ts';
import { CONSOLE_NAMES } from './browser-guard.ts';
import { buildConsole } from './console-app.ts';
import { FirstUse } from './first-use.ts';
import { openIncidents } from './opened-incidents.ts';
import { toPageFiles } from './page-files.ts';
import { Sessions } from './sessions.ts';
import { SigningDesk } from './signing-desk.ts';

export interface ServedConsole {
  readonly address: string;
  /** Writes the file that opens the console in a browser, once and within a minute. */
  makeEntry(): string;
  close(): Promise<void>;
}

/** The person at this machine has every role. */
const ALONE: readonly OperationRole[] = ['viewer', 'responder', 'counsel', 'notifier'];

interface ConsoleOrder {
  readonly person: string;
  readonly port: number;
  readonly note: (fault: string) => void;
  readonly roles?: readonly OperationRole[];
  /** In which incidents can begin; null or missing: in none. */
  readonly folder?: string | null;
  /** A clock that nobody sets. */
  readonly nowMs?: () => number;
}

/** Serves the incidents to the person at this machine. @throws Refusal when the port is taken */
export async function serveConsole(
  rows: readonly IncidentRow[],
  { person, port, note, roles = ALONE, folder: begins = null, nowMs = () => performance.now() }: ConsoleOrder,
): Promise<ServedConsole> {
  const files = toPageFiles(await readConsolePages());
  const incidents = openIncidents(rows);
  for (const { shown, jobs } of incidents.values()) if (shown.fault === null) await jobs.settle();
  const sessions = new Sessions(nowMs);
  const signing = new SigningDesk(nowMs);
  const firstUse = begins === null ? null : new FirstUse(begins, incidents);
  const app = await buildConsole({
    firstUse,
    person,
    roles,
    sessions,
    signing,
    incidents,
    files,
    port: () => port,
    note,
  });
  await app.ready();
  const loopback = await listenOnLoopback(app.server, port);
  const folder = mkdtempSync(join(tmpdir(), 'candor-console-'));
  const address = `http://${await chooseName()}:${port}`;
  return {
    address,
    makeEntry: () => {
      const file = join(folder, 'open.html');
      rmSync(file, { force: true });
      writeFileSync(file, toEntry(`${address}${consolePaths.start}#${sessions.issueToken()}`), {
        mode: 0o600,
        flag: 'wx',
      });
      return file;
    },
    close: async () => {
      loopback.close();
      rmSync(folder, { recursive: true, force: true });
      app.server.closeAllConnections();
      await app.close();
      await firstUse?.close();
      for (const { readers, writer, jobs } of incidents.values()) {
        await readers.close();
        await writer.close(true);
        await jobs.close();
      }
    },
  };
}

/** What follows `#` is sent to no server and stays in no list of processes. */
function toEntry(address: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${address}"><title>Candor</title>\n`;
}

/** Systems that do not know the name have the shorter one. */
async function chooseName(): Promise<string> {
  const [name, plain] = CONSOLE_NAMES;
  return lookup(name).then(
    () => name,
    () => plain,
  );
}
