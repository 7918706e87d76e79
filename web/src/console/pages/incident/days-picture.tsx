import { type ReactElement, useMemo } from 'react';
import { Picture } from '../../../ui/react/charts/picture.tsx';
import { type TimelineGroup, Timeline as TimelinePicture } from '../../../ui/react/charts/timeline.tsx';
import { VerdictLegend } from '../../../ui/react/charts/verdict-legend.tsx';
import { Figure } from '../../../ui/react/figure.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { EmptyState, PartialState } from '../../../ui/react/page-states.tsx';
import type { Column } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import { SECTION_PATHS } from '../../address/sections.ts';
import { useWords } from '../../base/words.ts';
import { useIncident } from '../../desk/desk.tsx';
import { type Days, type Timeline, toLanes, toStacks } from './timeline-rows.ts';

const DRAWN = ['accessed', 'presumed', 'partial', 'possible', 'undetermined'] as const;

/** What happened on which day: copies, acts, where the logs could see, what was made. A table has the same numbers. */
export function DaysPicture({ timeline }: { readonly timeline: Timeline }): ReactElement {
  const { timelinePicture: words, shared } = useWords();
  const { count } = useFormat();
  const groups = useGroups(timeline);
  const { days, others, period, window, at } = timeline;
  const isNowSeen = at >= period.from && at <= period.to;
  return (
    <Picture
      title={words.title}
      words={words}
      picture={
        <>
          {days === null && <PartialState>{words.notKept}</PartialState>}
          <TimelinePicture
            label={words.title}
            period={period}
            window={window}
            now={isNowSeen ? { at, text: words.now } : null}
            groups={groups}
          />
          {others > 0 && <p>{count(words.others, others)}</p>}
        </>
      }
      legend={
        <VerdictLegend
          verdicts={DRAWN}
          words={shared.verdicts}
          samples={[
            { sample: 'unit', text: words.samples.unit },
            { sample: 'undecided', text: words.samples.undecided },
            { sample: 'recorded', text: words.samples.recorded },
            { sample: 'claimed', text: words.samples.claimed },
            { sample: 'gap', text: words.samples.gap },
          ]}
        />
      }
      table={<DayTable timeline={timeline} />}
    />
  );
}

function useGroups(timeline: Timeline): readonly TimelineGroup[] {
  const { timelinePicture: words, evidencePage } = useWords();
  const { number, fill, time, count } = useFormat();
  const { to } = useIncident();
  const { days, period, mailboxes, made } = timeline;
  return useMemo(() => {
    const groups: TimelineGroup[] = [];
    if (days !== null) {
      const { stacks, exposed, undetermined, outside } = toStacks(days, period);
      const label = fill(words.copiesLabel, { n: number(exposed), open: number(undetermined) });
      groups.push({
        id: 'copies',
        name: null,
        rows: [
          {
            id: 'copies',
            is: 'stacks',
            name: words.copies,
            about: words.byDay,
            label,
            stacks,
            figure: (
              <>
                <Figure text={number(exposed)} isZero={exposed === 0} to={to(SECTION_PATHS.exposure)} />
                {undetermined > 0 && <div>{fill(words.unjudged, { n: number(undetermined) })}</div>}
                {outside > 0 && <div>{count(words.outside, outside)}</div>}
              </>
            ),
          },
        ],
      });
      groups.push({
        id: 'acts',
        name: words.acts,
        rows: toLanes(days).map(({ id, acts, records, undecided }) => ({
          id,
          is: 'acts',
          name: words.lanes[id],
          label: fill(words.actsLabel, { lane: words.lanes[id], n: number(records), open: number(undecided) }),
          acts,
          figure: (
            <>
              {undecided > 0 && `+${number(undecided)}? `}
              <b>{number(records)}</b>
            </>
          ),
        })),
      });
    }
    const gapKinds: Readonly<Record<string, string>> = evidencePage.gapKinds;
    groups.push({
      id: 'sight',
      name: words.sight,
      rows: mailboxes.map(({ name, isSupplied, bands, acts }) => {
        const records = acts.reduce((n, one) => (one.isUndecided ? n : n + one.records), 0);
        const gaps = bands.filter(({ is }) => is === 'gap').length;
        const missing = { ...period, kind: 'gap' as const, text: words.notSupplied };
        return {
          id: name,
          is: 'coverage',
          name,
          label: fill(words.sightLabel, { name, n: number(records), gaps: number(gaps) }),
          bands: isSupplied
            ? bands.map(({ from, to: end, is, gap }) => ({
                from,
                to: end,
                kind: is,
                text: gap === null ? '' : (gapKinds[gap] ?? gap),
              }))
            : [missing],
          ticks: acts.map(({ day, isUndecided }) => ({ at: day, isUndecided })),
          figure: isSupplied ? number(records) : words.notSupplied,
        };
      }),
    });
    groups.push({
      id: 'made',
      name: words.madeName,
      rows: made.map(({ at, what, number: n, isDone }) => {
        const name = fill(words.made[what], { n: number(n) });
        const isSeen = at >= period.from && at <= period.to;
        const label = `${name}, ${time(at)}`;
        return {
          id: `${what} ${n}`,
          is: 'marks',
          name,
          label,
          marks: isSeen ? [{ at, isDone, text: '' }] : [],
          figure: time(at),
        };
      }),
    });
    return groups;
  }, [days, period, mailboxes, made, words, evidencePage, number, fill, time, count, to]);
}

interface DayRow {
  readonly day: number;
  readonly records: number;
  readonly undecided: number;
  readonly exposed: number;
  readonly undetermined: number;
}

function toDayRows(days: Days, period: Timeline['period']): readonly DayRow[] {
  const { stacks } = toStacks(days, period);
  const copies = new Map(stacks.map(({ from, counts }) => [from, counts]));
  const all = [...new Set([...copies.keys(), ...days.acts.map(({ day }) => day)])].sort((a, b) => a - b);
  return all.map((day) => {
    const { undetermined = 0, ...exposed } = copies.get(day) ?? {};
    const sum = (open: boolean): number =>
      days.acts.reduce((n, one) => (one.day === day && one.isUndecided === open ? n + one.records : n), 0);
    return {
      day,
      records: sum(false),
      undecided: sum(true),
      exposed: Object.values(exposed).reduce((n, one) => n + one, 0),
      undetermined,
    };
  });
}

function DayTable({ timeline }: { readonly timeline: Timeline }): ReactElement {
  const words = useWords().timelinePicture;
  const { number, date } = useFormat();
  const { days, period } = timeline;
  const rows = useMemo(() => (days === null ? [] : toDayRows(days, period)), [days, period]);
  const columns = useMemo((): readonly Column<DayRow>[] => {
    const figure = (id: Exclude<keyof DayRow, 'day'>): Column<DayRow> => ({
      id,
      header: words.columns[id],
      kind: 'number',
      cell: (row) => number(row[id]),
    });
    return [
      { id: 'day', header: words.columns.day, kind: 'row-head', cell: ({ day }) => date(day) },
      figure('records'),
      figure('undecided'),
      figure('exposed'),
      figure('undetermined'),
    ];
  }, [words, number, date]);
  return (
    <Table
      label={words.title}
      columns={columns}
      rows={rows}
      toKey={({ day }) => String(day)}
      empty={<EmptyState>{days === null ? words.notKept : words.noDays}</EmptyState>}
    />
  );
}
