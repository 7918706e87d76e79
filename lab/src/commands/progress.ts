/** What a long command tells while it works. Commands call it; the command line shows it, a test may count it. */
export interface Progress {
  /** Begins a piece of work; `total` is null while it is unknown. */
  begin(
    stage: string,
    unit: 'bytes' | 'copies' | 'records' | 'files' | 'notices' | 'messages',
    total: number | null,
  ): ProgressStep;
}

export interface ProgressStep {
  advance(amount: number): void;
  end(): void;
}

export const silentProgress: Progress = { begin: () => ({ advance: () => undefined, end: () => undefined }) };
