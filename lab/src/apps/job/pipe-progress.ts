import type { Progress, ProgressStep } from '../../commands/progress.ts';
import type { JobProgress } from '../../jobs/store/job-store.ts';

/** Between two messages of one stage. */
const SAY_MS = 250;
/** A rate that is measured over less says nothing. */
const MIN_RATE_SECONDS = 0.5;

/** Tells what a long command has done as data, with its rate and the time left. */
export function openPipeProgress(say: (progress: JobProgress) => void, nowMs: () => number): Progress {
  return {
    begin(stage, unit, total): ProgressStep {
      const startedMs = nowMs();
      let done = 0;
      let saidMs = startedMs;
      const tell = (): void => {
        const seconds = (nowMs() - startedMs) / 1000;
        const rate = seconds < MIN_RATE_SECONDS ? null : done / seconds;
        const secondsLeft = rate === null || rate === 0 || total === null ? null : Math.max(0, total - done) / rate;
        say({ stage, unit, done, total, rate, secondsLeft });
      };
      tell();
      return {
        advance(amount) {
          done += amount;
          const atMs = nowMs();
          if (atMs - saidMs < SAY_MS) return;
          saidMs = atMs;
          tell();
        },
        end: tell,
      };
    },
  };
}
