import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './command-palette.module.css';
import { Dialog } from './dialog.tsx';
import { Name } from './name.tsx';
import { TextField } from './text-field.tsx';

export interface PaletteWords {
  readonly title: string;
  /** Beside the keys, in the top bar. */
  readonly short: string;
  readonly label: string;
  readonly none: string;
  /** While the search for rows runs. */
  readonly searching?: string;
  /** The search for rows failed; the pages are still offered. */
  readonly failed?: string;
}

/** A place or an act that the palette offers. */
export interface Command {
  readonly id: string;
  readonly name: string;
  /** What it is, where the name does not say it: a party, a wave. */
  readonly kind?: string;
  /** Address with its `#`; null for an act. */
  readonly href: string | null;
  readonly run: () => void;
}

export interface CommandPaletteProps {
  readonly words: PaletteWords;
  /** Found by part of their name. */
  readonly commands: readonly Command[];
  /** Finds rows: parties, waves, notices by code. */
  readonly search?: (typed: string, signal: AbortSignal) => Promise<readonly Command[]>;
}

/** Delay after the last key before rows are searched. */
const TYPING_PAUSE_MS = 120;
/** More would be a list, and lists have pages of their own. */
const MAX_FOUND_ROWS = 20;

/** Ctrl K: type part of a name to go there. */
export function CommandPalette({ words, commands, search }: CommandPaletteProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent | globalThis.KeyboardEvent): void => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setTyped('');
      setOpen(true);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const wanted = typed.trim().toLowerCase();
  const found = useFoundRows(wanted, isOpen ? search : undefined);
  const named = commands.filter(({ name }) => name.toLowerCase().includes(wanted));
  const choices = [...named, ...found.rows];
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    setOpen(false);
    command.run();
  };
  return (
    <>
      <span className={styles['opener']}>
        <Button kind="link" onPress={() => setOpen(true)}>
          <kbd>Ctrl K</kbd> {words.short}
        </Button>
      </span>
      <Dialog title={words.title} isOpen={isOpen} onClose={() => setOpen(false)}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the field and the links, which have the focus themselves */}
        <div className={styles['palette']} onKeyDown={(event) => moveFocus(event, list.current)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              // Rows still on the screen are those of an earlier text: Enter must not lead to one of them.
              run(found.state === 'searching' ? named[0] : choices[0]);
            }}
          >
            <TextField label={words.label} value={typed} onChange={setTyped} isFocused />
          </form>
          <div ref={list} className={styles['choices']}>
            {choices.map((command) => (
              <Choice key={command.id} command={command} onRun={() => run(command)} />
            ))}
          </div>
          <p className={styles['state']} role="status">
            {toStateText(words, found.state, choices.length)}
          </p>
        </div>
      </Dialog>
    </>
  );
}

function Choice({ command, onRun }: { readonly command: Command; readonly onRun: () => void }): ReactElement {
  const content = (
    <>
      <Name text={command.name} />
      {command.kind !== undefined && <span className={styles['kind']}>{command.kind}</span>}
    </>
  );
  if (command.href === null)
    return (
      <button type="button" className={styles['choice']} onClick={onRun}>
        {content}
      </button>
    );
  return (
    <a
      className={styles['choice']}
      href={command.href}
      onClick={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      {content}
    </a>
  );
}

type SearchState = 'idle' | 'searching' | 'failed';

function toStateText(words: PaletteWords, state: SearchState, choices: number): string {
  if (state === 'searching') return words.searching ?? '';
  if (state === 'failed') return words.failed ?? '';
  return choices === 0 ? words.none : '';
}

interface FoundRows {
  readonly rows: readonly Command[];
  readonly state: SearchState;
}

const NOTHING: FoundRows = { rows: [], state: 'idle' };

/** The rows of the last search stay until the next has an answer, so that nothing jumps while somebody types. */
function useFoundRows(wanted: string, search: CommandPaletteProps['search']): FoundRows {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (search === undefined || wanted === '') {
      setFound(NOTHING);
      return;
    }
    const stop = new AbortController();
    setFound(({ rows }) => ({ rows, state: 'searching' }));
    const timer = setTimeout(() => {
      search(wanted, stop.signal).then(
        (rows) => {
          if (!stop.signal.aborted) setFound({ rows: rows.slice(0, MAX_FOUND_ROWS), state: 'idle' });
        },
        () => {
          if (!stop.signal.aborted) setFound({ rows: [], state: 'failed' });
        },
      );
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, search]);
  return found;
}

function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  if (list === null || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const choices = [...list.children].filter((child) => child instanceof HTMLElement);
  const field = event.currentTarget.querySelector('input');
  const at = choices.findIndex((choice) => choice.matches(':focus'));
  const next = event.key === 'ArrowDown' ? Math.min(at + 1, choices.length - 1) : at - 1;
  event.preventDefault();
  (choices[next] ?? field)?.focus();
}
