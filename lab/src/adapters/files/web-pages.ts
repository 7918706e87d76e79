import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const builder = join(project, 'tools/build-web.mjs');

/** A file of the built pages, by its path below their folder. */
export interface WebFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The console's pages are for this machine: no site gets them. */
const CONSOLE = 'console/';

/**
 * The pages of a site, built when their sources have changed since. Nothing is downloaded. The same for every incident.
 * @throws Error with the builder's own words
 */
export async function readWebPages(): Promise<readonly WebFile[]> {
  return (await readBuilt()).filter(({ path }) => !path.startsWith(CONSOLE));
}

/** Those of the console, by their path below its folder. @throws Error with the builder's own words */
export async function readConsolePages(): Promise<readonly WebFile[]> {
  const files = (await readBuilt()).filter(({ path }) => path.startsWith(CONSOLE));
  return files.map(({ path, bytes }) => ({ path: path.slice(CONSOLE.length), bytes }));
}

async function readBuilt(): Promise<readonly WebFile[]> {
  // A release has the built pages and no builder.
  const folder = existsSync(builder) ? await build() : join(project, 'web/dist');
  return listFiles(folder, '').filter(({ path }) => !path.startsWith('.'));
}

function build(): Promise<string> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [builder], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? settle(output.trim()) : fail(new Error(errors.trim()))));
  });
}

function listFiles(folder: string, below: string): readonly WebFile[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? listFiles(folder, path) : [{ path, bytes: readFileSync(join(folder, path)) }];
    });
}
