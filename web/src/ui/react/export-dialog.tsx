import type { ReactElement, ReactNode } from 'react';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './export-dialog.module.css';
import { NoticeLine } from './notice-line.tsx';
import { PartialState } from './page-states.tsx';

/** A form in which the rows can be saved. */
export interface ExportForm<Kind extends string> {
  readonly kind: Kind;
  readonly name: string;
  /** What it is for. */
  readonly hint: string;
}

export interface ExportDialogProps<Kind extends string> {
  readonly title: string;
  readonly lead: string;
  readonly legend: string;
  readonly forms: readonly ExportForm<Kind>[];
  readonly kind: Kind;
  readonly onChoose: (kind: Kind) => void;
  /** What happens to the rows, and what the file is not, a sentence each. */
  readonly notes: readonly string[];
  readonly isSaving: boolean;
  /** The line of the running or ended export. */
  readonly progress: ReactNode;
  /** The button's verb and number. */
  readonly save: string;
  readonly whyNot: string | null;
  readonly close: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** Saves what is shown. Closing it cancels. */
export function ExportDialog<Kind extends string>(props: ExportDialogProps<Kind>): ReactElement {
  const { forms, kind, isSaving, whyNot } = props;
  return (
    <Dialog title={props.title} isOpen onClose={props.onClose}>
      <p>{props.lead}</p>
      <fieldset className={styles['kinds']}>
        <legend>{props.legend}</legend>
        {forms.map((form) => (
          <label key={form.kind}>
            <input
              type="radio"
              name="kind"
              checked={kind === form.kind}
              disabled={isSaving}
              onChange={() => props.onChoose(form.kind)}
            />
            <span>
              <b>{form.name}</b> {form.hint}
            </span>
          </label>
        ))}
      </fieldset>
      {props.notes.map((note) => (
        <p key={note} className={styles['label']}>
          {note}
        </p>
      ))}
      {props.progress}
      <div className={styles['buttons']}>
        <Button kind="primary" size="deciding" whyNot={whyNot ?? (isSaving ? '' : null)} onPress={props.onSave}>
          {props.save}
        </Button>
        <Button size="deciding" onPress={props.onClose}>
          {props.close}
        </Button>
      </div>
    </Dialog>
  );
}

/** A running export: how many of how many rows. */
export function SavingLine(props: {
  readonly done: number;
  /** Zero while unknown. */
  readonly of: number;
  readonly text: string;
  readonly cancel: string;
  readonly onCancel: () => void;
}): ReactElement {
  return (
    <div className={styles['saving']} role="status">
      <progress max={Math.max(props.of, 1)} value={props.done} aria-label={props.text} />
      <span>{props.text}</span>
      <Button size="small" onPress={props.onCancel}>
        {props.cancel}
      </Button>
    </div>
  );
}

/** What was saved, with the digest to compare, and what was not. */
export function SavedLines(props: {
  readonly text: string;
  readonly digestLabel: string;
  readonly sha256: string;
  readonly copy: { readonly copy: string; readonly copied: string };
  /** Null when the file is complete. */
  readonly missing: { readonly text: string; readonly names: readonly string[] } | null;
}): ReactElement {
  const { missing } = props;
  return (
    <div className={styles['done']}>
      <NoticeLine kind="passed">{props.text}</NoticeLine>
      <p className={styles['label']}>{props.digestLabel}</p>
      <p className={styles['digest']}>
        <code>{props.sha256}</code> <CopyButton text={props.sha256} words={props.copy} />
      </p>
      {missing !== null && (
        <>
          <PartialState>{missing.text}</PartialState>
          <textarea
            className={styles['missing']}
            readOnly
            rows={3}
            aria-label={missing.text}
            value={missing.names.join('\n')}
          />
        </>
      )}
    </div>
  );
}
