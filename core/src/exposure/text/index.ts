/**
 * Search queries and rule conditions, replayed over the text of a message (rules Q1 and F1).
 */

export { matchesQuestion, type TextQuestion } from './text-question.ts';
