import { type Said, toSaid } from '@candor/core/base';

/** How much was not searched for one reason. */
export interface UnreadSize {
  /** Attachments, members of archives, texts; where findings were cut: these. */
  readonly parts: number;
  /** As they lie in the message or archive. */
  readonly bytes: number;
}

/** What a search of exposed mail covered, and what it did not. Counts are messages. */
export interface SearchCoverage {
  /** Searched; those of which something could not be read are among them. */
  readonly searched: number;
  /** Not searched: their evidence was not as it was, or is gone. */
  readonly unsearched: number;
  /** Not searched: undetermined, in mailboxes that the intruder is not known to have reached. */
  readonly unreached?: number;
  readonly erased: number;
  /** Searched messages by what could not be read in them. */
  readonly unread: Readonly<Record<string, number>>;
  /** How much that is; missing in searches of before it was counted. */
  readonly unreadSizes?: Readonly<Record<string, UnreadSize>>;
  /** Control messages of the search; missing in searches of before they were made. */
  readonly controls?: ControlOutcome;
}

/** How many kinds, containers and forms of attachments were tried with control messages, and which were not found. */
export interface ControlOutcome {
  readonly tried: number;
  readonly missed: readonly string[];
}

/** Why "searched" needs a limit in the same sentence. */
export interface SearchLimits {
  readonly unsearched: number;
  readonly unread: Readonly<Record<string, number>>;
  /** All of that together; zero where an older search did not count it. */
  readonly unreadSize: UnreadSize;
  readonly erased: number;
  /** Control messages that were not found, by name; null: none was tried. */
  readonly missed: readonly string[] | null;
}

/** `whole`: it may be said without a limit. */
export type SearchedClaim =
  | { readonly is: 'whole'; readonly messages: Said<'searched', number> }
  | { readonly is: 'limited'; readonly searched: number; readonly limits: SearchLimits };

/**
 * Owner of "searched" (docs/sentences.md): the detectors were given each message, every control message of the search
 * was found, and nothing in the messages was left unread.
 */
export function claimSearched(coverage: SearchCoverage): SearchedClaim {
  const { searched, unsearched, unread, unreadSizes = {}, erased, controls } = coverage;
  const missed = controls?.missed ?? null;
  const isWhole =
    unsearched === 0 && erased === 0 && Object.keys(unread).length === 0 && missed !== null && missed.length === 0;
  if (isWhole) return { is: 'whole', messages: toSaid('searched', searched) };
  const sizes = Object.values(unreadSizes);
  const unreadSize = {
    parts: sizes.reduce((sum, { parts }) => sum + parts, 0),
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  return { is: 'limited', searched, limits: { unsearched, unread, unreadSize, erased, missed } };
}

/**
 * Owner of "no secrets or personal data were found" (docs/sentences.md). Null where it may not be said: something was
 * found, erased, switched off or not searched whole. Also a whole search misses some, and the sentence says so.
 */
export function claimNothingFound(
  coverage: SearchCoverage | null,
  findings: number,
): Said<'nothing-found', { readonly messages: number }> | null {
  if (coverage === null || findings > 0) return null;
  const claim = claimSearched(coverage);
  return claim.is === 'whole' ? toSaid('nothing-found', { messages: claim.messages.value }) : null;
}
