import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  'core',
  'lab',
  'corpus',
  'reference',
  'tools',
  'package.json',
  'vitest.config.ts',
  'tsconfig.base.json',
];

export interface TestVerdict {
  readonly passed: boolean;
  /** The first test that failed, or what else went wrong. */
  readonly first: string;
}

/** A copy of the project in a temporary folder, in which code may be broken. */
export interface Workshop {
  readonly folder: string;
  /** Whether the code can still be loaded: an edit that breaks the syntax would be "found" by every test. */
  canLoad(): TestVerdict;
  runTests(paths: readonly string[]): TestVerdict;
  remove(): void;
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'candor-mutate-'));
  for (const name of COPIED) {
    if (!existsSync(join(root, name))) continue;
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !path.includes('node_modules') });
  }
  bringPackages(folder);
  return {
    folder,
    canLoad: () => {
      const script = "await import('@candor/core/exposure'); await import('@candor/core/impact');";
      const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' });
      return {
        passed: run.status === 0,
        first:
          run.stderr
            .trim()
            .split('\n')
            .find((line) => line.includes('Error')) ?? '',
      };
    },
    runTests: (paths) => {
      const report = join(folder, 'report.json');
      rmSync(report, { force: true });
      const vitest = join(root, 'node_modules/vitest/vitest.mjs');
      const run = spawnSync(
        process.execPath,
        [vitest, 'run', '--bail=1', '--reporter=json', `--outputFile=${report}`, ...paths],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
      return { passed: run.status === 0, first: run.status === 0 ? '' : readFirstFailure(report, run.stderr) };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * The project's own packages must be the copies. Those that the product runs on are copied too, because a reader process may read nothing outside
 * its folder, not even through a link; the rest is linked.
 */
function bringPackages(folder: string): void {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
  };
  for (const [path, { dev, optional }] of Object.entries(lock.packages)) {
    if (!path.includes('node_modules/') || !existsSync(join(root, path)) || existsSync(join(folder, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (path.startsWith('node_modules/@candor/')) symlinkSync(join(folder, basename(path)), join(folder, path));
    else if (dev === true || optional === true) symlinkSync(join(root, path), join(folder, path));
    else cpSync(join(root, path), join(folder, path), { recursive: true });
  }
}

function readFirstFailure(report: string, stderr: string): string {
  if (!existsSync(report)) return `the tests did not run: ${stderr.trim().slice(-200)}`;
  const found = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly testResults: readonly {
      readonly name: string;
      readonly message: string;
      readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
    }[];
  };
  for (const file of found.testResults) {
    const failed = file.assertionResults.find((test) => test.status === 'failed');
    if (failed !== undefined) return `${file.name.split('/').at(-1)}: ${failed.fullName}`;
  }
  const broken = found.testResults.find((file) => file.message !== '');
  return broken === undefined
    ? 'no test failed, but the run did'
    : `${broken.name.split('/').at(-1)}: ${broken.message.slice(0, 200)}`;
}
