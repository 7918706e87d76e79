/**
 * Searching message text for secrets and personal data, in confined processes.
 */
export type { SearchSettings } from './finding-task.ts';
export { canReadPictures, OCR_PACKAGES } from './picture-text.ts';
export type { RevealAnswer, RevealTask } from './reveal-task.ts';
export { scanMail } from './scan-mail.ts';
