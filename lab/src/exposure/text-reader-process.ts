import { matchesQuestion, type TextQuestion } from '@candor/core/exposure/text';
import { serveTasks } from '../evidence/reader/index.ts';

// Entry of the process that reads evidence in phase 2: it answers exposure's questions to the text of messages.
await serveTasks({
  is: 'answers',
  answer: (questions, text) =>
    questions.flatMap((question, index) => (matchesQuestion(question as TextQuestion, text) ? [index] : [])),
});
