import { type ReactElement, useEffect, useState } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { FrameRefusal, type MessageFrame } from '../../frame/message-frame.ts';
import { type FormattedBody, OMITTED_KINDS, REMOTE_KINDS } from '../../frame/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import styles from './reading-pane.module.css';
import { Line } from './text-body.tsx';

/** What the frame shows: its masked secrets, null while unknown; or why it shows nothing. */
export interface FormattedForm {
  readonly refusal: FrameRefusal | null;
  readonly masked: readonly string[] | null;
}

/** Shows the formatted form in the frame with these words masked. */
export function useFormattedForm(
  frame: MessageFrame | null,
  isShown: boolean,
  masks: readonly string[],
): FormattedForm {
  const [form, setForm] = useState<FormattedForm>(UNKNOWN);
  useEffect(() => {
    if (frame === null) return;
    frame.element.hidden = !isShown;
    if (!isShown) return;
    let isCurrent = true;
    setForm(UNKNOWN);
    frame.show(masks).then(
      (masked) => {
        if (isCurrent) setForm({ refusal: null, masked });
      },
      (thrown: unknown) => {
        if (isCurrent && thrown instanceof FrameRefusal) setForm({ refusal: thrown, masked: [] });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [frame, isShown, masks]);
  return form;
}

const UNKNOWN: FormattedForm = { refusal: null, masked: null };

export function FormattedError({ refusal }: { readonly refusal: FrameRefusal }): ReactElement | null {
  const words = useWords('reading');
  return refusal.flaw === 'closed' ? null : <NoticeLine kind="refused">{words.frameFlaws[refusal.flaw]}</NoticeLine>;
}

/** What a formatted message would have fetched, what was omitted, and its link targets, all as text. */
export function FormattedFacts(props: {
  readonly formatted: FormattedBody;
  readonly masks: readonly string[];
}): ReactElement {
  const { formatted, masks } = props;
  const words = useWords('reading');
  const { count, number } = useFormat();
  const { remote, leftOut, links, furtherLinks } = formatted;
  const total = REMOTE_KINDS.reduce((sum, kind) => sum + remote.kinds[kind], 0);
  const kinds = REMOTE_KINDS.filter((kind) => remote.kinds[kind] > 0).map((kind) =>
    count(words.remoteKinds[kind], remote.kinds[kind]),
  );
  const left = OMITTED_KINDS.filter((kind) => leftOut[kind] > 0).map((kind) =>
    count(words.leftOutKinds[kind], leftOut[kind]),
  );
  const hosts = remote.hosts.map(({ host, count: times }) => `${host} ${number(times)}`);
  return (
    <>
      {total === 0 ? (
        <p className={styles['aside']}>{words.remoteNone}</p>
      ) : (
        <details className={styles['facts']}>
          <summary>{count(words.remote, total)}</summary>
          <p>{kinds.join(', ')}</p>
          <p>
            {words.hosts}: <Line text={hosts.join(', ')} masks={masks} />{' '}
            {remote.furtherHosts > 0 && count(words.furtherHosts, remote.furtherHosts)}
          </p>
        </details>
      )}
      {left.length > 0 && (
        <p className={styles['aside']}>
          {words.leftOut}: {left.join(', ')}.
        </p>
      )}
      {links.length > 0 && (
        <details className={styles['facts']}>
          <summary>{count(words.links, links.length + furtherLinks)}</summary>
          <p>{words.linksInert}</p>
          <ul>
            {links.map(({ shown, address }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: links never move
              <li key={at}>
                {shown !== '' && (
                  <>
                    <bdi>
                      <Line text={shown} masks={masks} />
                    </bdi>{' '}
                  </>
                )}
                <code>
                  <bdi>
                    <Line text={address} masks={masks} />
                  </bdi>
                </code>
              </li>
            ))}
          </ul>
          {furtherLinks > 0 && <p>{count(words.furtherLinks, furtherLinks)}</p>}
        </details>
      )}
    </>
  );
}
