import { type ReactElement, useEffect, useState } from 'react';
import { Button } from '../../ui/react/button.tsx';
import { NoticeLine } from '../../ui/react/notice-line.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useFlawSentence } from './flaw-sentence.ts';
import { assertPasskey } from './passkey.ts';
import type { OwnSession } from './portal-access.ts';
import { useSession } from './session-context.tsx';
import styles from './sign-in-page.module.css';
import { sessionWording } from './words/wording.ts';

/** In which other browsers the same person is signed in, and how to end that. */
export function OtherSessions(): ReactElement {
  const { account, signingIn } = useWords(sessionWording);
  const words = account.others;
  const { count, fill, time } = useFormat();
  const toSentence = useFlawSentence();
  const { portal } = useSession();
  const [others, setOthers] = useState<readonly OwnSession[] | null>(null);
  const [flaw, setFlaw] = useState<unknown>(null);
  const [ending, setEnding] = useState<'no' | 'asked' | 'done'>('no');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was ended is looked at once more
  useEffect(() => {
    let isHere = true;
    portal.ownSessions().then(
      (sessions) => isHere && setOthers(sessions.filter(({ isThis }) => !isThis)),
      (thrown: unknown) => isHere && setFlaw(thrown),
    );
    return () => {
      isHere = false;
    };
  }, [portal, ending]);

  const end = async (): Promise<void> => {
    setEnding('asked');
    setFlaw(null);
    try {
      const { response } = await assertPasskey(await portal.signInOptions());
      await portal.endOtherSessions(response);
      setEnding('done');
    } catch (thrown) {
      setFlaw(thrown);
      setEnding('no');
    }
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
            <Button onPress={end} whyNot={ending === 'asked' ? signingIn : null}>
              {words.end}
            </Button>
          </p>
        </>
      )}
      {ending === 'done' && <NoticeLine kind="passed">{words.ended}</NoticeLine>}
      {flaw !== null && <NoticeLine kind="refused">{toSentence(flaw)}</NoticeLine>}
    </section>
  );
}
