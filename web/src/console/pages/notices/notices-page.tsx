import type { ConsoleIncident } from '@candor/core/contract/console';
import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useMemo } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { EmptyState } from '../../../ui/react/page-states.tsx';
import type { Column } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import { toHref } from '../../address/sections.ts';
import { useWords } from '../../base/words.ts';
import { useIncident } from '../../desk/desk.tsx';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { toWavePath } from './use-wave-address.ts';

type Wave = CalledOperations['notice.status']['answer'][number];

/** Who is notified of what, and who waits for whom? */
export function NoticesPage(): ReactElement {
  const question = useWords().questions.notices;
  return <IncidentGate question={question}>{(incident) => <Notices incident={incident} />}</IncidentGate>;
}

function Notices({ incident }: { readonly incident: ConsoleIncident }): ReactElement {
  const question = useWords().questions.notices;
  const waves = useAnswer(incident.id, 'notice.status', {});
  return (
    <AnswerGate question={question} asked={waves}>
      {(listed) => <Waves waves={listed} />}
    </AnswerGate>
  );
}

function Waves({ waves }: { readonly waves: readonly Wave[] }): ReactElement {
  const {
    questions,
    noticesPage: words,
    wavePage: { kinds },
  } = useWords();
  const { to } = useIncident();
  const { count, number, time, fill } = useFormat();
  const columns = useMemo((): readonly Column<Wave>[] => {
    const toNumber = (id: string, header: string, of: (wave: Wave) => number): Column<Wave> => ({
      id,
      header,
      kind: 'number',
      cell: (wave) => number(of(wave)),
    });
    return [
      {
        id: 'wave',
        header: words.columns.wave,
        kind: 'row-head',
        cell: ({ wave, kind, version }) => (
          <>
            <a href={toHref(to(toWavePath(wave)))}>
              {fill(words.wave, { n: number(wave), kind: kinds[kind as keyof typeof kinds] ?? kind })}
            </a>
            <span className="second">{fill(words.exposure, { n: number(version) })}</span>
          </>
        ),
      },
      {
        id: 'state',
        header: words.columns.state,
        cell: ({ state, approved }) => (
          <>
            {words.states[state]}
            <span className="second">
              {approved === null ? words.notApproved : fill(words.approved, { names: approved.value.join(', ') })}
            </span>
          </>
        ),
      },
      {
        id: 'made',
        header: words.columns.made,
        cell: ({ madeAt, madeBy }) => (
          <>
            {time(madeAt)}
            <span className="second">{madeBy}</span>
          </>
        ),
      },
      toNumber('notices', words.columns.notices, ({ notices }) => notices),
      toNumber('prepared', words.columns.prepared, ({ told }) => told.prepared),
      toNumber('sent', words.columns.sent, ({ told }) => told.sent),
      toNumber('returned', words.columns.returned, ({ told }) => told.returned),
      toNumber('posted', words.columns.posted, ({ told }) => told.posted),
      toNumber('uncertain', words.columns.uncertain, ({ uncertain }) => uncertain),
      {
        id: 'bounces',
        header: words.columns.bounces,
        cell: ({ told }) => (told.readUntil === null ? words.notRead : time(told.readUntil)),
      },
    ];
  }, [words, kinds, to, number, time, fill]);
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question={questions.notices}>
        {waves.length === 0 ? words.none : count(words.answer, waves.length)}
      </AnswerHeading>
      <Table
        label={questions.notices}
        columns={columns}
        rows={waves.toReversed()}
        toKey={({ wave }) => String(wave)}
        isStacked
        empty={<EmptyState>{words.noWave}</EmptyState>}
      />
      <p className="second">{words.sentMeans}</p>
    </div>
  );
}
