import type { NoticeFigures } from '@candor/core/notice/text';
import type { PartyNow, SentNotice } from '@candor/core/notice/wave';

export function makeFigures(changes: Partial<NoticeFigures> = {}): NoticeFigures {
  const verdicts = { accessed: 0, presumed: 0, partial: 0, possible: 0, undetermined: 0, ...changes };
  const messages = verdicts.accessed + verdicts.presumed + verdicts.partial + verdicts.possible;
  return {
    bulk: 0,
    held: 0,
    secrets: null,
    first: messages > 0 ? 1000 : null,
    last: messages > 0 ? 2000 : null,
    affectedAddresses: 0,
    intruderSent: 0,
    custodians: 0,
    messages,
    ...verdicts,
    ...changes,
  };
}

export function makeParty(party: string, figures: Partial<NoticeFigures>, changes: Partial<PartyNow> = {}): PartyNow {
  return {
    party,
    mergedIds: [party],
    kind: 'organization',
    figures: makeFigures(figures),
    isUndeterminedReached: true,
    ...changes,
  };
}

export function makeTelling(
  notice: number,
  party: string,
  figures: Partial<NoticeFigures>,
  changes: Partial<SentNotice> = {},
): SentNotice {
  return {
    notice,
    party,
    issued: notice * 100,
    figures: makeFigures(figures),
    nextUpdate: null,
    readableFrom: null,
    ...changes,
  };
}
