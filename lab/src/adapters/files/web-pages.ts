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

/**
 * The pages of a site, built when their sources have changed since. Nothing is downloaded. The same for every incident.
 * @throws Error with the builder's own words
 */
export function readWebPages(): Promise<readonly WebFile[]> {
  return readBuilt('web/dist', []);
}

/** The pages of the console: for this machine, never of a site. @throws Error with the builder's own words */
export function readConsolePages(): Promise<readonly WebFile[]> {
  return readBuilt('web/dist-console', ['--console']);
}

async function readBuilt(released: string, options: readonly string[]): Promise<readonly WebFile[]> {
  // A release has the built pages and no builder.
  const folder = existsSync(builder) ? await build(options) : join(project, released);
  return listFiles(folder, '').filter(({ path }) => !path.startsWith('.'));
}

function build(options: readonly string[]): Promise<string> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [builder, ...options], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
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
