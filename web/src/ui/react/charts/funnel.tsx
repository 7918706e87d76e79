import type { ReactElement, ReactNode } from 'react';
import { Mark } from '../mark.tsx';
import sheet from './funnel.module.css';

/** One step from the evidence to those who were notified. */
export interface FunnelStage {
  readonly id: string;
  readonly question: string;
  /** The number, as a door to its rows. */
  readonly figure: ReactNode;
  /** What it counts, and of how many. */
  readonly text: string;
  readonly bar: ReactNode;
  readonly facts: ReactNode;
  /** What is not known or not done here, each a door; nothing when all is. */
  readonly open: readonly { readonly text: string; readonly href: string }[];
}

/** Stages beside each other; below each other on a phone. */
export function Funnel(props: { readonly label: string; readonly stages: readonly FunnelStage[] }): ReactElement {
  return (
    <ol className={sheet['funnel']} aria-label={props.label}>
      {props.stages.map((stage) => (
        <li key={stage.id} className={sheet['stage']}>
          <p className={sheet['question']}>{stage.question}</p>
          <p className={sheet['answer']}>
            <span className={sheet['figure']}>{stage.figure}</span> {stage.text}
          </p>
          <div className={sheet['bar']}>{stage.bar}</div>
          <p className={sheet['facts']}>{stage.facts}</p>
          {stage.open.map(({ text, href }) => (
            <p key={text} className={sheet['open']}>
              <Mark kind="ring" />
              <a href={href}>{text}</a>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
