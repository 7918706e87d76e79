// Where the services of this clone live, and what tests read to find them.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../setup.mjs';

/**
 * Only root writes here, so that nobody can lay a link in the way; short, because the names of sockets are limited to
 * 107 bytes.
 */
export const folder = join(
  '/var/cache',
  `candor-services-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`,
);
const FACTS = join(folder, 'services.json');
/**
 * The same for whoever looks in the project; lost when packages are installed again, which is why it is not the
 * original.
 */
const POINTER = join(root, 'node_modules/.cache/candor/services.json');

/** All on 127.0.0.1. Another clone's services take the next block of ports. */
const PORTS = {
  resolver: 5300,
  authority: 5301,
  relay: 2525,
  recipients: 2526,
  checker: 2527,
  lmtp: 2528,
  imap: 2143,
  imaps: 2993,
  spam: 2783,
};
const BLOCK_STEP = 10_000;
const BLOCKS = 5;

export function readFacts() {
  try {
    return JSON.parse(readFileSync(FACTS, 'utf8'));
  } catch {
    return null;
  }
}

export function writeFacts(facts) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const text = `${JSON.stringify(facts, null, 2)}\n`;
  writeFileSync(FACTS, text);
  mkdirSync(join(POINTER, '..'), { recursive: true });
  writeFileSync(POINTER, text);
}

/** Configurations, logs, keys and mailboxes: the next start makes them again. */
export function removeEverything() {
  rmSync(folder, { recursive: true, force: true });
  rmSync(POINTER, { force: true });
}

/** The first block of ports of which every one is free. */
export async function choosePorts() {
  for (let block = 0; block < BLOCKS; block += 1) {
    const ports = Object.fromEntries(Object.entries(PORTS).map(([name, port]) => [name, port + block * BLOCK_STEP]));
    const free = await Promise.all(Object.values(ports).map(isFree));
    if (free.every(Boolean)) return ports;
  }
  throw new Error(`the ports ${Object.values(PORTS).join(', ')} are taken, as are those ${BLOCK_STEP} and more above`);
}

function isFree(port) {
  return new Promise((settle) => {
    const server = createServer();
    server.once('error', () => settle(false));
    server.listen(port, '127.0.0.1', () => server.close(() => settle(true)));
  });
}
