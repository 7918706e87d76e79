import type { Said } from '@candor/core/base';
import { PERSONAL_KINDS } from '@candor/core/notice/text';
import type { IndexedMessage } from '@candor/core/review/seal';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import type { Reading } from '../../frame/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import type { RecognizedSecrets } from './masked-count.ts';
import styles from './reading-pane.module.css';

/** Warnings before reading: written by the intruder, contains a secret, or its forms differ. */
export function Warnings(props: {
  readonly indexed: IndexedMessage | null;
  readonly reading: Reading | null;
  /** Masked in the shown form; or, unmasked, all that were recognized. */
  readonly secrets: Said<'masked', RecognizedSecrets>;
  readonly onUnmask: (isUnmasked: boolean) => void;
}): ReactElement {
  const words = useWords('reading');
  const { holds } = useWords('messages');
  const { count, fill } = useFormat();
  const { organization } = useSettings();
  const { indexed, reading } = props;
  const { isUnmasked, words: secrets } = props.secrets.value;
  const marks = indexed?.marks ?? [];
  const found = new Set(indexed?.findings?.map(({ kind }) => kind));
  const kinds = PERSONAL_KINDS.filter((kind) => found.has(kind));
  return (
    <div className={styles['warnings']}>
      {marks.includes('fraud') && <NoticeLine kind="refused">{words.fraud}</NoticeLine>}
      {marks.includes('corrected') && <NoticeLine kind="wait">{words.corrected}</NoticeLine>}
      {secrets > 0 && (
        <NoticeLine
          kind="wait"
          action={
            <Button size="small" onPress={() => props.onUnmask(!isUnmasked)}>
              {isUnmasked ? words.maskSecrets : words.showSecrets}
            </Button>
          }
        >
          {count(isUnmasked ? words.secretsShown : words.secrets, secrets)}
        </NoticeLine>
      )}
      {secrets === 0 && marks.includes('secret') && reading !== null && (
        <NoticeLine kind="wait">{words.secretMarked}</NoticeLine>
      )}
      {kinds.length > 0 && (
        <NoticeLine kind="wait">
          {fill(words.personal, { organization, kinds: kinds.map((kind) => holds[kind]).join(', ') })}
        </NoticeLine>
      )}
      {reading?.formatted?.differs === true && <NoticeLine kind="wait">{words.differs}</NoticeLine>}
      {reading?.notes.map((note) => (
        <NoticeLine key={note} kind="wait">
          {words.notes[note]}
        </NoticeLine>
      ))}
      {marks.includes('bulk') && <p className={styles['aside']}>{words.bulk}</p>}
      {reading?.protections.map((protection) => (
        <p key={protection} className={styles['aside']}>
          {words.protections[protection]}
        </p>
      ))}
    </div>
  );
}
