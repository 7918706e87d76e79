import type { Runtime } from '@candor/core/base';
import { createMessageReader, type MessageReader, type SearchableText } from '@candor/core/evidence';
import type { CarriedQuestion } from '../protocol.ts';

/** Indexes of the questions that the text matches. */
export type AnswerQuestions = (questions: readonly CarriedQuestion[], text: SearchableText) => readonly number[];

/** What all messages of a task are read with. */
export interface MessagePort {
  readonly runtime: Runtime;
  readonly reader: MessageReader;
  /** Phase 2: what a message's text matches; null in phase 1. */
  readonly answer: ((text: SearchableText) => readonly number[]) | null;
}

export function createMessagePort(
  runtime: Runtime,
  questions: readonly CarriedQuestion[] | null,
  answerQuestions: AnswerQuestions | null,
): MessagePort {
  const reader = createMessageReader(runtime, { keepText: questions !== null });
  if (questions === null) return { runtime, reader, answer: null };
  if (answerQuestions === null) throw new Error('this reader process answers no questions');
  return {
    runtime,
    reader,
    answer: (text) => answerQuestions(questions, text),
  };
}
