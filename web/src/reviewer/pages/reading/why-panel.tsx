import { readInstant } from '@candor/core/base';
import type { OutsideReason } from '@candor/core/review/outside';
import type { IndexedMessage } from '@candor/core/review/seal';
import type { ReactElement } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import { paths } from '../address/paths.ts';
import { useWords } from '../base/language-context.tsx';
import styles from './reading-pane.module.css';

/** Maximum record times shown per reason. */
const SHOWN_TIMES = 5;

/** Why the message has its verdict: the rules' reasons in words, with the times of their records. */
export function WhyPanel({ indexed }: { readonly indexed: IndexedMessage }): ReactElement {
  const words = useWords('reading');
  const { verdicts } = useWords('shared');
  const { fill } = useFormat();
  return (
    <aside className={styles['why']} aria-label={words.why.title}>
      <p className={styles['question']}>{words.why.title}</p>
      <h3 className={styles['verdict']}>
        <VerdictMark verdict={indexed.verdict} /> {verdicts[indexed.verdict].sentence}
      </h3>
      <ul className={styles['reasons']}>
        {indexed.why.map((reason) => (
          <Reason key={reason.code} reason={reason} />
        ))}
      </ul>
      {indexed.custodians.length > 0 && <p>{fill(words.why.heldBy, { people: indexed.custodians.join(', ') })}</p>}
      <p className={styles['aside']}>
        {words.why.copyTitle} {words.why.copy} <a href={`#${paths.trust}`}>{words.why.howWeKnow}</a>
      </p>
    </aside>
  );
}

/** The lab writes in English: other languages use the sentence of the code, with its gaps. */
function Reason({ reason }: { readonly reason: IndexedMessage['why'][number] }): ReactElement {
  const words = useWords('reading');
  const { time, count, fill, rules } = useFormat();
  const known = Object.hasOwn(words.reasons, reason.code) ? words.reasons[reason.code as OutsideReason] : null;
  const spans = [...reason.sentence.matchAll(/from (\d{4}-\d{2}-\d{2}T[\d:]+Z) to (\d{4}-\d{2}-\d{2}T[\d:]+Z)/g)];
  const times = reason.times.map((text) => readInstant(text)).filter((instant) => instant !== null);
  const further = times.length - SHOWN_TIMES;
  return (
    <li>
      <p className={styles['reason']}>{known ?? reason.sentence}</p>
      {known !== null && spans.length > 0 && (
        <p>
          {spans
            .map(([, from = '', to = '']) => `${showTime(from, time)} – ${showTime(to, time)}`)
            .join(rules.semicolon)}
        </p>
      )}
      {times.length > 0 && (
        <p>
          {times.slice(0, SHOWN_TIMES).map(time).join(rules.semicolon)}
          {further > 0 && ` ${count(words.why.moreTimes, further)}`}
        </p>
      )}
      <p className={styles['rule']}>
        {fill(words.why.rule, { code: reason.code })}
        {times.length > 0 && `, ${count(words.why.times, times.length)}`}
      </p>
    </li>
  );
}

function showTime(text: string, time: (instant: number) => string): string {
  const instant = readInstant(text);
  return instant === null ? text : time(instant);
}
