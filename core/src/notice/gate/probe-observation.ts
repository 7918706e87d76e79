/** Text records at a name, as the resolvers say. A fault is never "none". */
export type LookedUpTexts =
  | { readonly is: 'texts'; readonly texts: readonly string[]; readonly authentic: boolean }
  | { readonly is: 'none' }
  | { readonly is: 'fault'; readonly text: string };

/** Results in the words of RFC 8601. */
export type AuthenticationResult =
  | 'pass'
  | 'fail'
  | 'softfail'
  | 'neutral'
  | 'none'
  | 'policy'
  | 'temperror'
  | 'permerror';

export interface SpfObservation {
  /** The domain of the received envelope sender. */
  readonly domain: string;
  readonly result: AuthenticationResult;
  /** As required by the sender domain's DMARC record; null without one. */
  readonly isAligned: boolean | null;
  /** From where the receiving server took the probe; null when it does not say. */
  readonly clientAddress: string | null;
  readonly published: LookedUpTexts;
}

export interface DkimSignatureObservation {
  readonly domain: string;
  readonly selector: string;
  readonly result: AuthenticationResult;
  /** As in `SpfObservation`. */
  readonly isAligned: boolean | null;
  /** The body that arrived is not the one that was signed. */
  readonly isBodyChanged: boolean;
  /** The end of the body is not signed (`l=`): anybody may add to it. */
  readonly isPartial: boolean;
  /** The key says that it is only tried (`t=y`). */
  readonly isTesting: boolean;
}

/** The key that signs here, with the record that its public half makes. */
export interface DkimKeyRecord {
  readonly domain: string;
  readonly selector: string;
  readonly record: string;
}

export interface DkimObservation {
  readonly signatures: readonly DkimSignatureObservation[];
  /** Null: the relay signs, with a key that we do not know. */
  readonly key: DkimKeyRecord | null;
  /** At the name of our key; null when the relay signs. */
  readonly published: LookedUpTexts | null;
}

export interface DmarcObservation {
  readonly result: AuthenticationResult;
  /** The policy that applies to the sender's domain. */
  readonly policy: string | null;
  readonly published: LookedUpTexts;
}

export interface ProbeObservation {
  readonly fromDomain: string;
  readonly spf: SpfObservation;
  readonly dkim: DkimObservation;
  readonly dmarc: DmarcObservation;
}
