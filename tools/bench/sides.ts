import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLab } from '../build-lab.mjs';
import { compileCache } from '../setup.mjs';
import type { MailCorpus } from './corpus/corpus-cache.ts';
import type { Side } from './experiment.ts';
import type { Command, Measured } from './measure.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const cli = await buildLab();
const ownCpu = join(here, 'shapes/own-cpu.mjs');
/** A command of its own, joined as the launcher joins those of the product. */
const evidence = await buildLab('tools/bench/ours/evidence.ts', ['tools/bench/ours']);
const acting = await buildLab('tools/bench/ours/acts.ts', ['tools/bench/ours']);
/** The Node that runs the bench is the pinned one, which npm puts first. */
const asLaunched = { NODE_COMPILE_CACHE: compileCache };

/** A TypeScript file of this folder, ours or a peer's, started as the launcher starts the product. */
export function toNode(script: string, args: readonly string[]): Command {
  return startNode(join(here, script), args);
}

function startNode(path: string, args: readonly string[]): Command {
  return { program: process.execPath, args: [path, ...args], env: asLaunched };
}

/** A command of the product. */
export function toCommandLine(args: readonly string[]): Command {
  return startNode(cli, args);
}

/** The same for a program of this folder that calls operations; it gets the path of the command line first. */
export function toActing(args: readonly string[]): Command {
  return startNode(acting, [cli, ...args]);
}

/** The whole product from an empty state: `candor run` with its exports; its summary gives the counts. */
export function toRunSide(
  label: string,
  folder: string,
  incident: string,
  expected: { readonly copies: number; readonly records: number },
): Side {
  const state = join(folder, `state-${label.replace(/[^a-z0-9]+/gi, '-')}`);
  const out = `${state}-out`;
  const args = ['run', incident, '--state', state, '--out', out, '--workers', '1', '--json'];
  return {
    label,
    command: { program: process.execPath, args: ['--import', ownCpu, cli, ...args], env: asLaunched },
    reset: () => {
      rmSync(state, { recursive: true, force: true });
      rmSync(out, { recursive: true, force: true });
    },
    findFault: (run) => {
      const summary = readJson(run.stdout) as {
        readonly evidence: { readonly copies: number; readonly quarantinedBytes: number };
        readonly audit: { readonly records: number };
      } | null;
      if (summary === null) return 'no summary';
      return (
        findDifference('copies', summary.evidence.copies, expected.copies) ??
        findDifference('quarantined bytes', summary.evidence.quarantinedBytes, 0) ??
        findDifference('records', summary.audit.records, expected.records)
      );
    },
    readFigures: ({ stderr, cpuSeconds }) => ({
      serialShare: Number(/own-cpu-seconds ([\d.]+)/.exec(stderr)?.[1]) / cpuSeconds,
    }),
  };
}

/** The evidence stage alone, from an empty state. */
export function toEvidenceSide(
  label: string,
  folder: string,
  incident: string,
  workers: number,
  mail: MailCorpus,
): Side {
  const state = join(folder, `state-${label.replace(/[^a-z0-9]+/gi, '-')}`);
  return {
    ...toCountingSide(label, startNode(evidence, [incident, state, String(workers)]), {
      messages: mail.counts.messages,
      messageBytes: mail.counts.messageBytes,
    }),
    reset: () => rmSync(state, { recursive: true, force: true }),
  };
}

/** The anchor: one pass of SHA-256 over the same bytes. */
export function toSha256Side(path: string): Side {
  return {
    label: 'sha256sum',
    command: { program: 'sha256sum', args: [path] },
    findFault: (run) => (/^[0-9a-f]{64} /.test(run.stdout) ? null : 'no digest'),
  };
}

/** A script that prints its counts as one JSON text; each that is expected must agree. */
export function toCountingSide(label: string, command: Command, expected: Readonly<Record<string, number>>): Side {
  return {
    label,
    command,
    findFault: (run) => {
      const found = readJson(run.stdout) as Readonly<Record<string, number>> | null;
      if (found === null) return 'no counts';
      for (const [name, count] of Object.entries(expected)) {
        const difference = findDifference(name, found[name], count);
        if (difference !== null) return difference;
      }
      return null;
    },
  };
}

/** The same, where the script measures the part that counts by itself. */
export function toSelfTimedSide(label: string, command: Command, expected: Readonly<Record<string, number>>): Side {
  return {
    ...toCountingSide(label, command, expected),
    readCpuSeconds: (run: Measured) => (readJson(run.stdout) as { readonly cpuSeconds: number }).cpuSeconds,
  };
}

/** A side that measures in numbers of its own, which rows name. */
export function toReportingSide(label: string, command: Command, expected: Readonly<Record<string, number>>): Side {
  return {
    ...toCountingSide(label, command, expected),
    readFigures: (run: Measured) => readJson(run.stdout) as Readonly<Record<string, number>>,
  };
}

function findDifference(name: string, found: number | undefined, expected: number): string | null {
  return found === expected ? null : `${name}: ${found} found, ${expected} generated`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
