import type { CalledOperations } from '@candor/core/contract/operations';
import { useMemo } from 'react';
import { type Format, useFormat } from '../../ui/react/language.tsx';
import { useWords } from '../base/words.ts';

export type Job = CalledOperations['jobs']['answer']['jobs'][number];
type Progress = NonNullable<Job['progress']>;
type Words = ReturnType<typeof useWords>['jobs'];

const KB = 1000;
const MB = 1_000_000;
/** From here on MB are precise enough. */
const MIN_MB_BYTES = 10 * MB;
const MINUTE = 60;
const HOUR = 3600;

export const isLive = ({ state }: Job): boolean => state === 'waiting' || state === 'running';

/** What jobs say, in the reader's language. */
export interface JobWords {
  /** How far it is, how fast, and how long it will take. */
  toProgress(progress: Progress): string;
  /** What came of it, or what became of it. */
  toOutcome(job: Job): string;
  toBytes(bytes: number): string;
}

export function useJobWords(): JobWords {
  const words = useWords().jobs;
  const format = useFormat();
  return useMemo(
    () => ({
      toProgress: (progress) => toProgress(words, format, progress),
      toOutcome: (job) => toOutcome(words, format, job),
      toBytes: (bytes) => toBytes(words, format, bytes),
    }),
    [words, format],
  );
}

function toBytes(words: Words, { fill, number }: Format, bytes: number): string {
  return bytes < MIN_MB_BYTES
    ? fill(words.kilobytes, { n: number(Math.ceil(bytes / KB)) })
    : fill(words.megabytes, { n: number(Math.round(bytes / MB)) });
}

function toProgress(words: Words, format: Format, { stage, unit, done, total, rate, secondsLeft }: Progress): string {
  const { fill, count, number } = format;
  const stages: Readonly<Record<string, string>> = words.stages;
  const amount = (n: number): string =>
    unit === 'bytes' ? toBytes(words, format, n) : count(words.units[unit], Math.round(n));
  const before = unit === 'bytes' ? toBytes(words, format, done) : number(Math.round(done));
  if (total === null && done === 0) return stages[stage] ?? stage;
  const parts = [total === null ? amount(done) : fill(words.ofTotal, { done: before, total: amount(total) })];
  if (rate !== null && rate > 0) parts.push(fill(words.rate, { rate: amount(rate) }));
  if (secondsLeft !== null && secondsLeft > 0)
    parts.push(fill(words.left, { time: toTime(words, format, secondsLeft) }));
  return `${stages[stage] ?? stage}: ${parts.join(' · ')}`;
}

function toTime(words: Words, { count }: Format, seconds: number): string {
  if (seconds < MINUTE) return count(words.seconds, Math.ceil(seconds));
  return seconds < HOUR
    ? count(words.minutes, Math.ceil(seconds / MINUTE))
    : count(words.hours, Math.ceil(seconds / HOUR));
}

function toOutcome(words: Words, { fill, number, time }: Format, job: Job): string {
  const { operation, state, figures, stoppedBy, heardAt, madeAt, reasons } = job;
  if (state === 'waiting' || state === 'running') return '';
  if (state === 'lost') return fill(words.lost, { at: time(heardAt ?? madeAt) });
  if (state === 'stopped') return stoppedBy === null ? words.stopped : fill(words.stoppedBy, { by: stoppedBy });
  if (state === 'refused' || state === 'failed') return reasons.join(' ');
  return fill(
    words.outcomes[operation],
    Object.fromEntries(Object.entries(figures).map(([name, n]) => [name, number(n)])),
  );
}
