import type { ReactElement } from 'react';
import { Button } from '../../../../ui/react/button.tsx';
import { CopyButton } from '../../../../ui/react/copy-button.tsx';
import { useFormat } from '../../../../ui/react/language.tsx';
import { NoticeLine } from '../../../../ui/react/notice-line.tsx';
import { useWords } from '../../base/language-context.tsx';
import { useSettings } from '../../base/settings-context.tsx';
import styles from './enroll-page.module.css';
import type { KeptEnrollment, KeptPasskey } from './kept-enrollment.ts';
import type { EnrollmentActions } from './use-enrollment.ts';

/** What the person does outside this page: publish a DNS record, tell a colleague, or nothing. */
export function ProofStep(props: {
  readonly kept: KeptEnrollment;
  readonly passkey: KeptPasskey;
  readonly actions: EnrollmentActions;
}): ReactElement {
  const words = useWords('enroll');
  const { fill } = useFormat();
  const { kept, passkey, actions } = props;
  return (
    <div className={styles['content']}>
      <NoticeLine kind={passkey.hasPrf ? 'passed' : 'wait'}>
        {passkey.hasPrf ? words.passkey.withPrf : words.passkey.without}
      </NoticeLine>
      {kept.challenge !== null && <ZoneRecord kept={kept} challenge={kept.challenge} />}
      {kept.proof === 'mailbox' && (
        <p className={styles['lead']}>{fill(words.proof.mailbox, { target: kept.target })}</p>
      )}
      {kept.proof === 'nomination' && <p className={styles['lead']}>{words.proof.nomination}</p>}
      <dl className={styles['rows']}>
        <div>
          <dt>{words.proof.fingerprint}</dt>
          <dd>
            <code className={styles['fingerprint']}>{kept.fingerprint}</code>
          </dd>
        </div>
      </dl>
      <div className={styles['choices']}>
        <Button kind="primary" size="deciding" onPress={actions.wait}>
          {kept.challenge === null ? words.goOn : words.proof.written}
        </Button>
      </div>
    </div>
  );
}

function ZoneRecord(props: {
  readonly kept: KeptEnrollment;
  readonly challenge: NonNullable<KeptEnrollment['challenge']>;
}): ReactElement {
  const words = useWords('enroll').proof;
  const shared = useWords('shared');
  const { fill } = useFormat();
  const { organization } = useSettings();
  const { kept, challenge } = props;
  const values = {
    domain: kept.target,
    name: kept.name,
    organization,
    recordName: challenge.name,
    recordText: challenge.text,
  };
  return (
    <>
      <p className={styles['lead']}>{fill(words.lead, values)}</p>
      <dl className={styles['rows']}>
        <div>
          <dt>{words.name}</dt>
          <dd>
            <code>{challenge.name}</code>{' '}
            <CopyButton text={challenge.name} words={shared} label={`${shared.copy}: ${words.name}`} />
          </dd>
        </div>
        <div>
          <dt>{words.type}</dt>
          <dd>
            <code>TXT</code>
          </dd>
        </div>
        <div>
          <dt>{words.value}</dt>
          <dd>
            <code>{challenge.text}</code>{' '}
            <CopyButton text={challenge.text} words={shared} label={`${shared.copy}: ${words.value}`} />
          </dd>
        </div>
        <div>
          <dt>{words.check}</dt>
          <dd>
            <code>dig TXT {challenge.name}</code>
            <p className={styles['quiet']}>{words.checkHint}</p>
          </dd>
        </div>
      </dl>
      <p className={styles['quiet']}>{words.lifetime}</p>
      <details className={styles['forDns']}>
        <summary>{words.forDns}</summary>
        <pre>{fill(words.forDnsText, values)}</pre>
        <CopyButton text={fill(words.forDnsText, values)} words={{ copy: words.copyAll, copied: shared.copied }} />
      </details>
    </>
  );
}
