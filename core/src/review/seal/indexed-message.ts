/**
 * What a reviewer sees of a message before it is opened (docs/formats/release.md, Index). Every text is some sender's.
 */
export interface IndexedMessage {
  /** SHA-256 of the projected message. */
  readonly id: string;
  /** SHA-256 of the sealed object that holds it. */
  readonly object: string;
  readonly verdict: 'accessed' | 'partial' | 'possible' | 'presumed' | 'undetermined';
  readonly why: readonly { readonly code: string; readonly sentence: string; readonly times: readonly string[] }[];
  readonly date: string | null;
  readonly subject: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** Of the party. */
  readonly direction: 'both' | 'copied' | 'received' | 'sent';
  readonly custodians: readonly string[];
  readonly attachments: readonly {
    readonly digest: string;
    readonly name: string;
    readonly size: number;
    readonly type: string;
  }[];
  /** `secret`: it holds passwords or keys; `personal`: personal data. */
  readonly marks: readonly ('bulk' | 'fraud' | 'personal' | 'secret')[];
  /** What a search found in it, by part and offset; missing where it found nothing. */
  readonly findings?: readonly IndexedFinding[];
}

/** One value at one place of a message. The value itself stands in the message only. */
export interface IndexedFinding {
  /** Equal for equal values of this party, and never the same as at another party: 32 hexadecimal digits. */
  readonly value: string;
  /** A kind of docs/formats/findings-jsonl.md; a reader may not know it. */
  readonly kind: string;
  /** `accepted`: a person took a weak one in. */
  readonly confidence: 'accepted' | 'certain' | 'likely';
  readonly mask: string;
  readonly part: string;
  /** Code points of the part's decoded text, line ends LF. */
  readonly offset: number;
  readonly length: number;
}
