import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, SerializedError, TestModule, TestSuite } from 'vitest/node';
import type {} from './test-costs.ts';
import { findNeeds } from './test-kinds.mjs';

const ROOT = join(import.meta.dirname, '..');
/** Files of a long run that are named as the slowest. */
const LISTED = 20;
/** As reasons name the folder in which corpora of others may lie. */
const DATA_OF_OTHERS = '../shared/data';
const SECOND_MS = 1000;

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of these, those that lack a program or a service; others lack mail that no package brings. */
  readonly holes: number;
}

/**
 * Counts what a run did, for its last line, and lists the files that took longest. A test that was to run and did not,
 * because a hook or the file itself broke, has failed; so has a run in which something broke outside of any test.
 * Skipped is what said so itself.
 */
export class TestTally implements Reporter {
  readonly #file: string | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    listSlowest(modules);
    if (this.#file !== undefined) writeFileSync(this.#file, JSON.stringify(toTally(modules, unhandled.length)));
  }
}

function toTally(modules: readonly TestModule[], unhandled: number): Tally {
  let [passed, failed, skipped, holes] = [0, unhandled, 0, 0];
  for (const module of modules) {
    const before = failed;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') passed += 1;
      else if (result.state === 'skipped' && !isBroken(test.parent)) {
        skipped += 1;
        if (result.note?.includes(DATA_OF_OTHERS) !== true) holes += 1;
      } else failed += 1;
    }
    if (module.state() === 'failed' && failed === before) failed += 1;
  }
  return { passed, failed, skipped, holes };
}

/** Whether a hook of a group, or of the groups around it, broke. */
function isBroken(group: TestModule | TestSuite): boolean {
  if (group.errors().length > 0) return true;
  return group.type === 'suite' && isBroken(group.parent);
}

function listSlowest(modules: readonly TestModule[]): void {
  if (modules.length <= LISTED) return;
  const timed = modules
    .map((module) => {
      const { duration, collectDuration, setupDuration } = module.diagnostic();
      return { module, ms: duration + collectDuration + setupDuration };
    })
    .sort((a, b) => b.ms - a.ms);
  const all = timed.reduce((sum, { ms }) => sum + ms, 0);
  const cpu = modules.reduce((sum, module) => sum + (module.meta().cost?.cpuSeconds ?? 0), 0);
  const lines = timed.slice(0, LISTED).map(({ module, ms }) => {
    const { cost } = module.meta();
    const used = cost?.cpuSeconds?.toFixed(1) ?? '?';
    const why = listReasons(module.relativeModuleId, cost?.processes ?? {});
    return `${toSeconds(ms).padStart(7)} s ${used.padStart(7)} s  ${module.relativeModuleId}  ${why}\n`;
  });
  process.stdout.write(
    `\nThe ${LISTED} slowest of ${modules.length} files, of ${toSeconds(all)} s, ${cpu.toFixed(0)} s of them CPU:\n` +
      `     time       CPU  file  why\n${lines.join('')}`,
  );
}

const toSeconds = (ms: number): string => (ms / SECOND_MS).toFixed(1);

/** What its imports and the processes that it started say: `browser (chromium 1), services`. */
function listReasons(path: string, processes: Readonly<Record<string, number>>): string {
  const started = Object.entries(processes).map(([name, count]) => `${count} × ${name}`);
  const reasons = [...findNeeds(ROOT, path), ...started];
  return reasons.length === 0 ? 'computes' : reasons.join(', ');
}
