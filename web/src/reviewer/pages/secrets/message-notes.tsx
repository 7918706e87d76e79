import { readInstant } from '@candor/core/base';
import { type ReactElement, useEffect, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { FailedState } from '../../../ui/react/page-states.tsx';
import type { SharedNote } from '../../bridge/note-calls.ts';
import { useWords } from '../base/language-context.tsx';
import { toShortFingerprint } from '../base/typed-fingerprint.ts';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import { SecretForm } from './secret-form.tsx';
import { NOTHING } from './secret-text.ts';
import styles from './secrets.module.css';
import { type NoteBook, useNotes } from './use-notes.ts';
import { useSecrets } from './use-secrets.ts';

/** The text of a note (docs/formats/note.md). */
const LONGEST_NOTE_CHARS = 4000;

/**
 * Notes of the party's reviewers about a message, and one's own. Each author has one, so nobody overwrites another's.
 */
export function MessageNotes({ id }: { readonly id: string }): ReactElement | null {
  const { notes: words } = useWords('secrets');
  const toSentence = useErrorSentence();
  const { fill } = useFormat();
  const book = useNotes();
  if (book.state.is === 'failed')
    return <FailedState title={fill(words.unreadable, { flaw: toSentence(book.state.thrown) })} />;
  if (book.state.is !== 'loaded') return null;
  const about = book.state.notes.filter(
    (note) => note.about.kind === 'message' && note.about.id === id && note.text !== '',
  );
  const own = about.find(({ isOwn }) => isOwn) ?? null;
  const others = about.filter(({ isOwn }) => !isOwn);
  return (
    <section className={styles['notes']} aria-label={words.title}>
      <h2>{words.title}</h2>
      {about.length === 0 && <p className="second">{words.none}</p>}
      <ul>
        {others.map((note) => (
          <li key={note.author}>
            <NoteHead note={note} />
            <p className={styles['text']}>{note.text}</p>
          </li>
        ))}
      </ul>
      <OwnNote key={`${id} ${own?.number ?? 0}`} id={id} own={own} others={others} book={book} />
    </section>
  );
}

function NoteHead({ note }: { readonly note: SharedNote }): ReactElement {
  const words = useWords('secrets');
  const { fill, time } = useFormat();
  const at = readInstant(note.at);
  const author = note.isOwn ? words.you : toShortFingerprint(note.author);
  return <p className="second">{fill(words.by, { author, time: at === null ? note.at : time(at) })}</p>;
}

function OwnNote(props: {
  readonly id: string;
  readonly own: SharedNote | null;
  readonly others: readonly SharedNote[];
  readonly book: NoteBook;
}): ReactElement {
  const words = useWords('secrets');
  const { fill } = useFormat();
  const toSentence = useErrorSentence();
  const { id, own, others, book } = props;
  const [text, setText] = useState(own?.text ?? '');
  const [isBusy, setBusy] = useState(false);
  const [flaw, setFlaw] = useState<string | null>(null);
  const meanwhile = useNewcomer(others);
  const write = async (written: string): Promise<void> => {
    setBusy(true);
    setFlaw(null);
    try {
      await book.write({ about: { kind: 'message', id }, status: null, text: written });
    } catch (thrown) {
      setFlaw(`${fill(words.failed, { flaw: toSentence(thrown) })} ${words.kept}`);
    } finally {
      setBusy(false);
    }
  };
  const isSame = text === (own?.text ?? '');
  return (
    <div className={styles['own']}>
      {meanwhile !== null && (
        <NoticeLine kind="wait">
          {fill(words.notes.meanwhile, { author: toShortFingerprint(meanwhile.author) })}
        </NoticeLine>
      )}
      <label>
        <span>{words.notes.own}</span>
        <textarea
          className="field low"
          rows={3}
          maxLength={LONGEST_NOTE_CHARS}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p className="second">{words.notes.ownHint}</p>
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      <div className={styles['buttons']}>
        <Button size="small" whyNot={isBusy || isSame ? '' : null} onPress={() => write(text)}>
          {words.notes.save}
        </Button>
        {own !== null && (
          <Button size="small" whyNot={isBusy ? '' : null} onPress={() => write('')}>
            {words.notes.remove}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Another person's note that arrived after this was shown. */
function useNewcomer(others: readonly SharedNote[]): SharedNote | null {
  const [known] = useState(() => new Map(others.map(({ author, number }) => [author, number])));
  return others.find(({ author, number }) => (known.get(author) ?? 0) < number) ?? null;
}

/** Adds a message to the list of secrets. `label`: the selected text that names the secret; shown before saving. */
export function MarkSecret(props: {
  readonly message: string;
  readonly label: string;
  readonly onClose: () => void;
}): ReactElement {
  const { items, save } = useSecrets();
  const [target, setTarget] = useState(() => items.find(({ facts }) => facts.message === props.message) ?? null);
  useEffect(() => {
    setTarget((before) => before ?? items.find(({ facts }) => facts.message === props.message) ?? null);
  }, [items, props.message]);
  const facts = target?.facts ?? { ...NOTHING, kind: 'password' as const, label: props.label, message: props.message };
  return (
    <SecretForm
      key={target?.id ?? 'new'}
      isNew={target === null}
      facts={facts}
      status={target?.status ?? 'open'}
      onClose={props.onClose}
      onSave={async (written, status) => {
        await save(target, written, status);
        props.onClose();
      }}
    />
  );
}
