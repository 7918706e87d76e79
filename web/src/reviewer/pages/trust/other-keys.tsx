import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { readTypedFingerprint } from '../base/typed-fingerprint.ts';
import { useRelease } from '../release/release-context.tsx';
import { useFlawSentence } from '../session/flaw-sentence.ts';
import styles from './trust.module.css';

/**
 * The organization's keys changed: two operators of before decided so, and a newer notice and DNS say it. The page
 * shows no fingerprint to agree to: the person types the one that they have from elsewhere.
 */
export function OtherKeys(): ReactElement {
  const { otherKeys: words } = useWords('trust');
  const { fill, number } = useFormat();
  const { organization } = useSettings();
  const keyWorker = useKeyWorker();
  const { openAgain } = useRelease();
  const toSentence = useFlawSentence();
  const [typed, setTyped] = useState('');
  const [flaw, setFlaw] = useState<string | null>(null);
  const read = readTypedFingerprint(typed);
  const accept = async (): Promise<void> => {
    if (read.state !== 'whole') return;
    setFlaw(null);
    try {
      await keyWorker.call('pin', { keySet: read.fingerprint });
      openAgain();
    } catch (thrown) {
      setFlaw(toSentence(thrown));
    }
  };
  return (
    <section aria-labelledby="other-keys" className={styles['part']}>
      <h2 id="other-keys">{words.title}</h2>
      <p>{fill(words.lead, { organization })}</p>
      <div className={styles['form']}>
        <TextField
          label={words.label}
          hint={fill(words.entered, { entered: number(read.state === 'typing' ? read.entered : typed.length) })}
          slip={
            read.state === 'slip'
              ? fill(words.slip, { group: number(read.group) })
              : read.state === 'too-long'
                ? words.tooLong
                : null
          }
          value={typed}
          onChange={setTyped}
          isCode
        />
        <Button whyNot={read.state === 'whole' ? null : ''} onPress={accept}>
          {words.accept}
        </Button>
        {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      </div>
    </section>
  );
}
