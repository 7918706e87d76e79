import type { ReactElement } from 'react';
import type { MarkKind } from '../../../ui/mark.ts';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Mark } from '../../../ui/react/mark.tsx';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import type { ReleaseState } from '../release/release-context.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import styles from './trust.module.css';
import { countPassed, type TrustCheck } from './trust-checks.ts';

/** The answer and its checks; failed ones first, with what to do. */
export function CheckList(props: {
  readonly checks: readonly TrustCheck[];
  readonly state: ReleaseState;
  readonly level?: 1 | 2;
}): ReactElement {
  const words = useWords('trust');
  const { count, fill, number, time } = useFormat();
  const toSentence = useErrorSentence();
  const { checks, state } = props;
  const refused = checks.filter((check) => check.state === 'refused').length;
  const isRefused = refused > 0;
  const answer = (): string => {
    if (isRefused) return state.is === 'opened' ? count(words.failed, refused) : words.refused;
    if (state.is === 'opened')
      return fill(words.passedOf, {
        passed: count(words.passed, checks.length, { passed: number(countPassed(checks)) }),
        time: time(state.at),
      });
    if (state.is === 'refused') return fill(words.unanswered, { flaw: toSentence(new KeyWorkerError(state.flaw)) });
    return words.checking;
  };
  return (
    <>
      <AnswerHeading
        question={words.question}
        isRefused={isRefused}
        {...(props.level === undefined ? {} : { level: props.level })}
      >
        {answer()}
      </AnswerHeading>
      <ul className={styles['checks']}>
        {checks.map((check) => (
          <CheckRow key={check.name} check={check} />
        ))}
      </ul>
    </>
  );
}

const MARKS: Readonly<Record<TrustCheck['state'], MarkKind>> = { passed: 'tick', open: 'ring', refused: 'cross' };

function CheckRow({ check }: { readonly check: TrustCheck }): ReactElement {
  const said = useWords('trust').checks[check.name];
  const { fill, number } = useFormat();
  const { organization } = useSettings();
  const values = {
    organization,
    ...Object.fromEntries(
      Object.entries(check.values).map(([name, value]) => [name, typeof value === 'number' ? number(value) : value]),
    ),
  };
  const fact =
    check.state === 'passed' ? said.fact : check.state === 'refused' ? said.act : toOpenFact(said.facts, check);
  return (
    <li className={check.state === 'refused' ? styles['refused'] : undefined}>
      <p className={styles['check']}>
        <Mark kind={MARKS[check.state]} />
        <span>{fill(said[check.state], values)}</span>
      </p>
      <p className={styles['fact']}>{fill(fact, values)}</p>
    </li>
  );
}

function toOpenFact(facts: Readonly<Record<string, string>>, { variant }: TrustCheck): string {
  return facts[variant ?? '*'] ?? facts['*'] ?? '';
}
