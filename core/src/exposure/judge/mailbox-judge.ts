import type { Instant } from '@candor/core/base';
import type { ListedFolder, Policy, Window } from '@candor/core/evidence/incident';
import type { ArrivalSource, Copy } from '@candor/core/evidence/message';
import type { Forwarding } from '../records/forwarding.ts';
import type { SearchRecord } from '../records/mailbox-records.ts';
import type { MentionTable } from '../records/mention.ts';
import { readSearchQuery } from '../text/search-query.ts';
import { isInTime, type TextQuestion } from '../text/text-question.ts';
import { ReasonList, sortReasons, toReason } from '../verdict/reason-list.ts';
import { type Judgement, type Reason, toStrongest } from '../verdict/verdict.ts';
import { FolderMap } from './folder-map.ts';
import { MentionRules, type NamedCopy } from './mention-rules.ts';
import { type MailboxFacts, PlaceRules } from './place-rules.ts';
import type { FolderDeparture } from './sync-rules.ts';

/** Properties of a copy used for judging. */
export type JudgedCopy = Pick<Copy, 'folder' | 'labels' | 'messageId' | 'arrived' | 'arrivalSource' | 'fingerprint'>;

/** Input of one mailbox's judge. */
export interface JudgeSettings {
  readonly window: Window;
  readonly facts: MailboxFacts;
  readonly mentions: MentionTable;
  /** Number of the mailbox in the mentions. */
  readonly mailbox: number;
  readonly folders: readonly ListedFolder[];
  readonly forwardings: readonly Forwarding[];
}

/**
 * Judges the copies of one mailbox in two passes: `observe` every copy, then `judge` every copy, in any order. Between
 * them answer the text `questions`, if any.
 */
export class MailboxJudge {
  /** F1 and Q1: questions to the texts, in a fixed order. */
  readonly questions: readonly TextQuestion[];
  readonly #settings: JudgeSettings;
  readonly #folders: FolderMap;
  readonly #places: PlaceRules;
  readonly #mentions: MentionRules;
  /** Judgements of copies without a record or text question; most copies of a mailbox share a few. */
  readonly #shared = new WeakMap<readonly Reason[], Judgement>();
  readonly #unnamed: readonly [withId: Judgement, withoutId: Judgement];

  constructor(settings: JudgeSettings) {
    this.#settings = settings;
    this.#folders = new FolderMap(settings.folders);
    this.#places = new PlaceRules(settings.facts, this.#folders);
    this.#mentions = new MentionRules(settings.mentions, settings.mailbox, this.#folders);
    this.questions = toQuestions(settings.forwardings, settings.facts.records.searches);
    this.#unnamed = [this.#conclude([], true), this.#conclude([], false)];
  }

  observe(copy: JudgedCopy): void {
    const named = this.#toNamed(copy);
    if (named === null) this.#folders.placeOf(copy.folder, copy.labels);
    else this.#mentions.observe(named);
  }

  /** Recorded ids that the mailbox holds, by number. */
  get heldIds(): Iterable<number> {
    return this.#mentions.held;
  }

  /** Number of the mailbox in the mentions. */
  get mailbox(): number {
    return this.#settings.mailbox;
  }

  /** Known after every copy was observed. */
  get folders(): FolderMap {
    return this.#folders;
  }

  /** Numbers of the questions for this copy's text: those that it arrived in time for. */
  questionsFor(copy: JudgedCopy): readonly number[] {
    const arrived = settleArrival(copy, this.#settings.window);
    return this.questions.flatMap((question, number) =>
      question.asks.of !== 'nothing' && isInTime(question, arrived) ? [number] : [],
    );
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
    const own = [...(answer?.reasons ?? []), ...this.#judgeTexts(arrived, hits)];
    if (!isNamed && placed.length === 0 && own.length === 0 && this.#isTooLate(arrived)) {
      own.push(toReason('after-containment'));
    }
    const mayBeCleared = named !== null && !isNamed;
    if (own.length === 0 && left.length === 0) return this.#judgeShared(placed, mayBeCleared);
    return this.#conclude([...own, ...placed], mayBeCleared);
  }

  #judgeTexts(arrived: Instant | null, hits: readonly number[]): readonly Reason[] {
    if (this.questions.length === 0) return [];
    const reasons = new ReasonList();
    for (const [number, question] of this.questions.entries()) {
      if (question.asks.of !== 'nothing' && !hits.includes(number)) continue;
      if (isInTime(question, arrived)) reasons.add(question.code, question.record);
    }
    return reasons.toReasons();
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
      const { gaps, records, hasStrangers } = this.#settings.facts;
      const isComplete = gaps.length === 0 && !records.isBeyondRules && !hasStrangers;
      return this.#conclude([isComplete && mayBeCleared ? CLEARED : INCOMPLETE], mayBeCleared);
    }
    return { verdict: toStrongest(reasons, this.#policy), reasons: sortReasons(reasons) };
  }

  #toNamed(copy: JudgedCopy): NamedCopy | null {
    const { messageId } = copy;
    if (messageId === null || messageId === '') return null;
    return { messageId, fingerprint: copy.fingerprint, place: this.#folders.placeOf(copy.folder, copy.labels) };
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

function toQuestions(forwardings: readonly Forwarding[], searches: readonly SearchRecord[]): readonly TextQuestion[] {
  return [
    ...forwardings.map(
      ({ code, record, from, to, conditions }): TextQuestion => ({
        code,
        record,
        from,
        to,
        asks: conditions.length === 0 ? { of: 'nothing' } : { of: 'conditions', conditions },
      }),
    ),
    ...searches.flatMap(({ id, time, query }): readonly TextQuestion[] => {
      const read = readSearchQuery(query);
      if (read === null) return [];
      const isOpen = read.some((terms) => terms.length === 0);
      const asks = isOpen ? ({ of: 'nothing' } as const) : ({ of: 'search', query: read } as const);
      return [{ code: 'search-hit', record: id, from: null, to: time, asks }];
    }),
  ];
}
