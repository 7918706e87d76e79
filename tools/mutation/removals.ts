import type { Removal } from './removal.ts';

export const removals: readonly Removal[] = [];
