import { type Share, toShare } from '../detectors/index.ts';

export interface JudgedStratum {
  readonly size: number;
  /** Judged yes or no; those that nobody was sure of are left out. */
  readonly judged: number;
  readonly holding: number;
}

/** What a blind sample says of all exposed messages (docs/formats/finding-sample.md). */
export interface SampleEstimate {
  /** The share of flagged messages that hold something. */
  readonly precision: Share;
  /** The share of unflagged messages that hold something: what was missed (elusion). */
  readonly elusion: Share;
  /** The share of all messages holding something that are flagged. Null where nothing can be said. */
  readonly recall: { readonly share: number | null; readonly low: number | null; readonly high: number | null };
  /** Messages that hold something and are not flagged. */
  readonly missed: { readonly least: number | null; readonly most: number | null };
}

/**
 * Estimates with intervals of 95 % (Wilson, Journal of the American Statistical Association 22, 1927, page 209). Recall
 * is made of both shares: its bounds take the worse end of both intervals at once, and the better one, so its interval
 * holds with 95 % or more only as far as both do together: it is the wider one on purpose.
 */
export function estimateSample(flagged: JudgedStratum, unflagged: JudgedStratum): SampleEstimate {
  const precision = toShare(flagged.holding, flagged.judged);
  const elusion = toShare(unflagged.holding, unflagged.judged);
  const toRecall = (right: number | null, missed: number | null): number | null => {
    // A stratum without messages adds nothing; one without judgements says nothing.
    const found = flagged.size === 0 ? 0 : right === null ? null : right * flagged.size;
    const lost = unflagged.size === 0 ? 0 : missed === null ? null : missed * unflagged.size;
    if (found === null || lost === null || found + lost === 0) return null;
    return found / (found + lost);
  };
  return {
    precision,
    elusion,
    recall: {
      share: toRecall(precision.share, elusion.share),
      low: toRecall(precision.low, elusion.high),
      high: toRecall(precision.high, elusion.low),
    },
    missed: {
      least: elusion.low === null ? null : Math.floor(elusion.low * unflagged.size),
      most: elusion.high === null ? null : Math.ceil(elusion.high * unflagged.size),
    },
  };
}
