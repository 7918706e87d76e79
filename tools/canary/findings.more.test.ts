import { test } from 'vitest';
import { checkPlanted } from './check-planted.ts';

test(
  'of a thousand planted values and a thousand PINs none leaves the mail but to the right party, and no PIN comes out of the state',
  {
    timeout: 900_000,
  },
  () => checkPlanted(1000, 1000, 6),
);
