import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where every checkout does its work, one after the other: paths stand in the state. */
export interface Stage {
  /** The program of a checkout. */
  readonly cli: string;
  readonly folder: string;
}

/** The bytes of what was written or printed, by file name or command. */
export type Written = ReadonlyMap<string, Buffer>;

const NOON = Date.UTC(2026, 5, 8, 18, 0);
const HOUR = 3_600_000;
const TEAM = ['Ines Adler', 'Marek Dvorak'] as const;
const packed = join(import.meta.dirname, '../../lab/test/fixtures/fernhill-2026-11.tar.gz');

/** Every file that a run of an incident exports, its summary among them, and the custody record. */
export function runIncident(stage: Stage, incident: string): Written {
  clear(stage);
  const state = ['--state', join(stage.folder, 'state')];
  const out = join(stage.folder, 'out');
  const summary = type(stage, NOON, 'run', incident, '--out', out, '--json', ...state);
  const custody = type(stage, NOON, 'evidence', 'list', '--json', ...state);
  return new Map([...readFolder(out), ['run --json', summary], ['evidence list --json', custody]]);
}

/**
 * An incident of a former version goes on: a wave is prepared and approved, the site is built, the log published, and a
 * reviewer opens a release.
 */
export function goOn(stage: Stage): Written {
  clear(stage);
  execFileSync('tar', ['-xzf', packed, '-C', stage.folder]);
  const path = (...names: readonly string[]): string => join(stage.folder, ...names);
  chmodSync(path('passphrase'), 0o600);
  // The state names the place of its incident file, as of the machine it was made on.
  moveIncident(path('state/candor.sqlite'), path('incident.yaml'));
  const passphrase = ['--passphrase-file', path('passphrase')];
  const state = ['--state', path('state')];
  const done = (at: number, ...words: readonly string[]): Buffer => type(stage, at, ...words, ...state);
  const agree = (at: number, ...words: readonly string[]): void => {
    for (const name of TEAM) {
      const key = path('keys', `${name.toLowerCase().replace(' ', '-')}.key`);
      done(at, ...words, '--as', name, '--key', key, ...passphrase);
    }
  };
  const ran = done(NOON, 'run', path('incident.yaml'), '--json');
  done(NOON, 'notice', 'prepare', '--wave', 'metadata');
  const notices = done(NOON, 'notice', 'show', '--wave', '2', '--json');
  agree(NOON, 'notice', 'approve');
  done(NOON + 3 * HOUR, 'site', 'build', '--out', path('site'));
  // A release's ciphertext is new each time (ML-KEM draws inside OpenSSL), and the log holds its digest: the site is
  // read before, of the release what it opens to. Pages and their scripts are made from sources, which may differ.
  const site = keep(readFolder(path('site')), (name) => !/^notice\/(?:assets\/|[^/]*\.html)/.test(name), 'site/');
  done(NOON + 3 * HOUR, 'release', 'prepare', '--party', 'org-northwind');
  agree(NOON + 3 * HOUR, 'release', 'approve', '--party', 'org-northwind');
  done(NOON + 6 * HOUR, 'log', 'publish', '--site', path('site'));
  done(NOON + 6 * HOUR, 'release', 'write', '--party', 'org-northwind', '--out', path('second.candor'));
  const fingerprint = readFileSync(path('fingerprint'), 'utf8').trim();
  const key = ['--key', path('keys/jo-berg.key'), ...passphrase, '--fingerprint', fingerprint];
  type(stage, NOON + 6 * HOUR, 'open', path('second.candor'), ...key, '--out', path('opened'));
  return new Map([
    ['run --json', ran],
    ['notice show --json', notices],
    ...site,
    // The messages stand there one by one as well, whatever their order in the mbox.
    ...keep(readFolder(path('opened')), (name) => name !== 'messages.mbox', 'opened/'),
  ]);
}

function keep(written: Written, takes: (name: string) => boolean, below: string): readonly [string, Buffer][] {
  return [...written].filter(([name]) => takes(name)).map(([name, bytes]) => [`${below}${name}`, bytes]);
}

function clear({ folder }: Stage): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** What a command printed. */
function type({ cli }: Stage, at: number, ...words: readonly string[]): Buffer {
  const frozen = pathToFileURL(join(import.meta.dirname, 'frozen-runtime.mjs')).href;
  const ran = spawnSync(process.execPath, ['--import', frozen, cli, ...words], {
    env: { ...process.env, CANDOR_FROZEN_AT: String(at), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  });
  if (ran.status !== 0) throw new Error(`candor ${words.join(' ')} ended with ${ran.status}: ${String(ran.stderr)}`);
  return ran.stdout;
}

function readFolder(folder: string): Written {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return new Map(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}

function moveIncident(store: string, incident: string): void {
  const script = `const { DatabaseSync } = require('node:sqlite');
    new DatabaseSync(process.argv[1]).prepare("update state_fact set value = ? where key = 'incident-file'").run(process.argv[2]);`;
  execFileSync(process.execPath, ['-e', script, store, incident], { stdio: 'ignore' });
}
