import type { Instant } from '@candor/core/base';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button } from '../../../../ui/react/button.tsx';
import { useFormat } from '../../../../ui/react/language.tsx';
import { NoticeLine } from '../../../../ui/react/notice-line.tsx';
import { useWords } from '../../base/language-context.tsx';
import { useSettings } from '../../base/settings-context.tsx';
import { useAction } from '../../session/use-action.ts';
import styles from './enroll-page.module.css';
import type { KeptEnrollment } from './kept-enrollment.ts';
import { UnlockFirst } from './unlock-first.tsx';
import { useAreKeysOpen } from './use-are-keys-open.ts';
import type { EnrollmentActions } from './use-enrollment.ts';

const HOUR_SECONDS = 3600;
/** The lab calls the portal from time to time; polling more often is useless. */
const ASK_MS = 60_000;
const SECOND_MS = 1000;

/** Says who is notified, how long it takes, and the portal's answer. */
export function WaitingStep(props: {
  readonly kept: KeptEnrollment;
  readonly actions: EnrollmentActions;
}): ReactElement {
  const words = useWords('enroll').waiting;
  const { fill, count } = useFormat();
  const { organization, waitSeconds } = useSettings();
  const { kept, actions } = props;
  const [areOpen, sayOpen] = useAreKeysOpen();
  const values = { organization, name: kept.name, hours: count(words.hours, Math.ceil(waitSeconds / HOUR_SECONDS)) };
  return (
    <div className={styles['content']}>
      <p className={styles['lead']}>{words.lead}</p>
      <ul className={styles['facts']}>
        <li>{fill(words.others, values)}</li>
        <li>{fill(words.when, values)}</li>
        <li>{words.sooner}</li>
        <li>{words.close}</li>
      </ul>
      {areOpen === true && <AskedPortal actions={actions} />}
      {areOpen === false && (
        <UnlockFirst hasPasskey={kept.passkey?.hasPrf === true} actions={actions} onOpen={sayOpen} />
      )}
    </div>
  );
}

function AskedPortal({ actions }: { readonly actions: EnrollmentActions }): ReactElement {
  const words = useWords('enroll').waiting;
  const { fill, time } = useFormat();
  const { isBusy, flaw, run } = useAction();
  const [askedAt, setAskedAt] = useState<Instant | null>(null);
  const ask = async (): Promise<void> => {
    await actions.ask();
    setAskedAt(Math.floor(Date.now() / SECOND_MS));
  };
  const newest = useRef(ask);
  newest.current = ask;
  useEffect(() => {
    const again = (): void => {
      if (document.visibilityState === 'visible') newest.current().catch(() => undefined);
    };
    again();
    const timer = setInterval(again, ASK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      {askedAt !== null && flaw === null && (
        <NoticeLine kind="wait">{fill(words.asked, { time: time(askedAt) })}</NoticeLine>
      )}
      <div className={styles['choices']}>
        <Button whyNot={isBusy ? '' : null} onPress={() => run(ask)}>
          {words.ask}
        </Button>
      </div>
    </>
  );
}
