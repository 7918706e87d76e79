/** One call to the key worker: what is asked, and what it answers when it does not fail. */
export interface Call<Ask, Answer> {
  readonly ask: Ask;
  readonly answer: Answer;
}

/** An ask or an answer without content. */
export type Nothing = Readonly<Record<never, never>>;
