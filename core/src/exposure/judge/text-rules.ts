import type { AddressUse } from '@candor/core/evidence/message';
import type { Forwarding } from '../records/forwarding.ts';
import { isToGroup } from '../records/group-target.ts';
import type { SearchRecord } from '../records/mailbox-records.ts';
import { type CopyTimes, testTimes } from '../text/question-time.ts';
import { readSearchQuery } from '../text/search-query.ts';
import type { TextQuestion } from '../text/text-question.ts';
import { ReasonList } from '../verdict/reason-list.ts';
import type { Reason } from '../verdict/verdict.ts';

export interface TextAnswer {
  readonly reasons: readonly Reason[];
  readonly linkedAfter: readonly string[];
  /** Only a time that proves nothing keeps it from a rule, whoever made that (docs/formats/rules.md, Arrival). */
  readonly isDateAlone: boolean;
}

const NO_ANSWER: TextAnswer = { reasons: [], linkedAfter: [], isDateAlone: false };

type Forwarded = Pick<Forwarding, 'group'>;

/** F1 and Q1 of one mailbox: which copies its forwardings and searches take. */
export class TextRules {
  /** In a fixed order: their numbers are those of the hits. */
  readonly questions: readonly TextQuestion[];
  readonly #groups: readonly (Forwarded['group'] | null)[];

  constructor(forwardings: readonly Forwarding[], searches: readonly SearchRecord[]) {
    this.questions = [...forwardings.map(toQuestion), ...searches.flatMap(toQuestions)];
    this.#groups = forwardings.map(({ group }) => group);
  }

  /** Numbers of the questions for a copy's text: those that its times do not settle. */
  questionsFor(times: CopyTimes): readonly number[] {
    return this.questions.flatMap((question, number) =>
      question.asks.of !== 'nothing' && testTimes(question, times) !== 'does-not-take' ? [number] : [],
    );
  }

  /** `hits`: numbers of the questions that its text matches. `listAddresses` is called only for groups. */
  judge(times: CopyTimes, hits: readonly number[], listAddresses: () => readonly AddressUse[]): TextAnswer {
    if (this.questions.length === 0) return NO_ANSWER;
    const reasons = new ReasonList();
    const linkedAfter: string[] = [];
    let isDateAlone = false;
    for (const [number, question] of this.questions.entries()) {
      if (question.asks.of !== 'nothing' && !hits.includes(number)) continue;
      const answer = testTimes(question, times);
      if (answer === 'does-not-take') continue;
      const group = this.#groups[number] ?? null;
      if (group !== null && !isToGroup(listAddresses(), group)) continue;
      if (answer === 'would-if-unknown') isDateAlone = true;
      else if (question.isLinkedAfter) linkedAfter.push(question.record);
      else reasons.add(question.code, question.record);
    }
    return { reasons: reasons.toReasons(), linkedAfter, isDateAlone };
  }
}

function toQuestion({ code, record, isLinkedAfter, from, to, conditions }: Forwarding): TextQuestion {
  const asks = conditions.length === 0 ? ({ of: 'nothing' } as const) : ({ of: 'conditions', conditions } as const);
  return { code, record, isLinkedAfter, from, to, asks };
}

/** A query with a readable and an unreadable alternative asks twice. */
function toQuestions({ id, time, query, isIntruders, isLinkedAfter }: SearchRecord): readonly TextQuestion[] {
  const read = readSearchQuery(query ?? '');
  const common = { record: id, isLinkedAfter, from: null, to: time };
  const unread: TextQuestion = { ...common, code: 'search-unread', asks: { of: 'nothing' } };
  if (read === null) return isIntruders ? [unread] : [];
  const code = isIntruders ? 'search-hit' : 'search-hit-unattributed';
  const asked: TextQuestion = { ...common, code, asks: { of: 'search', query: read.query } };
  return [...(read.query.length > 0 ? [asked] : []), ...(read.isUnread ? [unread] : [])];
}
