import { type ReactElement, useState } from 'react';
import type { ReviewerCatalogue } from '../../../i18n/catalogues.ts';
import { Button } from '../../../ui/react/button.tsx';
import { Dialog } from '../../../ui/react/dialog.tsx';
import { useShortcuts } from '../../../ui/react/use-shortcuts.ts';
import { useWords } from '../base/language-context.tsx';
import styles from './key-help.module.css';

const KEYS: readonly (readonly [act: keyof ReviewerCatalogue['shared']['keys']['acts'], keys: readonly string[]])[] = [
  ['goTo', ['Ctrl K']],
  ['search', ['/']],
  ['move', ['j', 'k']],
  ['select', ['x']],
  ['save', ['e']],
  ['table', ['t']],
  ['leave', ['Esc']],
  ['help', ['?']],
];

/** At the end of the status bar: every shortcut, for people without a mouse. */
export function KeyHelp(): ReactElement {
  const words = useWords('shared');
  const [isOpen, setOpen] = useState(false);
  useShortcuts({ '?': () => setOpen(true) });
  return (
    <>
      <Button kind="link" size="small" onPress={() => setOpen(true)}>
        <kbd>?</kbd> {words.keys.short}
      </Button>
      <Dialog title={words.keys.title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <dl className={styles['keys']}>
          {KEYS.map(([act, keys]) => (
            <div key={act}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{words.keys.acts[act]}</dd>
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
