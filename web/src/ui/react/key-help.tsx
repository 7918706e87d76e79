import { type ReactElement, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './key-help.module.css';
import { useShortcuts } from './use-shortcuts.ts';

export interface KeyHelpWords {
  /** Beside the key, in the status bar. */
  readonly short: string;
  readonly title: string;
  readonly close: string;
}

/** What one or more keys do. */
export interface KeyAct {
  readonly keys: readonly string[];
  readonly does: string;
}

/** At the end of the status bar: every shortcut, for people without a mouse. */
export function KeyHelp({
  words,
  acts,
}: {
  readonly words: KeyHelpWords;
  readonly acts: readonly KeyAct[];
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  useShortcuts({ '?': () => setOpen(true) });
  return (
    <>
      <Button kind="link" size="small" onPress={() => setOpen(true)}>
        <kbd>?</kbd> {words.short}
      </Button>
      <Dialog title={words.title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <dl className={styles['keys']}>
          {acts.map(({ keys, does }) => (
            <div key={keys.join(' ')}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <div>
          <Button onPress={() => setOpen(false)}>{words.close}</Button>
        </div>
      </Dialog>
    </>
  );
}
