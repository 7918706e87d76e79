import type { ReactElement } from 'react';
import { useFormat, useWords } from '../../base/language-context.tsx';
import type { NestedMessage } from '../frame/protocol.ts';
import { readingWording } from '../words/wording.ts';
import { MessageHeader } from './message-header.tsx';
import styles from './reading-pane.module.css';
import { TextBody } from './text-body.tsx';

/** An attached message, folded, as text. */
export function NestedMessageView(props: {
  readonly nested: NestedMessage;
  readonly masks: readonly string[];
}): ReactElement {
  const words = useWords(readingWording);
  const { fill } = useFormat();
  const { head, blocks, attachments, depth } = props.nested;
  return (
    <details className={styles['nested']} data-depth={Math.min(depth, 4)}>
      <summary>
        <bdi>{fill(words.nested, { subject: head.subject === '' ? words.noSubject : head.subject })}</bdi>
      </summary>
      <MessageHeader head={head} />
      <TextBody blocks={blocks} masks={props.masks} />
      {attachments.length > 0 && (
        <p className={styles['aside']}>
          <bdi>{fill(words.nestedFiles, { names: attachments.join(', ') })}</bdi>
        </p>
      )}
    </details>
  );
}
