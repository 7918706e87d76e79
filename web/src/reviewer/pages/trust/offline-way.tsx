import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { NO_QUERY } from '../../bridge/message-query.ts';
import { askPasskey } from '../../portal/passkey.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { toExportName, toSafeName } from '../export/export-name.ts';
import { ExportProgressLine } from '../export/export-progress.tsx';
import { download } from '../export/saved-file.ts';
import { useExport } from '../export/use-export.ts';
import { type ReleaseState, useRelease } from '../release/release-context.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import styles from './trust.module.css';

/** The same checks independently of us: key file, sealed release, and the command with the known fingerprint. */
export function OfflineWay({ keySet }: { readonly keySet: string }): ReactElement {
  const { offline } = useWords('trust');
  const { state } = useRelease();
  const names = toNames(state);
  return (
    <section aria-labelledby="offline" className={styles['part']}>
      <h2 id="offline">{offline.title}</h2>
      <p>{offline.lead}</p>
      <ol className={styles['steps']}>
        {offline.steps.map((step, at) => (
          <li key={step}>
            <p>{step}</p>
            {at === 0 && <SaveKeyFile name={names.key} />}
            {at === 1 && <SaveRelease />}
          </li>
        ))}
      </ol>
      <pre className={styles['code']}>
        {`candor open ${names.release} --key ${names.key} --fingerprint ${keySet} --out mail/`}
      </pre>
      <p>{offline.byHand}</p>
      <pre className={styles['code']}>{toHandSteps(names)}</pre>
    </section>
  );
}

interface FileNames {
  readonly release: string;
  readonly key: string;
}

function toNames(state: ReleaseState): FileNames {
  if (state.is !== 'opened') return { release: 'release.candor', key: 'my.key' };
  const { party, release } = state.release.manifest;
  return { release: toExportName('release', party, release), key: `${toSafeName(party)}.key` };
}

/** A message is preceded by its length and followed by zeros. */
const UNPAD = `python3 -c 'import sys; b=sys.stdin.buffer.read(); sys.stdout.buffer.write(b[8:8+int.from_bytes(b[:8],"big")])'`;

/** docs/formats/release.md, By hand. age asks for the key file's passphrase. */
function toHandSteps({ release, key }: FileNames): string {
  return [
    `tar xf ${release}`,
    'sha256sum objects/* index.age grants/*          # compare with manifest.json',
    `age --decrypt ${key} > open.key`,
    'age --decrypt --identity open.key grants/*.age > grant.json',
    `sed 's/.*"identity":"\\([^"]*\\)".*/\\1/' grant.json > vault.key`,
    `age --decrypt --identity vault.key objects/<digest>.age | ${UNPAD} > message.eml`,
    'rm open.key vault.key grant.json',
  ].join('\n');
}

function SaveKeyFile({ name }: { readonly name: string }): ReactElement {
  const { offline } = useWords('trust');
  const keyWorker = useKeyWorker();
  const toSentence = useErrorSentence();
  const { passkeys } = useSettings();
  const { locked } = useWords('session');
  const [passphrase, setPassphrase] = useState('');
  // A passkey without its own secret cannot prove presence; the recovery key does.
  const [isTyping, setTyping] = useState(false);
  const [recovery, setRecovery] = useState('');
  const [outcome, setOutcome] = useState<{ readonly isSaved: boolean; readonly sentence: string } | null>(null);
  const save = async (): Promise<void> => {
    setOutcome(null);
    try {
      const prf = isTyping ? null : await askPasskey(passkeys, null);
      if (prf === null && recovery === '') {
        setTyping(true);
        return;
      }
      const by = prf === null ? ({ kind: 'recovery', typed: recovery } as const) : ({ kind: 'passkey', prf } as const);
      const { text } = await keyWorker.call('key-file', { passphrase, by });
      download(new Blob([text], { type: 'text/plain' }), name);
      setPassphrase('');
      setRecovery('');
      setOutcome({ isSaved: true, sentence: offline.keySaved });
    } catch (thrown) {
      setOutcome({ isSaved: false, sentence: toSentence(thrown) });
    }
  };
  return (
    <div className={styles['form']}>
      <TextField
        label={offline.passphrase}
        hint={offline.passphraseHint}
        type="password"
        autoComplete="new-password"
        value={passphrase}
        onChange={setPassphrase}
      />
      {isTyping && <TextField label={locked.label} hint={locked.hint} value={recovery} onChange={setRecovery} isCode />}
      <Button whyNot={passphrase === '' || (isTyping && recovery === '') ? '' : null} onPress={save}>
        {offline.saveKey}
      </Button>
      {outcome !== null && <NoticeLine kind={outcome.isSaved ? 'passed' : 'refused'}>{outcome.sentence}</NoticeLine>}
    </div>
  );
}

function SaveRelease(): ReactElement | null {
  const { offline } = useWords('trust');
  const { state: release } = useRelease();
  const { state, start, cancel } = useExport();
  if (release.is !== 'opened') return null;
  const { party, release: number } = release.release.manifest;
  return (
    <div className={styles['form']}>
      <Button
        whyNot={state.is === 'saving' ? '' : null}
        onPress={() => start({ kind: 'release', query: NO_QUERY, name: toExportName('release', party, number) })}
      >
        {offline.saveRelease}
      </Button>
      <ExportProgressLine state={state} onCancel={cancel} />
    </div>
  );
}
