import { VERDICTS } from '@candor/core/exposure/verdict';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { loadUiCatalogue } from '../../../src/i18n/ui-catalogue.ts';
import type { Brushed } from '../../../src/ui/brush.ts';
import { AnswerHeading } from '../../../src/ui/react/answer-heading.tsx';
import { Funnel, type FunnelStage } from '../../../src/ui/react/charts/funnel.tsx';
import type { Stack } from '../../../src/ui/react/charts/lanes.tsx';
import { Picture } from '../../../src/ui/react/charts/picture.tsx';
import { StackedBar, type VerdictCounts } from '../../../src/ui/react/charts/stacked-bar.tsx';
import { Timeline, type TimelineGroup } from '../../../src/ui/react/charts/timeline.tsx';
import { VerdictLegend } from '../../../src/ui/react/charts/verdict-legend.tsx';
import { Figure } from '../../../src/ui/react/figure.tsx';
import { useCatalogue, useFormat } from '../../../src/ui/react/language.tsx';
import { Table } from '../../../src/ui/react/table/table.tsx';
import { VerdictChip } from '../../../src/ui/react/verdict-chip.tsx';
import { HOSTILE } from './texts.ts';

const DAY = 86_400;
const at = (day: number, hours = 0): number => Date.UTC(2001, 7, 28 + day) / 1000 + hours * 3600;
const PERIOD = { from: at(4), to: at(70) };
const WINDOW = { from: at(13), to: at(53) };

const STACKS: readonly Stack[] = Array.from({ length: 46 }, (_, day) => ({
  from: at(6 + day),
  to: at(7 + day),
  counts: {
    accessed: (day * 7) % 4,
    presumed: (day * 5) % 7,
    partial: day % 11 === 3 ? 1 : 0,
    possible: day % 5 === 2 ? 1 : 0,
    undetermined: day > 28 && day % 4 === 1 ? 3 : 0,
  },
}));

const ACTS = [17, 20, 20, 20, 26, 26, 27, 34, 35, 36, 36, 36, 36, 36, 36, 40, 41].map((day, place) => ({
  at: at(day, place % 24),
  isUndecided: place % 6 === 5,
}));

function toGroups(asked: URLSearchParams): readonly TimelineGroup[] {
  if (asked.has('unread'))
    return [
      {
        id: 'coverage',
        name: 'Where the log could see',
        rows: [0, 1, 2].map((place) => ({
          id: String(place),
          name: `Custodian ${place}`,
          label: 'No log was supplied.',
          is: 'coverage' as const,
          bands: [{ ...PERIOD, kind: 'gap' as const, text: 'nothing supplied' }],
          ticks: [],
        })),
      },
    ];
  const isHostile = asked.has('hostile');
  const acts = (name: string, from: number, to: number) => ({
    id: name,
    name,
    label: `${name}: ${to - from} records.`,
    figure: <Figure text={String(to - from)} isZero={to === from} to="/records" />,
    is: 'acts' as const,
    acts: ACTS.slice(from, to),
  });
  const now = asked.has('late') ? at(69) : at(59);
  return [
    {
      id: 'exposed',
      name: null,
      rows: [
        {
          id: 'stacks',
          name: 'Exposed messages',
          about: 'by day of arrival',
          label: '128 of 209 messages are exposed, at most 12 in one day.',
          figure: <b>128 of 209</b>,
          is: 'stacks',
          stacks: STACKS,
        },
      ],
    },
    {
      id: 'acts',
      name: 'What the intruder did',
      about: '17 records',
      rows: [
        acts('opened mail', 0, 15),
        acts('copied folders', 4, 8),
        acts('searched', 15, 17),
        acts('signed in', 3, 3),
      ],
    },
    {
      id: 'coverage',
      name: 'Where the log could see',
      about: 'exposed / copies',
      rows: (isHostile ? HOSTILE : ['Brandt, trader', 'Costa, customers', 'duty-desk']).map((name, place) => ({
        id: String(place),
        name,
        label: 'Recorded from 8 Sep; a gap from 8 to 9 Oct.',
        figure: <Figure text={`${62 - place * 9} / 82`} isZero={false} to="/copies" />,
        is: 'coverage' as const,
        bands:
          place === 2
            ? [{ from: PERIOD.from, to: now, kind: 'gap' as const, text: 'not supplied' }]
            : [
                { from: PERIOD.from, to: at(11), kind: 'claimed' as const },
                { from: at(11), to: at(40), kind: 'recorded' as const },
                { from: at(40), to: at(48), kind: 'gap' as const, text: isHostile ? HOSTILE[5] : 'throttled' },
                { from: at(48), to: now, kind: 'recorded' as const },
              ],
        ticks: ACTS.filter((_, act) => act % 4 === place),
      })),
    },
    {
      id: 'told',
      name: 'Who was notified',
      rows: [
        {
          id: 'notices',
          name: 'notices',
          label: 'Wave 1 has 8 drafts.',
          figure: <b>0 of 22</b>,
          is: 'marks',
          marks: [
            { at: at(20), isDone: true, text: 'version 1' },
            { at: now, isDone: false, text: isHostile ? HOSTILE[1] : 'wave 1, 8 drafts' },
          ],
        },
      ],
    },
  ];
}

