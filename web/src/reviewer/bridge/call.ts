/** One call to the key worker: its question and its successful answer. */
export interface Call<Ask, Answer> {
  readonly ask: Ask;
  readonly answer: Answer;
}

/** A question or answer without content. */
export type Nothing = Readonly<Record<never, never>>;
