// `node tools/build-lab.mjs`: joins the modules of the lab's command line into a few files, unless they were made of
// the very same sources. It is the same code; finding, reading and compiling a thousand modules one by one takes longer
// than most commands (docs/decisions/0030-joined-program.md).
import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestSources } from './digest-sources.mjs';
import { compileCache, findPinnedNode, root } from './setup.mjs';

/** What `npx candor` starts. */
const COMMAND_LINE = 'lab/src/apps/cli.ts';
/** Files and folders that a program is made of; what comes from packages is told by the lock. */
const SOURCES = ['core/src', 'core/package.json', 'lab/src', 'lab/package.json', 'package-lock.json', 'tools/lab'];
/**
 * Programs that are kept whatever their age, those that were started last: going back to sources of before costs
 * nothing.
 */
const KEPT_PROGRAMS = 8;
/** So long after its last start none is removed: one that runs may still load a part of its own. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const PREFIX = 'program-';
const DIGEST_LENGTH = 32;

/**
 * Joins the modules when needed.
 * @param {string} entry file below the project
 * @param {readonly string[]} more what it is made of besides the lab's sources
 * @returns {Promise<string>} the file to start: the joined program, or the source where none can be made (a folder that
 * may not be written, packages for development left out) or when `CANDOR_DEBUG` asks for places in the sources
 */
export async function buildLab(entry = COMMAND_LINE, more = []) {
  const source = join(root, entry);
  if (process.env['CANDOR_DEBUG'] !== undefined) return source;
  const name = basename(entry, '.ts');
  // The joined code names places of this checkout.
  const digest = digestSources([...SOURCES, ...more], root).slice(0, DIGEST_LENGTH);
  const folder = join(compileCache, `${PREFIX}${name}-${digest}`);
  const program = join(folder, `${name}.mjs`);
  if (existsSync(program)) {
    noteStart(folder);
    return program;
  }
  if (!canBuild()) return source;
  const draft = `${folder}.${process.pid}`;
  if ((await joinModules(source, draft)) === 0) takeOver(draft, folder);
  rmSync(draft, { recursive: true, force: true });
  removeOld();
  return existsSync(program) ? program : source;
}

function canBuild() {
  try {
    mkdirSync(compileCache, { recursive: true });
    accessSync(compileCache, constants.W_OK);
    return findPinnedNode() !== null && existsSync(join(root, 'node_modules/rolldown/package.json'));
  } catch {
    return false;
  }
}

/**
 * The builder needs the pinned Node. Gives its exit code; what it has to say concerns whoever changes it, and is shown
 * when it is started by hand.
 */
function joinModules(source, folder) {
  return new Promise((settle) => {
    const child = spawn(findPinnedNode(), [join(root, 'tools/lab/join-modules.mjs'), source, folder], {
      env: { PATH: process.env['PATH'] },
      stdio: 'ignore',
    });
    child.on('error', () => settle(1));
    child.on('close', settle);
  });
}

/**
 * Another process may have made the same program meanwhile, and somebody runs it now: it is these bytes, and stays.
 */
function takeOver(draft, folder) {
  try {
    renameSync(draft, folder);
  } catch (cause) {
    if (cause.code !== 'ENOTEMPTY' && cause.code !== 'EEXIST') throw cause;
  }
}

/** Who started it last may be somebody else, who owns it and may remove it. */
function noteStart(folder) {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {}
}

function removeOld() {
  const found = readdirSync(compileCache).filter((name) => name.startsWith(PREFIX));
  const dated = found.map((name) => ({ path: join(compileCache, name), started: readTime(join(compileCache, name)) }));
  const old = dated.sort((a, b) => b.started - a.started).slice(KEPT_PROGRAMS);
  for (const { path, started } of old)
    if (Date.now() - started > KEPT_MS) rmSync(path, { recursive: true, force: true });
}

/** Somebody else may have removed it. */
function readTime(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await buildLab()}\n`);
