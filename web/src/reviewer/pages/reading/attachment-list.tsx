import { type ReactElement, useState } from 'react';
import { browserRuntime } from '../../../platform/browser-runtime.ts';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { judgeAttachment } from '../../frame/judge-attachment.ts';
import { toMaskedText } from '../../frame/mask.ts';
import type { MessageFrame } from '../../frame/message-frame.ts';
import type { ReadAttachment, Reading } from '../../frame/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import { download } from '../export/saved-file.ts';
import styles from './reading-pane.module.css';
import { Line } from './text-body.tsx';

/** Maximum units of a saved name before its extension: file systems allow 255 bytes, and a character may need four. */
const LONGEST_NAME_CHARS = 60;

const LONGEST_ENDING_CHARS = 12;

/** Names that Windows reserves for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?:\.|$)/i;

/** Characters that change the folder, hide the name, or are special to a shell or file system. */
const ODD = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"|?*%`$;&'^~#{}\u2044\u2215\u29f8\ufe68\uff0f\uff3c]/gu;

const WHITE_SPACE = /\p{White_Space}+/gu;

/** Extensions of view-only files, with their required content: programs that open them run nothing. */
const HARMLESS = new Map<string, string>([
  ['txt', 'text/plain'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
]);

/** With this type a browser saves any content without showing it. */
const SAVED_TYPE = 'application/octet-stream';
const KILOBYTE = 1000;

/** The attachments: type by content beside the declared name, size, digest. Nothing is opened here. */
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
    if (browserRuntime.sha256Hex(bytes) !== digest) throw new Error('the bytes differ from those listed');
    download(new Blob([new Uint8Array(bytes)], { type: SAVED_TYPE }), savedName);
  };
  const press = (): void => {
    save().then(
      () => setSaving('saved'),
      () => setSaving('failed'),
    );
  };
  const types: Readonly<Record<string, string>> = words.types;
  const kind = types[found] ?? found;
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

/**
 * The name for saving an attachment: one plain name valid on every file system. It ends in `.txt` unless its content is
 * view-only and its extension matches, so that opening it starts an editor. The bytes and the digest stay unchanged.
 */
export function toSavedName(name: string, found: string, isFraud: boolean): string {
  const { base, ending } = splitName(toPlainName(name));
  const isHarmless = !isFraud && HARMLESS.get(ending.toLowerCase()) === found;
  const joined = ending === '' ? base : `${base}.${ending}`;
  const whole = RESERVED.test(joined) ? `attachment-${joined}` : joined;
  return isHarmless ? whole : `${whole}.txt`;
}

/** The last path component without unusual characters; `attachment` when nothing is left. */
function toPlainName(name: string): string {
  const last =
    name
      .normalize('NFC')
      .split(/[/\\]/)
      .findLast((part) => part.trim() !== '') ?? '';
  const plain = last
    .replace(ODD, '')
    .replace(WHITE_SPACE, ' ')
    .replace(/^[\s.\-_]+|(?<![\s.])[\s.]+$/g, '');
  return plain === '' ? 'attachment' : plain;
}

function splitName(plain: string): { readonly base: string; readonly ending: string } {
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot + 1) : '';
  const isEnding = ending !== '' && [...ending].length <= LONGEST_ENDING_CHARS && !ending.includes(' ');
  const base = isEnding ? plain.slice(0, dot) : plain;
  const cut = [...base]
    .slice(0, LONGEST_NAME_CHARS)
    .join('')
    .replace(/(?<![\s.])[\s.]+$/, '');
  return { base: cut === '' ? 'attachment' : cut, ending: isEnding ? ending : '' };
}
