let failures = 0;

/** One thing that must hold, said in a sentence. The run goes on, so that everything that is wrong is seen. */
export function check(sentence: string, holds: boolean, detail = ''): void {
  process.stdout.write(`${holds ? '  ✓' : '  ✗'} ${sentence}\n`);
  if (holds) return;
  failures += 1;
  if (detail !== '') process.stdout.write(`    ${detail.replaceAll('\n', '\n    ')}\n`);
}

export function say(text: string): void {
  process.stdout.write(`    ${text.trimEnd().replaceAll('\n', '\n    ')}\n`);
}

export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  process.stdout.write(`\n${name}\n`);
  const result = await work();
  process.stdout.write(`    ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  return result;
}

/** The last line, and the exit code. */
export function finish(): void {
  process.stdout.write(failures === 0 ? '\nAll as it should be.\n' : `\n${failures} not as they should be.\n`);
  process.exitCode = failures === 0 ? 0 : 1;
}
