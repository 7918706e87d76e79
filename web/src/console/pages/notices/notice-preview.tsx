import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useEffect, useState } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { Name } from '../../../ui/react/name.tsx';
import { LoadingState, PartialState } from '../../../ui/react/page-states.tsx';
import { useWords } from '../../base/words.ts';
import { call } from '../../client/client.ts';
import { useAnswer } from '../../desk/use-answer.ts';
import { joinLines } from './join-lines.ts';
import { useWaveAddress } from './use-wave-address.ts';
import { toLanguageName, type Wave } from './wave.ts';
import styles from './wave-page.module.css';

type Notice = CalledOperations['notice.wave.notice']['answer'];
type Form = 'mail' | 'letter';

/** One notice as its recipient reads it, never as markup. */
export function NoticePreview(props: {
  readonly incident: string;
  readonly wave: Wave;
  readonly onRead: (language: string) => void;
}): ReactElement {
  const { incident, wave, onRead } = props;
  const { wavePage: words } = useWords();
  const { notice, open } = useWaveAddress();
  const [form, setForm] = useState<Form>('mail');
  const [language, setLanguage] = useState<string | null>(null);
  // The first in the order of the list, or the first in a language.
  useEffect(() => {
    if (notice !== null && language === null) return;
    let isCurrent = true;
    const languages = language === null ? [] : [language];
    call(incident, 'notice.wave.notices', { wave: wave.wave, languages, count: 1 }).then(
      ({ rows: [row] }) => {
        if (!isCurrent) return;
        setLanguage(null);
        if (row !== undefined) open(row.notice);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [incident, wave.wave, notice, language, open]);
  return (
    <aside className={styles['side']} aria-labelledby="preview-title">
      <h2 id="preview-title">{words.asRecipient}</h2>
      {notice === null ? (
        <LoadingState>{words.noNotice}</LoadingState>
      ) : (
        <Read
          key={notice}
          incident={incident}
          notice={notice}
          form={form}
          onRead={onRead}
          choices={(shown) => (
            <>
              <select
                className="field low"
                aria-label={words.columns.language}
                value={shown}
                onChange={({ target }) => setLanguage(target.value)}
              >
                {wave.languages.map(({ of }) => (
                  <option key={of} value={of}>
                    {toLanguageName(of, words)}
                  </option>
                ))}
              </select>
              <select
                className="field low"
                aria-label={words.form}
                value={form}
                onChange={({ target }) => setForm(target.value === 'letter' ? 'letter' : 'mail')}
              >
                <option value="mail">{words.mail}</option>
                <option value="letter">{words.letter}</option>
              </select>
            </>
          )}
        />
      )}
    </aside>
  );
}

function Read(props: {
  readonly incident: string;
  readonly notice: number;
  readonly form: Form;
  readonly onRead: (language: string) => void;
  readonly choices: (language: string) => ReactElement;
}): ReactElement {
  const { incident, notice, form, onRead } = props;
  const { wavePage: words, desk } = useWords();
  const { date, fill } = useFormat();
  const { answer, error } = useAnswer(incident, 'notice.wave.notice', { notice });
  const language = answer?.language ?? null;
  useEffect(() => {
    if (language !== null) onRead(language);
  }, [language, onRead]);
  if (answer === null)
    return error === null ? (
      <LoadingState>{desk.reading}</LoadingState>
    ) : (
      <PartialState>{[words.rowsFailed, ...error.reasons].join(' ')}</PartialState>
    );
  return (
    <>
      <div className={styles['choices']}>
        {props.choices(answer.language)}
        {answer.since !== null && (
          <span className={styles['marked']}>
            <mark>{words.marked}</mark> {fill(words.newSince, { day: date(answer.since) })}
          </span>
        )}
      </div>
      <section
        className={styles['paper']}
        id="notice-paper"
        lang={answer.language}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
        tabIndex={0}
        aria-labelledby="preview-title"
      >
        {form === 'mail' ? <MailHead notice={answer} /> : <LetterHead notice={answer} />}
        <div className={styles['words']}>
          {joinLines(answer.lines).map(({ pieces }, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name
            <div key={line}>
              {pieces.length === 0
                ? '\u00a0'
                : pieces.map(({ text, isChanged }, piece) =>
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same
                    isChanged ? <mark key={piece}>{text}</mark> : <span key={piece}>{text}</span>,
                  )}
            </div>
          ))}
        </div>
      </section>
    </>
  );
}

function MailHead({ notice }: { readonly notice: Notice }): ReactElement {
  const { wavePage: words } = useWords();
  const { count } = useFormat();
  const [first, ...more] = notice.to;
  return (
    <dl className={styles['header']} lang="">
      <dt>{words.from}</dt>
      <dd>
        <Name text={`${notice.from.name} <${notice.from.address}>`} />
      </dd>
      <dt>{words.to}</dt>
      <dd title={notice.to.map(({ contact }) => contact).join(', ')}>
        {first === undefined ? words.nobody : <Name text={first.contact} />}
        {more.length > 0 && ` ${count(words.moreContacts, more.length)}`}
      </dd>
      <dt>{words.subject}</dt>
      <dd>
        <b>
          <Name text={notice.subject} />
        </b>
      </dd>
    </dl>
  );
}

function LetterHead({ notice }: { readonly notice: Notice }): ReactElement {
  const { wavePage: words } = useWords();
  const { letter } = notice;
  return (
    <dl className={styles['header']} lang="">
      <dt>{words.from}</dt>
      <dd>
        <Name text={letter.sender.join(', ')} />
      </dd>
      <dt>{words.to}</dt>
      <dd>
        <Name text={letter.recipient.join(', ')} />
        {!letter.hasAddress && <span className="second">{words.noPostal}</span>}
      </dd>
      <dt>{words.day}</dt>
      <dd>{letter.day}</dd>
      <dt>{words.subject}</dt>
      <dd>
        <b>
          <Name text={notice.subject} />
        </b>
      </dd>
    </dl>
  );
}
