/**
 * Single messages read again from the evidence, their digests checked: `readOriginal` for one, `planReading` for many.
 */
export { planReading, type ReadingTask, type WantedCopy, type WantedMessage } from './plan-reading.ts';
export { type OriginalPlace, readOriginal, type ShownMessage, showMessage } from './show-message.ts';
