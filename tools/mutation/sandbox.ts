import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { createVitest, type TestRunResult, type Vitest } from 'vitest/node';

const root = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  'core',
  'lab',
  'portal',
  'corpus',
  'docs',
  'reference',
  'tools',
  'web',
  'package.json',
  'package-lock.json',
  'vitest.config.ts',
  'tsconfig.base.json',
];
/** A rule without which the code runs in a circle is missed by its tests too, but they would never say so. */
const RUN_LIMIT_MS = 300_000;
const CLOSE_LIMIT_MS = 10_000;
/** A test that ends late on a busy machine has noticed nothing. */
const PATIENCE_MS = 240_000;
/** Tests of time say nothing of a rule, and on a busy machine they fail by themselves. */
const NOT_OF_TIME = '^(?!.*(?:in proportion|linear time|no time|within a second))';

export interface TestVerdict {
  readonly passed: boolean;
  /** The first test that failed, or what else went wrong. */
  readonly first: string;
}

/**
 * A copy of the project in a temporary folder, in which code may be broken. Its tests run in one Vitest that stays, and
 * reads again only what was written: so a mutant costs its tests and no start.
 */
export interface Sandbox {
  readonly folder: string;
  /**
   * Writes a file of the copy. False for what is no TypeScript: an edit that breaks the syntax would be "found" by
   * every test.
   */
  write(path: string, text: string): boolean;
  /** Tests of a file or folder; of `file#words` those with the words in their names. */
  runTests(path: string): Promise<TestVerdict>;
  remove(): void;
}

export async function openSandbox(): Promise<Sandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-mutate-'));
  for (const name of COPIED) {
    if (!existsSync(join(root, name))) continue;
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !path.includes('node_modules') });
  }
  bringPackages(folder);
  process.env['CANDOR_SERVICES_OF'] ??= root.replace(/\/$/, '');
  let vitest = await startVitest(folder);
  return {
    folder,
    write: (path, text) => {
      if (parseSync(path, text).errors.length > 0) return false;
      writeFileSync(join(folder, path), text);
      vitest.invalidateFile(join(folder, path));
      return true;
    },
    runTests: async (place) => {
      const [path = '', words = ''] = place.split('#');
      const specifications = await vitest.globTestSpecifications([join(folder, path)]);
      if (specifications.length === 0) return { passed: false, first: `there is no test at ${place}` };
      vitest.setGlobalTestNamePattern(new RegExp(`${NOT_OF_TIME}.*${words}`));
      // Vitest counts what failed before, and stops at it.
      vitest.state.clearErrors();
      for (const module of vitest.state.getFiles()) vitest.state.clearFiles(vitest.getRootProject(), [module.filepath]);
      const result = await within(vitest.runTestSpecifications(specifications), RUN_LIMIT_MS);
      const wanted = new Set(specifications.map(({ moduleId }) => moduleId));
      if (result !== null)
        return toVerdict({ ...result, testModules: result.testModules.filter(({ moduleId }) => wanted.has(moduleId)) });
      await within(vitest.close(), CLOSE_LIMIT_MS);
      vitest = await startVitest(folder);
      return { passed: false, first: 'the tests did not end' };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function startVitest(folder: string): Promise<Vitest> {
  const config = join(folder, 'vitest.config.ts');
  const vitest = await createVitest('test', {
    root: folder,
    config,
    watch: false,
    reporters: [{}],
    bail: 1,
    hookTimeout: PATIENCE_MS,
    testTimeout: PATIENCE_MS,
  });
  await vitest.standalone();
  return vitest;
}

/** Null when it takes longer. */
async function within<T>(work: Promise<T>, limitMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<null>((end) => {
    timer = setTimeout(() => end(null), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function toVerdict({ testModules, unhandledErrors }: TestRunResult): TestVerdict {
  for (const module of testModules) {
    const name = basename(module.moduleId);
    for (const test of module.children.allTests('failed')) return { passed: false, first: `${name}: ${test.fullName}` };
    const [fault] = [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())];
    if (fault !== undefined) return { passed: false, first: `${name}: ${fault.message.slice(0, 200)}` };
    if (module.state() !== 'passed') return { passed: false, first: `${name} is ${module.state()}` };
  }
  const [stray] = unhandledErrors;
  return stray === undefined
    ? { passed: true, first: '' }
    : { passed: false, first: `beside the tests: ${String(stray)}` };
}

/**
 * The project's own packages must be the copies. Those that the product runs on are copied too, because a reader
 * process may read nothing outside its folder, not even through a link; the rest is linked.
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
