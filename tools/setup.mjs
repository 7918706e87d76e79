// Set-up for every command of the project. Plain JavaScript without dependencies: it must run on the system's Node
// (20 or newer) in a fresh clone, before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that package.json lies in. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where Node keeps what it compiled: stripping the types of some hundred files takes longer than many commands. */
export const compileCache = join(root, 'node_modules', '.cache', 'candor');

const OLDEST_NODE = 20;
const PINNED_MAJOR = 24;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Enough of npm's words to see what went wrong, few enough to be read. */
const SHOWN_ERROR_LINES = 20;

/** Path of Node 24 for this platform, or null when there is none. */
export function findPinnedNode() {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const path = join(root, 'node_modules', name, 'bin', binary);
  if (existsSync(path)) return path;
  // npm has no current Node for macOS: there the Node that started this serves, if it is the pinned version or newer.
  return process.platform === 'darwin' && nodeMajor() >= PINNED_MAJOR ? process.execPath : null;
}

function nodeMajor() {
  return Number(process.versions.node.split('.')[0]);
}

/**
 * How a command of this checkout is typed in a folder. `npx candor` anywhere but inside the checkout would ask a public
 * registry for a package of that name, which is a stranger's.
 */
export function toTypedName(cwd) {
  const isPlaced = process.env['npm_command'] === 'exec' || process.env['npm_lifecycle_event'] === 'start';
  if (!isPlaced) return 'candor';
  const path = relative(root, cwd);
  const isInside = path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return isInside ? 'npx candor' : join(root, 'lab/bin/candor.mjs');
}

/** Whether node_modules holds exactly what the lock names; packages of other platforms may be missing. */
export function isInstalled() {
  const locked = readPackages(join(root, 'package-lock.json'));
  const found = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (locked === null || found === null || findPinnedNode() === null) return false;
  for (const [path, entry] of Object.entries(locked)) {
    if (path === '' || entry.link || (entry.optional && found[path] === undefined)) continue;
    if (found[path]?.version !== entry.version || found[path]?.integrity !== entry.integrity) return false;
  }
  return Object.keys(found).every((path) => locked[path] !== undefined);
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Installs what the lock names when it is not there yet. Ends the process with a sentence when that fails. */
export async function prepare() {
  if (nodeMajor() < OLDEST_NODE) {
    end(`Candor needs Node ${OLDEST_NODE} or newer to set itself up; this is ${process.version}.`);
  }
  if (isInstalled()) return;
  const start = Date.now();
  process.stderr.write('Setting up: installing the packages that package-lock.json names … ');
  const { code, errors } = await install();
  if (code !== 0) {
    // Stack traces and the path of npm's log help nobody here.
    const lines = errors
      .split('\n')
      .filter((line) => /\S/.test(line) && !/^npm error(\s*$|\s{3,}at | [{}]| {3}|.*complete log)/.test(line));
    const shown = lines.slice(-SHOWN_ERROR_LINES).join('\n');
    end(`failed.\n\n${shown}\n\nnpm ci ended with ${code}. Is the package registry reachable? Then run this again.`);
  }
  if (findPinnedNode() === null) {
    end(
      `failed.\n\nNode 24 for ${process.platform} ${process.arch} was not installed. It is an optional package: ` +
        'npm leaves it out when optional packages are switched off (npm config get omit) or no build exists. ' +
        'On macOS, start this with Node 24 or newer.',
    );
  }
  process.stderr.write(`done in ${Math.round((Date.now() - start) / 1000)} s.\n`);
}

function install() {
  const { command, first } = npmCommand();
  const options = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
  ];
  return new Promise((settle) => {
    const child = spawn(command, [...first, ...options], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32' && first.length === 0,
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', (error) => settle({ code: 1, errors: `npm could not be started: ${error.message}` }));
    child.on('close', (code, signal) => settle({ code: code ?? signal, errors }));
  });
}

/** npm as it was started, with the Node that it was started by: the one in node_modules is about to be replaced. */
function npmCommand() {
  const script = process.env['npm_execpath'];
  if (script === undefined || !existsSync(script) || !script.endsWith('.js')) return { command: 'npm', first: [] };
  const node = process.env['npm_node_execpath'];
  return { command: node !== undefined && existsSync(node) ? node : process.execPath, first: [script] };
}

/**
 * Becomes the pinned Node with these arguments, in the same process, so that whoever ends it ends the program too.
 * Returns where the system or the Node that started this cannot do that.
 */
export function becomeNode(args, { env = {} } = {}) {
  const node = findPinnedNode();
  if (node === null || typeof process.execve !== 'function' || process.platform === 'win32') return;
  process.removeAllListeners('warning');
  process.execve(node, [node, ...args], toNodeEnvironment(node, env));
}

function toNodeEnvironment(node, env) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return { NODE_COMPILE_CACHE: compileCache, ...process.env, PATH: path, ...env };
}

/**
 * Runs the pinned Node with these arguments and gives its exit code; signals are passed on, and a death by signal gives
 * 128 + its number as a shell would. `node_modules/.bin` comes first in PATH, so that what it starts is Node 24 as
 * well.
 */
export function runNode(args, { cwd = process.cwd(), env = {} } = {}) {
  const node = findPinnedNode();
  if (node === null) end('Node 24 is not installed yet: run `npm start` or `npm ci` first.');
  return new Promise((settle) => {
    const child = spawn(node, args, {
      cwd,
      env: toNodeEnvironment(node, env),
      stdio: 'inherit',
    });
    const passOn = (signal) => {
      // A Ctrl-C typed at a terminal has reached the child already; twice would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, passOn);
    child.on('error', (error) => end(`Node 24 could not be started: ${error.message}`));
    child.on('close', (code, signal) => {
      for (const name of SIGNALS) process.off(name, passOn);
      settle(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

function end(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
