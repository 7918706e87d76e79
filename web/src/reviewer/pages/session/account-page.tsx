import { type ReactElement, useEffect, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { LanguageChoices, ThemeChoices } from '../../../ui/react/preferences.tsx';
import { assertPasskey } from '../../portal/passkey.ts';
import type { OwnSession } from '../../portal/portal-access.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { toPartyName } from './party-name.ts';
import { useSession } from './session-context.tsx';
import styles from './sign-in-page.module.css';
import { useAction } from './use-action.ts';

/** The signed-in person, appearance and language, and what this browser stores. */
export function AccountPage(): ReactElement {
  const words = useWords('session').account;
  const shared = useWords('shared');
  const { state, signOut } = useSession();
  const me = state.is === 'signed-out' ? null : state.me;
  return (
    <div className={styles['page']}>
      <AnswerHeading level={1} question={words.question}>
        {me === null ? words.nobody : words.title}
      </AnswerHeading>
      {me !== null && (
        <>
          <dl className={styles['rows']}>
            <div>
              <dt>{words.party}</dt>
              <dd>{toPartyName(me)}</dd>
            </div>
            <div>
              <dt>{words.role}</dt>
              <dd>{words.roles[me.role]}</dd>
            </div>
            <div>
              <dt>{words.fingerprint}</dt>
              <dd>
                <code>{me.reviewer}</code>
                <p className={styles['quiet']}>{words.fingerprintHint}</p>
              </dd>
            </div>
          </dl>
          <Button onPress={signOut}>{shared.signOut}</Button>
        </>
      )}
      <LanguageChoices legend={shared.language} />
      <ThemeChoices legend={shared.theme} names={shared.themes} />
      <p className={styles['quiet']}>{words.tabs}</p>
      {state.is !== 'signed-out' && state.me.wrapped !== null && <OtherSessions />}
      <KeptHere />
    </div>
  );
}

function KeptHere(): ReactElement {
  const words = useWords('session').account;
  const keyWorker = useKeyWorker();
  const [isForgotten, setForgotten] = useState(false);
  const forget = async (): Promise<void> => {
    await keyWorker.call('forget-device', {});
    setForgotten(true);
  };
  return (
    <section className={styles['others']}>
      <h2>{words.forgetTitle}</h2>
      <p>{words.forgetHint}</p>
      <p>
        <Button onPress={forget}>{words.forget}</Button>
      </p>
      {isForgotten && <NoticeLine kind="passed">{words.forgotten}</NoticeLine>}
    </section>
  );
}

/** Other browsers with a session of this person, and how to end it. */
function OtherSessions(): ReactElement {
  const { account, signingIn } = useWords('session');
  const words = account.others;
  const { count, fill, time } = useFormat();
  const { portal } = useSession();
  const { isBusy, flaw, run } = useAction();
  const [others, setOthers] = useState<readonly OwnSession[] | null>(null);
  const [isEnded, setEnded] = useState(false);
  const list = async (): Promise<void> => {
    const sessions = await portal.ownSessions();
    setOthers(sessions.filter(({ isThis }) => !isThis));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once; ending them looks again
  useEffect(() => {
    void run(list);
  }, [portal]);

  const end = async (): Promise<void> => {
    const { response } = await assertPasskey(await portal.signInOptions());
    await portal.endOtherSessions(response);
    setEnded(true);
    await list();
  };
  return (
    <section className={styles['others']}>
      <h2>{words.title}</h2>
      {others !== null && <p>{others.length === 0 ? words.none : count(words.some, others.length)}</p>}
      {others !== null && others.length > 0 && (
        <>
          <ul className={styles['quiet']}>
            {others.map(({ begun, seen }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have begun in the same second
              <li key={at}>{fill(words.one, { begun: time(begun), seen: time(seen) })}</li>
            ))}
          </ul>
          <p className={styles['quiet']}>{words.hint}</p>
          <p>
            <Button onPress={() => run(end)} whyNot={isBusy ? signingIn : null}>
              {words.end}
            </Button>
          </p>
        </>
      )}
      {isEnded && <NoticeLine kind="passed">{words.ended}</NoticeLine>}
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
    </section>
  );
}
