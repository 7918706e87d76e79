import { Link } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Mark } from '../../../ui/react/mark.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { LoadingState } from '../../../ui/react/page-states.tsx';
import { hasPasskeys } from '../../portal/passkey.ts';
import { paths } from '../address/paths.ts';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { canKeep } from '../session/kept-on-device.ts';
import { useAction } from '../session/use-action.ts';
import styles from './steps/enroll-page.module.css';
import type { Enrollment } from './steps/enrollment.ts';
import { type KeptEnrollment, keepEnrollment } from './steps/kept-enrollment.ts';
import { NoticeStep } from './steps/notice-step.tsx';
import { PersonStep } from './steps/person-step.tsx';
import { ProofStep } from './steps/proof-step.tsx';
import { RecoveryStep } from './steps/recovery-step.tsx';
import { UnlockFirst } from './steps/unlock-first.tsx';
import { useAreKeysOpen } from './steps/use-are-keys-open.ts';
import { type EnrollmentActions, useEnrollment } from './steps/use-enrollment.ts';
import { WaitingStep } from './steps/waiting-step.tsx';

const STEPS = ['notice', 'person', 'recovery', 'passkey', 'proof', 'waiting'] as const;
type StepName = (typeof STEPS)[number];

const HOUR_SECONDS = 3600;

/** All steps of enrollment on one page: done above, current, and next below. */
export function EnrollPage(): ReactElement {
  const words = useWords('enroll');
  const tab = useOnlyTab();
  if (tab === 'asking') return <LoadingState>{words.working}</LoadingState>;
  if (tab === 'other') return <OtherTab />;
  return (
    <div className={styles['columns']}>
      <WayIn />
      <Needs />
    </div>
  );
}

function WayIn(): ReactElement {
  const words = useWords('enroll');
  const { fill } = useFormat();
  const { organization } = useSettings();
  const { passkeyFlaws } = useWords('session');
  const { enrollment, actions } = useEnrollment();
  const { at } = enrollment;
  const target = 'kept' in enrollment ? enrollment.kept.target : '';
  const current = at === 'ready' || at === 'refused' || at === 'stopped' ? 'waiting' : at;
  const isOver = at === 'ready' || at === 'refused' || at === 'stopped';
  useFocusOnChange(at);
  return (
    <div className={styles['page']}>
      <AnswerHeading
        level={1}
        question={fill(words.question, { organization })}
        isRefused={at === 'refused' || at === 'stopped'}
      >
        {fill(words.answers[at], { organization, target })}
      </AnswerHeading>
      {!canKeep() && <NoticeLine kind="wait">{words.notKept}</NoticeLine>}
      {!hasPasskeys() && !isOver && <NoticeLine kind="wait">{passkeyFlaws.unsupported}</NoticeLine>}
      <ol className={styles['steps']}>
        {STEPS.map((step, index) => (
          <Step key={step} step={step} index={index} current={current} isOver={isOver}>
            {step === current && <StepContent enrollment={enrollment} actions={actions} />}
          </Step>
        ))}
      </ol>
      {'kept' in enrollment && (
        <p className={styles['again']}>
          <Button kind="link" onPress={actions.startAgain}>
            {words.startAgain}
          </Button>{' '}
          {words.startAgainHint}
        </p>
      )}
    </div>
  );
}