/** The picture of an incident, with its table and its brush. */
export function TimelineState({ asked }: { readonly asked: URLSearchParams }): ReactElement {
  const words = useCatalogue(loadUiCatalogue);
  const { date } = useFormat();
  const [brushed, setBrushed] = useState<Brushed>(asked.has('brushed') ? { from: at(20), to: at(34) } : null);
  const days = STACKS.filter(({ from }) => brushed === null || (from >= brushed.from && from < brushed.to));
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question="When it happened">
        {brushed === null ? 'The intruder was inside for 40 days.' : `${date(brushed.from)} – ${date(brushed.to)}`}
      </AnswerHeading>
      <Picture
        title="Exposed messages, acts and coverage"
        words={words.pictures}
        legend={
          <VerdictLegend
            verdicts={['accessed', 'presumed', 'partial', 'possible', 'undetermined']}
            words={words.verdicts}
            samples={[
              { sample: 'unit', text: 'intruder' },
              { sample: 'undecided', text: 'ambiguous' },
              { sample: 'recorded', text: 'logged' },
              { sample: 'claimed', text: 'claimed, no record' },
              { sample: 'gap', text: 'gap' },
            ]}
          />
        }
        picture={
          <Timeline
            label="Exposed messages, acts and coverage"
            period={PERIOD}
            window={asked.has('unread') ? null : WINDOW}
            now={{ at: asked.has('late') ? at(69) : at(59), text: words.pictures.now }}
            groups={toGroups(asked)}
            brush={{ value: brushed, stepSeconds: DAY, words: words.pictures, onChange: setBrushed }}
          />
        }
        table={
          <Table
            columns={[
              { id: 'day', header: 'Day', cell: (day: Stack) => date(day.from), kind: 'row-head' },
              ...VERDICTS.slice(0, 5).map((verdict) => ({
                id: verdict,
                header: words.verdicts[verdict],
                cell: (day: Stack) => (
                  <Figure
                    text={String(day.counts[verdict] ?? 0)}
                    isZero={(day.counts[verdict] ?? 0) === 0}
                    to="/messages"
                  />
                ),
                kind: 'number' as const,
              })),
            ]}
            rows={days}
            toKey={({ from }) => String(from)}
            label="Exposed messages by day"
            isStacked
          />
        }
      />
    </div>
  );
}

const COUNTS: VerdictCounts = {
  accessed: 27,
  presumed: 98,
  partial: 5,
  possible: 9,
  undetermined: 23,
  'no-evidence': 115,
};

/** Bars and the stages between evidence and notice. */
export function FunnelState({ asked }: { readonly asked: URLSearchParams }): ReactElement {
  const words = useCatalogue(loadUiCatalogue);
  const isHostile = asked.has('hostile');
  const isEmpty = asked.has('empty');
  const stage = (id: string, question: string, n: number, text: string, counts: VerdictCounts): FunnelStage => ({
    id,
    question,
    figure: (
      <Figure
        text={isEmpty ? '0' : isHostile ? '9,999,999,999' : String(n)}
        isZero={isEmpty}
        to={`/${id}`}
        label={`${n} ${text}`}
      />
    ),
    text,
    bar: <StackedBar counts={isEmpty ? {} : counts} of={null} label={null} />,
    facts: isHostile ? HOSTILE[0] : '9 logs, 167 records',
    open: isEmpty ? [] : [{ text: isHostile ? HOSTILE[0] : 'duty-desk not supplied', href: '#/evidence' }],
  });
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question="Where the incident stands">
        22 parties must be notified.
      </AnswerHeading>
      <Funnel
        label="From evidence to notice"
        stages={[
          stage('evidence', 'Evidence', 6, 'of 7 mailboxes', { 'no-evidence': 6 }),
          stage('copies', 'Copies', 139, 'of 294 exposed', COUNTS),
          stage('messages', 'Messages', 128, 'of 209 exposed', COUNTS),
          stage('parties', 'Parties', 22, 'to notify', { accessed: 12, presumed: 10 }),
          stage('notified', 'Notified', 4, 'of 22', {}),
        ]}
      />
      <StackedBar counts={COUNTS} of={1000} label="277 of 1,000 copies" />
      <StackedBar
        counts={{ accessed: 1, presumed: 1, partial: 1, possible: 1, 'no-evidence': 5_000_000 }}
        of={null}
        label="4 of 5,000,004 copies"
      />
      <p>
        {VERDICTS.map((verdict) => (
          <span key={verdict}>
            <VerdictChip verdict={verdict} text={isHostile ? HOSTILE[0] : words.verdicts[verdict]} />{' '}
          </span>
        ))}
      </p>
    </div>
  );
}
