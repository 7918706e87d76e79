import { type ReactElement, useEffect, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { assertPasskey } from '../../portal/passkey.ts';
import type { OwnSession } from '../../portal/portal-access.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useSession } from './session-context.tsx';
import styles from './sign-in-page.module.css';
import { useAction } from './use-action.ts';

/** In which other browsers the same person is signed in, and how to end that. */
export function OtherSessions(): ReactElement {
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
