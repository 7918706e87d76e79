import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { Dialog } from '../../../ui/react/dialog.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { useWords } from '../base/language-context.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import { SECRET_STATUSES, type SecretStatus } from './secret-items.ts';
import { SECRET_KINDS, type SecretFacts } from './secret-text.ts';
import styles from './secrets.module.css';

/** Asks what a secret is and who changes it, never for the secret. Typed text stays when saving fails. */
export function SecretForm(props: {
  readonly isNew: boolean;
  readonly facts: SecretFacts;
  readonly status: SecretStatus;
  /** @throws the key worker's refusal */
  readonly onSave: (facts: SecretFacts, status: SecretStatus) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const words = useWords('secrets');
  const shared = useWords('shared');
  const { fill } = useFormat();
  const toSentence = useErrorSentence();
  const [facts, setFacts] = useState(props.facts);
  const [status, setStatus] = useState(props.status);
  const [isBusy, setBusy] = useState(false);
  const [flaw, setFlaw] = useState<string | null>(null);
  const { form } = words;
  const change = (part: Partial<SecretFacts>): void => setFacts((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    setBusy(true);
    setFlaw(null);
    try {
      await props.onSave(facts, status);
    } catch (thrown) {
      setFlaw(`${fill(words.failed, { flaw: toSentence(thrown) })} ${words.kept}`);
      setBusy(false);
    }
  };
  return (
    <Dialog title={props.isNew ? form.addTitle : form.editTitle} isOpen onClose={props.onClose}>
      <NoticeLine kind="wait">{form.never}</NoticeLine>
      <div className={styles['two']}>
        <label className={styles['choice']}>
          <span>{form.kind}</span>
          <select
            className="field low"
            value={facts.kind}
            onChange={({ target }) => change({ kind: SECRET_KINDS.find((kind) => kind === target.value) ?? 'other' })}
          >
            {SECRET_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label className={styles['choice']}>
          <span>{words.columns.status}</span>
          <select
            className="field low"
            value={status}
            onChange={({ target }) => setStatus(SECRET_STATUSES.find((one) => one === target.value) ?? 'open')}
          >
            {SECRET_STATUSES.map((one) => (
              <option key={one} value={one}>
                {words.statuses[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <TextField
        label={form.label}
        hint={form.labelHint}
        value={facts.label}
        onChange={(label) => change({ label })}
        isRequired
      />
      <TextField label={form.used} hint={form.usedHint} value={facts.used} onChange={(used) => change({ used })} />
      <TextField label={form.owner} hint={form.ownerHint} value={facts.owner} onChange={(owner) => change({ owner })} />
      <TextField label={form.remark} value={facts.remark} onChange={(remark) => change({ remark })} />
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      <div className={styles['buttons']}>
        <Button
          kind="primary"
          size="deciding"
          whyNot={isBusy ? '' : facts.label.trim() === '' ? form.labelMissing : null}
          onPress={save}
        >
          {isBusy ? form.saving : form.save}
        </Button>
        <Button size="deciding" onPress={props.onClose}>
          {shared.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
