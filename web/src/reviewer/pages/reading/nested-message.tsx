import type { ReactElement } from 'react';
import type { NestedMessage } from '../../frame/protocol.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import { MessageHeader } from './message-header.tsx';
import styles from './reading-pane.module.css';
import { Line, TextBody } from './text-body.tsx';

/** An attached message, folded, as text. */
export function NestedMessageView(props: {
  readonly nested: NestedMessage;
  readonly masks: readonly string[];
}): ReactElement {
  const words = useWords('reading');
  const { fill } = useFormat();
  const { masks } = props;
  const { head, blocks, attachments, depth } = props.nested;
  return (
    <details className={styles['nested']} data-depth={Math.min(depth, 4)}>
      <summary>
        <bdi>
          <Line
            text={fill(words.nested, { subject: head.subject === '' ? words.noSubject : head.subject })}
            masks={masks}
          />
        </bdi>
      </summary>
      <MessageHeader head={head} masks={masks} />
      <TextBody blocks={blocks} masks={masks} />
      {attachments.length > 0 && (
        <p className={styles['aside']}>
          <bdi>
            <Line text={fill(words.nestedFiles, { names: attachments.join(', ') })} masks={masks} />
          </bdi>
        </p>
      )}
    </details>
  );
}
