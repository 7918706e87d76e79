import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningServices, toMaildir } from '../../tools/services/running.ts';

const WAIT_MS = 30_000;
const LOOK_MS = 200;

/**
 * Waits for the newest message in a party's mailbox that holds these words (of this run: earlier runs left theirs
 * there).
 */
export async function waitForMail(services: RunningServices, address: string, words: string): Promise<Buffer> {
  const folder = join(toMaildir(services, address), 'new');
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await sleep(LOOK_MS)) {
    const newest = listNewest(folder)
      .map((file) => readFileSync(file))
      .find((bytes) => bytes.toString('latin1').replaceAll('=\r\n', '').includes(words));
    if (newest !== undefined) return newest;
  }
  throw new Error(`nothing with "${words}" arrived at ${address}`);
}

function listNewest(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .map((name) => join(folder, name))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  } catch {
    return [];
  }
}
