import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
const PROGRAM = join(PROJECT, 'lab/bin/candor.mjs');

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs the command line as a person would, as a process of its own. */
export function candor(args: readonly string[], folder: string): Promise<Ended> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString('utf8');
    });
    child.on('error', fail);
    child.on('close', (code) => settle({ code: code ?? 1, output: output === '' ? errors : output }));
  });
}

/** The same for a command that must succeed. */
export async function must(args: readonly string[], folder: string): Promise<string> {
  const { code, output } = await candor(args, folder);
  if (code !== 0) throw new Error(`candor ${args.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

/** Its result as data; commands whose code says something about the result are allowed to. */
export async function ask<T>(args: readonly string[], folder: string, codes: readonly number[] = [0]): Promise<T> {
  const { code, output } = await candor([...args, '--json'], folder);
  if (!codes.includes(code)) throw new Error(`candor ${args.join(' ')} ended with ${code}:\n${output}`);
  return JSON.parse(output) as T;
}
