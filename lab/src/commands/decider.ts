import { advise, hint, Refusal } from '@candor/core/base';
import { defaultKeyFile } from '../adapters/keys/key-file.ts';
import { toPassphrase } from '../adapters/keys/passphrase.ts';
import { now } from '../adapters/process/clock.ts';
import type { Store } from '../adapters/store/store.ts';
import type { Decider } from '../ledger/decision/index.ts';
import { listOperatorsOfLog } from '../ledger/index.ts';
import { assertCooledOff, findOperator, type Signature, signByKeyFile, type ToSign } from '../notice/approval/index.ts';
import { loadIncidentNow } from '../notice/index.ts';

/** Who decides, and why. With `signing` an operator's key proves it. */
export interface DecidedBy {
  readonly by: string;
  readonly why: string;
  readonly signing?: Signature | null;
  /** Number of the newest decision when the person read what they decide about. */
  readonly seen?: number | null;
}

/**
 * Opens the key of who decides, before anything is locked: a person types a passphrase.
 * @throws Refusal for somebody who is no operator, another key, or one that came in less than a day ago.
 */
export async function openDecider(store: Store, { by, signing = null, seen = null }: DecidedBy): Promise<Decider> {
  const known = seen === null ? {} : { seen };
  if (signing === null) return { name: by, signer: null, ...known };
  const { incident } = await loadIncidentNow(store);
  if (incident.operators.length === 0)
    throw new Refusal('no-operators', [
      advise`the incident file names no operators, so no key can sign yet: leave out --as, or add operators (${hint('operator.add')})`,
    ]);
  const operator = findOperator(incident.operators, signing.as);
  const listed = (await listOperatorsOfLog(store)).at(-1)?.operators ?? incident.operators;
  if (!listed.some(({ name, key }) => name === operator.name && key === operator.key))
    throw new Refusal('operator-not-in-log', [
      advise`the log does not have this key of ${operator.name} yet: two operators approve a change with ${hint('operator.change')}`,
    ]);
  await assertCooledOff(store, operator, now());
  return { name: operator.name, signer: await signing.open(operator), ...known };
}

/** Whose key is in a file, and where its passphrase comes from. */
export interface KeyFileOf {
  readonly as: string;
  readonly key?: string | undefined;
  readonly passphraseFile?: string | undefined;
}

/** @param show what two people sign, before the passphrase */
export function toSignature({ as, key, passphraseFile }: KeyFileOf, show?: (toSign: ToSign) => void): Signature {
  const askPassphrase = toPassphrase(passphraseFile, `Passphrase of ${as}: `);
  return signByKeyFile({ as, keyFile: key ?? defaultKeyFile(as), askPassphrase }, show);
}
