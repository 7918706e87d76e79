import type { Instant } from '@candor/core/base';
import type { ListedFolder, Policy, Window } from '@candor/core/evidence/incident';
import type { ArrivalSource, Copy } from '@candor/core/evidence/message';
import type { Forwarding } from '../records/forwarding.ts';
import type { CopyTimes } from '../text/question-time.ts';
import type { TextQuestion } from '../text/text-question.ts';
import { sortReasons, toReason } from '../verdict/reason-list.ts';
import { type Judgement, type Reason, toStrongest } from '../verdict/verdict.ts';
import { FolderMap } from './folder-map.ts';
import { type MentionFacts, MentionRules, type NamedCopy } from './mention-rules.ts';
import { type MailboxFacts, PlaceRules } from './place-rules.ts';
import type { FolderDeparture } from './sync-rules.ts';
import { TextRules } from './text-rules.ts';

/** Properties of a copy used for judging. */
export type JudgedCopy = Pick<
  Copy,
  'folder' | 'labels' | 'names' | 'arrived' | 'arrivalSource' | 'fingerprint' | 'addresses'
>;

/** Input of one mailbox's judge. */
export interface JudgeSettings {
  readonly window: Window;
  readonly facts: MailboxFacts;
  readonly mentions: MentionFacts;
  readonly folders: readonly ListedFolder[];
  readonly forwardings: readonly Forwarding[];
}

/**
 * Judges the copies of one mailbox in two passes: `observe` every copy, then `judge` every copy, in any order. Between
 * them answer the text `questions`, if any.
 */
export class MailboxJudge {
  readonly #settings: JudgeSettings;
  readonly #folders: FolderMap;
  readonly #places: PlaceRules;
  readonly #mentions: MentionRules;
  readonly #texts: TextRules;
  /** Judgements of copies without a record or text question; most copies of a mailbox share a few. */
  readonly #shared = new WeakMap<readonly Reason[], Judgement>();
  readonly #unnamed: readonly [withId: Judgement, withoutId: Judgement];

  constructor(settings: JudgeSettings) {
    this.#settings = settings;
    this.#folders = new FolderMap(settings.folders);
    this.#places = new PlaceRules(settings.facts, this.#folders);
    this.#mentions = new MentionRules(settings.mentions, this.#folders);
    this.#texts = new TextRules(settings.forwardings, settings.facts.records.searches);
    this.#unnamed = [this.#conclude([], true), this.#conclude([], false)];
  }

  observe(copy: JudgedCopy): void {
    const named = this.#toNamed(copy);
    if (named === null) this.#folders.placeOf(copy.folder, copy.labels);
    else this.#mentions.observe(named);
  }

  /** Known after every copy was observed. */
  get folders(): FolderMap {
    return this.#folders;
  }

  /** F1 and Q1: questions to the texts, in a fixed order. */
  get questions(): readonly TextQuestion[] {
    return this.#texts.questions;
  }

  /** Numbers of the questions for this copy's text. */
  questionsFor(copy: JudgedCopy): readonly number[] {
    return this.#texts.questionsFor(toTimes(copy, this.#settings.window));
  }

  /**
   * `hits`: numbers of the questions whose answer for this copy's text is yes. A text that cannot be read is a hit for
   * every question; questions that ask nothing need no answer, and answers that come too late for the copy's arrival
   * are passed over.
   */
  judge(copy: JudgedCopy, hits: readonly number[] = []): Judgement {
    const arrived = settleArrival(copy, this.#settings.window);
    const place = this.#folders.placeOf(copy.folder, copy.labels);
    const named = this.#toNamed(copy);
    const answer = named === null ? null : this.#mentions.judge(named);
    const left = answer === null || !this.#places.looksAtMoves ? NONE_LEFT : answer.left;
    const placed = this.#places.judge(place, arrived, left);
    const isNamed = answer?.isNamed ?? false;
    const texts = this.#texts.judge(toTimes(copy, this.#settings.window), hits, () => copy.addresses);
    const own = [...(answer?.reasons ?? []), ...texts.reasons];
    if (!isNamed && placed.length === 0 && own.length === 0 && this.#isTooLate(arrived)) {
      own.push(toReason('after-containment'));
    }
    const mayBeCleared = named !== null && !isNamed;
    if (own.length === 0 && left.length === 0) return this.#judgeShared(placed, mayBeCleared);
    return this.#conclude([...own, ...placed], mayBeCleared);
  }

  /** D1: it arrived after containment and after the intruder's last access. */
  #isTooLate(arrived: Instant | null): boolean {
    return arrived !== null && arrived > this.#settings.facts.span.to;
  }

  #judgeShared(placed: readonly Reason[], mayBeCleared: boolean): Judgement {
    if (placed.length === 0) return this.#unnamed[mayBeCleared ? 0 : 1];
    let judgement = this.#shared.get(placed);
    if (judgement === undefined) {
      judgement = { verdict: toStrongest(placed, this.#policy), reasons: placed };
      this.#shared.set(placed, judgement);
    }
    return judgement;
  }

  /** N1 and N2 when no other rule applied. */
  #conclude(reasons: readonly Reason[], mayBeCleared: boolean): Judgement {
    if (reasons.length === 0) {
      const { gaps, records } = this.#settings.facts;
      const isComplete = gaps.length === 0 && !records.isBeyondRules;
      return this.#conclude([isComplete && mayBeCleared ? CLEARED : INCOMPLETE], mayBeCleared);
    }
    return { verdict: toStrongest(reasons, this.#policy), reasons: sortReasons(reasons) };
  }

  #toNamed(copy: JudgedCopy): NamedCopy | null {
    const { names } = copy;
    if (names.length === 0) return null;
    return { names, fingerprint: copy.fingerprint, place: this.#folders.placeOf(copy.folder, copy.labels) };
  }

  get #policy(): Policy {
    return this.#settings.facts.policy;
  }
}

/** A time that is no delivery source and after containment: the arrival is unknown (docs/formats/rules.md, Arrival). */
export function settleArrival(
  { arrived, arrivalSource }: { readonly arrived: Instant | null; readonly arrivalSource: ArrivalSource },
  { contained }: Window,
): Instant | null {
  return arrived !== null && arrived > contained && arrivalSource !== 'delivery' ? null : arrived;
}

const NONE_LEFT: readonly FolderDeparture[] = [];
const CLEARED = toReason('complete-coverage');
const INCOMPLETE = toReason('coverage-incomplete');

function toTimes(copy: JudgedCopy, window: Window): CopyTimes {
  const arrived = settleArrival(copy, window);
  return { arrived, latest: arrived, isDoubted: false, isDateAlone: false };
}
