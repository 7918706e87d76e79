import { type ReactElement, useState } from 'react';
import { browserRuntime } from '../../../platform/browser-runtime.ts';
import { Button } from '../../../ui/react/button.tsx';
import { judgeAttachment } from '../../frame/judge-attachment.ts';
import { toMaskedText } from '../../frame/mask.ts';
import type { MessageFrame } from '../../frame/message-frame.ts';
import type { ReadAttachment, Reading } from '../../frame/protocol.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import { download } from '../export/saved-file.ts';
import { toSavedName } from './attachment-name.ts';
import styles from './reading-pane.module.css';
import { Line } from './text-body.tsx';

/** Whatever is in it: a browser that is told this saves it and shows nothing. */
const SAVED_TYPE = 'application/octet-stream';
const KILOBYTE = 1000;

/** What hangs on the message: type by content beside what it is called, size, digest. Nothing is opened here. */
export function AttachmentList(props: {
  readonly reading: Reading;
  readonly frame: MessageFrame;
  readonly isFraud: boolean;
  readonly masks: readonly string[];
}): ReactElement {
  const words = useWords('reading');
  const { count } = useFormat();
  const { attachments, furtherParts } = props.reading;
  if (attachments.length === 0) return <p className={styles['aside']}>{words.noAttachment}</p>;
  return (
    <section className={styles['attachments']}>
      <h3>{count(words.attachments, attachments.length + furtherParts)}</h3>
      <ul>
        {attachments.map((attachment) => (
          <AttachmentRow
            key={attachment.index}
            attachment={attachment}
            frame={props.frame}
            isFraud={props.isFraud}
            masks={props.masks}
          />
        ))}
      </ul>
      {furtherParts > 0 && <p>{count(words.furtherParts, furtherParts)}</p>}
    </section>
  );
}

type Saving = 'no' | 'saved' | 'failed';

function AttachmentRow(props: {
  readonly attachment: ReadAttachment;
  readonly frame: MessageFrame;
  readonly isFraud: boolean;
  readonly masks: readonly string[];
}): ReactElement {
  const words = useWords('reading');
  const { count, number, fill, rules } = useFormat();
  const [saving, setSaving] = useState<Saving>('no');
  const { attachment, frame, masks } = props;
  const { name, declared, found, size, digest, isInText } = attachment;
  const savedName = toSavedName(name, found, props.isFraud);
  const save = async (): Promise<void> => {
    const bytes = await frame.takeAttachment(attachment.index);
    if (browserRuntime.sha256Hex(bytes) !== digest) throw new Error('other bytes than were listed');
    download(new Blob([new Uint8Array(bytes)], { type: SAVED_TYPE }), savedName);
  };
  const press = (): void => {
    save().then(
      () => setSaving('saved'),
      () => setSaving('failed'),
    );
  };
  const kind = words.types[found] ?? found;
  const sizeText =
    size < KILOBYTE
      ? count(words.attachment.bytes, size)
      : fill(words.attachment.large, { n: number(Math.round(size / KILOBYTE)) });
  const warnings = judgeAttachment(attachment);
  return (
    <li className={styles['attachment']}>
      <span className={styles['attachmentName']}>
        <bdi>{name === '' ? words.attachment.unnamed : <Line text={name} masks={masks} />}</bdi>
      </span>
      <Button size="small" label={`${words.attachment.save} ${toMaskedText(savedName, masks)}`} onPress={press}>
        {saving === 'saved' ? words.attachment.saved : words.attachment.save}
      </Button>
      <span className={styles['attachmentFacts']}>
        {[kind, sizeText, isInText ? words.attachment.inText : ''].filter((part) => part !== '').join(' · ')}
        {declared !== found && (
          <>
            {' · '}
            <Line text={fill(words.attachment.declared, { declared })} masks={masks} />
          </>
        )}
      </span>
      {warnings.length > 0 && (
        <span className={styles['attachmentWarning']}>
          {warnings.map((warning) => words.warnings[warning]).join(rules.semicolon)}
        </span>
      )}
      <span className={styles['attachmentFacts']}>
        {words.attachment.digest} <code>{digest}</code>
        {savedName !== name && ` · ${fill(words.attachment.savedAs, { name: toMaskedText(savedName, masks) })}`}
      </span>
      {saving === 'failed' && (
        <span className={styles['attachmentWarning']} role="alert">
          {words.attachment.failed}
        </span>
      )}
    </li>
  );
}
