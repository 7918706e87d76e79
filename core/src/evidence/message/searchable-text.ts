/**
 * What a search or a rule condition can look at in one message (docs/formats/rules.md, F1 and Q1), decoded. Made in
 * phase 2 only, for mailboxes that have such records; never stored.
 */
export interface SearchableText {
  readonly subject: string;
  readonly text: string;
  /** Decoded field values, names and addresses. */
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  /** Lower-case addresses of From, and of To and Cc together. */
  readonly fromAddresses: readonly string[];
  readonly toAndCcAddresses: readonly string[];
  readonly attachmentNames: readonly string[];
  /** Decoded texts of `text/*` parts that are not shown with the message. */
  readonly attachmentTexts: readonly string[];
}
