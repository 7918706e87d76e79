import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from letting its nursery grow any further: on long streams it doubles it up to 64 MB, twice, for records that die young in a small one as well.
 * Call when the nursery has seen some work; one of a start-up's size is collected too often.
 */
export function keepNurserySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
