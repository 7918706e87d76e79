import type { NewFolder } from '@candor/core/contract/console';
import type { FolderLookAnswer } from '@candor/core/contract/operations';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { EmptyState, FailedState, LoadingState, PartialState } from '../../../ui/react/page-states.tsx';
import { useWords } from '../../base/words.ts';
import { CallError, listFolders, lookAtFolder } from '../../client/client.ts';
import styles from './first-use-page.module.css';
import { FolderContent } from './folder-content.tsx';
import { StartForm } from './start-form.tsx';

const toCallError = (cause: unknown): CallError => (cause instanceof CallError ? cause : new CallError('silent', []));

type Found = { readonly folders: readonly NewFolder[]; readonly isCut: boolean };
type Look = { readonly of: NewFolder; readonly seen: FolderLookAnswer | null };

/** How does an incident begin? Five steps: folder, what is in it, window, what marks the intruder, run. */
export function FirstUsePage(): ReactElement {
  const words = useWords().firstUse;
  const { desk } = useWords();
  const [found, setFound] = useState<Found | null>(null);
  const [look, setLook] = useState<Look | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  useEffect(() => {
    listFolders().then(setFound, (cause: unknown) => setError(toCallError(cause)));
  }, []);
  const choose = (folder: NewFolder): void => {
    setError(null);
    setLook({ of: folder, seen: null });
    // One with an incident file says there what it holds.
    if (folder.hasFile) return;
    lookAtFolder(folder.id).then(
      (seen) => setLook((now) => (now?.of.id === folder.id ? { of: folder, seen } : now)),
      (cause: unknown) => {
        setLook(null);
        setError(toCallError(cause));
      },
    );
  };
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question={words.question}>
        {words.answer}
      </AnswerHeading>
      {error !== null && (
        <FailedState title={error.code === 'refused' ? desk.refused : desk.failed}>
          {error.reasons.map((reason) => (
            <p key={reason}>
              <bdi>{reason}</bdi>
            </p>
          ))}
        </FailedState>
      )}
      <Step title={words.folder}>
        {found === null && error === null && <LoadingState>{desk.reading}</LoadingState>}
        {found !== null && <Folders found={found} chosen={look?.of.id ?? null} onChoose={choose} />}
      </Step>
      {look !== null && !look.of.hasFile && (
        <Step title={words.content}>
          {look.seen === null ? <LoadingState>{words.looking}</LoadingState> : <FolderContent seen={look.seen} />}
        </Step>
      )}
      {look !== null && (look.of.hasFile || look.seen !== null) && (
        <StartForm key={look.of.id} folder={look.of} seen={look.seen} onError={setError} />
      )}
    </div>
  );
}

function Step(props: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className={styles['step']}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

function Folders(props: {
  readonly found: Found;
  readonly chosen: string | null;
  readonly onChoose: (folder: NewFolder) => void;
}): ReactElement {
  const { found, chosen, onChoose } = props;
  const words = useWords().firstUse;
  const { count } = useFormat();
  if (found.folders.length === 0) return <EmptyState>{words.noFolder}</EmptyState>;
  return (
    <>
      {found.isCut && <PartialState>{count(words.cut, found.folders.length)}</PartialState>}
      <ul className={styles['folders']}>
        {found.folders.map((folder) => (
          <li key={folder.id}>
            <Button kind={folder.id === chosen ? 'primary' : 'plain'} size="small" onPress={() => onChoose(folder)}>
              <bdi>{folder.path === '' ? words.itself : folder.path}</bdi>
            </Button>
            {folder.hasFile && <span>{words.hasFile}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
