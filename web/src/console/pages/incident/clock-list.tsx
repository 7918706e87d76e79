import type { ReactElement } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { useWords } from '../../base/words.ts';
import styles from './incident-page.module.css';
import type { Timeline } from './timeline-rows.ts';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

/** Deadlines that the state knows, nearest first; one that stands still with the question that starts it. */
export function ClockList({ timeline }: { readonly timeline: Timeline }): ReactElement {
  const words = useWords().clocks;
  const { fill, time, number } = useFormat();
  const { clocks, aware, at } = timeline;
  const toLeft = (due: number): string => {
    const left = Math.abs(due - at);
    if (left >= 2 * DAY_SECONDS) return fill(words.days, { n: number(Math.floor(left / DAY_SECONDS)) });
    const minutes = Math.floor((left % HOUR_SECONDS) / MINUTE_SECONDS);
    return fill(words.hours, { hours: number(Math.floor(left / HOUR_SECONDS)), minutes: number(minutes) });
  };
  return (
    <section className={styles['clocks']} aria-labelledby="clocks-title">
      <h2 id="clocks-title" className={styles['title']}>
        {words.title}
        {aware !== null && <span>{fill(words.aware, { at: time(aware) })}</span>}
      </h2>
      <ul>
        {clocks.map(({ what, at: due, isPast }) => (
          <li key={`${what} ${due}`} className={styles['clock']}>
            <b className={isPast ? styles['past'] : undefined}>
              {fill(isPast ? words.late : words.left, { time: toLeft(due) })}
            </b>
            <span>{words.what[what]}</span>
            <time dateTime={new Date(due * 1000).toISOString()}>{time(due)}</time>
          </li>
        ))}
        {aware === null && (
          <li className={styles['clock']}>
            <span className={styles['still']}>{words.still}</span>
            <span>{words.what.authority}</span>
            <span>{words.whenAware}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
