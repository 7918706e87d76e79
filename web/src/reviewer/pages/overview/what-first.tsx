import type { ReactElement, ReactNode } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { CopyButton } from '../../../ui/react/copy-button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NO_QUERY } from '../../bridge/message-query.ts';
import { paths } from '../address/paths.ts';
import { toMessagesTarget } from '../address/query-address.ts';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import type { AnswerProps } from './how-much.tsx';
import styles from './overview-page.module.css';

/** The party's progress with secrets; null without a list. */
export interface SecretFigures {
  readonly all: number;
  readonly open: number;
  readonly rotated: number;
  readonly notOurs: number;
}

interface Action {
  readonly name: string;
  readonly title: string;
  readonly what: string;
  readonly way: ReactNode;
}

/** Numbered actions, most urgent first: whom to distrust, what to change, what to report, whom to warn. */
export function ActionsAnswer({
  overview,
  isOpen,
  secrets,
}: AnswerProps & { readonly secrets: SecretFigures | null }): ReactElement {
  const words = useWords('overview').first;
  const { copy, copied } = useWords('shared');
  const { number, fill, count, date, rules } = useFormat();
  const { organization } = useSettings();
  const { marks, people } = overview;
  const door = (to: string, text: string, isPrimary = false): ReactNode =>
    isOpen ? (
      <a className={isPrimary ? `${styles['door']} ${styles['primary']}` : styles['door']} href={`#${to}`}>
        {text}
      </a>
    ) : null;
  const actions: Action[] = [];
  if (marks.fraud > 0)
    actions.push({
      name: 'fraud',
      title: count(words.fraud.title, marks.fraud),
      what: fill(words.fraud.what, { organization }),
      way: door(
        toMessagesTarget(paths.messages, { query: { ...NO_QUERY, holds: ['fraud'] } }),
        count(words.fraud.do, marks.fraud),
        marks.secret === 0,
      ),
    });
  if (secrets !== null && secrets.all > 0)
    actions.push({
      name: 'secrets',
      title: count(words.secrets.title, secrets.open),
      what: [
        marks.secret > 0 ? count(words.secrets.inMessages, marks.secret) : '',
        secrets.open === secrets.all
          ? words.secrets.what
          : ` ${fill(words.secrets.done, {
              all: number(secrets.all),
              rotated: number(secrets.rotated),
              notOurs: number(secrets.notOurs),
            })}`,
      ].join(''),
      way: door(paths.secrets, count(words.secrets.do, secrets.open), secrets.open > 0),
    });
  else if (marks.secret > 0)
    actions.push({
      name: 'secrets',
      title: count(words.secrets.marked, marks.secret),
      what: words.secrets.what,
      way: door(paths.secrets, count(words.secrets.do, marks.secret), true),
    });
  if (marks.personal > 0)
    actions.push({
      name: 'personal',
      title: count(words.personal.title, marks.personal),
      what: words.personal.what,
      way: door(
        toMessagesTarget(paths.messages, { query: { ...NO_QUERY, holds: ['personal'] } }),
        count(words.personal.do, marks.personal),
      ),
    });
  actions.push({ name: 'report', ...words.report, way: door(paths.report, words.report.do) });
  if (people.length > 0) {
    const { first, last } = overview;
    const text = fill(words.tell.text, {
      organization,
      first: first === null ? '…' : date(first),
      last: last === null ? '…' : date(last),
    });
    actions.push({
      name: 'tell',
      title: count(words.tell.title, people.length),
      what: words.tell.what,
      way: (
        <CopyButton text={text} words={{ copy, copied }} label={`${copy}: ${count(words.tell.title, people.length)}`} />
      ),
    });
  }
  const headline = [
    marks.fraud > 0 ? count(words.distrust, marks.fraud) : null,
    secrets !== null && secrets.all > 0
      ? count(words.changeSecrets, secrets.open)
      : marks.secret > 0
        ? count(words.change, marks.secret)
        : null,
    marks.fraud + marks.secret === 0 && people.length > 0 ? count(words.warn, people.length) : null,
  ].filter((part) => part !== null);
  return (
    <section>
      <AnswerHeading question={words.question}>
        {headline.length === 0 ? words.calm : `${toSentence(headline.join(rules.semicolon))}.`}
      </AnswerHeading>
      <ol className={styles['actions']}>
        {actions.map(({ name, title, what, way }, at) => (
          <li key={name} className={styles['action']}>
            <span className={styles['ordinal']} aria-hidden="true">
              {number(at + 1)}
            </span>
            <p>
              <b>{title}</b>
              {what}
            </p>
            {way}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Sentences start with a capital in all four languages. */
function toSentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
