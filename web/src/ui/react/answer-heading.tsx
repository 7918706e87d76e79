import type { ReactElement, ReactNode } from 'react';
import styles from './answer-heading.module.css';

/** The common layout: a small question, then a large answer sentence with its number. Its table follows. */
export function AnswerHeading(props: {
  readonly question: string;
  readonly children: ReactNode;
  /** The first answer of a page is its heading. */
  readonly level?: 1 | 2;
  readonly isRefused?: boolean;
  readonly id?: string;
}): ReactElement {
  const Heading = props.level === 1 ? 'h1' : 'h2';
  return (
    <div>
      <p className={styles['question']}>{props.question}</p>
      <Heading
        className={props.isRefused === true ? `${styles['answer']} ${styles['refused']}` : styles['answer']}
        id={props.id}
        tabIndex={props.level === 1 ? -1 : undefined}
      >
        {props.children}
      </Heading>
    </div>
  );
}
