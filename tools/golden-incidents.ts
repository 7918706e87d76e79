import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLab } from './build-lab.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const incidents = join(root, 'corpus/incidents');
const cli = await buildLab();

/** What a run writes that must stay as it is until somebody has looked at the difference. */
export const goldenFiles = [
  'exposure.jsonl',
  'findings.jsonl',
  'parties.csv',
  'unresolved.jsonl',
  'records.jsonl',
  'summary.json',
] as const;

export type GoldenOutput = ReadonlyMap<string, string>;

/** Names of the bundled incidents. */
export function listIncidents(): readonly string[] {
  if (!existsSync(incidents)) return [];
  return readdirSync(incidents)
    .filter((name) => existsSync(join(incidents, name, 'incident.yaml')))
    .sort();
}

/**
 * Runs the command line itself on a bundled incident, with its state and its output in a folder that is removed
 * afterwards.
 */
export function runBundledIncident(
  name: string,
  workers = 2,
  env: Readonly<Record<string, string>> = {},
): GoldenOutput {
  const folder = mkdtempSync(join(tmpdir(), 'candor-golden-'));
  try {
    const out = join(folder, 'out');
    const incident = join(incidents, name, 'incident.yaml');
    const options = ['--state', join(folder, 'state'), '--out', out, '--workers', String(workers), '--json'];
    const run = spawnSync(process.execPath, [cli, 'run', incident, ...options], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (run.status !== 0)
      throw new Error(`candor run ${name} ended with ${run.status}: ${run.stderr.trim().slice(-1000)}`);
    return new Map(goldenFiles.map((file) => [file, readFileSync(join(out, file), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is expected of an incident; a file that was never written is empty. */
export function readExpected(name: string): GoldenOutput {
  const read = (file: string): string => {
    const path = join(incidents, name, 'expected', file);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  return new Map(goldenFiles.map((file) => [file, read(file)]));
}

export function writeExpected(name: string, output: GoldenOutput): void {
  const folder = join(incidents, name, 'expected');
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of output) writeFileSync(join(folder, file), text);
}

/** The lines that are missing or new, file by file, the first few of each. Empty when all is as expected. */
export function describeDifference(expected: GoldenOutput, found: GoldenOutput): readonly string[] {
  const SHOWN_LINES = 5;
  return goldenFiles.flatMap((file) => {
    const before = expected.get(file) ?? '';
    const after = found.get(file) ?? '';
    if (before === after) return [];
    const was = before.split('\n');
    const is = after.split('\n');
    const missing = was.filter((line) => !is.includes(line));
    const added = is.filter((line) => !was.includes(line));
    const cut = (line: string): string => (line.length > 300 ? `${line.slice(0, 300)}…` : line);
    const head = `${file}: ${missing.length} lines missing, ${added.length} new${missing.length + added.length === 0 ? ', the order differs' : ''}`;
    return [
      head,
      ...missing.slice(0, SHOWN_LINES).map((line) => `  - ${cut(line)}`),
      ...added.slice(0, SHOWN_LINES).map((line) => `  + ${cut(line)}`),
    ];
  });
}
