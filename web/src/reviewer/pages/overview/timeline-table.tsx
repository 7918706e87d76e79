import type { ReactElement } from 'react';
import { Figure } from '../../../ui/react/figure.tsx';
import { NO_QUERY } from '../../bridge/message-query.ts';
import { type ReleasedVerdict, VERDICTS } from '../../bridge/released-message.ts';
import type { Timeline } from '../../bridge/table-calls.ts';
import { paths } from '../address/paths.ts';
import { toMessagesTarget } from '../address/query-address.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import styles from './overview-page.module.css';

type Bar = Timeline['bars'][number];

const SECOND_MS = 1000;
const toDay = (instant: number): string => new Date(instant * SECOND_MS).toISOString().slice(0, 10);

/** The messages of one bar, of one verdict or of all. */
export function toBarTarget({ from, to }: Bar, verdict: ReleasedVerdict | null = null): string {
  const query = { ...NO_QUERY, after: toDay(from), before: toDay(to), verdicts: verdict === null ? [] : [verdict] };
  return toMessagesTarget(paths.messages, { query });
}

/** Every number of the picture. Bars without a message are left out, and so are verdicts that stand nowhere. */
export function TimelineTable({
  timeline,
  isOpen,
}: {
  readonly timeline: Timeline;
  readonly isOpen: boolean;
}): ReactElement {
  const words = useWords('overview').time;
  const { verdicts } = useWords('shared');
  const { number, date } = useFormat();
  const shown = VERDICTS.filter((_, at) => timeline.bars.some((bar) => (bar.verdicts[at] ?? 0) > 0));
  const sum = (bar: Bar): number => bar.verdicts.reduce((total, n) => total + n, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles['scroll']} tabIndex={0} aria-label={words.titles[timeline.unit]}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            {shown.map((verdict) => (
              <th key={verdict} scope="col" className={styles['number']}>
                {verdicts[verdict].short}
              </th>
            ))}
            <th scope="col" className={styles['number']}>
              {words.all}
            </th>
          </tr>
        </thead>
        <tbody>
          {timeline.bars
            .filter((bar) => sum(bar) > 0)
            .map((bar) => (
              <tr key={bar.from}>
                <th scope="row">{date(bar.from)}</th>
                {shown.map((verdict) => {
                  const n = bar.verdicts[VERDICTS.indexOf(verdict)] ?? 0;
                  return (
                    <td key={verdict} className={styles['number']}>
                      <Figure text={number(n)} isZero={n === 0} to={isOpen ? toBarTarget(bar, verdict) : null} />
                    </td>
                  );
                })}
                <td className={styles['number']}>
                  <Figure text={number(sum(bar))} isZero={false} to={isOpen ? toBarTarget(bar) : null} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
