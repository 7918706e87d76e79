import type { ProblemWeight } from '@candor/core/base';

/** Collects one problem at a line of the directory. */
export type Report = (line: number, code: string, sentence: string, weight?: ProblemWeight) => void;
