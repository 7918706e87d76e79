import process from 'node:process';

/**
 * Four times the input costs about four times as much where work is in proportion, and sixteen times where it goes by
 * the square.
 */
const FACTOR = 4;
export const MOST_GROWTH = 10;
const ROUNDS = 3;
/** What costs less is lost in what the engine does beside it. */
const LEAST_MS = 5;
/**
 * Work that costs less than that at this many times its size grows with nothing that is worth a look here: whoever asks
 * names a larger size.
 */
const MOST_RAISED = FACTOR ** 5;

/**
 * How many times more CPU time `work` takes over four times the input: the best of three tries, since the engine
 * collects and compiles when it likes. Never the time of the clock, in which others' work counts too.
 */
export async function measureGrowth(work: (size: number) => unknown, size: number): Promise<number> {
  await work(size);
  const raised = await raise(work, size);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && least > MOST_GROWTH; round += 1) {
    const small = await measure(() => work(raised));
    const large = await measure(() => work(raised * FACTOR));
    least = Math.min(least, large / Math.max(LEAST_MS, small));
  }
  return least;
}

/**
 * The first size from this one on at which the work can be measured: of work by the square that costs little, four
 * times the input may cost little as well.
 */
async function raise(work: (size: number) => unknown, size: number): Promise<number> {
  for (let raised = size; raised <= size * MOST_RAISED; raised *= FACTOR) {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS && least >= LEAST_MS; round += 1)
      least = Math.min(least, await measure(() => work(raised)));
    if (least >= LEAST_MS) return raised;
  }
  throw new Error(`the work costs less than ${LEAST_MS} ms at ${size * MOST_RAISED} as well: begin with more`);
}

async function measure(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
