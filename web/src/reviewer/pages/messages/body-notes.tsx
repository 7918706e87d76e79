import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import type { BodyReading, ReadingStop, Selected } from '../../bridge/table-calls.ts';
import { PortalRefusal } from '../../portal/portal-refusal.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import styles from './messages-page.module.css';
import { useCoverageWords } from './search-coverage.tsx';

/** What passes by itself: reading continues then. */
const PASSING_STOPS: ReadonlySet<ReadingStop | null> = new Set(['portal-silent', 'portal-broken', 'too-many']);
/** Interval of further tries; a network that is back says so at once. */
const RESUME_MS = 20_000;

export interface TextReading {
  /** Null until the first rows. */
  readonly progress: BodyReading | null;
  start(): void;
  /** Also reads what could not be opened. */
  retry(): void;
  stop(): void;
}

/** Progress of reading texts, from the key worker; new ones may match the search. */
export function useBodyReading(selected: Selected | null, isSearching: boolean, refresh: () => void): TextReading {
  const keyWorker = useKeyWorker();
  const [told, setTold] = useState<BodyReading | null>(null);
  const failed = useRef(0);
  useEffect(
    () =>
      keyWorker.on('bodies', (reading) => {
        // A message that did not open says so in its row.
        if (isSearching || failed.current !== reading.failed) refresh();
        failed.current = reading.failed;
        setTold(reading);
      }),
    [keyWorker, refresh, isSearching],
  );
  const want = useCallback(
    (wanted: 'read' | 'retry' | 'stop'): void => {
      keyWorker.call('read-bodies', { want: wanted }).catch(() => undefined);
    },
    [keyWorker],
  );
  const answered = selected?.bodies ?? null;
  const progress = told !== null && (answered === null || told.read >= answered.read) ? told : answered;
  const isPassing = progress?.state === 'stopped' && PASSING_STOPS.has(progress.stoppedBy);
  useEffect(() => {
    if (!isPassing) return;
    const resume = (): void => want('read');
    const timer = setInterval(resume, RESUME_MS);
    window.addEventListener('online', resume);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', resume);
    };
  }, [isPassing, want]);
  return { progress, start: () => want('read'), retry: () => want('retry'), stop: () => want('stop') };
}

/** What a search covered, unless that is said already, and what there is to do about the rest. */
export function BodyNotes(props: {
  readonly selected: Selected | null;
  readonly reading: TextReading;
  /** False: the answer above it says it. */
  readonly hasCoverage: boolean;
  readonly onShowFailed: (() => void) | null;
}): ReactElement | null {
  const words = useWords('messages');
  const { count } = useFormat();
  const toCoverage = useCoverageWords();
  const { selected, reading, onShowFailed } = props;
  const { progress } = reading;
  if (progress === null || selected === null) return null;
  const { state, failed } = progress;
  const unread = progress.of - progress.read - failed;
  const isIdle = state === 'resting' || state === 'stopped';
  const coverage = toCoverage(selected.coverage);
  return (
    <div className={styles['notes']} role="status">
      {props.hasCoverage && coverage !== null && <span>{coverage}</span>}
      {state === 'full' && <span>{words.bodies.full}</span>}
      {state === 'stopped' && progress.stoppedBy !== null && <Stopped by={progress.stoppedBy} />}
      {state === 'reading' && (
        <Button kind="link" size="small" onPress={reading.stop}>
          {words.bodies.stop}
        </Button>
      )}
      {isIdle && unread > 0 && coverage !== null && (
        <>
          <Button size="small" onPress={reading.start}>
            {state === 'stopped' ? words.bodies.again : count(words.bodies.read, unread)}
          </Button>
          <span>{words.bodies.readHint}</span>
        </>
      )}
      {isIdle && failed > 0 && (
        <Button size="small" onPress={reading.retry}>
          {count(words.bodies.retry, failed)}
        </Button>
      )}
      {failed > 0 && onShowFailed !== null && (
        <Button kind="link" size="small" onPress={onShowFailed}>
          {count(words.bodies.showFailed, failed)}
        </Button>
      )}
      {selected.unsure > 0 && <span>{count(words.unsure, selected.unsure)}</span>}
    </div>
  );
}

/** Why reading stopped, and whether it continues by itself. */
function Stopped({ by }: { readonly by: ReadingStop }): ReactElement {
  const { bodies: words } = useWords('messages');
  const { fill } = useFormat();
  const toSentence = useErrorSentence();
  const isOffline = by === 'portal-silent' && !navigator.onLine;
  const why = toSentence(isOffline ? new PortalRefusal('offline') : new KeyWorkerError(by));
  return (
    <span className={styles['stopped']}>
      {fill(words.stopped, { why })}
      {PASSING_STOPS.has(by) && ` ${words.resumes}`}
    </span>
  );
}
