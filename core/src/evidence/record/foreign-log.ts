/** What a file that is no audit log is, and its relation to mail. */
export interface ForeignLog {
  /** Name in a sentence: "the sign-in log of Microsoft Entra". */
  readonly name: string;
  /**
   * `no-access`: it does not show opened mail, so it adds no gap. `access`: it may, in an unsupported form, so what it
   * covers is a gap. `elsewhere`: not a log at all.
   */
  readonly shows: 'no-access' | 'access' | 'elsewhere';
  /** What to do; empty when the kind is enough. */
  readonly fix: string;
}
