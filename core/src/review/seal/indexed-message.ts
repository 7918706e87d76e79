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
  readonly marks: readonly ('bulk' | 'fraud' | 'secret')[];
}
