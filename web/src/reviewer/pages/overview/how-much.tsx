import type { ReleaseManifest } from '@candor/core/review/seal';
import type { ReactElement } from 'react';
import type { ReviewerCatalogue } from '../../../i18n/catalogues.ts';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { StackedBar } from '../../../ui/react/charts/stacked-bar.tsx';
import { Figure } from '../../../ui/react/figure.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import { type MessageFeature, NO_QUERY } from '../../bridge/message-query.ts';
import type { OpenedRelease } from '../../bridge/protocol.ts';
import { type ReleasedVerdict, VERDICTS } from '../../bridge/released-message.ts';
import type { Overview } from '../../bridge/table-calls.ts';
import { paths } from '../address/paths.ts';
import { toMessagesTarget } from '../address/query-address.ts';
import { useWords } from '../base/language-context.tsx';
import { MENTIONED_KINDS, sumMentioned } from '../base/mentioned.ts';
import styles from './overview-page.module.css';

export interface AnswerProps {
  readonly overview: Overview;
  /** Whether messages open: outdated figures have no links. */
  readonly isOpen: boolean;
}

export function toVerdictTarget(verdict: ReleasedVerdict, holds: readonly MessageFeature[] = []): string {
  return toMessagesTarget(paths.messages, { query: { ...NO_QUERY, verdicts: [verdict], holds } });
}

/** The amount of affected mail: one sentence with numbers, then its table. */
export function AmountAnswer({
  release,
  overview,
  isOpen,
}: AnswerProps & { readonly release: OpenedRelease }): ReactElement {
  const words = useWords('overview');
  const { verdicts } = useWords('shared');
  const { number, fill, count } = useFormat();
  const { figures, organization, release: newest } = release.manifest;
  const most = Math.max(1, ...VERDICTS.map((verdict) => overview.verdicts[verdict].messages));
  const all = figures.releasable + figures.bulk + figures.held + figures.withheld;
  const values = { organization };
  const parts = [
    count(words.much.readable, figures.releasable),
    figures.bulk > 0 ? count(words.much.bulk, figures.bulk) : null,
    figures.held > 0 ? count(words.much.held, figures.held, values) : null,
    figures.withheld > 0 ? count(words.much.withheld, figures.withheld) : null,
  ].filter((part) => part !== null);
  return (
    <section>
      <AnswerHeading question={words.much.question}>{useSentence(overview, words.much)}</AnswerHeading>
      <div className="sideways">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{words.much.did}</th>
              <th scope="col" className={styles['number']}>
                {words.much.messages}
              </th>
              <th scope="col">
                <span className="unseen">{words.much.share}</span>
              </th>
              <th scope="col" className={styles['number']}>
                {words.much.secret}
              </th>
            </tr>
          </thead>
          <tbody>
            {VERDICTS.map((verdict) => {
              const { messages, secrets } = overview.verdicts[verdict];
              return (
                <tr key={verdict} className={messages === 0 ? styles['zero'] : undefined}>
                  <th scope="row">
                    <span className={styles['verdict']}>
                      <VerdictMark verdict={verdict} />
                      {verdicts[verdict].sentence}
                    </span>
                  </th>
                  <td className={styles['number']}>
                    <Figure
                      text={number(messages)}
                      isZero={messages === 0}
                      to={isOpen ? toVerdictTarget(verdict) : null}
                      label={`${number(messages)} ${verdicts[verdict].sentence}`}
                    />
                  </td>
                  <td className={styles['barCell']}>
                    {messages > 0 && (
                      <div className={styles['bar']}>
                        <StackedBar counts={{ [verdict]: messages }} of={most} label={null} />
                      </div>
                    )}
                  </td>
                  <td className={styles['number']}>
                    <Figure
                      text={number(secrets)}
                      isZero={secrets === 0}
                      to={isOpen ? toVerdictTarget(verdict, ['secret']) : null}
                      label={`${number(secrets)} ${words.much.secret}, ${verdicts[verdict].sentence}`}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.much.concerned}</th>
              <td className={styles['number']}>
                <b>{number(all)}</b>
              </td>
              <td colSpan={2} className={styles['hint']}>
                {parts.join(', ')}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={`${styles['hint']} ${styles['parts']}`}>{parts.join(', ')}.</p>
      <p className={styles['hint']}>
        {overview.messages !== figures.releasable + figures.bulk &&
          `${figures.quoted === undefined ? words.much.differs : words.much.differsQuoted} `}
        {release.seenBefore === null
          ? words.much.behind
          : release.seenBefore < newest
            ? fill(words.much.fresh, { release: number(newest), before: number(release.seenBefore) })
            : words.much.same}
      </p>
      <CountedApart manifest={release.manifest} />
    </section>
  );
}

function useSentence({ verdicts }: Overview, words: ReviewerCatalogue['overview']['much']): string {
  const { count, rules } = useFormat();
  const [opened, copied] = [verdicts.accessed.messages, verdicts.presumed.messages];
  const doubt = verdicts.partial.messages + verdicts.possible.messages + verdicts.undetermined.messages;
  if (opened > 0 && copied > 0) return `${count(words.opened, opened)}${rules.semicolon}${count(words.more, copied)}.`;
  if (opened > 0) return `${count(words.opened, opened)}.`;
  if (copied > 0) return `${count(words.copied, copied)}.`;
  return doubt > 0 ? `${count(words.doubt, doubt)}.` : words.none;
}

/** Quotations and mentions, which the manifest counts separately. Nothing when there are none. */
function CountedApart({
  manifest: { figures, organization },
}: {
  readonly manifest: Pick<ReleaseManifest, 'figures' | 'organization'>;
}): ReactElement | null {
  const words = useWords('overview').much;
  const { count } = useFormat();
  const { quoted = 0, mentioned = {} } = figures;
  const kinds = MENTIONED_KINDS.flatMap((kind) => {
    const messages = mentioned[kind];
    return messages === undefined ? [] : [count(words.kinds[kind], messages)];
  });
  if (quoted === 0 && kinds.length === 0) return null;
  return (
    <>
      {quoted > 0 && <p className={styles['hint']}>{count(words.quoted, quoted, { organization })}</p>}
      {kinds.length > 0 && (
        <p className={styles['hint']}>
          {count(words.mentioned, sumMentioned(mentioned), { organization, kinds: kinds.join(', ') })}
        </p>
      )}
    </>
  );
}
