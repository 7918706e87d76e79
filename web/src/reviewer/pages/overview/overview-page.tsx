import { readInstant } from '@candor/core/base';
import type { ReleaseStatement } from '@candor/core/review/seal';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { FailedState, LoadingState } from '../../../ui/react/page-states.tsx';
import { useSingleColumn } from '../../../ui/react/use-narrow.ts';
import type { OpenedRelease } from '../../bridge/protocol.ts';
import { isFailedCheck, toRefusalKind } from '../../bridge/refusal-kind.ts';
import type { Overview } from '../../bridge/table-calls.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSectionCount } from '../base/section-counts.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { type ReleaseState, useRelease } from '../release/release-context.tsx';
import { ReleaseGate } from '../release/release-gate.tsx';
import { countSecrets } from '../secrets/secret-items.ts';
import { UnreadSecrets } from '../secrets/unread-secrets.tsx';
import { useSecrets } from '../secrets/use-secrets.ts';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import { useSession } from '../session/session-context.tsx';
import { AmountAnswer } from './how-much.tsx';
import { FailedCheckAnswer, GenuineAnswer } from './is-real.tsx';
import styles from './overview-page.module.css';
import { TimelinePicture } from './timeline-picture.tsx';
import { Unknown } from './unknown.tsx';
import { ActionsAnswer, type SecretFigures } from './what-first.tsx';
import { AddressesAnswer } from './which-of-us.tsx';

const DAY_SECONDS = 86_400;
const SECOND_MS = 1000;

interface Counted {
  readonly release: OpenedRelease;
  readonly overview: Overview;
  readonly at: number;
}

/** The first page: is this real, how much of ours, which of us, what first, what is unknown, when we hear more. */
export function OverviewPage(): ReactElement {
  const { state } = useRelease();
  const { earlier } = useWords('overview');
  const { fill, time } = useFormat();
  const { counted, failed, countAgain } = useCounted(state);
  if (state.is === 'refused' && isFailedCheck(toRefusalKind(state.flaw)))
    return (
      <div className={styles['page']}>
        <FailedCheckAnswer flaw={state.flaw} at={state.at} figuresOf={counted?.at ?? null} />
        {counted !== null && <Answers {...counted} isOpen={false} />}
      </div>
    );
  // During a refresh or offline the previous figures stay.
  const kept = state.is === 'opening' || state.is === 'refused' ? counted : null;
  return (
    <>
      <ReleaseGate>{(release) => <Opened {...{ release, counted, failed, countAgain }} />}</ReleaseGate>
      {kept !== null && (
        <div className={styles['page']}>
          <p className={styles['more']}>{fill(earlier, { at: time(kept.at) })}</p>
          <Answers {...kept} isOpen={false} />
        </div>
      )}
    </>
  );
}

interface Counting {
  readonly counted: Counted | null;
  readonly failed: unknown;
  readonly countAgain: () => void;
}

function Opened({
  release,
  counted,
  failed,
  countAgain,
}: { readonly release: OpenedRelease } & Counting): ReactElement {
  const words = useWords('overview');
  const shared = useWords('shared');
  const toSentence = useErrorSentence();
  const { count } = useFormat();
  const { state } = useRelease();
  return (
    <div className={styles['page']}>
      <GenuineAnswer release={release} at={state.is === 'opened' ? state.at : 0} />
      {failed !== null ? (
        <FailedState title={toSentence(failed)} action={<Button onPress={countAgain}>{shared.tryAgain}</Button>} />
      ) : counted === null ? (
        <LoadingState>{count(words.counting, release.messages)}</LoadingState>
      ) : (
        <Answers {...counted} isOpen />
      )}
    </div>
  );
}

function Answers({ release, overview, isOpen }: Counted & { readonly isOpen: boolean }): ReactElement {
  const isSingle = useSingleColumn();
  const much = <AmountAnswer release={release} overview={overview} isOpen={isOpen} />;
  const time = <TimelinePicture overview={overview} isOpen={isOpen} />;
  const which = <AddressesAnswer overview={overview} isOpen={isOpen} />;
  const { secrets, unread } = useSecretFigures();
  useSectionCount('secrets', secrets?.open ?? null, (secrets?.open ?? 0) > 0);
  const first = (
    <>
      <ActionsAnswer overview={overview} isOpen={isOpen} secrets={secrets} />
      {isOpen && unread}
    </>
  );
  const unknown = <Unknown release={release} overview={overview} isOpen={isOpen} />;
  const next = <NextUpdate statement={overview.statement} />;
  if (isSingle)
    return (
      <div className={styles['column']}>
        {much}
        {time}
        {which}
        {first}
        {unknown}
        {next}
      </div>
    );
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>
        {much}
        {time}
        {unknown}
      </div>
      <div className={styles['column']}>
        {which}
        {first}
        {next}
      </div>
    </div>
  );
}

/** Progress with secrets; null while unknown, with a text when the list could not be read. */
function useSecretFigures(): { readonly secrets: SecretFigures | null; readonly unread: ReactElement | null } {
  const { state, items, reload } = useSecrets();
  const { state: session } = useSession();
  if (state.is === 'loaded') return { secrets: { all: items.length, ...countSecrets(items) }, unread: null };
  // Cooperation within the party is at the portal; a release from disk has none.
  const isFromDisk = session.is === 'signed-in' && session.file !== undefined;
  const isUnread = state.is === 'failed' && !isFromDisk;
  return { secrets: null, unread: isUnread ? <UnreadSecrets thrown={state.thrown} onAgain={reload} /> : null };
}

/**
 * The figures of the open release. The last ones stay while nothing is open, so that a failed check removes nothing
 * known.
 */
function useCounted(state: ReleaseState): Counting {
  const keyWorker = useKeyWorker();
  const [counted, setCounted] = useState<Counted | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const countAgain = useCallback(() => setAttempt((before) => before + 1), []);
  const release = state.is === 'opened' ? state.release : null;
  const at = state.is === 'opened' ? state.at : 0;
  useEffect(() => {
    if (state.is === 'closed') setCounted(null);
  }, [state.is]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt more counts again
  useEffect(() => {
    setFailed(null);
    if (release === null) return;
    let isCurrent = true;
    keyWorker.call('overview', {}).then(
      (overview) => {
        if (isCurrent) setCounted({ release, overview, at });
      },
      (thrown: unknown) => {
        if (isCurrent) setFailed(thrown);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [keyWorker, release, at, attempt]);
  return { counted: counted?.release === release || release === null ? counted : null, failed, countAgain };
}

/** The next update: the date in the release, which later notices may change. */
function NextUpdate({ statement }: { readonly statement: ReleaseStatement }): ReactElement {
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
