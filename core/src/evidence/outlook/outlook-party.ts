/** A sender, a recipient or an address for answers, as one group of properties gives it. */
export interface OutlookParty {
  readonly name: string;
  /** Empty when there is no SMTP address. */
  readonly address: string;
  /** `SMTP`, or `EX` for an entry of an Exchange address book. */
  readonly type: string;
}
