import { type ReactElement, useState } from 'react';
import { Button } from '../../../../ui/react/button.tsx';
import { useFormat } from '../../../../ui/react/language.tsx';
import { NoticeLine } from '../../../../ui/react/notice-line.tsx';
import { TextField } from '../../../../ui/react/text-field.tsx';
import { useWords } from '../../base/language-context.tsx';
import { useSettings } from '../../base/settings-context.tsx';
import { useAction } from '../../session/use-action.ts';
import styles from './enroll-page.module.css';
import type { ComparedOrganization, ProofKind } from './enrollment.ts';
import { keepDraft, readDraft } from './kept-draft.ts';
import { StepForm } from './step-form.tsx';
import type { EnrollmentActions } from './use-enrollment.ts';

/** As the portal accepts it (docs/formats/proof.md). */
const ADDRESS = /^[^\s@"<>(),:;\\]+@[^\s@"<>(),:;\\]+\.[^\s@"<>(),:;\\]+$/;
const LONGEST_NAME_CHARS = 100;

/** The person and their proof. Without a code only a colleague can vouch. */
export function PersonStep(props: {
  readonly compared: ComparedOrganization;
  readonly actions: EnrollmentActions;
}): ReactElement {
  const words = useWords('enroll').person;
  const { fill } = useFormat();
  const { organization } = useSettings();
  const { isBusy, flaw, run } = useAction();
  const { compared, actions } = props;
  const [name, setName] = useState(() => readDraft().name);
  const [address, setAddress] = useState(() => readDraft().address);
  const proofs: readonly ProofKind[] = compared.code === null ? ['nomination'] : ['dns', 'mailbox'];
  const [proof, setProof] = useState<ProofKind>(proofs[0] ?? 'dns');
  const isAddress = ADDRESS.test(address.trim());
  const isMissing = name.trim() === '' || name.length > LONGEST_NAME_CHARS || !isAddress;
  const submit = (): void => {
    keepDraft({ ...readDraft(), name, address });
    if (!isMissing && !isBusy) void run(() => actions.makeKeys({ name, address, proof }));
  };
  return (
    <StepForm onSend={submit}>
      <p className={styles['lead']}>{fill(words.lead, { organization })}</p>
      <TextField label={words.name} value={name} onChange={setName} hint={words.nameHint} autoComplete="name" />
      <TextField
        label={words.address}
        value={address}
        onChange={setAddress}
        hint={fill(words.addressHint, { organization })}
        slip={address.includes('@') && !isAddress && address.trim().length > 5 ? words.addressSlip : null}
        type="email"
        autoComplete="email"
      />
      <fieldset className={styles['proofs']}>
        <legend>{words.proofLegend}</legend>
        {proofs.map((kind) => (
          <label key={kind} className={styles['proof']}>
            <input type="radio" name="proof" checked={kind === proof} onChange={() => setProof(kind)} />
            <span>
              <b>{fill(words.proofs[kind].label, { domain: compared.domain, address: isAddress ? address : '…' })}</b>
              <span className={styles['quiet']}>{fill(words.proofs[kind].hint, { domain: compared.domain })}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      <div className={styles['choices']}>
        <Button kind="primary" size="deciding" type="submit" whyNot={isBusy ? '' : isMissing ? words.missing : null}>
          {isBusy ? words.making : words.makeKeys}
        </Button>
      </div>
    </StepForm>
  );
}
