/**
 * Runs the part that counts and prints what it counted with the CPU seconds of it alone, as `toSelfTimedSide` reads
 * them. What the work needs is made before.
 */
export async function printTimed(
  work: () => Promise<Readonly<Record<string, number>>> | Readonly<Record<string, number>>,
): Promise<void> {
  const before = process.cpuUsage();
  const counts = await work();
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${JSON.stringify({ ...counts, cpuSeconds: (user + system) / 1e6 })}\n`);
}

/** The work that the command line names, with what it needs made: `node log.ts append …`. */
export async function printChosen(
  works: Readonly<Record<string, () => Promise<() => Promise<number> | number>>>,
  counted: string,
): Promise<void> {
  const prepare = works[process.argv[2] ?? ''];
  if (prepare === undefined) throw new Error(`say one of ${Object.keys(works).join(', ')}`);
  const work = await prepare();
  await printTimed(async () => ({ [counted]: await work() }));
}
