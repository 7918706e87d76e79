import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import type { BodyReading, Selected } from '../../bridge/table-calls.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import styles from './messages-page.module.css';

/** Progress of reading bodies, from the key worker; new ones may match the search. */
export function useBodyReading(
  selected: Selected | null,
  isSearching: boolean,
  refresh: () => void,
): BodyReading | null {
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
  const answered = selected?.bodies ?? null;
  return told !== null && (answered === null || told.read >= answered.read) ? told : answered;
}

/** What a search covered, and the button to cover everything. */
export function BodyNotes(props: {
  readonly selected: Selected | null;
  readonly bodies: BodyReading | null;
  readonly isSearching: boolean;
}): ReactElement | null {
  const words = useWords('messages');
  const { number, fill, count } = useFormat();
  const keyWorker = useKeyWorker();
  const { bodies, selected, isSearching } = props;
  if (bodies === null || !isSearching) return null;
  const missing = bodies.of - bodies.read - bodies.failed;
  const read = (isOn: boolean): void => {
    keyWorker.call('read-bodies', { isOn }).catch(() => undefined);
  };
  return (
    <p className={styles['notes']} role="status">
      <span>
        {missing <= 0
          ? words.bodies.all
          : bodies.read === 0
            ? words.bodies.none
            : fill(words.bodies.some, { n: number(bodies.read), of: number(bodies.of) })}
      </span>
      {bodies.failed > 0 && <span>{count(words.bodies.failed, bodies.failed)}</span>}
      {bodies.state === 'full' && <span>{words.bodies.full}</span>}
      {bodies.state === 'reading' && missing > 0 && (
        <Button kind="link" size="small" onPress={() => read(false)}>
          {words.bodies.stop}
        </Button>
      )}
      {(bodies.state === 'resting' || bodies.state === 'stopped') && missing > 0 && (
        <>
          <Button size="small" onPress={() => read(true)}>
            {bodies.state === 'stopped' ? words.bodies.again : count(words.bodies.read, missing)}
          </Button>
          <span>{words.bodies.readHint}</span>
        </>
      )}
      {selected !== null && selected.unsure > 0 && <span>{count(words.unsure, selected.unsure)}</span>}
    </p>
  );
}