/** What to have ready before starting. */
function Needs(): ReactElement {
  const words = useWords('enroll');
  const { fill, count } = useFormat();
  const { waitSeconds } = useSettings();
  const hours = count(words.waiting.hours, Math.ceil(waitSeconds / HOUR_SECONDS));
  return (
    <aside className={styles['aside']} aria-labelledby="needs">
      <h2 id="needs">{words.aside.title}</h2>
      <ul className={styles['facts']}>
        {words.aside.needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
      <p className={styles['quiet']}>{fill(words.aside.time, { hours })}</p>
      <h2>{words.aside.without}</h2>
      <pre className={styles['command']}>candor enroll</pre>
      <p className={styles['quiet']}>{words.aside.why}</p>
    </aside>
  );
}

function Step(props: {
  readonly step: StepName;
  readonly index: number;
  readonly current: StepName;
  readonly isOver: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const words = useWords('enroll');
  const { fill, number } = useFormat();
  const isDone = props.index < STEPS.indexOf(props.current);
  const isCurrent = props.step === props.current;
  return (
    <li
      className={isCurrent ? `${styles['step']} ${styles['current']}` : styles['step']}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <h2 className={styles['name']}>
        <span className={styles['number']} aria-hidden="true">
          {isDone ? <Mark kind="tick" /> : number(props.index + 1)}
        </span>
        <span className="unseen">
          {fill(words.stepOf, { n: number(props.index + 1), of: number(STEPS.length) })}
          {isDone ? `, ${words.done}` : ''}:{' '}
        </span>
        {words.steps[props.step]}
      </h2>
      {props.children}
    </li>
  );
}

function StepContent(props: { readonly enrollment: Enrollment; readonly actions: EnrollmentActions }): ReactElement {
  const { enrollment, actions } = props;
  switch (enrollment.at) {
    case 'notice':
      return <NoticeStep actions={actions} />;
    case 'person':
      return <PersonStep compared={enrollment.compared} actions={actions} />;
    case 'recovery':
      return <RecoveryStep recovery={enrollment.recovery} actions={actions} />;
    case 'passkey':
      return <PasskeyStep actions={actions} />;
    case 'proof':
      return <ProofStep kept={enrollment.kept} passkey={enrollment.passkey} actions={actions} />;
    case 'waiting':
      return <WaitingStep kept={enrollment.kept} actions={actions} />;
    case 'ready':
      return <ReadyStep kept={enrollment.kept} />;
    case 'refused':
    case 'stopped':
      return <StoppedStep at={enrollment.at} />;
  }
}

/** Focuses the next step, for screen readers and keyboards. */
function useFocusOnChange(at: string): void {
  const [first] = useState(at);
  useEffect(() => {
    if (at !== first) document.querySelector<HTMLElement>('#content h1')?.focus();
  }, [at, first]);
}

function OtherTab(): ReactElement {
  const words = useWords('enroll');
  const { fill } = useFormat();
  const { organization } = useSettings();
  return (
    <div className={styles['page']}>
      <AnswerHeading level={1} question={fill(words.question, { organization })}>
        {words.otherTab}
      </AnswerHeading>
    </div>
  );
}

const LOCK = 'candor-enroll';

/**
 * Two tabs would make two keys, one of them discarded: only the first tab enrolls. Browsers without locks rely on the
 * reader.
 */
function useOnlyTab(): 'asking' | 'this' | 'other' {
  const [state, setState] = useState<'asking' | 'this' | 'other'>(navigator.locks === undefined ? 'this' : 'asking');
  useEffect(() => {
    if (navigator.locks === undefined) return;
    let giveBack: () => void = () => undefined;
    let isGone = false;
    void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
      if (isGone) return undefined;
      setState(lock === null ? 'other' : 'this');
      return lock === null
        ? undefined
        : new Promise<void>((settle) => {
            giveBack = settle;
          });
    });
    return () => {
      isGone = true;
      giveBack();
    };
  }, []);
  return state;
}

/** Signs in and wraps the keys. After a reload the recovery key must open them first. */
function PasskeyStep({ actions }: { readonly actions: EnrollmentActions }): ReactElement | null {
  const words = useWords('enroll').passkey;
  const { isBusy, flaw, run } = useAction();
  const [areOpen, sayOpen] = useAreKeysOpen();
  if (areOpen === null) return null;
  if (!areOpen) return <UnlockFirst hasPasskey={false} actions={actions} onOpen={sayOpen} />;
  return (
    <div className={styles['content']}>
      <p className={styles['lead']}>{words.lead}</p>
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      <div className={styles['choices']}>
        <Button kind="primary" size="deciding" whyNot={isBusy ? '' : null} onPress={() => run(actions.makePasskey)}>
          {isBusy ? words.making : words.make}
        </Button>
      </div>
    </div>
  );
}

/** Admitted: removes the stored enrollment. */
function ReadyStep({ kept }: { readonly kept: KeptEnrollment }): ReactElement {
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

function StoppedStep({ at }: { readonly at: 'refused' | 'stopped' }): ReactElement {
  const words = useWords('enroll');
  const { fill } = useFormat();
  const { organization } = useSettings();
  return (
    <div className={styles['content']}>
      <NoticeLine kind="refused">{fill(words[at], { organization })}</NoticeLine>
    </div>
  );
}
