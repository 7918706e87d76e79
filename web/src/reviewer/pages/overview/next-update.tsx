import { readInstant } from '@candor/core/base';
import type { ReleaseStatement } from '@candor/core/review/seal';
import { type ReactElement, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import styles from './overview-page.module.css';

const DAY_SECONDS = 86_400;
const SECOND_MS = 1000;

/** When we hear more: the day that the release names, which later notices may change. */
export function NextUpdate({ statement }: { readonly statement: ReleaseStatement }): ReactElement {
  const words = useWords('overview').next;
  const { fill, date } = useFormat();
  const { page, telephone } = useSettings();
  const [now] = useState(() => Date.now() / SECOND_MS);
  const next = statement.next === null ? null : readInstant(statement.next);
  const isPast = next !== null && next + DAY_SECONDS <= now;
  const [answer, what] =
    next === null
      ? [words.none, words.noneWhat]
      : isPast
        ? [fill(words.past, { day: date(next) }), words.pastWhat]
        : [fill(words.on, { day: date(next) }), words.even];
  return (
    <section>
      <AnswerHeading question={words.question}>{answer}</AnswerHeading>
      <p className={styles['more']}>{fill(what, { page })}</p>
      <p className={styles['more']}>
        {telephone !== null && `${fill(words.telephone, { telephone })} `}
        {fill(words.page, { page })}
      </p>
    </section>
  );
}
