import type { OutsideReason } from '@candor/core/review/outside';
import type { ReactElement } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat, useLanguage } from '../../../ui/react/language.tsx';
import type { OpenedRelease } from '../../bridge/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import { sumMentioned } from '../base/mentioned.ts';
import { type AnswerProps, toVerdictTarget } from './how-much.tsx';
import styles from './overview-page.module.css';

/** The lab writes in English, including gaps; other languages use the rule's own sentence. */
function Why({ code, sentence }: { readonly code: string; readonly sentence: string }): ReactElement {
  const { reasons } = useWords('reading');
  const { language } = useLanguage();
  const known = language !== 'en' && Object.hasOwn(reasons, code) ? reasons[code as OutsideReason] : null;
  return known === null ? <span lang="en">{sentence}</span> : <span>{known}</span>;
}

/** Maximum listed reasons per verdict. */
const LISTED = 4;

/** What is unknown: undetermined messages and why, held ones, and the organization's own statement. */
export function Unknown({
  release,
  overview,
  isOpen,
}: AnswerProps & { readonly release: OpenedRelease }): ReactElement {
  const words = useWords('overview').unknown;
  const { count, fill } = useFormat();
  const { language } = useLanguage();
  const { figures, organization } = release.manifest;
  const { quoted = 0 } = figures;
  const mentioned = sumMentioned(figures.mentioned);
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
            <Why code={code} sentence={sentence} />{' '}
            {isOpen && <a href={`#${toVerdictTarget(verdict)}`}>{words.show}</a>}
          </li>
        ))}
        {figures.held > 0 && <li>{count(words.held, figures.held, { organization })}</li>}
        {figures.withheld > 0 && <li>{count(words.withheld, figures.withheld)}</li>}
        {quoted > 0 && <li>{count(words.quoted, quoted, { organization })}</li>}
        {mentioned > 0 && <li>{count(words.mentioned, mentioned)}</li>}
        {said !== undefined && (
          <li>
            <b>{fill(words.said, { organization })}</b> {said}
          </li>
        )}
      </ul>
    </section>
  );
}
