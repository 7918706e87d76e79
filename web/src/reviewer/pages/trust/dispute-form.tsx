import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { useFlawSentence } from '../session/flaw-sentence.ts';
import { useSession } from '../session/session-context.tsx';
import styles from './trust.module.css';

/** docs/formats/proof.md, Signed request: `claim`. */
const LONGEST_CLAIM_CHARS = 2000;

/** Contests a figure, signed: whatever the portal makes of it, the organization gets these words or none. */
export function DisputeForm(): ReactElement | null {
  const { dispute: words } = useWords('trust').ask;
  const { fill, number } = useFormat();
  const { organization } = useSettings();
  const keyWorker = useKeyWorker();
  const { state, portal } = useSession();
  const toSentence = useFlawSentence();
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly isSent: boolean; readonly sentence: string } | null>(null);
  if (state.is !== 'signed-in') return null;
  const { party, role } = state.me;
  const claim = toClaim(typed);
  const isTooLong = claim.length > LONGEST_CLAIM_CHARS;
  const send = async (): Promise<void> => {
    setBusy(true);
    setOutcome(null);
    try {
      const signed = await keyWorker.call('sign-request', { request: { kind: 'dispute', party, claim } });
      await (role === 'nominator' ? portal.askForParty(signed) : portal.ask(signed));
      setTyped('');
      setOutcome({ isSent: true, sentence: fill(words.done, { organization }) });
    } catch (thrown) {
      setOutcome({ isSent: false, sentence: toSentence(thrown) });
    } finally {
      setBusy(false);
    }
  };
  const whyNot = isTooLong
    ? fill(words.tooLong, { n: number(LONGEST_CLAIM_CHARS) })
    : claim === '' || isBusy
      ? ''
      : null;
  return (
    <div className={styles['form']}>
      <label className={styles['claim']}>
        <span>{words.label}</span>
        <textarea className="field low" rows={3} value={typed} onChange={({ target }) => setTyped(target.value)} />
      </label>
      <p className={styles['fact']}>{fill(words.hint, { organization })}</p>
      <Button whyNot={whyNot} onPress={send}>
        {fill(words.send, { organization })}
      </Button>
      {outcome !== null && <NoticeLine kind={outcome.isSent ? 'passed' : 'refused'}>{outcome.sentence}</NoticeLine>}
    </div>
  );
}

/** One line, without what a screen or a terminal could act upon. */
function toClaim(typed: string): string {
  return typed.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
