import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildLab } from '../../../tools/build-lab.mjs';

/** What the launcher starts. */
export const CLI = await buildLab();
const CORPUS = join(import.meta.dirname, '../../../corpus');

export const HARBOR = join(CORPUS, 'incidents/harbor/incident.yaml');
export const RULES = join(CORPUS, 'incidents/rules/incident.yaml');

export interface Ending {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the command line as a person would, on the Node that runs the tests, with an own process group. */
export function startCli(args: readonly string[], { cwd, env }: Surroundings = {}): ChildProcess {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_|npm_|FORCE_COLOR|NO_COLOR|TZ$)/.test(name)),
  );
  return spawn(process.execPath, [CLI, ...args], {
    cwd,
    env: { ...clean, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

/** What a command complained of. A stage that takes long says where it is, and on a busy machine any stage may. */
export const withoutProgress = (stderr: string): string => stderr.replaceAll(/^(?=.{11} )[a-z]+ {2,}\d.*\n/gm, '');

export async function waitFor(child: ChildProcess): Promise<Ending> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  const code = await new Promise<number | null>((settle) => child.on('close', settle));
  return { code, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') };
}

export function runCli(args: readonly string[], surroundings: Surroundings = {}): Promise<Ending> {
  return waitFor(startCli(args, surroundings));
}

/** A run that must end well. */
export async function runIncidentAt(
  incident: string,
  folder: string,
  more: readonly string[] = [],
  surroundings: Surroundings = {},
): Promise<Ending> {
  const ending = await runCli(
    ['run', incident, '--state', join(folder, 'state'), '--out', join(folder, 'out'), ...more],
    surroundings,
  );
  if (ending.code !== 0) throw new Error(`ended with ${ending.code}: ${ending.stderr}`);
  return ending;
}
