/** One phrase for an organization, one for a person, who is addressed as the one concerned. */
export interface Addressed<T> {
  readonly organization: T;
  readonly person: T;
}
