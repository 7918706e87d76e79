import type { Copy } from '@candor/core/evidence/message';
import type { ListedFolder, Policy } from '@candor/core/incident';
import type { Span } from '../coverage/span.ts';
import type { Forwarding } from '../records/forwarding.ts';
import { type CopyTimes, DOUBT_SECONDS } from '../text/question-time.ts';
import type { TextQuestion } from '../text/text-question.ts';
import { findLateWitness } from '../verdict/arrived-after.ts';
import { sortReasons } from '../verdict/reason-list.ts';
import { type Judgement, type Reason, toStrongest } from '../verdict/verdict.ts';
import type { CarriedCopies, CarrierAnswer } from './carriers.ts';
import { Clearance, type OpenGrants } from './clearance.ts';
import { FolderMap, type Place } from './folder-map.ts';
import { LinkedPlaces } from './linked-places.ts';
import { type MentionFacts, MentionRules, type NamedCopy } from './mention-rules.ts';
import { type MailboxFacts, PlaceRules } from './place-rules.ts';
import type { FolderDeparture } from './sync-rules.ts';
import { TextRules } from './text-rules.ts';

/** Properties of a copy used for judging. */
export type JudgedCopy = Pick<
  Copy,
  'folder' | 'labels' | 'names' | 'arrived' | 'arrivalSource' | 'latest' | 'answered' | 'fingerprint' | 'addresses'
>;

export interface JudgeSettings {
  readonly facts: MailboxFacts;
  readonly mentions: MentionFacts;
  readonly folders: readonly ListedFolder[];
  readonly forwardings: readonly Forwarding[];
  readonly openGrants: OpenGrants;
  readonly areIdsMissing: () => boolean;
  /** Null: no copy carries another, or the carriers themselves are judged (C1). */
  readonly carried: CarriedCopies | null;
}

/**
 * Judges the copies of one mailbox in two passes: `observe` every copy, then `judge` every copy, in any order. Between
 * them answer the text `questions`, if any.
 */
export class MailboxJudge {
  readonly #settings: JudgeSettings;
  readonly #folders: FolderMap;
  readonly #places: PlaceRules;
  readonly #linked: LinkedPlaces | null;
  readonly #mentions: MentionRules;
  readonly #texts: TextRules;
  readonly #clearance: Clearance;
  /** Judgements of copies without a record or text question; most copies of a mailbox share a few. */
  readonly #shared = new WeakMap<readonly Reason[], Judgement>();

  constructor(settings: JudgeSettings) {
    const { facts } = settings;
    this.#settings = settings;
    this.#folders = new FolderMap(settings.folders);
    this.#places = new PlaceRules(facts, this.#folders);
    this.#linked = LinkedPlaces.open(facts, this.#folders);
    this.#mentions = new MentionRules(settings.mentions, this.#folders);
    this.#texts = new TextRules(settings.forwardings, facts.records.searches);
    this.#clearance = new Clearance({
      isCovered: facts.gaps.length === 0,
      hasControl: facts.records.hasControl,
      isBeyondRules: facts.records.isBeyondRules,
      areIdsMissing: settings.areIdsMissing,
      openGrants: settings.openGrants,
    });
  }

  observe(copy: JudgedCopy): void {
    const named = this.#toNamed(copy);
    if (named === null) this.#folders.placeOf(copy.folder, copy.labels);
    else this.#mentions.observe(named);
    this.#settings.carried?.observe(copy);
  }

  /** The time that coverage of the mailbox is about. */
  get span(): Span {
    return this.#settings.facts.span;
  }

  /** Known after every copy was observed. */
  get folders(): FolderMap {
    return this.#folders;
  }

  /** F1 and Q1 ask these of the texts, in a fixed order. */
  get questions(): readonly TextQuestion[] {
    return this.#texts.questions;
  }

  /** Numbers of the questions for this copy's text. */
  questionsFor(copy: JudgedCopy): readonly number[] {
    return this.#texts.questionsFor(toTimes(copy));
  }

  /**
   * `hits`: numbers of the questions whose answer for this copy's text is yes. A text that cannot be read is a hit for
   * every question; questions that ask nothing need no answer, and answers that come too late for the copy's arrival
   * are passed over.
   */
  judge(copy: JudgedCopy, hits: readonly number[] = []): Judgement {
    const times = toTimes(copy);
    const tested = times.isDoubted && times.arrived !== null ? times.arrived - DOUBT_SECONDS : times.arrived;
    const place = this.#folders.placeOf(copy.folder, copy.labels);
    const named = this.#toNamed(copy);
    const answer = named === null ? null : this.#mentions.judge(named);
    const left = answer === null || !this.#places.looksAtMoves ? NONE_LEFT : answer.left;
    const placed = this.#places.judge(place, tested, left);
    const texts = this.#texts.judge(times, hits, () => copy.addresses);
    const carried = this.#settings.carried?.judge(copy) ?? NOT_CARRIED;
    const own = [...(answer?.reasons ?? []), ...texts.reasons, ...(carried.reason === null ? [] : [carried.reason])];
    if (own.length > 0) return this.#toJudgement(sortReasons([...own, ...placed]));
    if (placed.length > 0) return left.length > 0 ? this.#toJudgement(placed) : this.#share(placed);
    const linked = this.#linked?.judge(place, tested, left) ?? NOT_LINKED;
    return this.#share(
      this.#clearance.conclude({
        lateWitness: findLateWitness(copy, this.#settings.facts.span.to),
        hasName: named !== null,
        isNamed: answer?.isNamed ?? false,
        isDateAlone: texts.isDateAlone || this.#isDateAlone(copy, times, place, left),
        isCarrierUndetermined: carried.isUndetermined,
        linkedAfter: [...(answer?.linkedAfter ?? NOT_LINKED), ...texts.linkedAfter, ...linked],
      }),
    );
  }

  /** No rule takes it, but one would if nobody knew when it came, and nothing but its Date says so. */
  #isDateAlone(copy: JudgedCopy, times: CopyTimes, place: Place, left: readonly FolderDeparture[]): boolean {
    const { arrived, arrivalSource } = copy;
    if (arrivalSource === 'dated') return arrived !== null && arrived > this.#settings.facts.span.to;
    if (!times.isDateAlone) return false;
    return this.#places.judge(place, null, left).length > 0 || (this.#linked?.judge(place, null, left).length ?? 0) > 0;
  }

  #share(reasons: readonly Reason[]): Judgement {
    let judgement = this.#shared.get(reasons);
    if (judgement === undefined) {
      judgement = this.#toJudgement(reasons);
      this.#shared.set(reasons, judgement);
    }
    return judgement;
  }

  #toJudgement(reasons: readonly Reason[]): Judgement {
    return { verdict: toStrongest(reasons, this.#policy), reasons };
  }

  #toNamed(copy: JudgedCopy): NamedCopy | null {
    const { names, fingerprint } = copy;
    if (names.length === 0) return null;
    return { names, fingerprint, place: this.#folders.placeOf(copy.folder, copy.labels) };
  }

  get #policy(): Policy {
    return this.#settings.facts.policy;
  }
}

const NONE_LEFT: readonly FolderDeparture[] = [];
const NOT_LINKED: readonly string[] = [];
const NOT_CARRIED: CarrierAnswer = { reason: null, isUndetermined: false };

function toTimes({ arrived, latest, arrivalSource }: JudgedCopy): CopyTimes {
  const isWithoutSource = arrivalSource === 'none' && arrived !== null;
  return { arrived, latest, isDoubted: isWithoutSource, isDateAlone: isWithoutSource };
}
