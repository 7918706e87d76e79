import { readInstant } from '@candor/core/base';
import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { BarsPicture } from '../../../ui/react/charts/bars-picture.tsx';
import { Figure } from '../../../ui/react/figure.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { useShortcuts } from '../../../ui/react/use-shortcuts.ts';
import { useWidth } from '../../../ui/react/use-width.ts';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import { NO_QUERY } from '../../bridge/message-query.ts';
import { type ReleasedVerdict, VERDICTS } from '../../bridge/released-message.ts';
import type { Timeline } from '../../bridge/table-calls.ts';
import { paths } from '../address/paths.ts';
import { toMessagesTarget } from '../address/query-address.ts';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import type { AnswerProps } from './how-much.tsx';
import styles from './overview-page.module.css';

const SECOND_MS = 1000;
const toDay = (instant: number): string => new Date(instant * SECOND_MS).toISOString().slice(0, 10);

/** When the messages were written, as a picture or a table. */
export function TimelinePicture({ overview, isOpen }: AnswerProps): ReactElement {
  const words = useWords('overview').time;
  const { verdicts } = useWords('shared');
  const { fill, date, count, number } = useFormat();
  const { organization } = useSettings();
  const navigate = useNavigate();
  const [isTable, setTable] = useState(false);
  const [place, width] = useWidth<HTMLDivElement>();
  useShortcuts({ t: () => setTable(!isTable) });
  const { timeline, statement } = overview;
  const { bars, unit, outside } = timeline;
  const [first, last] = [bars[0], bars.at(-1)];
  const present = statement.window;
  const intruder = present === null ? null : { from: readInstant(present.from) ?? 0, to: readInstant(present.to) ?? 0 };
  const shown = VERDICTS.filter((_, at) => bars.some((bar) => (bar.verdicts[at] ?? 0) > 0));
  if (first === undefined || last === undefined)
    return (
      <section>
        <h2 className={styles['pictureTitle']}>{words.titles[unit]}</h2>
        <p className={styles['hint']}>{words.none}</p>
      </section>
    );
  const follow = (event: MouseEvent<HTMLDivElement>): void => {
    const bar = findBar(event, timeline);
    if (isOpen && bar !== undefined) navigate({ href: toBarTarget(bar) } as never).catch(() => undefined);
  };
  return (
    <section>
      <div className={styles['pictureHead']}>
        <h2 className={styles['pictureTitle']}>{words.titles[unit]}</h2>
        <ul className={styles['legend']}>
          {shown.map((verdict) => (
            <li key={verdict}>
              <VerdictMark verdict={verdict} /> {verdicts[verdict].short}
            </li>
          ))}
        </ul>
      </div>
      {isTable ? (
        <TimelineTable timeline={timeline} isOpen={isOpen} />
      ) : (
        // The table has the same links for the keyboard.
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        // biome-ignore lint/a11y/noStaticElementInteractions: as above
        <div ref={place} className={styles['picture']} onClick={follow}>
          <BarsPicture
            bars={bars}
            isYears={unit === 'year'}
            width={width}
            window={intruder}
            windowWord={fill(words.intruder, { organization })}
            label={fill(words.description, {
              title: words.titles[unit],
              first: date(first.from),
              last: date(last.to),
              most: number(Math.max(...bars.map(({ verdicts: all }) => all.reduce((sum, n) => sum + n, 0)))),
              bars: number(bars.length),
            })}
          />
        </div>
      )}
      <p className={styles['hint']}>
        {fill(words.span, { first: date(overview.first ?? first.from), last: date(overview.last ?? last.to) })}{' '}
        <Button kind="link" size="small" onPress={() => setTable(!isTable)}>
          {isTable ? words.asPicture : words.asTable}
        </Button>{' '}
        <kbd>t</kbd>
        {outside.before + outside.after > 0 && ` ${count(words.outside, outside.before + outside.after)}.`}
        {outside.undated > 0 && ` ${count(words.undated, outside.undated)}.`}
      </p>
    </section>
  );
}

function findBar({ nativeEvent, currentTarget }: MouseEvent<HTMLDivElement>, { bars }: Timeline) {
  const plot = currentTarget.querySelector('[data-plot]')?.getBoundingClientRect();
  if (plot === undefined || plot.width === 0) return undefined;
  return bars[Math.floor(((nativeEvent.clientX - plot.left) / plot.width) * bars.length)];
}

type Bar = Timeline['bars'][number];

/** The messages of one bar, of one verdict or all. */
function toBarTarget({ from, to }: Bar, verdict: ReleasedVerdict | null = null): string {
  const query = { ...NO_QUERY, after: toDay(from), before: toDay(to), verdicts: verdict === null ? [] : [verdict] };
  return toMessagesTarget(paths.messages, { query });
}

/** Every number of the picture. Omits empty bars and verdicts. */
function TimelineTable({ timeline, isOpen }: { readonly timeline: Timeline; readonly isOpen: boolean }): ReactElement {
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
