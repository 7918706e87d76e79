import type { CalledOperations } from '@candor/core/contract/operations';
import type { ReactElement, ReactNode } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { useWords } from '../../base/words.ts';
import styles from './leads-page.module.css';

type Chosen = CalledOperations['leads']['answer']['first'][number];
type Lead = Chosen['lead'];
type Signal = Lead['signals'][number];

/** Record ids that a line holds. */
const NAMED = 3;

/** One question: what is recorded, what speaks for each side, and the three answers. */
export function LeadView(props: { readonly chosen: Chosen; readonly at: number; readonly of: number }): ReactElement {
  const { chosen, at, of } = props;
  const { lead } = chosen;
  const words = useWords().leadsPage;
  const { fill, count, number } = useFormat();
  const place = fill(words.place, { kind: words.kinds[lead.kind], at: number(at), of: number(of) });
  return (
    <article className={styles['one']}>
      <AnswerHeading level={2} question={place}>
        {fill(words.question[lead.kind], { value: lead.value })}
      </AnswerHeading>
      <Facts lead={lead} />
      <div className={styles['sides']}>
        <Side title={words.forIntruder} signals={lead.signals.filter(({ weight }) => weight !== 'against')} />
        <Side title={words.forOwner} signals={lead.signals.filter(({ weight }) => weight === 'against')} />
      </div>
      {lead.ownersOwn > 0 && <p>{count(words.ownersOwn, lead.ownersOwn)}</p>}
      <Answers lead={lead} />
    </article>
  );
}

function Facts({ lead }: { readonly lead: Lead }): ReactElement {
  const words = useWords().leadsPage;
  const { count, fill, time, number } = useFormat();
  const kinds = Object.entries(lead.kinds)
    .map(([kind, n]) => `${number(n)} ${kind}`)
    .join(', ');
  const span =
    lead.first === lead.last ? time(lead.first) : fill(words.span, { first: time(lead.first), last: time(lead.last) });
  return (
    <dl className={styles['facts']}>
      <Fact name={words.facts}>
        {count(words.records, lead.records, { kinds, span })}
        <span className="second">
          {lead.beforeWindow === 0 ? words.neverBefore : count(words.before, lead.beforeWindow)}
        </span>
      </Fact>
      <Fact name={words.mailboxes}>{lead.custodians.join(', ') || words.nobody}</Fact>
      <Fact name={words.accounts}>{lead.users.join(', ') || words.nobody}</Fact>
      {lead.kind !== 'address' && <Fact name={words.addresses}>{lead.addresses.join(', ') || words.nobody}</Fact>}
      <Fact name={words.clients}>{lead.clients.join(', ') || words.nobody}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Side({ title, signals }: { readonly title: string; readonly signals: readonly Signal[] }): ReactElement {
  const words = useWords().leadsPage;
  const { count } = useFormat();
  return (
    <section aria-label={title}>
      <h3 className={styles['title']}>{title}</h3>
      {signals.length === 0 && <p className={styles['note']}>{words.noSignal}</p>}
      <ul className={styles['signals']}>
        {signals.map(({ code, weight, count: shown, records }) => (
          <li key={code}>
            {words.signals[code]} {weight === 'strong' && <b>{words.strong}</b>}
            <span className="second">{count(words.shown, shown, { records: records.slice(0, NAMED).join(', ') })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What each would do; the command says what it would change. */
function Answers({ lead }: { readonly lead: Lead }): ReactElement {
  const words = useWords().leadsPage;
  const isPlace = lead.kind === 'address' || lead.kind === 'network';
  const answers = [
    { name: words.intruder, does: words.intruderDoes },
    { name: words.owner, does: isPlace ? words.ownerDoes : words.ownerNever },
    { name: words.unknown, does: words.unknownDoes },
  ];
  return (
    <section aria-label={words.answers}>
      <h3 className={styles['title']}>{words.answers}</h3>
      <div className={styles['answers']}>
        {answers.map(({ name, does }) => (
          <div key={name}>
            <b>{name}</b>
            <p className={styles['note']}>{does}</p>
          </div>
        ))}
      </div>
      <p>{words.effect}</p>
      <code
        className={styles['command']}
      >{`candor leads --effect ${quoteForShell(`${lead.kind}:${lead.value}`)}`}</code>
    </section>
  );
}

/** A value comes out of a log: a shell must take it as one word. */
function quoteForShell(text: string): string {
  return /^[A-Za-z0-9:./_-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
