import { type ReactElement, useState } from 'react';
import { Button } from '../../../../ui/react/button.tsx';
import { useFormat } from '../../../../ui/react/language.tsx';
import { NoticeLine } from '../../../../ui/react/notice-line.tsx';
import { TextField } from '../../../../ui/react/text-field.tsx';
import { judgeTypedCode } from '../../../../ui/typed-code.ts';
import { isDomain, toTypedDomain, toTypedRecipient } from '../../../../ui/typed-domain.ts';
import { useWords } from '../../base/language-context.tsx';
import { useSettings } from '../../base/settings-context.tsx';
import styles from './enroll-page.module.css';
import { keepDraft, readDraft } from './kept-draft.ts';
import { findOrganization, type KnownOrganization, type LookedUp, lookUpNotice } from './look-up-notice.ts';
import { StepForm } from './step-form.tsx';
import type { EnrollmentActions } from './use-enrollment.ts';

type Found = LookedUp | { readonly is: 'colleague'; readonly organization: KnownOrganization };

/** The code identifies the notice; a person without one only names their domain. */
export function NoticeStep({ actions }: { readonly actions: EnrollmentActions }): ReactElement {
  const words = useWords('enroll').notice;
  const all = useWords('enroll');
  const { organization, page } = useSettings();
  const codeWords = useWords('codeWords');
  const [code, setCode] = useState('');
  const [domain, setDomain] = useState(() => readDraft().domain);
  const [found, setFound] = useState<Found | null>(null);
  const [isBusy, setBusy] = useState(false);
  const judged = judgeTypedCode(codeWords, code);
  const typedDomain = toTypedDomain(domain);
  // The error is already shown below the field.
  const missing = !judged.isWhole ? '' : isDomain(domain) ? null : words.domainMissing;

  const find = async (look: () => Promise<Found>): Promise<void> => {
    setBusy(true);
    setFound(null);
    keepDraft({ ...readDraft(), domain });
    setFound(await look());
    setBusy(false);
  };
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    setFound(null);
  };
  const withoutCode = async (): Promise<Found> => {
    const known = await findOrganization();
    return known === null ? { is: 'silent' } : { is: 'colleague', organization: known };
  };
  return (
    <StepForm
      onSend={() => {
        if (missing === null && !isBusy) void find(() => lookUpNotice(code, domain));
      }}
    >
      <p className={styles['lead']}>{words.lead}</p>
      <TextField
        label={words.code}
        value={code}
        onChange={change(setCode)}
        hint={judged.text}
        slip={judged.isSlip ? judged.text : null}
        isCode
      />
      <TextField label={words.domain} value={domain} onChange={change(setDomain)} hint={words.domainHint} type="text" />
      {(found === null || found.is === 'silent') && (
        <div className={styles['choices']}>
          <Button kind="primary" size="deciding" type="submit" whyNot={isBusy ? '' : missing}>
            {isBusy ? all.working : words.lookUp}
          </Button>
        </div>
      )}
      <LookedUpNotice found={found} page={page} typed={toTypedRecipient(domain)} organization={organization} />
      {found?.is === 'issued' && (
        <ComparedKey
          keySet={found.organization.keySet}
          question={words.compare}
          isOther={found.isOtherKeySet}
          onSame={() => actions.accept({ organization: found.organization, code, domain: found.domain })}
        />
      )}
      {found?.is === 'colleague' && (
        <ComparedKey
          keySet={found.organization.keySet}
          question={words.compareColleague}
          isOther={false}
          onSame={() => actions.accept({ organization: found.organization, code: null, domain: typedDomain })}
        />
      )}
      {found === null && (
        <p className={styles['quiet']}>
          {words.noCode}{' '}
          <Button
            kind="link"
            whyNot={isDomain(domain) ? null : code === '' && domain !== '' ? words.domainMissing : ''}
            onPress={() => find(withoutCode)}
          >
            {words.byColleague}
          </Button>
        </p>
      )}
    </StepForm>
  );
}

function LookedUpNotice(props: {
  readonly found: Found | null;
  readonly page: string;
  readonly typed: string;
  readonly organization: string;
}): ReactElement | null {
  const words = useWords('enroll');
  const { fill, time } = useFormat();
  const { found, page, typed, organization } = props;
  if (found === null || found.is === 'colleague') return null;
  if (found.is === 'silent') return <NoticeLine kind="wait">{fill(words.silentSite, { page })}</NoticeLine>;
  if (found.is !== 'issued')
    return (
      <NoticeLine kind="refused">
        {fill(words.notice.answers[found.is], { organization, page, domain: typed })}
      </NoticeLine>
    );
  const superseded =
    found.supersededAt === null ? '' : ` ${fill(words.notice.superseded, { time: time(found.supersededAt) })}`;
  return (
    <NoticeLine kind="passed">
      {fill(words.notice.issued, { domain: found.domain, time: time(found.issued) })}
      {superseded}
    </NoticeLine>
  );
}

/** The organization's fingerprint, which only a person can compare with a printed one. */
function ComparedKey(props: {
  readonly keySet: string;
  readonly question: string;
  /** The notice prints another one because operators have changed. */
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
