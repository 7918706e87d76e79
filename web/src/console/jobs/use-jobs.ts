import type { JobName } from '@candor/core/contract/operations';
import { useCallback, useEffect, useRef, useState } from 'react';
import { CallError, startJob, stopJob } from '../client/client.ts';
import { type Asked, useAnswer } from '../desk/use-answer.ts';
import { isLive, type Job } from './job-words.ts';

/** Between two looks while something goes on, and else. */
const LIVE_MS = 1_000;
const IDLE_MS = 15_000;

export interface Jobs {
  readonly asked: Asked<{ readonly jobs: readonly Job[]; readonly terminal: readonly Terminal[] }>;
  /** Why the last start or stop was refused; null: it was not. */
  readonly error: CallError | null;
  start(operation: JobName): void;
  stop(job: number): void;
}

interface Terminal {
  readonly operation: string;
  readonly why: string;
}

/** What a page says to start each job from here. */
const INPUTS = { 'release.prepare': { all: true } } as const;

/** The jobs of an incident, looked at again and again. @param onEnded when one that went on has ended */
export function useJobs(incident: string, onEnded: () => void): Jobs {
  const asked = useAnswer(incident, 'jobs', {});
  const { answer, askAgain } = asked;
  const [error, setError] = useState<CallError | null>(null);
  const isWorking = answer?.jobs.some(isLive) ?? false;
  const wasWorking = useRef(false);
  useEffect(() => {
    if (wasWorking.current && !isWorking) onEnded();
    wasWorking.current = isWorking;
  }, [isWorking, onEnded]);
  useEffect(() => {
    const timer = setInterval(askAgain, isWorking ? LIVE_MS : IDLE_MS);
    return () => clearInterval(timer);
  }, [isWorking, askAgain]);
  const act = useCallback(
    (work: Promise<unknown>) => {
      setError(null);
      work
        .catch((cause: unknown) => setError(cause instanceof CallError ? cause : new CallError('silent', [])))
        .finally(askAgain);
    },
    [askAgain],
  );
  const start = useCallback(
    (operation: JobName) =>
      act(startJob(incident, operation, operation === 'release.prepare' ? INPUTS[operation] : {})),
    [act, incident],
  );
  const stop = useCallback((job: number) => act(stopJob(incident, job)), [act, incident]);
  return { asked, error, start, stop };
}
