import { LANGUAGE_NAMES } from '@candor/core/base';
import { LANGUAGES } from '@candor/core/notice/text';
import { type ReactElement, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useLanguage, useWords } from '../base/language-context.tsx';
import { keepTheme, readKeptTheme, THEMES, type Theme } from '../base/theme.ts';
import { OtherSessions } from './other-sessions.tsx';
import { toPartyName } from './party-name.ts';
import { useSession } from './session-context.tsx';
import styles from './sign-in-page.module.css';

/** Who is signed in, how the page looks and speaks, and what this browser keeps. */
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
      <LanguageChoices />
      <ThemeChoices />
      <p className={styles['quiet']}>{words.tabs}</p>
      {state.is !== 'signed-out' && state.me.wrapped !== null && <OtherSessions />}
      <KeptHere />
    </div>
  );
}

function LanguageChoices(): ReactElement {
  const shared = useWords('shared');
  const { language, setLanguage } = useLanguage();
  return (
    <fieldset className={styles['choices']}>
      <legend>{shared.language}</legend>
      {LANGUAGES.map((each) => (
        <label key={each} lang={each}>
          <input type="radio" name="language" checked={each === language} onChange={() => setLanguage(each)} />{' '}
          {LANGUAGE_NAMES[each]}
        </label>
      ))}
    </fieldset>
  );
}

function ThemeChoices(): ReactElement {
  const shared = useWords('shared');
  const [theme, setTheme] = useState(readKeptTheme);
  const choose = (each: Theme): void => {
    keepTheme(each);
    setTheme(each);
  };
  return (
    <fieldset className={styles['choices']}>
      <legend>{shared.theme}</legend>
      {THEMES.map((each) => (
        <label key={each}>
          <input type="radio" name="theme" checked={each === theme} onChange={() => choose(each)} />{' '}
          {shared.themes[each]}
        </label>
      ))}
    </fieldset>
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
