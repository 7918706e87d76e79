import { test } from 'vitest';
import { checkPlanted } from './check-planted.ts';

test(
  'of a hundred planted values none leaves the mail but to the right party, and no short PIN comes out of the state',
  {
    timeout: 300_000,
  },
  () => checkPlanted(100, 0, 4),
);
