import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { EmptyState, FailedState, LoadingState, PartialState } from '../../../ui/react/page-states.tsx';
import { paths } from '../address/paths.ts';
import { useWords } from '../base/language-context.tsx';
import { useSectionCount } from '../base/section-counts.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { ReleaseGate } from '../release/release-gate.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import { toPartyName } from '../session/party-name.ts';
import { SecretForm } from './secret-form.tsx';
import { countSecrets, SECRET_STATUSES, type SecretItem, type SecretStatus } from './secret-items.ts';
import { NOTHING, type SecretFacts } from './secret-text.ts';
import styles from './secrets.module.css';
import { SecretsTable } from './secrets-table.tsx';
import { useSecrets } from './use-secrets.ts';

/** A change that can be undone. */
interface Done {
  readonly sentence: string;
  readonly undo: (() => Promise<void>) | null;
}

/** Passwords and keys in the mail, as work for the party. */
export function SecretsPage(): ReactElement {
  return <ReleaseGate>{({ manifest }) => <Secrets party={toPartyName(manifest)} />}</ReleaseGate>;
}

function Secrets({ party }: { readonly party: string }): ReactElement {
  const words = useWords('secrets');
  const shared = useWords('shared');
  const { count, fill, number } = useFormat();
  const { organization } = useSettings();
  const toSentence = useErrorSentence();
  const { state, items, reload, save } = useSecrets();
  const [editing, setEditing] = useState<SecretItem | 'new' | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [flaw, setFlaw] = useState<string | null>(null);
  const [status, setStatus] = useStatusFilter();
  const { open, rotated, notOurs } = countSecrets(items);
  useSectionCount('secrets', state.is === 'loaded' ? open : null, open > 0);

  if (state.is === 'failed') {
    return (
      <div className={styles['page']}>
        <FailedState
          isPage
          title={toSentence(state.thrown)}
          action={<Button onPress={reload}>{shared.tryAgain}</Button>}
        />
      </div>
    );
  }
  if (state.is !== 'loaded')
    return (
      <Page title={words.loading}>
        <LoadingState>{words.loading}</LoadingState>
      </Page>
    );

  const setTo = async (item: SecretItem, next: SecretStatus, facts: SecretFacts = item.facts): Promise<void> => {
    setFlaw(null);
    try {
      await save(item, facts, next);
    } catch (thrown) {
      setFlaw(fill(words.failed, { flaw: toSentence(thrown) }));
      return;
    }
    // The own note's number has increased: undoing writes a newer one.
    const undo = async (): Promise<void> => {
      await save(item, facts, item.status);
      setDone(null);
    };
    setDone({ sentence: fill(words.changed[next], { label: facts.label }), undo });
  };
  const shown = status === null ? items : items.filter((item) => item.status === status);
  const answer =
    items.length === 0
      ? words.none
      : open === 0
        ? count(words.allDone, items.length)
        : count(words.open, open, { total: number(items.length) });
  return (
    <Page title={answer}>
      {items.length > 0 && (
        <div className={styles['progress']}>
          <progress max={items.length} value={rotated + notOurs} aria-label={words.question} />
          <span>
            {fill(words.progress, { rotated: number(rotated), notOurs: number(notOurs), open: number(open) })}
          </span>
        </div>
      )}
      {state.unread > 0 && <PartialState>{count(words.unread, state.unread)}</PartialState>}
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      {done !== null && (
        <NoticeLine
          kind="passed"
          action={
            done.undo !== null && (
              <Button size="small" onPress={done.undo}>
                {words.undo}
              </Button>
            )
          }
        >
          {done.sentence}
        </NoticeLine>
      )}
      {items.length === 0 ? (
        <EmptyState>{words.noneHint}</EmptyState>
      ) : (
        <>
          <fieldset className={styles['filter']}>
            <legend className="unseen">{words.filter}</legend>
            {[null, ...SECRET_STATUSES].map((one) => (
              <button
                key={one ?? 'all'}
                type="button"
                aria-pressed={status === one}
                className={styles['chip']}
                onClick={() => setStatus(one)}
              >
                {one === null ? words.all : words.statuses[one]}{' '}
                {number(one === null ? items.length : items.filter((item) => item.status === one).length)}
              </button>
            ))}
          </fieldset>
          <SecretsTable
            items={shown}
            onStatus={setTo}
            onEdit={setEditing}
            empty={<EmptyState>{fill(words.noMatch, { n: number(items.length) })}</EmptyState>}
          />
        </>
      )}
      <div className={styles['buttons']}>
        <Button kind="primary" size="deciding" onPress={() => setEditing('new')}>
          {words.acts.add}
        </Button>
        <Button size="deciding" onPress={reload}>
          {words.lookAgain}
        </Button>
      </div>
      <p className="second">{fill(words.shared, { party, organization })}</p>
      {editing !== null && (
        <SecretForm
          isNew={editing === 'new'}
          facts={editing === 'new' ? { ...NOTHING, kind: 'password' } : editing.facts}
          status={editing === 'new' ? 'open' : editing.status}
          onClose={() => setEditing(null)}
          onSave={async (facts, next) => {
            await save(editing === 'new' ? null : editing, facts, next);
            setEditing(null);
            setDone(null);
          }}
        />
      )}
    </Page>
  );
}

function Page(props: {
  readonly title: string;
  readonly children: ReactElement | readonly (ReactElement | false | null)[];
}): ReactElement {
  const words = useWords('secrets');
  return (
    <div className={styles['page']}>
      <AnswerHeading level={1} question={words.question}>
        {props.title}
      </AnswerHeading>
      {props.children}
    </div>
  );
}

/** Stored in the address, so that going back restores it. */
function useStatusFilter(): readonly [SecretStatus | null, (status: SecretStatus | null) => void] {
  const navigate = useNavigate();
  const search: { readonly status?: unknown } = useSearch({ strict: false });
  const status = SECRET_STATUSES.find((one) => one === search.status) ?? null;
  return [
    status,
    (next) =>
      void navigate({ to: paths.secrets, search: (next === null ? {} : { status: next }) as never, replace: true }),
  ];
}
