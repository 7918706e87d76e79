export interface Call<Ask, Answer> {
  readonly ask: Ask;
  readonly answer: Answer;
}

export type Nothing = Readonly<Record<never, never>>;
