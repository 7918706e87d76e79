import { type ReactElement, useState } from 'react';
import { Button } from '../../../../ui/react/button.tsx';
import { NoticeLine } from '../../../../ui/react/notice-line.tsx';
import { useFormat, useWords } from '../../base/language-context.tsx';
import { useSettings } from '../../base/settings-context.tsx';
import styles from './enroll-page.module.css';

/** The organization's fingerprint, which only a person can compare with what they hold in hand. */
export function ComparedKey(props: {
  readonly keySet: string;
  readonly question: string;
  /** The notice prints another one, because the people who decide have changed. */
  readonly isOther: boolean;
  readonly onSame: () => void;
}): ReactElement {
  const words = useWords('enroll').notice;
  const { fill } = useFormat();
  const { organization, domain } = useSettings();
  const [isDifferent, setDifferent] = useState(false);
  return (
    <div className={styles['compared']}>
      <p>{props.question}</p>
      <p>
        <code className={styles['fingerprint']}>{props.keySet}</code>
      </p>
      {props.isOther && (
        <NoticeLine kind="wait">{fill(words.otherKeySet, { organization, ownDomain: domain })}</NoticeLine>
      )}
      {isDifferent ? (
        <NoticeLine kind="refused">{fill(words.different, { organization })}</NoticeLine>
      ) : (
        <div className={styles['choices']}>
          <Button kind="primary" size="deciding" onPress={props.onSame}>
            {words.same}
          </Button>
          <Button size="deciding" onPress={() => setDifferent(true)}>
            {words.isDifferent}
          </Button>
        </div>
      )}
    </div>
  );
}
