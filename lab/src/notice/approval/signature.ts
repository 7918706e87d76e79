import { Refusal, type Signer } from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import { toBase64Url } from '@candor/core/ledger';
import { type EnclosedSelection, openSelection } from '@candor/core/notice/act';
import { type Approval, type ApprovalType, signApproval } from '@candor/core/notice/operator';
import type { Selection } from '@candor/core/notice/selection';
import { openOperatorKey } from '../../adapters/keys/keys.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';

/** What a person signs. */
export interface ToSign {
  readonly matter: ApprovalType;
  /** The document's canonical JSON: whatever is shown and signed is made from these. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  readonly digest: string;
  /** Of a wave: the document that its manifest should commit to. */
  readonly selection: EnclosedSelection | null;
}

/** The selection that is signed with a wave, from the document's own bytes. @throws Refusal `wave-differs`. */
export function requireSelectionToSign({ bytes, selection }: ToSign): Selection {
  const opened = selection === null ? null : openSelection(createNodeRuntime(), bytes, selection);
  if (opened !== null) return opened;
  throw new Refusal('wave-differs', ['the selection document of this wave is not the one in its manifest']);
}

/** Who signs, and how: the key is wherever that person has it. */
export interface Signature {
  /** The operator's name. */
  readonly as: string;
  /** Shows what is signed, so that the reader can still stop. */
  readonly show: (toSign: ToSign) => void;
  /** One of two approvals. Called last, when nothing bars this person and this act. */
  readonly sign: (toSign: ToSign, operator: Operator) => Promise<Approval>;
  /**
   * Shows that the operator's key is at hand, and signs what this person decides alone. Called before anything is
   * locked: a person types a passphrase. @throws Refusal when the key is not the one that the incident file names.
   */
  readonly open: (operator: Operator) => Promise<Signer>;
}

/** A key file and what opens it. The passphrase is asked for as late as can be. */
export interface KeyFile {
  /** The operator's name. */
  readonly as: string;
  readonly keyFile: string;
  readonly askPassphrase: () => Promise<string>;
}

/** By a key file. */
export function signByKeyFile(
  { as, keyFile, askPassphrase }: KeyFile,
  show: (toSign: ToSign) => void = () => undefined,
): Signature {
  const open = async ({ name, key }: Operator): Promise<Signer> => {
    const signer = await openOperatorKey(keyFile, name, await askPassphrase());
    if (toBase64Url(signer.publicKey) === key) return signer;
    throw new Refusal('wrong-key', [`${keyFile}: this is not the key that the incident file names for ${name}`]);
  };
  const sign = async (toSign: ToSign, operator: Operator): Promise<Approval> => {
    const signer = await open(operator);
    // Of the bytes themselves: a digest that came with them could be that of others.
    return signApproval(signer, toSign.matter, createNodeRuntime().sha256Hex(toSign.bytes));
  };
  return { as, show, sign, open };
}
