import { formatCount } from '@candor/core/base';
import type { Progress, ProgressStep } from '../../../commands/progress.ts';
import { formatBytes, formatDuration } from './number.ts';
import { isQuiet } from './quiet.ts';

/** Between two redraws; more often is flicker. */
const redrawMs = 200;
/** A run that is not watched on a terminal says a line this often. */
const plainLineMs = 15_000;

/**
 * One line a stage with rate and time left; on a terminal it is redrawn in place, elsewhere it is written now and then.
 */
export function openProgress(stream: NodeJS.WriteStream, now: () => number): Progress {
  if (isQuiet(process.argv)) return { begin: () => ({ advance: () => {}, end: () => {} }) };
  const isTerminal = stream.isTTY === true;
  return {
    begin(stage, unit, total): ProgressStep {
      const started = now();
      let done = 0;
      let shownAt = started;
      let shown = false;
      const text = () => {
        const seconds = (now() - started) / 1000;
        const rate = seconds > 0.5 ? done / seconds : null;
        const amount = unit === 'bytes' ? formatBytes : (value: number) => `${formatCount(Math.round(value))} ${unit}`;
        const before = unit === 'bytes' ? amount(done) : formatCount(Math.round(done));
        const of = total === null ? amount(done) : `${before} of ${amount(total)}`;
        const speed = rate === null ? '' : `   ${amount(rate)}/s`;
        const left =
          rate === null || total === null || rate === 0 || done >= total
            ? ''
            : `   ${formatDuration((total - done) / rate)} left`;
        return `${stage.padEnd(12)}${of}${speed}${left}`;
      };
      return {
        advance(amount) {
          done += amount;
          const time = now();
          if (time - shownAt < (isTerminal ? redrawMs : plainLineMs)) return;
          shownAt = time;
          shown = true;
          // A line that the terminal breaks could not be taken back.
          stream.write(isTerminal ? `\r\u001b[2K${text().slice(0, stream.columns - 1)}` : `${text()}\n`);
        },
        end() {
          if (isTerminal && shown) stream.write('\r\u001b[2K');
        },
      };
    },
  };
}
