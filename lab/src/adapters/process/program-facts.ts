import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PROJECT = new URL('../../../../', import.meta.url);

export interface ProgramFacts {
  /** `unknown` where nothing tells it. */
  readonly commit: string;
  readonly node: string;
  readonly platform: string;
  /** Folder of the pages that screens name as `docs/…`. */
  readonly documentation: string;
}

/** A release brings a file that tells them; a clone asks git. */
export function readProgramFacts(): ProgramFacts {
  return {
    commit: readCommit(),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    documentation: fileURLToPath(new URL('docs', PROJECT)),
  };
}

function readCommit(): string {
  try {
    const facts: unknown = JSON.parse(readFileSync(new URL('release.json', PROJECT), 'utf8'));
    const commit = typeof facts === 'object' && facts !== null && 'commit' in facts ? facts.commit : null;
    return typeof commit === 'string' ? commit : 'unknown';
  } catch {
    return askGit();
  }
}

function askGit(): string {
  try {
    const cwd = fileURLToPath(PROJECT);
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
