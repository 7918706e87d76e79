import type { ReactElement } from 'react';
import { AnswerHeading } from '../../ui/react/answer-heading.tsx';
import { useFormat, useLanguage, useWords } from '../app/language-context.tsx';
import type { OpenedRelease } from '../keys/protocol.ts';
import { type AnswerProps, toVerdictTarget } from './how-much.tsx';
import styles from './overview-page.module.css';
import { overviewWording } from './words/wording.ts';

/** Reasons of one verdict that are listed. */
const LISTED = 4;

/** What is not known: messages that nobody can judge and why, what is held, and what the organization itself says. */
export function Unknown({
  release,
  overview,
  isOpen,
}: AnswerProps & { readonly release: OpenedRelease }): ReactElement {
  const words = useWords(overviewWording).unknown;
  const { count, fill } = useFormat();
  const { language } = useLanguage();
  const { figures, organization } = release.manifest;
  const { undetermined, possible } = overview.verdicts;
  const answer =
    undetermined.messages > 0
      ? count(words.cannot, undetermined.messages)
      : possible.messages > 0
        ? count(words.possible, possible.messages)
        : words.nothing;
  const { unknown } = overview.statement;
  const said = unknown[language] ?? unknown.en ?? Object.values(unknown)[0];
  const reasons = (['undetermined', 'possible'] as const).flatMap((verdict) =>
    overview.doubts.filter((doubt) => doubt.verdict === verdict).slice(0, LISTED),
  );
  return (
    <section>
      <AnswerHeading question={words.question}>{answer}</AnswerHeading>
      <ul className={styles['facts']}>
        {reasons.map(({ verdict, code, sentence, messages }) => (
          <li key={`${verdict} ${code} ${sentence}`}>
            <b>{count(verdict === 'undetermined' ? words.undetermined : words.doubt, messages)}</b>{' '}
            {/* As the release has it: signed words are not put into others. */}
            <span lang="en">{sentence}</span> {isOpen && <a href={`#${toVerdictTarget(verdict)}`}>{words.show}</a>}
          </li>
        ))}
        {figures.held > 0 && <li>{count(words.held, figures.held, { organization })}</li>}
        {figures.withheld > 0 && <li>{count(words.withheld, figures.withheld)}</li>}
        {said !== undefined && (
          <li>
            <b>{fill(words.said, { organization })}</b> {said}
          </li>
        )}
      </ul>
    </section>
  );
}
