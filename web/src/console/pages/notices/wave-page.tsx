import type { ConsoleIncident } from '@candor/core/contract/console';
import { type ReactElement, useCallback, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { EmptyState } from '../../../ui/react/page-states.tsx';
import { SECTION_PATHS, toHref } from '../../address/sections.ts';
import { useWords } from '../../base/words.ts';
import { useIncident } from '../../desk/desk.tsx';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { ApprovalBar } from './approval-bar.tsx';
import { NoticeList } from './notice-list.tsx';
import { NoticePreview } from './notice-preview.tsx';
import { useWaveAddress } from './use-wave-address.ts';
import type { Wave } from './wave.ts';
import { WaveDeliveries } from './wave-deliveries.tsx';
import { WaveFigures } from './wave-figures.tsx';
import { WaveGate } from './wave-gate.tsx';
import styles from './wave-page.module.css';
import { WaveSelection } from './wave-selection.tsx';
import { WaveWarnings } from './wave-warnings.tsx';

/** One wave: to whom, what they are told, what changed, and who has approved. */
export function WavePage(): ReactElement {
  const question = useWords().questions.notices;
  return <IncidentGate question={question}>{(incident) => <Chosen incident={incident} />}</IncidentGate>;
}

function Chosen({ incident }: { readonly incident: ConsoleIncident }): ReactElement {
  const { questions, wavePage: words } = useWords();
  const { to } = useIncident();
  const { wave } = useWaveAddress();
  if (wave !== null) return <Asked key={wave} incident={incident} wave={wave} />;
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question={questions.notices}>
        {words.which}
      </AnswerHeading>
      <EmptyState action={<a href={toHref(to(SECTION_PATHS.notices))}>{words.all}</a>}>{words.whichHow}</EmptyState>
    </div>
  );
}

function Asked({ incident, wave }: { readonly incident: ConsoleIncident; readonly wave: number }): ReactElement {
  const question = useWords().questions.notices;
  const asked = useAnswer(incident.id, 'notice.wave', { wave });
  return (
    <AnswerGate question={question} asked={asked}>
      {(answer) => <Laid incident={incident.id} wave={answer} onChanged={asked.askAgain} />}
    </AnswerGate>
  );
}

function Laid(props: { readonly incident: string; readonly wave: Wave; readonly onChanged: () => void }): ReactElement {
  const { incident, wave } = props;
  const { wavePage: words, noticesPage } = useWords();
  const { fill, number } = useFormat();
  const { to } = useIncident();
  // What a person has had on the screen, for the languages that must be read before signing.
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const onRead = useCallback((language: string) => {
    setRead((before) => (before.has(language) ? before : new Set([...before, language])));
  }, []);
  const title = fill(words.question, {
    n: number(wave.wave),
    kind: words.kinds[wave.kind as keyof typeof words.kinds] ?? wave.kind,
    version: number(wave.version),
    state: noticesPage.states[wave.state],
  });
  return (
    <div className={styles['page']}>
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <p>
            <a href={toHref(to(SECTION_PATHS.notices))}>{words.all}</a>
          </p>
          <AnswerHeading level={1} question={title}>
            <Answer wave={wave} />
          </AnswerHeading>
          <WaveFigures wave={wave} read={read} />
          <WaveWarnings incident={incident} wave={wave.wave} />
          {wave.entry !== null && <WaveDeliveries incident={incident} wave={wave} />}
          <NoticeList incident={incident} wave={wave} />
          <WaveGate wave={wave} />
          {wave.selection !== null && <WaveSelection incident={incident} wave={wave.wave} selection={wave.selection} />}
        </div>
        <NoticePreview incident={incident} wave={wave} onRead={onRead} />
      </div>
      <ApprovalBar incident={incident} wave={wave} read={read} onChanged={props.onChanged} />
    </div>
  );
}

function Answer({ wave }: { readonly wave: Wave }): ReactElement {
  const { wavePage: words } = useWords();
  const { count, fill, number } = useFormat();
  const parts = (['first', 'more', 'less', 'none'] as const).flatMap((change) => {
    const n = wave.changes[change];
    // Where every notice is a first one there is nothing to compare.
    const isSaid = n > 0 || (change === 'less' && wave.changes.first < wave.notices);
    return !isSaid ? [] : [fill(words.said[change], { n: number(n) })];
  });
  return <>{`${count(words.notices, wave.notices)}: ${parts.join(', ')}.`}</>;
}
