import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { Dialog } from '../../../ui/react/dialog.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { paths, SECTIONS } from '../address/paths.ts';
import { useWords } from '../base/language-context.tsx';
import styles from './key-help.module.css';

/** Ctrl K: type part of a page's name to go there. */
export function GoTo(): ReactElement {
  const words = useWords('shared');
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setTyped('');
      setOpen(true);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const choices = [
    ...SECTIONS.map((section) => ({ path: paths[section], name: words.sections[section] })),
    { path: paths.account, name: words.account },
  ].filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  const go = (path: string | undefined): void => {
    if (path === undefined) return;
    setOpen(false);
    void navigate({ to: path });
  };
  return (
    <>
      <span className={styles['opener']}>
        <Button kind="link" onPress={() => setOpen(true)}>
          <kbd>Ctrl K</kbd> {words.goTo.short}
        </Button>
      </span>
      <Dialog title={words.goTo.title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            go(choices[0]?.path);
          }}
        >
          <TextField label={words.goTo.label} value={typed} onChange={setTyped} isFocused />
        </form>
        <div className={styles['choices']}>
          {choices.map(({ path, name }) => (
            <a
              key={path}
              href={`#${path}`}
              onClick={(event) => {
                event.preventDefault();
                go(path);
              }}
            >
              {name}
            </a>
          ))}
          {choices.length === 0 && <p>{words.goTo.none}</p>}
        </div>
      </Dialog>
    </>
  );
}
