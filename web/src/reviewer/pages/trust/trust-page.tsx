import type { ReactElement } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { CheckList } from './check-list.tsx';
import { DisputeForm } from './dispute-form.tsx';
import { Guide } from './guide.tsx';
import { OfflineWay } from './offline-way.tsx';
import { OtherKeys } from './other-keys.tsx';
import { OwnFingerprint } from './own-fingerprint.tsx';
import { SaveProofs } from './save-proofs.tsx';
import styles from './trust.module.css';
import { useTrust } from './use-trust.ts';

/** What was checked, how to check it without this page, whom to ask. */
export function TrustPage(): ReactElement {
  const words = useWords('trust');
  const { fill } = useFormat();
  const { organization, domain, telephone, page, report } = useSettings();
  const { checks, state, openAgain } = useTrust();
  const keySet = state.is === 'opened' ? state.release.keySet : '…';
  return (
    <div className={styles['page']}>
      <div className={styles['column']}>
        <CheckList checks={checks} state={state} level={1} />
        {state.is === 'refused' && state.flaw === 'release-refused:fingerprint' && <OtherKeys />}
        {state.is === 'opened' && <p className={styles['fact']}>{words.checkedHere}</p>}
        <div className={styles['buttons']}>
          <Button onPress={openAgain}>{words.checkAgain}</Button>
          <SaveProofs />
        </div>
        {state.is === 'opened' && <p className={styles['fact']}>{words.proofsHint}</p>}
        <OwnFingerprint />
        <Guide />
      </div>
      <div className={styles['column']}>
        <section aria-labelledby="compare" className={styles['part']}>
          <h2 id="compare">{words.compare.title}</h2>
          <p>{state.is === 'opened' ? fill(words.compare.lead, { keySet }) : words.compare.leadUnopened}</p>
          <ul className={styles['ways']}>
            <li>{fill(words.compare.notice, { page })}</li>
            <li>
              {words.compare.dns}
              <pre className={styles['code']}>{`dig TXT _candor.${domain}`}</pre>
            </li>
            <li>
              {telephone === null
                ? fill(words.compare.noTelephone, { organization })
                : fill(words.compare.telephone, { organization, telephone })}
            </li>
          </ul>
        </section>
        <OfflineWay keySet={keySet} />
        <section aria-labelledby="ask" className={styles['part']}>
          <h2 id="ask">{words.ask.title}</h2>
          <p>{words.ask.lead}</p>
          <DisputeForm />
          <ul className={styles['ways']}>
            {words.ask.ways.map((way) => (
              <li key={way}>{way}</li>
            ))}
            {telephone !== null && <li>{fill(words.ask.telephone, { telephone })}</li>}
            {report !== null && <li>{fill(words.ask.report, { report })}</li>}
          </ul>
        </section>
      </div>
    </div>
  );
}
