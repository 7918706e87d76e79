import process from 'node:process';

/** Four times the input costs about four times as much where work is in proportion, and sixteen times where it goes by the square. */
const FACTOR = 4;
export const MOST_GROWTH = 10;
const ROUNDS = 3;
/** What costs less is lost in what the engine does beside it: it counts as this much. */
const LEAST_MS = 5;

/**
 * How many times more CPU time `work` takes over four times the input: the best of three tries, since the engine collects and compiles when it likes. Never
 * the time of the clock, in which others' work counts too.
 */
export async function measureGrowth(work: (size: number) => unknown, size: number): Promise<number> {
  await work(size);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && least > MOST_GROWTH; round += 1) {
    const small = await measure(() => work(size));
    const large = await measure(() => work(size * FACTOR));
    least = Math.min(least, large / Math.max(LEAST_MS, small));
  }
  return least;
}

async function measure(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
