import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { NoticeLine } from '../../../../ui/react/notice-line.tsx';
import { paths } from '../../address/paths.ts';
import { useFormat, useWords } from '../../base/language-context.tsx';
import { useSettings } from '../../base/settings-context.tsx';
import styles from './enroll-page.module.css';
import { type KeptEnrollment, keepEnrollment } from './kept-enrollment.ts';

/** Let in. What the browser kept for the way is not needed any more. */
export function ReadyStep({ kept }: { readonly kept: KeptEnrollment }): ReactElement {
  const words = useWords('enroll').ready;
  const { fill } = useFormat();
  const { organization } = useSettings();
  return (
    <div className={styles['content']}>
      <NoticeLine kind="passed">{fill(words.lead, { organization, fingerprint: kept.fingerprint })}</NoticeLine>
      <p>
        <Link to={paths.overview} onClick={() => keepEnrollment(null)}>
          {words.signIn}
        </Link>
      </p>
    </div>
  );
}

export function StoppedStep({ at }: { readonly at: 'refused' | 'stopped' }): ReactElement {
  const words = useWords('enroll');
  const { fill } = useFormat();
  const { organization } = useSettings();
  return (
    <div className={styles['content']}>
      <NoticeLine kind="refused">{fill(words[at], { organization })}</NoticeLine>
    </div>
  );
}
