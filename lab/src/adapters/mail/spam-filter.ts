import { spawn } from 'node:child_process';

/** A filter that looks things up may take a while; one that takes longer says nothing about the mail. */
const FILTER_MS = 60_000;
/** More of its output is not kept; it begins with the score. */
const OUTPUT_BYTES = 64 * 1024;

export interface SpamScore {
  readonly score: number;
  readonly threshold: number;
}

/**
 * Hands a message to a spam filter that prints `score/threshold` (`spamc -R`, `spamc -c`). A text: why there is no
 * score.
 */
export function scoreSpam(command: readonly string[], message: Uint8Array): Promise<SpamScore | string> {
  const [program = '', ...args] = command;
  return new Promise((settle) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'] ?? '' },
      timeout: FILTER_MS,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.on('error', () => settle(`the spam filter ${program} cannot be started`));
    child.stdin.on('error', () => {});
    child.stdout.on('data', (chunk: Buffer) => {
      if (output.length < OUTPUT_BYTES) output += chunk.toString('latin1');
    });
    child.on('close', () => {
      const match = /(-?\d{1,6}(?:\.\d{1,6})?)\s*\/\s*(-?\d{1,6}(?:\.\d{1,6})?)/.exec(output);
      const score = { score: Number(match?.[1]), threshold: Number(match?.[2]) };
      // `spamc` says 0/0 when it reached no filter.
      settle(match === null || score.threshold === 0 ? `the spam filter ${program} gives no score` : score);
    });
    child.stdin.end(message);
  });
}
