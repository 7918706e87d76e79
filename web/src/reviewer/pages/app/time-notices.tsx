import { type ReactElement, useEffect, useState } from 'react';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useSession } from '../session/session-context.tsx';

const MINUTE_SECONDS = 60;
/** Clocks of people are off by some seconds; nothing here depends on those. */
const WORTH_SAYING_SECONDS = 2 * MINUTE_SECONDS;

/** A device clock that is wrong, and a session that is about to end. */
export function TimeNotices(): ReactElement | null {
  const words = useWords('shared');
  const { fill, number } = useFormat();
  const { secondsLeft } = useSession();
  const offSeconds = useClockDifference();
  const isOff = Math.abs(offSeconds) >= WORTH_SAYING_SECONDS;
  if (!isOff && secondsLeft === null) return null;
  const minutes = number(Math.round(Math.abs(offSeconds) / MINUTE_SECONDS));
  return (
    <>
      {isOff && (
        <NoticeLine kind="wait">
          {fill(offSeconds > 0 ? words.status.clock.ahead : words.status.clock.behind, { minutes })}
        </NoticeLine>
      )}
      {secondsLeft !== null && <NoticeLine kind="wait">{words.status.idleSoon}</NoticeLine>}
    </>
  );
}

const SECOND_MS = 1000;

/** How far this device is ahead of the portal, in seconds; nought while that is not known. */
function useClockDifference(): number {
  const { portal } = useSession();
  const [offSeconds, setOffSeconds] = useState(0);
  useEffect(() => {
    const asked = Date.now();
    portal.status().then(
      ({ time }) => {
        // Half of the way there and back belongs to the answer.
        const here = (asked + Date.now()) / 2 / SECOND_MS;
        setOffSeconds(Math.round(here - time));
      },
      () => undefined,
    );
  }, [portal]);
  return offSeconds;
}
