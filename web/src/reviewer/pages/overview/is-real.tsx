import type { ReactElement, ReactNode } from 'react';
import type { MarkKind } from '../../../ui/mark.ts';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Mark } from '../../../ui/react/mark.tsx';
import type { KeyWorkerErrorCode, OpenedRelease } from '../../bridge/protocol.ts';
import { paths } from '../address/paths.ts';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { useRelease } from '../release/release-context.tsx';
import { useRefusalWords } from '../release/release-gate.tsx';
import styles from './overview-page.module.css';

/** The first answer with its checks. Shown only when all passed. */
export function GenuineAnswer({ release, at }: { readonly release: OpenedRelease; readonly at: number }): ReactElement {
  const words = useWords('overview').real;
  const { number, fill, count } = useFormat();
  const { approvers, log, manifest, withheld } = release;
  return (
    <section className={styles['real']}>
      <div>
        <AnswerHeading question={words.question} level={1}>
          {withheld.length > 0 ? words.partly : fill(words.yes, { organization: manifest.organization })}
        </AnswerHeading>
        <ul className={styles['checks']}>
          <Check kind="tick">{fill(words.signed, { people: approvers.value.join(', ') })}</Check>
          <Check kind="tick">
            {fill(words.entry, {
              release: number(manifest.release),
              position: number(log.position),
              size: number(log.size),
            })}
          </Check>
          {log.continued === null ? (
            <Check kind="ring">{words.firstLog}</Check>
          ) : (
            <Check kind="tick">{fill(words.continues, { size: number(log.continued) })}</Check>
          )}
          {withheld.length > 0 && <Check kind="cross">{count(words.withheld, withheld.length)}</Check>}
        </ul>
      </div>
      <Checked at={at} />
    </section>
  );
}

/** The first answer when a check failed: red, and no message opens. */
export function FailedCheckAnswer(props: {
  readonly flaw: KeyWorkerErrorCode;
  readonly at: number;
  /** When the figures below were verified; null without any. */
  readonly figuresOf: number | null;
}): ReactElement {
  const words = useWords('overview');
  const { fill, time } = useFormat();
  const { title, what, todo } = useRefusalWords()(props.flaw);
  return (
    <section className={styles['real']} role="alert">
      <div>
        <AnswerHeading question={words.real.question} level={1} isRefused>
          {title}
        </AnswerHeading>
        <p>{what}</p>
        <p>{todo}</p>
        {props.figuresOf !== null && <p>{fill(words.earlier, { at: time(props.figuresOf) })}</p>}
      </div>
      <Checked at={props.at} />
    </section>
  );
}

function Checked({ at }: { readonly at: number }): ReactElement {
  const words = useWords('overview').real;
  const { fill, time } = useFormat();
  const { openAgain } = useRelease();
  const { page } = useSettings();
  return (
    <p className={styles['checked']}>
      <span>{fill(words.checked, { at: time(at) })}</span>
      <span className={styles['ways']}>
        <a href={`#${paths.trust}`}>{words.how}</a>
        <a href={`#${paths.trust}`} title={page}>
          {words.without}
        </a>
        <Button kind="link" onPress={openAgain}>
          {words.again}
        </Button>
      </span>
    </p>
  );
}

function Check({ kind, children }: { readonly kind: MarkKind; readonly children: ReactNode }): ReactElement {
  return (
    <li className={styles['check']}>
      <Mark kind={kind} />
      <span>{children}</span>
    </li>
  );
}
