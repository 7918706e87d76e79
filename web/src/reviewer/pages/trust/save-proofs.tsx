import { makeZip } from 'client-zip';
import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { toSafeName } from '../export/export-name.ts';
import { download } from '../export/saved-file.ts';
import { useRelease } from '../release/release-context.tsx';
import { useFlawSentence } from '../session/flaw-sentence.ts';

/** The papers of the open release as one file. */
export function SaveProofs(props: { readonly size?: 'small' | 'usual' }): ReactElement | null {
  const words = useWords('trust');
  const keyWorker = useKeyWorker();
  const { state } = useRelease();
  const toSentence = useFlawSentence();
  const [flaw, setFlaw] = useState<string | null>(null);
  if (state.is !== 'opened') return null;
  const { party, release } = state.release.manifest;
  const save = async (): Promise<void> => {
    setFlaw(null);
    try {
      const proofs = await keyWorker.call('release-proofs', {});
      const members = Object.entries(proofs).map(([name, text]) => ({
        name,
        input: text,
        lastModified: new Date(1980, 0, 1),
        mode: 0o600,
      }));
      download(await new Response(makeZip(members)).blob(), `${toSafeName(party)}-release-${release}-proofs.zip`);
    } catch (thrown) {
      setFlaw(toSentence(thrown));
    }
  };
  return (
    <>
      <Button size={props.size ?? 'usual'} onPress={save}>
        {words.saveProofs}
      </Button>
      {flaw !== null && <span role="alert">{flaw}</span>}
    </>
  );
}
