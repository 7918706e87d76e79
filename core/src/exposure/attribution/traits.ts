import type { AddressFacts } from './address-facts.ts';

/** What A1 to A5 look at, of one record. */
export interface Traits {
  readonly user: string | null;
  /** Its mailbox, supplied or not; null when it tells none. */
  readonly box: string | null;
  readonly sessions: readonly string[];
  readonly tokens: readonly string[];
  /** Listed ones among its AppId and ClientAppId. */
  readonly applications: readonly string[];
  readonly client: string | null;
  readonly appId: string | null;
  readonly clientAppId: string | null;
  readonly contradiction: 'address-contradiction' | 'record-contradiction' | null;
  readonly address: AddressFacts | null;
  readonly isOwners: boolean;
  readonly isByOwner: boolean;
}
