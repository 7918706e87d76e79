import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Every file that a run wrote, by name. */
export function readExports(out: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(out)
      .sort()
      .map((name) => [name, readFileSync(join(out, name), 'utf8')]),
  );
}

/** Names of the exports that differ: a whole export in a failure's text would tell nothing. */
export function findDifferent(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();
}

/** Process ids of everything that was started for a folder: its path stands among the arguments (Linux). */
export function findProcesses(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const words = readFileSync(join('/proc', name, 'cmdline'), 'utf8');
        const place = readlinkSync(join('/proc', name, 'cwd'));
        const isAlive = !/^State:\s+Z/m.test(readFileSync(join('/proc', name, 'status'), 'utf8'));
        const isOf = words.includes(folder) || place.startsWith(folder);
        return isOf && isAlive && Number(name) !== process.pid ? [Number(name)] : [];
      } catch {
        return [];
      }
    });
}

/** Waits until nothing that was started for a folder lives, or gives what still does. */
export async function waitForProcesses(folder: string, patienceMs: number): Promise<number[]> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const alive = findProcesses(folder);
    if (alive.length === 0 || performance.now() > end) return alive;
    await new Promise((settle) => setTimeout(settle, 20));
  }
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same list in another order. */
export function shuffle<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
