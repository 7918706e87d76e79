// `node tools/build-web.mjs`: builds the pages of the web workspace into web/dist, unless what lies there was made of
// the very same sources; `--into DIR` builds them there in any case. `--console` builds the console instead, into
// web/dist-console: it is never part of a public site. Nothing is downloaded: all that goes in is in the checkout and
// in the packages that the lock names.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestSources } from './digest-sources.mjs';
import { findPinnedNode, root } from './setup.mjs';
import { addIntegrity } from './web/page-integrity.mjs';

/** What is built, where, and how. */
const PAGES = { output: join(root, 'web/dist'), build: buildPages };
const CONSOLE = { output: join(root, 'web/dist-console'), build: buildConsolePages };

/** Folders and files that a build is made of. */
const sources = [
  'web/src',
  'web/vite.config.ts',
  'web/vite.console.config.ts',
  'web/vite.reviewer.config.ts',
  'web/vite.reading.config.ts',
  'tools/build-web.mjs',
  'tools/digest-sources.mjs',
  'tools/web',
  'web/package.json',
  'web/tsconfig.json',
  'tsconfig.base.json',
  ...readdirSync(join(root, 'docs/guide'))
    .filter((name) => name.startsWith('reading-your-mail.'))
    .map((name) => `docs/guide/${name}`),
  'core/src',
  'core/package.json',
  'package-lock.json',
];

function readDigest({ output }) {
  try {
    return readFileSync(join(output, '.sources'), 'utf8').trim();
  } catch {
    return null;
  }
}

/** Builds the public pages when needed and gives the folder. @throws Error with the builder's own words */
export const buildWeb = () => buildWhenNeeded(PAGES);

/** Builds the console when needed and gives the folder. @throws Error with the builder's own words */
export const buildConsole = () => buildWhenNeeded(CONSOLE);

async function buildWhenNeeded(target) {
  const { output, build } = target;
  const digest = digestSources(sources);
  if (readDigest(target) === digest) return output;
  const work = join(root, `web/.dist-${process.pid}`);
  try {
    await build(work);
    // Another build may have ended meanwhile, and somebody reads its files now: they are these bytes, and stay.
    if (readDigest(target) === digest) return output;
    writeFileSync(join(work, '.sources'), `${digest}\n`);
    mkdirSync(output, { recursive: true });
    rmSync(output, { recursive: true, force: true });
    renameSync(work, output);
  } catch (cause) {
    if (readDigest(target) !== digest) throw cause;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return output;
}

/**
 * Builds all pages into a folder. The same sources give the same bytes, wherever and whenever. @throws Error with the
 * builder's own words
 */
async function buildPages(folder) {
  // The first empties the folder; the reviewer app lies below it.
  await runVite('vite.config.ts', folder);
  await runVite('vite.reviewer.config.ts', join(folder, 'review'));
  await runVite('vite.reading.config.ts', join(folder, 'review/reading'));
  addIntegrity(join(folder, 'index.html'), { withLater: false });
  addIntegrity(join(folder, 'review/index.html'), { withLater: true });
}

/** @throws Error with the builder's own words */
async function buildConsolePages(folder) {
  await runVite('vite.console.config.ts', folder);
  addIntegrity(join(folder, 'index.html'), { withLater: true });
}

/** @throws Error with the builder's own words */
async function runVite(config, outDir) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const node = findPinnedNode() ?? process.execPath;
  const args = [vite, 'build', '--config', join(root, 'web', config), '--outDir', outDir];
  const { code, words } = await new Promise((settle) => {
    const child = spawn(node, args, {
      cwd: join(root, 'web'),
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing of who builds may show: NODE_ENV alone would choose another copy of React.
      env: { PATH: process.env.PATH, NODE_ENV: 'production', NO_COLOR: '1' },
    });
    let words = '';
    const keep = (chunk) => {
      words += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => settle({ code: 1, words: error.message }));
    child.on('close', (code) => settle({ code: code ?? 1, words }));
  });
  if (code !== 0) throw new Error(`the web pages could not be built:\n${words.trim()}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rest = process.argv.slice(2);
  const target = rest[0] === '--console' ? CONSOLE : PAGES;
  const [option, folder] = rest[0] === '--console' ? rest.slice(1) : rest;
  // For whoever wants to compare: a build of its own, whatever lies in web/dist.
  if (option === '--into' && folder !== undefined) await target.build(folder);
  else process.stdout.write(`${await buildWhenNeeded(target)}\n`);
}
