import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { readTypedFingerprint } from '../base/typed-fingerprint.ts';
import { useRelease } from '../release/release-context.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import { useSession } from '../session/session-context.tsx';
import { CheckList } from './check-list.tsx';
import { Guide } from './guide.tsx';
import { OfflineWay } from './offline-way.tsx';
import styles from './trust.module.css';
import { OwnFingerprint, SaveProofs } from './trust-aside.tsx';
import { useTrust } from './use-trust.ts';

/** docs/formats/proof.md, Signed request: `claim`. */
const LONGEST_CLAIM_CHARS = 2000;

/** What was verified, how to verify without this page, and whom to ask. */
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

/**
 * The organization's keys changed: two former operators decided so, and a newer notice and DNS confirm it. The page
 * shows no fingerprint to accept: the person types one from elsewhere.
 */
function OtherKeys(): ReactElement {
  const { otherKeys: words } = useWords('trust');
  const { fill, number } = useFormat();
  const { organization } = useSettings();
  const keyWorker = useKeyWorker();
  const { openAgain } = useRelease();
  const toSentence = useErrorSentence();
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

/** Disputes a figure with a signature, so that the portal can only deliver it unchanged or not at all. */
function DisputeForm(): ReactElement | null {
  const { dispute: words } = useWords('trust').ask;
  const { fill, number } = useFormat();
  const { organization } = useSettings();
  const keyWorker = useKeyWorker();
  const { state, portal } = useSession();
  const toSentence = useErrorSentence();
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

/** One line without control characters. */
function toClaim(typed: string): string {
  return typed.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
